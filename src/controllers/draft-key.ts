/** How the names of all drafts begin. */
export const DRAFT = 'harreman:draft:';

/** Where the draft of an element is kept: one for each page and element, by its id, else by its place among its kind. */
export const draftKey = (host: Element): string =>
  `${DRAFT}${host.localName}:${location.pathname}#${host.id || [...document.querySelectorAll(host.localName)].indexOf(host)}`;

/** Whether something is kept on this device under this name. A store that is blocked holds nothing. */
export const isStored = (key: string): boolean => {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
};
