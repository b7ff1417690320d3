/**
 * `dist/custom-elements.json` (Custom Elements Manifest 2), and what editors and frameworks want to be told of it:
 * VS Code's HTML data, JetBrains' web-types, and types for React, Vue and Svelte.
 */
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { mkdirSync, writeFileSync } from 'node:fs';
import { formatted } from './formatted.mjs';
import { frameworkTypes, settable } from './framework-types.mjs';

/** `src/elements/x.ts`, also as the analyzer writes it in references, is published as `dist/elements/x.js`. */
const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/** What is part of the contract has a description; what only happens to be reachable has none. */
const isPublic = ({ privacy, description }) => (!privacy || privacy === 'public') && Boolean(description);

/** An element as users meet it: what is private, internal or only a base class's is not theirs. */
function publicElement({ superclass, members = [], attributes = [], ...element }) {
  const withoutOrigin = ({ inheritedFrom, ...rest }) => rest;
  return {
    ...element,
    superclass: { name: 'LitElement', package: 'lit' },
    members: members.filter(isPublic).map(withoutOrigin),
    attributes: attributes.map(withoutOrigin),
  };
}

function publicModule(module) {
  const isElement = (declaration) => declaration.customElement && declaration.tagName;
  const declarations = module.declarations.filter(isElement).map(publicElement);
  const names = new Set(declarations.map((declaration) => declaration.name));
  return {
    ...module,
    path: published(module.path),
    declarations,
    exports: module.exports
      .filter((entry) => entry.kind === 'custom-element-definition' || names.has(entry.name))
      .map((entry) => ({
        ...entry,
        declaration: { ...entry.declaration, module: published(entry.declaration.module) },
      })),
  };
}

/**
 * Writes everything into `dist/`.
 * @returns the elements, each with its `path` and the `properties` that can be set
 */
export async function buildManifest() {
  const config = '.build/custom-elements-manifest.config.mjs';
  const analyzed = await cli({ argv: ['analyze', '--quiet', '--config', config], noWrite: true });
  const manifest = {
    schemaVersion: analyzed.schemaVersion,
    readme: '',
    modules: analyzed.modules.map(publicModule).filter((module) => module.exports.length > 0),
  };
  mkdirSync('dist/types', { recursive: true });
  writeFileSync('dist/custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`);
  const elements = manifest.modules.flatMap((module) =>
    module.declarations.map((element) => ({ ...element, path: module.path, properties: settable(element) })),
  );
  for (const [framework, types] of Object.entries(frameworkTypes(elements))) {
    const path = `dist/types/${framework}.d.ts`;
    writeFileSync(path, await formatted(path, types));
  }
  generateVsCodeCustomElementData(manifest, { outdir: 'dist', cssFileName: null, hideLogs: true });
  generateJetBrainsWebTypes(manifest, { outdir: 'dist', packageJson: false, hideLogs: true });
  return elements;
}
