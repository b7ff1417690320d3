import libphonenumber from 'google-libphonenumber';
import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';
import { isPhone } from '../../../src/validation/phone.js';
import { asciiDigits } from '../../../src/validation/text.js';
import type { CalledNumber } from '../store/callbacks.js';

/** Why a number is not called; the `code` of the error. */
export type PhoneRefusal =
  | 'phone_unknown'
  | 'phone_country'
  | 'phone_short'
  | 'phone_emergency'
  | 'phone_premium'
  | 'phone_shared_cost';

/**
 * Kinds of number that are not called. Personal numbers (070 in Britain) are forwarded at the caller's expense and
 * cost as much as premium rates; nobody answers at a pager or a mailbox.
 */
const REFUSED_KINDS: Readonly<
  Partial<Record<NonNullable<ReturnType<PhoneNumber['getType']>>, PhoneRefusal>>
> = {
  PREMIUM_RATE: 'phone_premium',
  PERSONAL_NUMBER: 'phone_premium',
  SHARED_COST: 'phone_shared_cost',
  PAGER: 'phone_unknown',
  VOICEMAIL: 'phone_unknown',
};

/** No subscriber's number that lacks its country is so short, and no short code is longer. */
const MOST_SHORT_DIGITS = 6;

/**
 * Reads the number of somebody who is to be called, by the numbering plans of libphonenumber. Stricter than the widget,
 * which has only a small table of them.
 *
 * @param country of a number that comes without one
 */
export const readCalledNumber = (text: string, country?: CountryCode): CalledNumber | PhoneRefusal => {
  const written = asciiDigits(text.trim()).replace(/^00/, '+');
  // libphonenumber would find a number in any text. `112` is told apart below.
  if (!isPhone(written) && !/^\d{2,4}$/.test(written)) return 'phone_unknown';
  const parsed = parsePhoneNumberFromString(written, country);
  if (parsed?.isValid())
    return REFUSED_KINDS[parsed.getType()!] ?? { e164: parsed.number, extension: parsed.ext ?? '' };
  const digits = parsed?.nationalNumber ?? written.replace(/\D/g, '');
  const short = digits.length <= MOST_SHORT_DIGITS && shortKind(digits, regionsOf(parsed));
  if (short) return short;
  return parsed || written.startsWith('+') ? 'phone_unknown' : 'phone_country';
};

const { PhoneNumberUtil, ShortNumberInfo, PhoneNumber: GoogleNumber } = libphonenumber;
type Region = ReturnType<libphonenumber.PhoneNumberUtil['getSupportedRegions']>[number];

/** Where a short number may be dialled: in the countries of its code, or anywhere. */
const regionsOf = (parsed: PhoneNumber | undefined): readonly Region[] => {
  const util = PhoneNumberUtil.getInstance();
  const all = util.getSupportedRegions();
  return parsed
    ? all.filter((region) => util.getCountryCodeForRegion(region) === Number(parsed.countryCallingCode))
    : all;
};

/** `112`, `+34 112`, `010`: what is dialled in its country only, and by no means to call a visitor. */
const shortKind = (digits: string, regions: readonly Region[]): PhoneRefusal | undefined => {
  const info = ShortNumberInfo.getInstance();
  if (regions.some((region) => info.isEmergencyNumber(digits, region))) return 'phone_emergency';
  const number = new GoogleNumber();
  number.setNationalNumber(Number(digits));
  const zeros = digits.length - digits.replace(/^0+/, '').length;
  if (zeros > 0) number.setItalianLeadingZero(true);
  if (zeros > 1) number.setNumberOfLeadingZeros(zeros);
  const isShort = regions.some((region) => {
    number.setCountryCode(PhoneNumberUtil.getInstance().getCountryCodeForRegion(region));
    return info.isValidShortNumberForRegion(number, region);
  });
  return isShort ? 'phone_short' : undefined;
};

/** As people read it: `+34 943 00 00 00 ext. 12`. */
export const calledNumberText = (number: CalledNumber): string =>
  parsedAgain(number)?.formatInternational() ?? number.e164;

/** For a link that dials (RFC 3966): `tel:+34943000000;ext=12`. */
export const calledNumberUrl = (number: CalledNumber): string =>
  parsedAgain(number)?.getURI() ?? `tel:${number.e164}`;

const parsedAgain = ({ e164, extension }: CalledNumber): PhoneNumber | undefined => {
  const parsed = parsePhoneNumberFromString(e164);
  if (parsed && extension) parsed.setExt(extension);
  return parsed;
};
