import { TABLE } from './phone-table.generated.js';

/** How numbers are dialled in a region (ISO 3166-1), as far as reading them needs it. */
export interface PhoneRegion {
  readonly code: string;
  /** E.164 country code, without `+`. Several regions may share one. */
  readonly callingCode: string;
  /** A whole national number, without what is dialled before it. */
  readonly pattern: RegExp;
  /** What is dialled before an international number. */
  readonly idd: RegExp;
  /** What may be dialled before a national number: a trunk prefix, codes of carriers. */
  readonly prefix: RegExp | undefined;
  /** What takes the place of `prefix`, where that is not just left out. */
  readonly transform: string;
  /** A number as people there write it. */
  readonly example: string;
  readonly formats: readonly PhoneFormat[];
}

/** How a national number is grouped. */
interface PhoneFormat {
  readonly pattern: RegExp;
  /** As for `String.replace`. */
  readonly replacement: string;
  readonly leading: RegExp;
}

let regions: ReadonlyMap<string, PhoneRegion> | undefined;

/** All regions that have a country code, by their code. */
export const phoneRegions = (): ReadonlyMap<string, PhoneRegion> =>
  (regions ??= new Map(TABLE.split('\n').map(readLine)));

let sharing: ReadonlyMap<string, readonly PhoneRegion[]> | undefined;

/** The regions of a country code, the main one first; none where there is no such code. */
export const regionsOf = (callingCode: string): readonly PhoneRegion[] => {
  sharing ??= groupByCode();
  return sharing.get(callingCode) ?? [];
};

const groupByCode = (): ReadonlyMap<string, readonly PhoneRegion[]> => {
  const groups = new Map<string, PhoneRegion[]>();
  for (const region of phoneRegions().values()) {
    const group = groups.get(region.callingCode);
    if (group) group.push(region);
    else groups.set(region.callingCode, [region]);
  }
  return groups;
};

/** `XX999`, pattern, international prefix, national prefix, its transformation, example, formats; tabs between them. */
const readLine = (line: string): [string, PhoneRegion] => {
  const [name = '', pattern = '', idd = '', prefix = '', transform = '', example = '', formats = ''] =
    line.split('\t');
  const code = name.slice(0, 2);
  return [
    code,
    {
      code,
      callingCode: name.slice(2),
      pattern: whole(pattern),
      idd: start(idd || '00'),
      prefix: prefix ? start(prefix) : undefined,
      transform,
      example,
      formats: formats ? formats.split(';').map(readFormat) : [],
    },
  ];
};

/** `3-2,3|9/8[12]`: a group of three, and after a hyphen one of two or three, where the number begins with 9, 81 or 82. */
const readFormat = (text: string): PhoneFormat => {
  const [groups = '', leading = ''] = text.split('|');
  let count = 0;
  return {
    pattern: whole(groups.replace(/([\d,]+)[ -]?/g, '(\\d{$1})')),
    replacement: groups.replace(/[\d,]+/g, () => `$${(count += 1)}`),
    leading: start(leading.replaceAll('/', '|')),
  };
};

const whole = (source: string): RegExp => new RegExp(`^(?:${source})$`);
const start = (source: string): RegExp => new RegExp(`^(?:${source})`);
