import type { FirstMessages, LaterMessages, Messages, WidgetKey } from './catalogue.js';
import type { WidgetWords } from './importers.js';
import type { Locale } from './locale.js';

const laterKey = (locale: Locale, widget: WidgetKey): string => `${locale}/${widget}/later`;

const registered = new Map<string, Promise<unknown>>();
const arrived = new Map<string, object>();

/** Gives the kit all messages of one widget in one language, so that they need not be fetched. */
export const registerMessages = <W extends WidgetKey>(
  locale: Locale,
  widget: W,
  messages: Messages<W>,
): void => {
  for (const key of [`${locale}/${widget}`, laterKey(locale, widget)]) {
    registered.set(key, Promise.resolve(messages));
    arrived.set(key, messages);
  }
};

/**
 * What a widget says before anybody has used it: registered, fetched before, or fetched now.
 *
 * A failure is not kept, so the next call asks again. (Browsers from before 2026 remember a module that failed
 * to load until the page is left; see whatwg/html#10327.)
 * @throws TypeError (rejects) where a file can't be fetched.
 */
export const loadMessages = <W extends WidgetKey>(
  locale: Locale,
  { widget, first }: WidgetWords<W>,
): Promise<FirstMessages<W>> => once(`${locale}/${widget}`, () => first(locale));

/** What a widget says once somebody uses it; as {@link loadMessages}. */
export const loadLater = <W extends WidgetKey>(
  locale: Locale,
  { widget, later }: WidgetWords<W>,
): Promise<LaterMessages<W>> => once(laterKey(locale, widget), () => later(locale));

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
  const later = arrived.get(laterKey(locale, widget));
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
