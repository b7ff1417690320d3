import { isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';
import type { SettingsReader } from '../settings-reader.js';
import type { CallLimits } from '../store/callbacks.js';

/** How requests to be called are taken. */
export interface CallbackSettings {
  /** Of numbers that come without their country: ISO 3166-1 alpha-2. */
  readonly country?: CountryCode | undefined;
  readonly limits: CallLimits;
}

/** Reads `PHONE_COUNTRY` and the limits of requests to be called. */
export const readCallbackSettings = (reader: SettingsReader): CallbackSettings => ({
  country: reader.read('PHONE_COUNTRY', undefined, countryOf, 'the two letters of a country, like ES'),
  limits: {
    openPerNumber: reader.whole('CALLBACKS_OPEN_PER_NUMBER', 3, 1, 1_000),
    perNumberDay: reader.whole('CALLBACKS_PER_NUMBER_DAY', 5, 1, 1_000),
    perAddressHour: reader.whole('CALLBACKS_PER_ADDRESS_HOUR', 10, 1, 100_000),
    perHour: reader.whole('CALLBACKS_PER_HOUR', 60, 1, 1_000_000),
  },
});

const countryOf = (text: string): CountryCode | undefined => {
  const code = text.toUpperCase();
  return isSupportedCountry(code) ? code : undefined;
};
