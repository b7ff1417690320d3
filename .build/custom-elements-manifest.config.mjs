/**
 * What `cem analyze` reads. The base classes in `ui/` are there for the members that elements inherit; the manifest
 * tells of elements only.
 */
export default {
  globs: ['src/elements/**/*.ts', 'src/define/*.ts', 'src/ui/*.ts'],
  litelement: true,
  packagejson: false,
};
