import { rolldown } from 'rolldown';

/** A module of a page, with all that it imports, as a classic script. */
export const bundle = async (code: string): Promise<string> => {
  const build = await rolldown({
    input: 'page',
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === 'page' ? `${process.cwd()}/page.js` : undefined),
        load: (id) => (id === `${process.cwd()}/page.js` ? code : undefined),
      },
    ],
    logLevel: 'silent',
  });
  const { output } = await build.generate({ format: 'iife', minify: true });
  await build.close();
  return output[0].code;
};
