/** The element around an element, through shadow roots. */
export const parentOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};

/** The value of the first of these attributes on an element or on the nearest one around it. */
export const nearestAttribute = (
  element: Element | null,
  ...names: readonly string[]
): string | undefined => {
  for (let node = element; node; node = parentOf(node)) {
    for (const name of names) {
      const value = node.getAttribute(name);
      if (value) return value;
    }
  }
  return undefined;
};
