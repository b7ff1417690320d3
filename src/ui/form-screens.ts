import { html, nothing, type TemplateResult } from 'lit';
import { isConsent, type Field } from '../controllers/field.js';
import { readFileRules } from '../controllers/file-rules.js';
import { loadDates, type DateFormatter } from '../localization/dates.js';
import type { Locale } from '../localization/locale.js';
import { contactsOf } from './contacts.js';
import type { EngineHost } from './engine-host.js';
import { errorSummaryTemplate } from './error-summary.js';
import { fileFieldTemplate } from './file-field.js';
import type { FormEngine } from './form-engine.js';
import { idOf } from './form-view.js';
import type { FormWords } from './form-widget.js';
import { limitTemplate } from './limit.js';
import { endTemplate, failureTemplate } from './outcome.js';
import { reviewTemplate } from './review.js';
import { errorTemplate, richTemplate } from './rich-field.js';
import { answersOf, plainText, problemText, type Language } from './text.js';
import type { Words } from './words.js';

/** What a form shows once somebody uses it. What is shown follows from the engine; what is pressed goes back to it. */
export class FormScreens {
  #engine: FormEngine;
  #host: EngineHost;
  #dates: DateFormatter | undefined;
  #datesLocale: Locale | undefined;

  constructor(engine: FormEngine, host: EngineHost) {
    this.#engine = engine;
    this.#host = host;
  }

  readonly rich = richTemplate;

  /** What is wrong with a field, as its error message. */
  error(field: Field): TemplateResult | undefined {
    const problem = this.#engine.problems.get(field.name);
    return (
      problem && errorTemplate(idOf(field.name), problemText(this.#language, field, problem), this.#words)
    );
  }

  file(field: Field): TemplateResult {
    return fileFieldTemplate({
      field,
      rules: readFileRules(this.#host, field.files ?? {}),
      chosen: this.#engine.files.of(field.name),
      error: this.error(field),
      id: idOf(field.name),
      words: this.#words,
      add: (files) => this.#engine.addFiles(field, files),
      remove: (file) => this.#engine.removeFile(field, file),
    });
  }

  /** What is said beneath a control as it is filled. */
  advice(field: Field): TemplateResult | typeof nothing {
    if (field.maxLength) return limitTemplate(this.#words, field.maxLength, this.#host.form.text(field.name));
    if (field.type !== 'email') return nothing;
    const suggestion = this.#engine.suggestion?.field.name === field.name ? this.#engine.suggestion : undefined;
    // The live region is there before anything is written into it. Advice, never an error.
    return html`<div class="suggestion" role="status">${
      suggestion
        ? html`<span>${this.#words.text('emailSuggestion', { email: suggestion.email })}</span>
            <button type="button" class="link" @click=${() => this.#engine.acceptSuggestion()}>${this.#words.text('emailSuggestionAccept')}</button>`
        : nothing
    }</div>`;
  } // prettier-ignore

  notice() {
    const { restored } = this.#engine.draft;
    if (!restored) return nothing;
    const { words, dates } = this.#language;
    return html`<span>
        ${words.text('draftRestored')}
        ${dates ? words.text('draftSaved', { time: dates.dateTime(restored) }) : nothing}
      </span>
      <button type="button" class="link" @click=${() => this.#engine.discardDraft()}>
        ${words.text('draftDiscard')}
      </button>`;
  }

  summary() {
    const entries = [
      ...this.#engine.problems.remarks.map((text) => ({ text })),
      ...this.#engine.problems.all.map(([field, problem]) => ({
        target: idOf(field.name),
        text: problemText(this.#language, field, problem),
      })),
    ];
    if (!entries.length) return nothing;
    return errorSummaryTemplate(entries, this.#words, this.#innerLevel, (target) =>
      this.#engine.focus(target),
    );
  }

  review() {
    return reviewTemplate({
      answers: answersOf(this.#language, this.#host.fields, this.#host.form, this.#engine.files),
      headingLevel: this.#innerLevel,
      words: this.#words,
      change: (name = this.#host.fields[0]?.name ?? '') => {
        this.#engine.reviewing = false;
        this.#engine.focus(idOf(name));
      },
    });
  }

  failure() {
    const { failure, wait, phase, deduplicates } = this.#engine.submission;
    if (phase !== 'failed' || !failure) return nothing;
    return failureTemplate({
      failure,
      wait,
      mayDouble: failure.arrived === 'unknown' && !deduplicates,
      ownText: this.#ownText,
      contacts: contactsOf(this.#host.light.current.contacts),
      headingLevel: this.#innerLevel,
      words: this.#words,
      retry: () => void this.#engine.submit(),
      copy: (text) => void this.#engine.copy(text),
      uncopied: this.#engine.uncopied,
    });
  }

  end({ sent, next, another }: FormWords) {
    const words = this.#words;
    const saved = this.#engine.submission.phase === 'saved';
    const { reference } = this.#engine.submission;
    return endTemplate({
      title: saved ? words.text('savedTitle') : sent,
      texts: saved ? [words.text('savedText')] : next,
      ...(!saved && { textsTitle: words.text('whatNext') }),
      reference,
      ownText: `${words.text('reference')}: ${reference}\n${this.#ownText}`,
      another,
      headingLevel: this.#host.level,
      words,
      restart: () => {
        this.#host.reset();
        this.#engine.focus(idOf(this.#host.fields[0]?.name ?? ''));
      },
      copy: (text) => void this.#engine.copy(text),
      uncopied: this.#engine.uncopied,
    });
  }

  get #language(): Language {
    this.#fetchDates();
    return { words: this.#words, dates: this.#dates };
  }

  /** Dates are fetched where one is shown; until then, and where that fails, they stand as they were given. */
  #fetchDates(): void {
    const locale = this.#host.language.current?.locale;
    const shown = this.#engine.draft.restored ?? this.#host.fields.some(({ type }) => type === 'date');
    if (!shown || !locale || locale === this.#datesLocale) return;
    this.#datesLocale = locale;
    loadDates(locale).then(
      (dates) => {
        this.#dates = dates;
        this.#host.requestUpdate();
      },
      () => undefined,
    );
  }

  get #innerLevel(): number {
    return Math.min(6, this.#host.level + 1);
  }

  get #ownText(): string {
    const fields = this.#host.fields.filter((field) => !isConsent(field));
    return plainText(answersOf(this.#language, fields, this.#host.form, this.#engine.files));
  }

  get #words(): Words {
    return this.#host.words;
  }
}
