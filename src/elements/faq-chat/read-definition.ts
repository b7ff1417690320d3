import type { Definition } from '../../controllers/definition.js';

/** What the chat takes from an owner's HTML besides the questions: hidden values, links to a person, words. */
export const readDefinition = (host: Element): Definition => {
  const [slot, details] = ['[slot]', 'details'].map((around) => host.closest(around));
  const all = <E extends Element>(selector: string): E[] =>
    [...host.querySelectorAll<E>(selector)].filter(
      (element) => element.closest('[slot]') === slot && element.closest('details') === details,
    );
  const messages = all('script[type="application/json"][data-messages]')[0]?.textContent;
  return {
    fields: [],
    hidden: all<HTMLInputElement>('input[type=hidden][name]').map(({ name, value }) => [name, value]),
    contacts: all<HTMLAnchorElement>('a[href^="tel:" i],a[href^="mailto:" i]'),
    ...(messages && { messages }),
  };
};
