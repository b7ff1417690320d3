/** The value of the first attribute found on the element itself or on the nearest ancestor, through shadow roots. */
export const nearestAttribute = (element: Element, ...names: readonly string[]): string | undefined => {
  for (let node: Element | null = element; node; node = node.parentElement ?? shadowHost(node)) {
    for (const name of names) {
      const value = node.getAttribute(name);
      if (value) return value;
    }
  }
  return undefined;
};

const shadowHost = (node: Node): Element | null => {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};
