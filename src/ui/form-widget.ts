import { html, type PropertyValues, type TemplateResult } from 'lit';
import { needsAllAtOnce } from '../controllers/at-once.js';
import { complain } from '../controllers/complain.js';
import type { Definition } from '../controllers/definition.js';
import { fieldsOf, type Field, type FormEntry } from '../controllers/field.js';
import { FormValues } from '../controllers/form-values.js';
import { LocalizationController } from '../controllers/localization-controller.js';
import { onServer } from '../controllers/on-server.js';
import { pageSettings } from '../controllers/settings.js';
import { isPlainEndpoint } from '../delivery/plain-endpoint.js';
import type { WidgetKey } from '../localization/catalogue.js';
import type { WidgetWords } from '../localization/importers.js';
import type { Locale } from '../localization/locale.js';
import type { Localization } from '../localization/localization.js';
import { loadLater, loadMessages } from '../localization/registry.js';
import type { WidgetName } from '../submission/types.js';
import { EngineDock } from './engine-dock.js';
import type { EngineHost, WidgetEngine } from './engine-host.js';
import { consentField, formTemplate, type FormView } from './form-view.js';
import { TemplateWidget } from './template-widget.js';

/** What a field can be filled with; nothing leaves it as it is. */
export type PrefillValue = string | number | boolean | readonly string[] | null | undefined;

/** What a form fetches at its first touch. */
export interface EngineModule {
  readonly FormEngine: new (host: EngineHost) => WidgetEngine;
  readonly readDefinition: (host: Element) => Definition;
}

/** What a form says in its own words. */
export interface FormWords {
  /** Empty for none. */
  readonly heading: string;
  /** What is promised above the button that sends; empty for nothing. */
  readonly promise: string;
  readonly send: string;
  /** Title of the end, when the submission has been sent. */
  readonly sent: string;
  /** What happens next. */
  readonly next: readonly string[];
  /** The button that begins anew. */
  readonly another: string;
}

/**
 * A widget that is a form. A subclass says which fields it has and in which words. This class shows them and holds
 * what is written; everything after the first touch is the `FormEngine`'s, which is fetched then.
 */
export abstract class FormWidget<W extends WidgetKey = WidgetKey> extends TemplateWidget<W> {
  /** @internal The words that a subclass says. */
  static words: WidgetWords;
  /** @internal There once it was fetched for any element of the class. */
  static engineModule: EngineModule | undefined;

  /** @internal Where a subclass's engine comes from. */
  static importEngine(): Promise<EngineModule> {
    return import('./form-engine.js');
  }

  /** @internal */
  static async loadEngine(): Promise<EngineModule> {
    return (this.engineModule ??= await this.importEngine());
  }

  /** @internal Whether the answers are shown once more before they are sent. */
  review = false;

  /** @internal */
  override readonly language = new LocalizationController(this, this.#class.words as WidgetWords<W>);
  /** @internal The fields that the visitor is asked for. */
  fields: readonly Field[] = [];
  /** @internal */
  readonly form = new FormValues(this);
  /** @internal The submission that this one follows. */
  regarding: string | undefined;
  /** @internal When the form could first be used, in milliseconds; 0 before. */
  usableSince = 0;
  /** @internal Whether anything was written by a person, or by the browser for one. */
  touched = false;

  readonly #dock = new EngineDock(
    this,
    () => this.#class.loadEngine(),
    ({ FormEngine }): WidgetEngine => new FormEngine(this),
  );
  #entries: readonly FormEntry[] = [];

  /** @internal The widget's name on the wire. */
  abstract readonly wireName: WidgetName;
  /** @internal Wire fields that are the kit's own; any other name is an owner's. */
  abstract readonly wireFields: readonly string[];
  /** @internal The name of the field before which an owner's own fields are added. */
  abstract readonly extrasBefore: string;
  /** The form's places, in their order, without the consent. */
  protected abstract define(localization: Localization<W>): readonly FormEntry[];
  /** What only this widget says. */
  protected abstract phrases(localization: Localization<W>): FormWords;

