/** Storybook's controls: each attribute that a widget has reaches it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName: string;
      readonly attributes: readonly { readonly name: string }[];
    }[];
  }[];
}

const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;

for (const { tagName, attributes } of modules.flatMap(({ declarations }) => declarations))
  test(`the playground of ${tagName} has no control that does nothing`, () => {
    const name = tagName.replace('harreman-', '');
    const story = readFileSync(`stories/${name}/${name}.ts`, 'utf8');
    const [, template] = story.split(`html\`<${tagName}`);
    const reached = new Set([...template!.matchAll(/^ {4}\??([\w-]+)=\$\{/gm)].map(([, attribute]) => attribute));
    assert.deepEqual(attributes.map((one) => one.name).filter((one) => !reached.has(one)), []);
  }); // prettier-ignore
