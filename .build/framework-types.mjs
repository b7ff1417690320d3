/**
 * Types of the kit's tags for the templates of React 19, Vue 3 and Svelte, from the manifest. Properties have the
 * types of the classes themselves, events those of `HTMLElementEventMap`.
 */

const camelCase = (text) => text.replace(/-(.)/g, (_match, letter) => letter.toUpperCase());

const doc = (text, indent = '  ') =>
  text ? `${indent}/** ${text.replaceAll('*/', '*\\/').replace(/\s+/g, ' ')} */\n` : '';

const lines = (entries) => entries.map(({ description, code }) => `${doc(description)}  ${code}\n`).join('');

/** The members of an element that can be set. */
export const settable = ({ members }) =>
  members.filter((member) => member.kind === 'field' && !member.readonly && !member.static);

/** Settable properties, by their names in the class. */
const properties = (element) =>
  settable(element).map(({ name, description }) => ({
    description,
    code: `${name}?: ${element.name}['${name}'];`,
  }));

/** Attributes whose name is not a property's. Yes is the name alone, which some templates write as an empty text. */
const attributes = ({ name: element, attributes, members }) =>
  attributes
    .filter((attribute) => !members.some((member) => member.name === attribute.name))
    .map(({ name, fieldName, type, description }) => ({
      description,
      code: `'${name}'?: ${type?.text === 'boolean' ? "'' | " : ''}${element}['${fieldName}'] | undefined;`,
    }));

const events = ({ events = [] }, property) =>
  events.map(({ name, description }) => ({
    description,
    code: `${property(name)}?: ((event: HTMLElementEventMap['${name}']) => void) | undefined;`,
  }));

const propsOf = (element, eventProperty) =>
  `export interface ${element.name}Props {\n` +
  lines([...properties(element), ...attributes(element), ...events(element, eventProperty)]) +
  '}\n';

const importOf = ({ name, path }) => `import type { ${name} } from '${path.replace(/^dist\//, '../')}';\n`;

/** One file: imports, an interface for each element, and the tags in the framework's own map of tags. */
const file = (elements, { imports, eventProperty, opens, tag, closes }) =>
  [
    `${imports}\n${elements.map(importOf).join('')}`,
    ...elements.map((element) => propsOf(element, eventProperty)),
    `${opens}\n${elements.map((element) => `    '${element.tagName}': ${tag(element)};\n`).join('')}${closes}\n`,
  ].join('\n');

/** @returns {Record<'react' | 'vue' | 'svelte', string>} the text of each `.d.ts` */
export const frameworkTypes = (elements) => ({
  react: file(elements, {
    imports: "import type { ClassAttributes, HTMLAttributes } from 'react';",
    // React 19 listens to "on" and the event's name, as it is.
    eventProperty: (name) => `'on${name}'`,
    opens: "declare module 'react' {\n  namespace JSX {\n  interface IntrinsicElements {",
    tag: ({ name }) =>
      `Omit<HTMLAttributes<${name}>, keyof ${name}Props> & ClassAttributes<${name}> & ${name}Props`,
    closes: '  }\n  }\n}',
  }),
  vue: file(elements, {
    imports: "import type { HTMLAttributes, PublicProps } from 'vue';",
    eventProperty: (name) => camelCase(`on-${name}`),
    opens: "declare module 'vue' {\n  interface GlobalComponents {",
    tag: ({ name }) =>
      `new () => ${name} & { $props: Omit<HTMLAttributes, keyof ${name}Props> & PublicProps & ${name}Props }`,
    closes:
      '  }\n  interface HTMLAttributes {\n    /** Where in an element of the kit a child stands. */\n    slot?: string | undefined;\n  }\n}',
  }),
  svelte: file(elements, {
    imports: "import type { HTMLAttributes } from 'svelte/elements';",
    eventProperty: (name) => `'on${name}'`,
    opens: "declare module 'svelte/elements' {\n  interface SvelteHTMLElements {",
    tag: ({ name }) => `Omit<HTMLAttributes<${name}>, keyof ${name}Props> & ${name}Props`,
    closes: '  }\n}',
  }),
});