  get #class(): typeof FormWidget {
    return this.constructor as typeof FormWidget;
  }

  /** There once somebody has touched the form. */
  protected get engine(): WidgetEngine | undefined {
    return this.#dock.engine;
  }

  /** What a form of several steps shows in place of all of it. */
  protected stage(entries: readonly FormEntry[]): Partial<FormView> {
    return { entries };
  }

  /**
   * Fills in what is known from elsewhere: values by the names of their fields, and `regarding`. What the visitor
   * has written stays. A name that the form doesn't have now is kept for when it does (a topic may bring it).
   */
  prefill(values: Readonly<Record<string, PrefillValue>>): void {
    for (const name of Object.keys(values)) {
      const value = values[name];
      if (value === null || value === undefined) continue;
      if (name === 'regarding') this.regarding = String(value);
      else if (Array.isArray(value)) this.form.set(name, value.map(String));
      else if (typeof value === 'object') complain(this, `prefill.${name}`, typeof value, 'not a text');
      else this.form.set(name, String(value));
    }
  }

  /** The same as pressing the button that sends. Resolves when it is known how that ended. */
  submit(): Promise<void> {
    return this.press();
  }

  /** The button of the form was pressed, or Enter. */
  protected press(): Promise<void> {
    return this.#dock.press((engine) => engine.submit());
  }

  /** Back to an empty form: what was written, its draft and its files are gone. */
  reset(): void {
    this.form.reset();
    this.#dock.engine?.reset();
    this.regarding = undefined;
    this.usableSince = 0;
    this.touched = false;
  }

  /** Focuses the first control, or the heading of the end. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.fields [name], #end')?.focus(options);
  }

  /** Fetches what an element needs to be shown at once, so that it is defined and whole in the same moment. */
  static async prepare(locale: Locale, all: boolean): Promise<void> {
    const { words } = this;
    await Promise.all([
      loadMessages(locale, words),
      all && loadLater(locale, words),
      all && this.loadEngine(),
    ]);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.wantsEngine) this.#dock.startNow(this.#class.engineModule);
    const localization = this.language.current;
    if (!localization) return;
    this.usableSince ||= Date.now();
    const entries = this.define(localization);
    const laid = this.#dock.engine?.overlay(entries) ?? entries;
    this.#entries = [...laid, this.wantsConsent ? consentField(this.words) : undefined];
    this.fields = fieldsOf(this.#entries);
  }

  protected override updated(): void {
    const { engine } = this.#dock;
    this.showStates(this.#dock);
    engine?.updated();
  }

  protected override render(): TemplateResult {
    const localization = this.language.current;
    // Until there are words, and where there is nowhere to send to, the owner's own HTML is what people see.
    if (!localization || this.#needsEngine() || this.#dock.engine?.standsBack) return html`<slot></slot>`;
    const { engine, pressed } = this.#dock;
    const phrases = this.phrases(localization);
    return html`<div class="root" part="base" lang=${localization.locale} dir=${this.language.direction}
      @input=${this.#onInput} @focusin=${this.#onTouch}>
      ${engine?.ended
        ? engine.screens.end(phrases)
        : formTemplate({
            entries: this.#entries,
            form: this.form,
            words: this.words,
            phrases,
            level: this.level,
            privacyAddress: this.privacyAddress,
            engine,
            pressed,
            press: () => void this.press(),
            ...this.stage(this.#entries),
          })}
      <p class="visually-hidden" role="status">${engine?.announcement}</p>
    </div>`;
  } // prettier-ignore

  /** Whether the form is only whole with the engine: a draft to restore, files to choose, an address to look at. */
  protected get wantsEngine(): boolean {
    const endpoint = this.endpoint ?? pageSettings().endpoint ?? '';
    // A server shows what it has.
    if (onServer) return false;
    // Attributes and HTML ask for it, or properties that never were attributes.
    return (
      needsAllAtOnce(this) ||
      this.rememberSource ||
      this.prefillUrl !== '' ||
      this.fields.some(({ files }) => files) ||
      (this.transport === undefined && !isPlainEndpoint(endpoint, location))
    );
  }

  #needsEngine(): boolean {
    if (this.#dock.engine || this.#dock.failed || !this.wantsEngine) return false;
    this.#onTouch();
    return true;
  }

  #onTouch(): void {
    void this.#dock.touch();
  }

  #onInput(event: Event): void {
    this.touched ||= event.isTrusted;
    const field = this.form.take(event.target);
    // Who fills a form in without its focus (an extension, a voice) touches it with this.
    if (field && this.engine) this.engine.changed(field);
    else this.#onTouch();
  }
}
