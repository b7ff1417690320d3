/**
 * Writes the tables of `src/localization/cldr` from Unicode's CLDR: names and patterns of dates for the languages
 * that Chromium has no data for, and the first day of the week and the hour cycle of all of the kit's languages.
 *
 *   node .build/cldr.mjs           writes them
 *   node .build/cldr.mjs --check   fails where what is committed isn't what CLDR gives
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const folder = new URL('../src/localization/cldr/', import.meta.url);

const ALL = ['eu', 'ka', 'lv', 'en', 'es', 'fr', 'de'];
const WITHOUT_DATA = ['eu', 'ka'];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** The fields that `date-formatter.ts` can fill in. */
const FIELDS = ['y', 'M', 'MMMM', 'd', 'EEEE', 'HH', 'mm', 'yko', 'da', 'date', 'time'];

const cldrVersion = require('cldr-core/package.json').version;

/** A Basque year takes -ko or -eko and a day -a or nothing, which CLDR can only hint at: `y('e')'ko'`, `d('a')`. */
const PARTS =
  /(?<year>y\('e'\)'ko')|(?<day>d\('a'\))|'(?<quoted>[^']*)'|(?<field>([A-Za-z])\5*)|[^A-Za-z']+/g;

/** A CLDR date pattern with its fields in braces: `d MMMM, y` → `{d} {MMMM}, {y}`. */
const template = (pattern) =>
  pattern.replace(PARTS, (part, ...rest) => {
    const { year, day, quoted, field } = rest.at(-1);
    if (year) return '{yko}';
    if (day) return '{da}';
    return quoted ?? (field ? `{${field}}` : part);
  });

const checkTemplate = (locale, name, text) => {
  for (const [, field] of text.matchAll(/\{(\w+)\}/g)) {
    if (!FIELDS.includes(field)) throw new Error(`${locale}, ${name}: no field {${field}} in "${text}"`);
  }
  const suffixed = text.includes('{yko}') && text.includes('{da}');
  if (locale === 'eu' && (name === 'long' || name === 'weekday') && !suffixed) {
    throw new Error(`CLDR has changed how it writes a Basque date (${name}): "${text}"`);
  }
};

const dateTable = (locale) => {
  const { gregorian } = require(`cldr-dates-full/main/${locale}/ca-gregorian.json`).main[locale].dates
    .calendars;
  const { months, days, dateFormats, timeFormats } = gregorian;
  const names = Object.values(months.format.wide);
  if (String(names) !== String(Object.values(months['stand-alone'].wide))) {
    throw new Error(
      `${locale}: months are now written differently in a date and alone; the table has one form`,
    );
  }
  const patterns = {
    long: template(dateFormats.long),
    // As ICU does when asked for the fields: the day has no leading zero, though Georgian's full format has one.
    weekday: template(dateFormats.full.replace(/d+/, 'd')),
    short: template(gregorian.dateTimeFormats.availableFormats.yMd),
    time: template(timeFormats.short),
    dateTime: gregorian['dateTimeFormats-atTime'].standard.long
      .replace('{1}', '{date}')
      .replace('{0}', '{time}'),
  };
  for (const [name, text] of Object.entries(patterns)) checkTemplate(locale, name, text);
  return {
    months: names,
    weekdays: DAYS.map((day) => days['stand-alone'].wide[day]),
    shortWeekdays: DAYS.map((day) => days['stand-alone'].abbreviated[day]),
    patterns,
  };
};

/** The region that a language is taken to be in: `eu` → `ES`. */
const likelyRegion = (locale) =>
  require('cldr-core/supplemental/likelySubtags.json').supplemental.likelySubtags[locale].split('-').at(-1);

const regionalHabits = (locale) => {
  const region = likelyRegion(locale);
  const { firstDay } = require('cldr-core/supplemental/weekData.json').supplemental.weekData;
  const { timeData } = require('cldr-core/supplemental/timeData.json').supplemental;
  return {
    firstDayOfWeek: DAYS.indexOf(firstDay[region] ?? firstDay['001']) + 1,
    hourCycle: (timeData[region] ?? timeData['001'])._preferred === 'h' ? 'h12' : 'h23',
  };
};

const source = (
  head,
  name,
  type,
  value,
) => `// Written by .build/cldr.mjs from Unicode CLDR ${cldrVersion} (Unicode License v3). Don't edit.
import type ${head};

export const ${name}: ${type} = ${JSON.stringify(value, null, 2)};
`;

const files = new Map([
  ...WITHOUT_DATA.map((locale) => [
    `${locale}.generated.ts`,
    source("{ DateTable } from './date-table.js'", locale, 'DateTable', dateTable(locale)),
  ]),
  [
    'habits.generated.ts',
    source(
      "{ Locale } from '../locale.js'",
      'habits',
      "Readonly<Record<Locale, { readonly firstDayOfWeek: number; readonly hourCycle: 'h12' | 'h23' }>>",
      Object.fromEntries(ALL.map((locale) => [locale, regionalHabits(locale)])),
    ),
  ],
]);

const read = (url) => {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return undefined;
  }
};

const check = process.argv.includes('--check');
for (const [name, text] of files) {
  const url = new URL(name, folder);
  if (read(url) === text) continue;
  if (check) {
    console.error(`${fileURLToPath(url)} is not what CLDR ${cldrVersion} gives: run node .build/cldr.mjs`);
    process.exitCode = 1;
  } else {
    writeFileSync(url, text);
    console.log(`wrote ${fileURLToPath(url)}`);
  }
}
