import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../../controllers/field.js';
import { contactsOf } from '../../ui/contacts.js';
import { FormScreens } from '../../ui/form-screens.js';
import { formatPhone } from '../../validation/phone-number.js';
import type { HarremanCallbackButton } from './callback-button.js';
import type { CallbackEngine } from './callback-engine.js';

/** What the request for a call shows besides what every form does: the number as it was understood, and what was promised. */
export class CallbackScreens extends FormScreens {
  readonly #callback: CallbackEngine;
  readonly #element: HarremanCallbackButton;

  constructor(engine: CallbackEngine, host: HarremanCallbackButton) {
    super(engine, host);
    this.#callback = engine;
    this.#element = host;
  }

  override advice(field: Field): TemplateResult | typeof nothing {
    if (field.name !== 'phone') return super.advice(field);
    const words = this.#element.language.current!;
    const { phone } = this.#callback;
    const { said } = phone;
    // The live region is there before anything is written into it.
    return html`<div class="reading" part="reading" role="status">${
        said?.e164 === undefined
          ? nothing
          : html`<span>${words.text('phoneTaken')}: ${numberTemplate(said.e164, said.extension)}</span>`
      }</div>
      ${phone.asksCountry ? this.#countryTemplate() : said ? html`<div><button type="button" class="link" @click=${() => this.#askCountry()}>${words.text('otherCountry')}</button></div>` : nothing}`;
  } // prettier-ignore

  /** What was promised, from what was sent; and the way to take it back. */
  promise(): TemplateResult {
    const words = this.#element.language.current!;
    const engine = this.#callback;
    const [e164 = '', extension] = engine.promisedNumber.split(';ext=');
    return html`${engine.cancelling === 'sent' ? nothing : html`<p part="promise">${words.text('promisedNumber')}: <strong>${numberTemplate(e164, extension)}</strong></p>
      <p part="promise">${words.text('promisedWindow')}: <strong>${engine.promisedText}</strong></p>`}
      ${engine.mayCancel ? html`<div><button type="button" part="cancel-button" @click=${() => void engine.cancel()}>${words.text('cancelRequest')}</button></div>` : nothing}
      <p id="cancelled" tabindex="-1" part="cancelled" ?hidden=${!this.#cancelText()}>${this.#cancelText()}</p>
      ${engine.cancelling === 'failed' ? html`<p class="contacts">${contactsOf(this.#element.light.current.contacts).map(({ href, text }) => html`<a href=${href}><bdi>${text}</bdi></a> `)}</p>` : nothing}`;
  } // prettier-ignore

  #cancelText(): string {
    const words = this.#element.language.current!;
    switch (this.#callback.cancelling) {
      case 'sending':
        return words.text('sending');
      case 'saved':
        return words.text('cancelSaved');
      case 'failed':
        return words.text('cancelFailed');
      default:
        // Of one that was sent, the title says it.
        return '';
    }
  }

  #countryTemplate(): TemplateResult {
    const words = this.#element.language.current!;
    const { phone } = this.#callback;
    const current = phone.country ?? '';
    return html`<div class="country">
      <label for="country" part="label">${words.text('country')}</label>
      <select class="control" part="control" id="country" autocomplete="tel-country-code"
        @change=${(event: Event) => phone.choose((event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${current === ''}>${words.text('choose')}</option>
        ${phone.countries.map(({ code, label }) => html`<option value=${code} ?selected=${code === current}>${label}</option>`)}
      </select>
    </div>`;
  } // prettier-ignore

  #askCountry(): void {
    this.#callback.phone.askCountry();
    this.#callback.focus('country');
    this.#element.requestUpdate();
  }
}

/** Digits run from left to right in every language. */
const numberTemplate = (e164: string, extension: string | undefined): TemplateResult => {
  const number = /^\+\d+$/.test(e164) ? formatPhone(e164) : e164;
  return html`<bdi dir="ltr">${number}${extension ? ` × ${extension}` : nothing}</bdi>`;
};
