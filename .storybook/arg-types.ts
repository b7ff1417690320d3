import type { ArgTypes } from '@storybook/web-components-vite';
import { elementOf, LABELS, type Item } from './manifest.js';

/** Names of rows that a story can't set; they have their place in the table of the API. */
export const NO_CONTROLS = /^(::part|:state|--|slot=|harreman-|transport$)|\)$/;

/**
 * The rows of an element's table. Storybook's own extraction has one key for all kinds, so that the attribute
 * `heading` vanishes behind the slot and the part of the same name; here attributes have their names as keys, which
 * are the names of a story's args, and everything else is told apart by its kind.
 */
export const argTypesOf = (tagName: string): ArgTypes => {
  const element = elementOf(tagName);
  const reflected = new Set(element.attributes.map(({ fieldName }) => fieldName));
  const methods = element.members.filter(({ kind }) => kind === 'method');
  const properties = element.members.filter(({ kind, name }) => kind === 'field' && !reflected.has(name));
  return {
    ...Object.fromEntries(element.attributes.map((item) => [item.name, attributeRow(item)])),
    ...Object.fromEntries(properties.map((item) => [item.name, row('Properties', item, item.name)])),
    ...rows('Methods', methods, ({ name }) => `${name}()`),
    ...rows('Events', element.events),
    ...rows('Slots', element.slots, LABELS.slots),
    ...rows('Custom properties', element.cssProperties),
    ...rows('Parts', element.cssParts, LABELS.cssParts),
    ...rows('States', element.cssStates, LABELS.cssStates),
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
