/**
 * Writes `src/validation/phone-table.generated.ts` from libphonenumber's metadata (as `libphonenumber-js` packs it), and
 * the names of regions in the languages that Chromium has none of (from CLDR).
 *
 *   node .build/phone.mjs           writes them
 *   node .build/phone.mjs --check   fails where what is committed isn't what the packages give
 */
import parseNumber from 'libphonenumber-js/max';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const metadata = require('libphonenumber-js/metadata.max.json');
const examples = require('libphonenumber-js/examples.mobile.json');
const versionOf = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;

/** Where a packed region keeps what the table needs. */
const [IDD, PATTERN, FORMATS, NATIONAL_PREFIX, PREFIX_FOR_PARSING, TRANSFORM] = [1, 2, 4, 5, 7, 8];
/** Of a format. */
const LEADING = 2;

/** Fields stand between these, and none of them has one inside. */
const joined = (separator, fields) => {
  for (const field of fields)
    if (String(field).includes(separator)) throw new Error(`"${separator}" is in "${field}"`);
  return fields.join(separator);
};

/**
 * `(\d{3})(\d{2})` as `$1-$2` becomes `3-2`; `undefined` for what only has groups in another order, or with more added,
 * and for what is never written internationally.
 */
const grouping = ([pattern, national, , , , international]) => {
  const format = international || national;
  if (format === 'NA') return undefined;
  const sizes = [...pattern.matchAll(/\((\\d(?:\{[\d,]+\})?(?:\\d)*)\)/g)].map(([, group]) =>
    group.replace(/^\\d\{([\d,]+)\}$/, '$1').replace(/^(?:\\d)+$/, (digits) => digits.length / 2),
  );
  const parts = /^\$1(?:[ -]\$\d)*$/.test(format) && format.split(/(?=[ -])/);
  if (!parts || parts.length !== sizes.length) return undefined;
  if (parts.some((part, index) => part.replace(/\D/g, '') !== `${index + 1}`)) return undefined;
  if (sizes.some((size) => !/^\d+(,\d+)?$/.test(size))) return undefined;
  return parts.map((part, index) => `${/^[ -]/.exec(part)?.[0] ?? ''}${sizes[index]}`).join('');
};

/** What is grouped for a few digits more than this says is grouped as its neighbours, and costs no bytes. */
const LONGEST_LEADING = 30;

const formatsOf = (formats) =>
  (formats || []).flatMap((format) => {
    const groups = grouping(format);
    const leading = (format[LEADING] || [])[0] ?? '';
    if (!groups || leading.length > LONGEST_LEADING) return [];
    return [
      joined(
        '|',
        [groups, leading].map((text) => text.replaceAll('|', '/')),
      ),
    ];
  });

/** Digits that are dialled before a national number: usually the one that is written. */
const prefixOf = (region) => region[PREFIX_FOR_PARSING] || region[NATIONAL_PREFIX] || '';

const nationalExample = (code) => {
  const number = examples[code] && parseNumber(examples[code], code);
  return number ? number.formatNational() : '';
};

const lines = Object.entries(metadata.country_calling_codes).flatMap(([callingCode, codes]) =>
  codes
    .filter((code) => code !== '001')
    .map((code, index) => {
      const region = metadata.countries[code];
      return joined('\t', [
        `${code}${callingCode}`,
        region[PATTERN],
        region[IDD] === '00' ? '' : region[IDD],
        prefixOf(region),
        region[TRANSFORM] || '',
        nationalExample(code),
        // How numbers are grouped is a matter of the whole code; its first region says it.
        index === 0 ? formatsOf(region[FORMATS]).join(';') : '',
      ]).trimEnd();
    }),
);

const namesIn = (locale) =>
  require(`cldr-localenames-full/main/${locale}/territories.json`).main[locale].localeDisplayNames
    .territories;

/** Of those that have another name than in English, which every browser knows. */
const territories = (locale) => {
  const names = namesIn(locale);
  const english = namesIn('en');
  return Object.keys(metadata.countries)
    .sort()
    .filter((code) => names[code] !== english[code])
    .map((code) => {
      const name = names[code];
      if (!name) throw new Error(`${locale}: CLDR has no name for ${code}`);
      return joined('\t', [code, name]);
    });
};

/** As it is written where there is a backslash in it. Where there are other letters than English has, the build escapes them, and `String.raw` would show that. */
const tagOf = (text) => (text.some((line) => line.includes('\\')) ? 'String.raw' : '');

const source = (from, doc, name, text) => `// Written by .build/phone.mjs from ${from}. Don't edit.

/** ${doc} */
export const ${name} = ${tagOf(text)}\`${joined('`', [text.join('\n')])}\`;
`;

const files = new Map([
  [
    'src/validation/phone-table.generated.ts',
    source(
      `libphonenumber-js ${versionOf('libphonenumber-js')} (Apache License 2.0, as libphonenumber's metadata)`,
      'One line a region; see `phone-table.ts`.',
      'TABLE',
      lines,
    ),
  ],
  ...['eu', 'ka'].map((locale) => [
    `src/localization/cldr/territories-${locale}.generated.ts`,
    source(
      `Unicode CLDR ${versionOf('cldr-localenames-full')} (Unicode License v3)`,
      'One line a region whose name is not the English one: its code and its name.',
      'TERRITORIES',
      territories(locale),
    ),
  ]),
]);

const check = process.argv.includes('--check');
for (const [name, text] of files) {
  const url = new URL(`../${name}`, import.meta.url);
  let current;
  try {
    current = readFileSync(url, 'utf8');
  } catch {
    current = undefined;
  }
  if (current === text) continue;
  if (check) {
    console.error(`${fileURLToPath(url)} is not what the packages give: run node .build/phone.mjs`);
    process.exitCode = 1;
  } else {
    writeFileSync(url, text);
    console.log(`wrote ${fileURLToPath(url)}`);
  }
}
