import type { Messages, WidgetKey } from '../../src/localization/catalogue.js';
import * as en from '../../src/localization/locales/en/index.js';
import type { Plural } from '../../src/localization/plural.js';
import { registerMessages } from '../../src/localization/registry.js';

/** CLDR's tag of the language that nobody speaks; to the kit it is English. */
export const PSEUDO_LOCALE = 'en-XA';

const common = { ...en.common, ...en.inUse };

const english: { readonly [W in WidgetKey]: Messages<W> } = {
  'contact-form': { ...common, ...en.contactForm },
  'appointment-request': { ...common, ...en.appointmentRequest, ...en.calendar, ...en.appointmentInUse },
  'faq-chat': { ...common, ...en.faqChat, ...en.faqChatInUse },
  'satisfaction-survey': { ...common, ...en.satisfactionSurvey, ...en.satisfactionSurveyInUse },
  'callback-button': { ...common, ...en.callbackButton, ...en.callbackInUse },
};

/** Letters with marks above and beneath, which tight lines cut off; vowels twice, since most languages need more room. */
const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...['aåå', 'bƀ', 'cç', 'dð', 'eéé', 'fƒ', 'gğ', 'hĥ', 'iîî', 'jĵ', 'kķ', 'lļ', 'mɱ', 'nñ', 'oöö', 'pþ'],
    ...['qʠ', 'rŕ', 'sš', 'tţ', 'uûû', 'vṽ', 'wŵ', 'xẋ', 'yý', 'zž'],
    ...['AÅ', 'BƁ', 'CÇ', 'DÐ', 'EÉ', 'FƑ', 'GĞ', 'HĤ', 'IÎ', 'JĴ', 'KĶ', 'LĻ', 'MṀ', 'NÑ', 'OÖ', 'PÞ'],
    ...['QǪ', 'RŔ', 'SŠ', 'TŢ', 'UÛ', 'VṼ', 'WŴ', 'XẊ', 'YÝ', 'ZŽ'],
  ].map(([letter, ...accented]) => [letter, accented.join('')]),
);

/** A text that looks translated and isn't: `⟦Ýööûûŕ ñååɱéé⟧`. What stands for a value stays as it is. */
const disguise = (text: string): string =>
  `⟦${text.replace(/\{\w+\}|[a-z]/gi, (letter) => ACCENTED[letter] ?? letter)}⟧`;

const disguisePlural = (message: Plural): Plural =>
  Object.fromEntries(
    Object.entries(message).map(([category, text]) => [category, disguise(text)]),
  ) as unknown as Plural;

const disguiseAll = <W extends WidgetKey>(messages: Messages<W>): Messages<W> =>
  Object.fromEntries(
    Object.entries(messages as Readonly<Record<string, string | Plural>>).map(([key, message]) => [
      key,
      typeof message === 'string' ? disguise(message) : disguisePlural(message),
    ]),
  ) as unknown as Messages<W>;

let isPseudo = false;

/** Gives English its words in disguise, or its own back. Widgets that are there already keep what they say. */
export const speakPseudo = (pseudo: boolean): void => {
  if (pseudo === isPseudo) return;
  isPseudo = pseudo;
  const register = <W extends WidgetKey>(widget: W): void => {
    const messages = english[widget];
    registerMessages('en', widget, pseudo ? disguiseAll(messages) : messages);
  };
  for (const widget of Object.keys(english) as WidgetKey[]) register(widget);
};
