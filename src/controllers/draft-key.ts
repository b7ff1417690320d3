/** Where the draft of an element is kept: one for each page and element, by its id, else by its place among its kind. */
export const draftKey = (host: Element): string =>
  `harreman:draft:${host.localName}:${location.pathname}#${host.id || [...document.querySelectorAll(host.localName)].indexOf(host)}`;

/** Whether something was left unsent here. A store that is blocked has nothing. */
export const hasDraft = (host: Element): boolean => {
  try {
    return localStorage.getItem(draftKey(host)) !== null;
  } catch {
    return false;
  }
};
