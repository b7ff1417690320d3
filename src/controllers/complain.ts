const said = new WeakMap<Element, Set<string>>();

/**
 * Tells the owner, in the console, what is wrong with a tag: once for each element, attribute and value, naming
 * all three. The page and the visitor never see it.
 */
export const complain = (
  element: Element,
  attribute: string,
  value: string | null | undefined,
  why: string,
): void => {
  const text = `<${element.localName}> ${attribute}=${JSON.stringify(value ?? '').slice(0, 200)}: ${why}.`;
  const texts = said.get(element) ?? new Set<string>();
  if (texts.has(text)) return;
  said.set(element, texts.add(text));
  console.error(text, element);
};
