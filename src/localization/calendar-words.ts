import type { CalendarMessages, InUseMessages, Messages } from './catalogue.js';
import { importInUse } from './importers.js';
import type { Locale } from './locale.js';
import { Localization, type MessageValues } from './localization.js';
import type { Plural } from './plural.js';

/** What the calendar says, and what it has in common with every widget. */
type All = CalendarMessages & Pick<InUseMessages, 'errorPrefix' | 'close'>;
type KeyOf<T> = { [K in keyof All]: All[K] extends T ? K : never }[keyof All];

/** The part of a localization that the calendar and the field for a date need. */
export interface CalendarWords {
  readonly locale: Locale;
  text(key: KeyOf<string>, values?: MessageValues): string;
  plural(key: KeyOf<Plural>, count: number, values?: MessageValues): string;
}

// Not among the importers of widgets, so that a page without a calendar loads nothing of it.
const importCalendar: Readonly<Record<Locale, () => Promise<{ calendar: CalendarMessages }>>> = {
  eu: () => import('./locales/eu/calendar.js'),
  ka: () => import('./locales/ka/calendar.js'),
  lv: () => import('./locales/lv/calendar.js'),
  en: () => import('./locales/en/calendar.js'),
  es: () => import('./locales/es/calendar.js'),
  fr: () => import('./locales/fr/calendar.js'),
  de: () => import('./locales/de/calendar.js'),
};

/**
 * The calendar's words, for who builds with its templates.
 * @param own words that take the place of the kit's
 * @throws TypeError (rejects) where a file can't be fetched.
 */
export const loadCalendarWords = async (
  locale: Locale,
  own: Partial<CalendarMessages> = {},
): Promise<CalendarWords> => {
  const [{ calendar }, inUse] = await Promise.all([importCalendar[locale](), importInUse(locale)]);
  const messages = { ...inUse, ...calendar, ...own };
  return new Localization(locale, messages as unknown as Messages) as unknown as CalendarWords;
};
