import type { ArgTypes } from '@storybook/web-components-vite';
import manifest from '../dist/custom-elements.json';

/** A part of an element's public face, as the manifest tells it. */
interface Item {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly kind?: string;
}

interface Declaration {
  readonly tagName: string;
  readonly members: readonly Item[];
  readonly attributes: readonly (Item & { readonly fieldName: string })[];
  readonly slots: readonly Item[];
  readonly events: readonly Item[];
  readonly cssProperties: readonly Item[];
  readonly cssParts: readonly Item[];
  readonly cssStates: readonly Item[];
}

/** Names of rows that a story can't set; they have their place in the table of the API. */
export const NO_CONTROLS = /^(::part|:state|--|slot=|harreman-|transport$)|\)$/;

/**
 * The rows of an element's table. Storybook's own extraction has one key for all kinds, so that the attribute
 * `heading` vanishes behind the slot and the part of the same name; here attributes have their names as keys, which
 * are the names of a story's args, and everything else is told apart by its kind.
 */
export const argTypesOf = (tagName: string): ArgTypes => {
  const declarations = manifest.modules.flatMap((module) => module.declarations as unknown as Declaration[]);
  const element = declarations.find((declaration) => declaration.tagName === tagName);
  if (!element)
    throw new Error(`dist/custom-elements.json has no <${tagName}>: run "npm run build:manifest"`);
  const reflected = new Set(element.attributes.map(({ fieldName }) => fieldName));
  const methods = element.members.filter(({ kind }) => kind === 'method');
  const properties = element.members.filter(({ kind, name }) => kind === 'field' && !reflected.has(name));
  return {
    ...Object.fromEntries(element.attributes.map((item) => [item.name, attributeRow(item)])),
    ...Object.fromEntries(properties.map((item) => [item.name, row('Properties', item, item.name)])),
    ...rows('Methods', methods, ({ name }) => `${name}()`),
    ...rows('Events', element.events),
    ...rows('Slots', element.slots, ({ name }) => (name ? `slot="${name}"` : '(default)')),
    ...rows('Custom properties', element.cssProperties),
    ...rows('Parts', element.cssParts, ({ name }) => `::part(${name})`),
    ...rows('States', element.cssStates, ({ name }) => `:state(${name})`),
  };
};

const attributeRow = ({ name, description, type, default: value }: Item): ArgTypes[string] => {
  const text = type?.text.replace(/ \| undefined$/, '') ?? 'string';
  return {
    name,
    description,
    type: { name: text === 'boolean' ? 'boolean' : 'string' },
    table: { category: 'Attributes', type: { summary: text }, defaultValue: { summary: value } },
  } as ArgTypes[string];
};

const rows = (category: string, items: readonly Item[], label = ({ name }: Item) => name): ArgTypes =>
  Object.fromEntries(items.map((item) => [`${category}: ${item.name}`, row(category, item, label(item))]));

const row = (category: string, { description, type }: Item, name: string): ArgTypes[string] =>
  ({
    name,
    description,
    table: { category, ...(type && { type: { summary: type.text } }) },
  }) as ArgTypes[string];
