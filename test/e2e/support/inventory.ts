/** What a page has that a script could change. Runs in the page. */
export const inventory = () => {
  const prototypes = [
    ...['Object', 'Array', 'String', 'Number', 'Date', 'Function', 'Promise', 'Map', 'Set', 'RegExp', 'JSON'],
    ...['EventTarget', 'Event', 'Node', 'Element', 'HTMLElement', 'HTMLInputElement', 'HTMLFormElement'],
    ...['Document', 'ShadowRoot', 'Window', 'History', 'Storage', 'XMLHttpRequest', 'Response', 'FormData'],
  ].map((name) => {
    const it = (window as unknown as Record<string, { prototype?: object }>)[name]!;
    const target = it.prototype ?? it;
    const keys = Reflect.ownKeys(target).map((key) => {
      const { value, get } = Object.getOwnPropertyDescriptor(target, key)!;
      const code = (get ?? value) as unknown;
      return `${String(key)}: ${typeof code === 'function' ? Function.prototype.toString.call(code).includes('[native code]') : typeof code}`;
    });
    return `${name}: ${keys.join(', ')}`;
  });
  const stored = () => {
    try {
      return [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
    } catch {
      return 'refused';
    }
  };
  const { documentElement: root, body } = document;
  return {
    prototypes,
    globals: Object.getOwnPropertyNames(window).sort(),
    nodes: [...document.querySelectorAll('*')]
      .map((element) => `${element.parentElement?.tagName}>${element.tagName}`)
      .sort(),
    attributes: [root, body, ...document.querySelectorAll('main')].map((element) =>
      element.getAttributeNames(),
    ),
    sheets: document.adoptedStyleSheets.length,
    stored: stored(),
    title: document.title,
    history: history.state as unknown,
    hash: location.hash,
  };
};
