/** How the widget's reading of phone numbers compares with Google's libphonenumber. */
import libphonenumber from 'google-libphonenumber';
import { readPhone } from '../../src/validation/phone-number.js';

const { PhoneNumberUtil, PhoneNumberFormat, PhoneNumberType } = libphonenumber;
const util = PhoneNumberUtil.getInstance();

interface Example {
  readonly region: string;
  readonly e164: string;
  readonly national: string;
  readonly international: string;
  /** Ways of writing it: what, the text, and the region in which it is read. */
  readonly ways: readonly (readonly [way: string, text: string, region: string | undefined])[];
}

/** What stands in the metadata and not in the types of the package. */
interface Metadata {
  getMetadataForRegion(region: string): {
    getPreferredInternationalPrefix?(): string | null;
    getInternationalPrefix(): string | null;
  };
}

/** What is dialled before an international number, where there is one such prefix. */
const iddOf = (region: string): string | undefined => {
  const metadata = (util as unknown as Metadata).getMetadataForRegion(region);
  const idd = metadata.getPreferredInternationalPrefix?.() ?? metadata.getInternationalPrefix() ?? '';
  const digits = idd.replace('~', '');
  return /^\d+$/.test(digits) ? digits : undefined;
};

let examples: readonly Example[] | undefined;

/** Every example number of every region and kind that libphonenumber has, each once. */
export const exampleNumbers = (): readonly Example[] =>
  (examples ??= util.getSupportedRegions().flatMap(ofRegion));

const ofRegion = (region: string): readonly Example[] => {
  const found = new Map<string, Example>();
  for (const type of Object.values(PhoneNumberType)) {
    const number = exampleOf(region, type as number);
    if (!number) continue;
    const e164 = util.format(number, PhoneNumberFormat.E164);
    const international = util.format(number, PhoneNumberFormat.INTERNATIONAL);
    const national = util.format(number, PhoneNumberFormat.NATIONAL);
    const code = String(number.getCountryCode());
    const significant = util.getNationalSignificantNumber(number);
    const trunk = util.getNddPrefixForRegion(region, true) ?? '';
    const idd = iddOf(region);
    const ways: Example['ways'] = [
      ['national', national, region],
      ['national, digits only', national.replace(/\D/g, ''), region],
      ['without trunk prefix', significant, region],
      ['international', international, undefined],
      ['international, elsewhere', international, region === 'LV' ? 'GE' : 'LV'],
      ['RFC 3966', util.format(number, PhoneNumberFormat.RFC3966), region],
      ['00', `00${code}${significant}`, region],
      ...(trunk ? [['(0)', `+${code} (${trunk}) ${significant}`, region] as const] : []),
      ...(trunk ? [['with trunk prefix', `${trunk}${significant}`, region] as const] : []),
      ...(idd
        ? [["the region's own international prefix", `${idd}${code}${significant}`, region] as const]
        : []),
    ];
    found.set(e164, { region, e164, national, international, ways });
  }
  return [...found.values()];
};

const exampleOf = (region: string, type: number) => {
  try {
    return (
      util.getExampleNumberForType as (...of: unknown[]) => ReturnType<typeof util.getExampleNumber> | null
    ).call(util, region, type);
  } catch {
    return null;
  }
};

/** What libphonenumber makes of a text, in E.164; `undefined` where it can't be read. */
export const libphonenumberReads = (text: string, region: string): string | undefined => {
  try {
    return util.format(util.parse(text, region), PhoneNumberFormat.E164);
  } catch {
    return undefined;
  }
};

interface RegionAgreement {
  readonly region: string;
  readonly ways: number;
  readonly right: number;
  readonly sure: number;
}

/** Reads every example in every way. */
export const compareAll = () => {
  const wrongWhereSure: string[] = [];
  const byRegion = new Map<string, { region: string; ways: number; right: number; sure: number }>();
  for (const { region, e164, ways } of exampleNumbers()) {
    const row = byRegion.get(region) ?? { region, ways: 0, right: 0, sure: 0 };
    byRegion.set(region, row);
    for (const [way, text, at] of ways) {
      const read = readPhone(text, at);
      row.ways++;
      if (read?.e164 === e164) row.right++;
      if (read?.isSure) row.sure++;
      if (read?.isSure && read.e164 !== e164)
        wrongWhereSure.push(`${region}, ${way}: ${text} is ${e164}, not ${read.e164}`);
    }
  }
  const rows: readonly RegionAgreement[] = [...byRegion.values()].sort((a, b) =>
    a.region < b.region ? -1 : 1,
  );
  const sum = (key: 'ways' | 'right' | 'sure'): number => rows.reduce((total, row) => total + row[key], 0);
  return {
    byRegion: rows,
    wrongWhereSure,
    ways: sum('ways'),
    agreement: sum('right') / sum('ways'),
    sureShare: sum('sure') / sum('ways'),
  };
};
