import type { Locale } from '../../localization/locale.js';
import type { Localization } from '../../localization/localization.js';
import { loadRegionNames } from '../../localization/region-names.js';
import { readPhone, type PhoneReading } from '../../validation/phone-number.js';
import { phoneRegions } from '../../validation/phone-table.js';
import type { HarremanCallbackButton } from './callback-button.js';
import { countryOf } from './country.js';

/** A country to choose: its code, name, and what is dialled before its numbers. */
export interface Country {
  readonly code: string;
  readonly label: string;
}

/** What the number is taken for, and the country that it is read in. */
export class PhoneField {
  /** What to choose from, once it is wanted and has come. */
  countries: readonly Country[] = [];

  readonly #host: HarremanCallbackButton;
  readonly #text: () => string;
  /** The country that the visitor has chosen. */
  #chosen: string | undefined;
  /** Whether the visitor has finished writing, so that the number may be said back (never in the middle of it). */
  #isLeft = false;
  #asksCountry = false;
  #countriesFor: Locale | undefined;
  /** A number that was told to be doubtful: sent once more, it is meant. */
  #told: string | undefined;

  constructor(host: HarremanCallbackButton, text: () => string) {
    this.#host = host;
    this.#text = text;
    // What the browser or a draft has filled in is finished. Who is in the form is not to see it move by itself.
    this.#isLeft = text() !== '' && !host.shadowRoot?.activeElement?.matches('[name]');
    if (this.country === undefined) this.askCountry();
  }

  get country(): string | undefined {
    const country = this.#chosen ?? countryOf(this.#host);
    return country !== undefined && phoneRegions().has(country) ? country : undefined;
  }

  get asksCountry(): boolean {
    return this.#asksCountry;
  }

  get reading(): PhoneReading | undefined {
    return readPhone(this.#text(), this.country);
  }

  /** The reading, where it may be said back. */
  get said(): PhoneReading | undefined {
    return this.#isLeft ? this.reading : undefined;
  }

  /** What is sent: E.164, an extension behind it as RFC 3966 writes it; `undefined` where the text is sent as it is. */
  get wire(): string | undefined {
    const { e164, extension } = this.reading ?? {};
    if (e164 === undefined) return undefined;
    return extension === undefined ? e164 : `${e164};ext=${extension}`;
  }

  /** A number as people in the country write it. */
  get example(): string {
    return phoneRegions().get(this.country ?? '')?.example ?? '';
  }

  written(): void {
    this.#isLeft = false;
  }

  left(): void {
    this.#isLeft = this.#text().trim() !== '';
    if (this.#isLeft && this.reading?.isSure === false) this.askCountry();
    this.#host.requestUpdate();
  }

  /** Shows the list of countries. */
  askCountry(): void {
    this.#asksCountry = true;
    const { locale } = this.#host.language.current!;
    if (this.#countriesFor === locale) return;
    this.#countriesFor = locale;
    const regions = phoneRegions();
    loadRegionNames(locale, [...regions.keys()]).then(
      (names) => this.#list(names.map(([code, name]) => ({ code, label: `${name} (+${regions.get(code)!.callingCode})` }))),
      // Codes say it, too.
      () => this.#list([...regions.values()].map(({ code, callingCode }) => ({ code, label: `${code} (+${callingCode})` }))),
    );
  } // prettier-ignore

  choose(code: string): void {
    this.#chosen = code || undefined;
    this.#isLeft = this.#text().trim() !== '';
    this.#host.requestUpdate();
  }

  /** What is wrong with it. A number that no plan has is told once; who sends it again means it. */
  problem(words: Localization<'callback-button'>): string | undefined {
    const text = this.#text().trim();
    if (!text) return undefined;
    this.#isLeft = true;
    const { reading } = this;
    if (!reading) {
      const example = this.example || '+34 943 00 00 00';
      return words.text('numberInvalid', { example });
    }
    if (reading.e164 === undefined) {
      this.askCountry();
      return words.text('phoneCountryRequired');
    }
    if (reading.isSure || this.#told === text) return undefined;
    this.#told = text;
    this.askCountry();
    return words.text('phoneUnsure');
  }

  reset(): void {
    this.#isLeft = false;
    this.#told = this.#chosen = undefined;
    this.#asksCountry = this.country === undefined;
  }

  #list(countries: readonly Country[]): void {
    this.countries = countries;
    this.#host.requestUpdate();
  }
}
