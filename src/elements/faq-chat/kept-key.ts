/** Where the conversation of an element is kept: the same on every page of the site. */
export const keptConversation = (host: Element): string =>
  `harreman:chat:${host.id || [...document.querySelectorAll(host.localName)].indexOf(host)}`;

/** Whether something was said in this tab before. A store that is blocked holds nothing. */
export const hasConversation = (host: Element): boolean => {
  try {
    return sessionStorage.getItem(keptConversation(host)) !== null;
  } catch {
    return false;
  }
};
