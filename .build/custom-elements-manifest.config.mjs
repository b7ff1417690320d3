/**
 * What `cem analyze` reads. The base classes in `ui/` are there for the members that elements inherit, other folders
 * for types that are lists of words; the manifest tells of elements only.
 */
export default {
  globs: [
    'src/elements/**/*.ts',
    'src/define/*.ts',
    'src/ui/*.ts',
    'src/controllers/*.ts',
    'src/submission/*.ts',
    'src/delivery/profiles/profile.ts',
  ],
  litelement: true,
  packagejson: false,
  plugins: [wordLists()],
};

/** Puts the words in place of a type that is a list of them: an editor offers as values what stands there. */
function wordLists() {
  const lists = new Map();
  const wordsOf = (text) =>
    text.split(' | ').flatMap((part) => (lists.has(part) ? wordsOf(lists.get(part)) : [part]));
  const isList = (text) => wordsOf(text).every((part) => /^(?:'.*'|undefined)$/.test(part));
  const expand = (item) => {
    if (item.type && isList(item.type.text)) item.type.text = wordsOf(item.type.text).join(' | ');
  };
  return {
    name: 'word-lists',
    collectPhase({ ts, node }) {
      if (!ts.isTypeAliasDeclaration(node)) return;
      const parts = ts.isUnionTypeNode(node.type) ? node.type.types : [node.type];
      lists.set(node.name.text, parts.map((part) => part.getText()).join(' | '));
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const { declarations = [] } of customElementsManifest.modules)
        for (const { attributes = [], members = [] } of declarations)
          for (const item of [...attributes, ...members]) expand(item);
    },
  };
}
