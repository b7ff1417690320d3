import { html, type nothing, type TemplateResult } from 'lit';
import { DEFINING } from '../../controllers/at-once.js';
import { complain } from '../../controllers/complain.js';
import { isStored, draftKey } from '../../controllers/draft-key.js';
import { fieldsOf, type Field, type FormEntry } from '../../controllers/field.js';
import { FormValues } from '../../controllers/form-values.js';
import { PENDING } from '../../delivery/outbox/pending-key.js';
import { openWithin } from '../../schedule/call-times.js';
import { consentField, formTemplate } from '../../ui/form-view.js';
import { EngineDock, type Pressed } from '../../ui/engine-dock.js';
import type { FormWords, PrefillValue } from '../../ui/form-widget.js';
import type { HarremanCallbackButton } from './callback-button.js';
import type * as EngineModule from './callback-engine.js';
import type { CallbackEngine } from './callback-engine.js';
import type { Opening } from './opening.js';
import { askedLately } from './asked-lately.js';
import { countryOf } from './country.js';
import { requestFields } from './request-fields.js';

/** Characters of a question that becomes the topic of a call. */
const LONGEST_TOPIC = 300;

/**
 * The form that asks for a call: its fields and what is written in them. What comes after the first touch (reading the
 * number, sending) is the engine's, which is fetched then.
 */
export class RequestForm {
  /** The fields that the visitor is asked for. */
  fields: readonly Field[] = [];
  readonly values: FormValues;
  /** When the form could first be used, in milliseconds. */
  usableSince = Date.now();
  /** Whether anything was written by a person, or by the browser for one. */
  touched = false;

  readonly #host: HarremanCallbackButton;
  readonly #opening: Opening;
  readonly #dock: EngineDock<CallbackEngine, typeof EngineModule>;
  #entries: readonly FormEntry[] = [];

  constructor(host: HarremanCallbackButton, opening: Opening) {
    this.#host = host;
    this.#opening = opening;
    this.values = new FormValues(host);
    this.#dock = new EngineDock(
      host,
      () => host.importEngine(),
      ({ CallbackEngine: Engine }) => new Engine(host, opening),
    );
  }

  /** There once somebody has touched the form. */
  get engine(): CallbackEngine | undefined {
    return this.#dock.engine;
  }

  /** What became of a press of its button, as long as there is nothing to send with. */
  get pressed(): Pressed {
    return this.#dock.pressed;
  }

  /** Whether there is anywhere to send to, as far as is known. */
  get isOffered(): boolean {
    return this.#host.canSend && !this.engine?.standsBack;
  }

  /** Whether it is only whole with the engine: controls in the HTML, a draft, something to tell. */
  get wantsEngine(): boolean {
    const host = this.#host;
    const slot = host.closest('[slot]');
    return (
      host.rememberSource ||
      [...host.attributes].some(({ name }) => name.startsWith('prefill-')) ||
      [...host.querySelectorAll(DEFINING)].some((element) => element.closest('[slot]') === slot) ||
      (host.mayPersist && ([PENDING, draftKey(host)].some(isStored) || askedLately() !== undefined))
    );
  }

  /** Before each rendering. */
  update(): void {
    const host = this.#host;
    const words = host.language.current!;
    const { dates, hours, visitor, zoneNote } = this.#opening;
    if (!dates || !hours) return;
    const entries = requestFields({
      words,
      dates,
      times: this.#opening.times(Date.now()),
      partsOf: (window) => openWithin(hours, window),
      when: this.values.text('when') || 'soon',
      day: this.values.text('day'),
      zone: zoneNote ? visitor.name : undefined,
      example: this.engine ? this.engine.exampleHint : countryOf(host) && '\u00a0',
      hasEngine: this.engine !== undefined,
    });
    const laid = this.engine?.overlay(entries) ?? entries;
    this.#entries = [...laid, host.wantsConsent ? consentField(host.words) : undefined];
    this.fields = fieldsOf(this.#entries);
  }

  /** @param before what stands above the fields */
  template(before: TemplateResult, back: TemplateResult | typeof nothing): TemplateResult {
    const host = this.#host;
    const { engine } = this;
    const { dates } = this.#opening;
    if (!dates || (!engine && this.wantsEngine && !this.#dock.failed)) {
      if (dates) void this.touch();
      return html`<div class="view" aria-busy="true">${before}</div>`;
    }
    const phrases = this.#phrases();
    return html`<div @input=${this.#onInput} @focusin=${() => void this.touch()}>
      ${engine?.ended
        ? engine.screens.end(phrases)
        : formTemplate({
            entries: this.#entries,
            form: this.values,
            words: host.words,
            phrases,
            level: host.level,
            privacyAddress: host.privacyAddress,
            engine,
            pressed: this.pressed,
            press: () => void this.press(),
            steps: before,
            back,
          })}
      <p class="visually-hidden" role="status">${engine?.announcement}</p>
    </div>`;
  } // prettier-ignore

  prefill(values: Readonly<Record<string, PrefillValue>>): void {
    const topic = values['topic'] ?? values['question'];
    for (const name of Object.keys(values)) {
      const value = values[name];
      if (value === null || value === undefined || name === 'regarding') continue;
      if (typeof value === 'object' && !Array.isArray(value))
        complain(this.#host, `prefill.${name}`, typeof value, 'not a text');
      else this.values.set(name, Array.isArray(value) ? value.map(String) : String(value));
    }
    if (typeof topic === 'string' && topic.length <= LONGEST_TOPIC) this.values.set('topic', topic);
  }

  /** The button of the form was pressed, or Enter. */
  press(): Promise<void> {
    return this.#dock.press((engine) => engine.submit());
  }

  reset(): void {
    this.values.reset();
    this.engine?.reset();
    this.usableSince = Date.now();
    this.touched = false;
  }

  /** While the visitor looks and writes, what they will need is fetched. */
  touch(): Promise<void> {
    return this.#dock.touch();
  }

  #phrases(): FormWords {
    const words = this.#host.language.current!;
    const isCancelled = this.engine?.cancelling === 'sent';
    return {
      heading: this.#host.heading ?? words.text('heading'),
      promise: '',
      send: this.#host.light.current.form?.submitLabel ?? words.text('sendRequest'),
      sent: words.text(isCancelled ? 'cancelSent' : 'requestSent'),
      next: this.engine?.ended && !isCancelled ? [words.text('nextCall')] : [],
      another: words.text('anotherRequest'),
    };
  }

  readonly #onInput = (event: Event): void => {
    this.touched ||= event.isTrusted;
    const field = this.values.take(event.target);
    // Who fills a form in without its focus (an extension, a voice) touches it with this.
    if (field && this.engine) this.engine.changed(field);
    else void this.touch();
  };
}
