import type { FirstMessages, InUseMessages, Messages, WidgetKey } from './catalogue.js';
import { importInUse, importMessages } from './importers.js';
import type { Locale } from './locale.js';

const registered = new Map<string, Promise<unknown>>();
const arrived = new Map<string, object>();

/** Gives the kit all messages of one widget in one language, so that they need not be fetched. */
export const registerMessages = <W extends WidgetKey>(
  locale: Locale,
  widget: W,
  messages: Messages<W>,
): void => {
  registered.set(`${locale}/${widget}`, Promise.resolve(messages));
  registered.set(locale, Promise.resolve(messages));
  arrived.set(`${locale}/${widget}`, messages).set(locale, messages);
};

/**
 * What a widget says before anybody has used it: registered, fetched before, or fetched now.
 *
 * A failure is not kept, so the next call asks again. (Browsers from before 2026 remember a module that failed
 * to load until the page is left; see whatwg/html#10327.)
 * @throws TypeError (rejects) where a file can't be fetched.
 */
export const loadMessages = <W extends WidgetKey>(locale: Locale, widget: W): Promise<FirstMessages<W>> =>
  once(`${locale}/${widget}`, () => importMessages[widget](locale));

/** What every widget says once somebody uses it; as {@link loadMessages}. */
export const loadInUse = (locale: Locale): Promise<InUseMessages> => once(locale, () => importInUse(locale));

/**
 * What a widget says, where it is there already: a first rendering need not wait for a promise.
 * `inUse` asks for what is said in use as well.
 */
export const messagesNow = <W extends WidgetKey>(
  locale: Locale,
  widget: W,
  inUse: boolean,
): Messages<W> | undefined => {
  const first = arrived.get(`${locale}/${widget}`);
  const later = arrived.get(locale);
  return first && (later || !inUse) ? ({ ...first, ...later } as Messages<W>) : undefined;
};

const once = <M extends object>(key: string, fetch: () => Promise<M>): Promise<M> => {
  let messages = registered.get(key) as Promise<M> | undefined;
  if (!messages) {
    messages = fetch();
    registered.set(key, messages);
    messages.then(
      (value) => arrived.set(key, value),
      () => {
        if (registered.get(key) === messages) registered.delete(key);
      },
    );
  }
  return messages;
};
