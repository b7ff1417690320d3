/** Where the conversation of an element is kept: the same on every page of the site. */
export const keptConversation = (host: Element): string =>
  `harreman:chat:${host.id || [...document.querySelectorAll(host.localName)].indexOf(host)}`;

/** Where reports are kept that nothing was there to send yet. */
export const UNTOLD = 'harreman:untold';

/** Whether something was said in this tab before, or is still to be told. A store that is blocked holds nothing. */
export const hasConversation = (host: Element): boolean => {
  try {
    return (sessionStorage.getItem(keptConversation(host)) ?? localStorage.getItem(UNTOLD)) !== null;
  } catch {
    return false;
  }
};
