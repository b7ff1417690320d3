import type { Messages, WidgetKey } from './catalogue.js';
import { importMessages } from './importers.js';
import type { Locale } from './locale.js';

const registered = new Map<string, Promise<Messages>>();

const id = (locale: Locale, widget: WidgetKey): string => `${locale}/${widget}`;

/** Gives the kit the messages of one widget in one language, so that they need not be fetched. */
export const registerMessages = <W extends WidgetKey>(
  locale: Locale,
  widget: W,
  messages: Messages<W>,
): void => {
  registered.set(id(locale, widget), Promise.resolve(messages));
};

/**
 * What a widget says in one language: registered, fetched before, or fetched now.
 *
 * A failure is not kept, so the next call asks again. A browser may still remember a module that failed until
 * the page is left: the HTML standard asked for that until 2026 (whatwg/html#10327), Firefox 153 does so.
 * @throws TypeError (rejects) where a file can't be fetched.
 */
export const loadMessages = <W extends WidgetKey>(locale: Locale, widget: W): Promise<Messages<W>> => {
  const key = id(locale, widget);
  let messages = registered.get(key) as Promise<Messages<W>> | undefined;
  if (!messages) {
    messages = importMessages[widget](locale);
    registered.set(key, messages);
    messages.catch(() => {
      if (registered.get(key) === messages) registered.delete(key);
    });
  }
  return messages;
};
