import manifest from '../dist/custom-elements.json';

/** A part of an element's public face, as the manifest tells it. */
export interface Item {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly kind?: string;
}

export interface Declaration {
  readonly tagName: string;
  readonly members: readonly Item[];
  readonly attributes: readonly (Item & { readonly fieldName: string })[];
  readonly slots: readonly Item[];
  readonly events: readonly Item[];
  readonly cssProperties: readonly Item[];
  readonly cssParts: readonly Item[];
  readonly cssStates: readonly Item[];
}

/** What an item is called where its name alone would not say of which kind it is. */
export const LABELS = {
  slots: ({ name }: Item) => (name ? `slot="${name}"` : '(default)'),
  cssParts: ({ name }: Item) => `::part(${name})`,
  cssStates: ({ name }: Item) => `:state(${name})`,
} as const;

const declarations = manifest.modules.flatMap((module) => module.declarations as unknown as Declaration[]);

/** @throws Error where the manifest knows no such element */
export const elementOf = (tagName: string): Declaration => {
  const element = declarations.find((declaration) => declaration.tagName === tagName);
  if (!element)
    throw new Error(`dist/custom-elements.json has no <${tagName}>: run "npm run build:manifest"`);
  return element;
};
