import { parseHTML } from 'linkedom';

/** Attributes that are read out or shown. */
const TEXTS = ['aria-label', 'title', 'placeholder', 'alt'];

/** What a page says itself: not what has a language of its own, nor what people call themselves, which is in `bdi`. */
const ownTexts = (page: string): string[] => {
  const { document } = parseHTML(page);
  for (const other of document.querySelectorAll('bdi, body [lang], style')) other.remove();
  const attributes = TEXTS.flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name)!),
  );
  // The parser cuts texts at each entity.
  document.documentElement.normalize();
  const leaves = (node: Node): string[] =>
    node.childNodes.length ? [...node.childNodes].flatMap(leaves) : [node.textContent ?? ''];
  return [...leaves(document.documentElement), ...attributes];
};

/**
 * The texts of a page in Georgian that have Latin letters, or the name of a value that is missing.
 * @param names what is the same in every language
 */
export const foreignTexts = (page: string, names: RegExp): string[] =>
  ownTexts(page).filter((text) => /\p{Script=Latin}|\{\w+\}/u.test(text.replace(names, '')));
