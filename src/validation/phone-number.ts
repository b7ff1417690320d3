import { isPhone, splitExtension } from './phone.js';
import { phoneRegions, regionsOf, type PhoneRegion } from './phone-table.js';

/** What a text was taken for. */
export interface PhoneReading {
  /**
   * The number is one that the numbering plan of its country has, and there is one way to read it. Else it only may be
   * one: ask whoever wrote it.
   */
  readonly isSure: boolean;
  /** `+` and 15 digits at most (ITU-T E.164); absent where a national number has no country to be completed with. */
  readonly e164?: string;
  /** Digits of the internal extension, which E.164 has no place for. */
  readonly extension?: string;
}

/** A country code and what follows it. */
interface Parts {
  readonly callingCode: string;
  readonly national: string;
  /** Nothing says that these digits begin with a country code. */
  readonly isGuess?: boolean;
}

/** More digits than this no carrier's prefix and no number have together. */
const MOST_DIGITS = 24;
const LONGEST_E164 = 15;

/**
 * Reads a phone number in any way of writing it: international (`+34 943 00 00 00`, `0034…`, `011 34…`, `34…`), national
 * with or without what is dialled before it, with brackets, dots, dashes, an extension (`ext. 12`), in full-width or
 * Arabic digits, or as a `tel:` address (RFC 3966). Numbering plans are those of libphonenumber, without the kinds of
 * number; `undefined` where it reads as no number at all.
 *
 * @param code region of a national number (ISO 3166-1 alpha-2, `ES`)
 */
export const readPhone = (text: string, code?: string): PhoneReading | undefined => {
  const written = text.replace(/;(?!ext=)[\w-]+=?[^;]*/gi, '');
  const [number = '', extension] = splitExtension(written);
  const digits = number.replace(/\D/g, '');
  if (!/^\+?[\d\s().\-/\u2010-\u2015\u00A0]+$/.test(number) || digits.length > MOST_DIGITS) return undefined;
  const region = code === undefined ? undefined : phoneRegions().get(code.toUpperCase());
  const readings = number.startsWith('+') ? international(digits) : dialled(digits, region);
  const valid = readings.filter(isValid);
  const first = valid[0] && e164Of(valid[0]);
  const rest = extension ? { extension } : {};
  if (first !== undefined) {
    const isSure = valid.every((parts) => !parts.isGuess && e164Of(parts) === first);
    return { isSure, e164: first, ...rest };
  }
  if (!isPhone(written)) return undefined;
  const likely = readings.map(e164Of).find((e164) => e164.length <= LONGEST_E164 + 1);
  return { isSure: false, ...(likely !== undefined && { e164: likely }), ...rest };
};

/** Every way to read what is dialled from a region, the likeliest first. */
const dialled = (digits: string, region: PhoneRegion | undefined): readonly Parts[] => {
  const idds = [...(region ? [region.idd] : []), /^00/, /^011/];
  const abroad = idds.flatMap((idd) => {
    const rest = digits.slice(idd.exec(digits)?.[0].length ?? digits.length);
    // No country code begins with 0.
    return /^[1-9]/.test(rest) ? international(rest) : [];
  });
  // Many leave the plus away.
  const isOwn = region !== undefined && digits.startsWith(region.callingCode);
  const bare = international(digits)
    .filter(isValid)
    .map((parts) => ({ ...parts, isGuess: !isOwn }));
  if (!region) return [...abroad, ...bare];
  const national = { callingCode: region.callingCode, national: withoutPrefix(region, digits) };
  // What is whole as it stands begins with no country code.
  if (region.pattern.test(digits)) return [...abroad, national];
  return [...abroad, ...(isOwn ? bare : []), national, ...(isOwn || isValid(national) ? [] : bare)];
};

const international = (digits: string): readonly Parts[] => {
  for (const length of [1, 2, 3]) {
    const callingCode = digits.slice(0, length);
    const [main] = regionsOf(callingCode);
    if (main) return [{ callingCode, national: withoutPrefix(main, digits.slice(length)) }];
  }
  // Networks without a country (+870 …) have codes of three digits.
  return digits.length > 3 ? [{ callingCode: digits.slice(0, 3), national: digits.slice(3) }] : [];
};

/** A national number without what is only dialled before it; as it is, where it is whole with that and not without. */
const withoutPrefix = ({ prefix, transform, pattern }: PhoneRegion, digits: string): string => {
  const match = prefix?.exec(digits);
  if (!match?.[0]) return digits;
  const isKept = transform !== '' && match.length > 1 && match.at(-1) !== undefined;
  const bare = isKept ? digits.replace(prefix!, transform) : digits.slice(match[0].length);
  return pattern.test(digits) && !pattern.test(bare) ? digits : bare;
};

const isValid = ({ callingCode, national }: Parts): boolean =>
  regionsOf(callingCode).some(({ pattern }) => pattern.test(national));

const e164Of = ({ callingCode, national }: Parts): string => `+${callingCode}${national}`;

/**
 * A number as people read it internationally: `+34 943 00 00 00`. What no table says how to group stands in threes.
 * @param e164 as {@link readPhone} gives it
 */
export const formatPhone = (e164: string): string => {
  const digits = e164.slice(1);
  const [{ callingCode, national }] = international(digits) as readonly [Parts];
  const formats = regionsOf(callingCode)[0]?.formats ?? [];
  const format = formats.find(({ pattern, leading }) => leading.test(national) && pattern.test(national));
  const grouped = format
    ? national.replace(format.pattern, format.replacement)
    : national.replace(/\d{3}(?=\d{2})/g, '$& ');
  return `+${callingCode} ${grouped}`;
};
