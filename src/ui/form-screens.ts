import { html, nothing, type TemplateResult } from 'lit';
import { isConsent, type Field } from '../controllers/field.js';
import { readFileRules } from '../controllers/file-rules.js';
import type { OutboxNews } from '../delivery/outbox/outbox.js';
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
import { KEPT_TEXTS, keptNotice } from './kept-notice.js';
import { noticesTemplate, type Notice } from './notices.js';
import {
  contactsTemplate,
  endTemplate,
  failureTemplate,
  uncopiedTemplate,
  waitText,
  type Contact,
} from './outcome.js';
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
  #datesFailed = false;

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
    const { maxLength, name } = field;
    if (maxLength) return limitTemplate(this.#words, maxLength, this.#host.form.text(name), idOf(name));
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

  notices() {
    return html`${noticesTemplate([...this.#kept(), ...this.#draft(), ...this.#engine.notices()])}${
      this.#engine.submission.phase === 'editing'
        ? uncopiedTemplate(this.#engine.uncopied, this.#words)
        : nothing
    }`;
  }

  #draft(): readonly Notice[] {
    const { restored } = this.#engine.draft;
    const { words, dates } = this.#language;
    // Told once, with all that there is to tell.
    if (!restored || !(dates ?? this.#datesFailed)) return [];
    const time = dates && words.text('draftSaved', { time: dates.dateTime(restored) });
    return [
      {
        texts: [[words.text('draftRestored'), time].filter(Boolean).join(' ')],
        actions: [[words.text('draftDiscard'), () => this.#engine.discardDraft()]],
      },
    ];
  }

  /** What has become of messages that were kept on this device. They are known by when they were written. */
  #kept(): readonly Notice[] {
    const { kept } = this.#engine;
    const entries = kept?.entries ?? [];
    if (!kept || !(this.#language.dates ?? this.#datesFailed)) return [];
    return entries.map((entry) =>
      keptNotice(entry, this.keptText(entry.state, entry.createdAt, entry.reference), this.#words, {
        close: () => kept.close(entry),
        send: () => kept.send(entry),
        copy: () => void this.#engine.copy(entry.text),
        edit: kept.takeBack(entry),
        delete: () => void kept.delete(entry),
      }),
    );
  }

  /** What has become of one, in a sentence. */
  keptText(state: OutboxNews['state'], at: number | string, reference: string): string {
    const time = timeText(new Date(at), this.#language.dates);
    return state === 'deleted'
      ? this.#words.text('savedDeleted')
      : this.#words.text(KEPT_TEXTS[state], { time, reference });
  }

  summary() {
    const { problems } = this.#engine;
    if (!problems.any) return nothing;
    const { remarks } = problems;
    const entries = [
      ...remarks.map((text) => ({ text })),
      ...problems.places.map((name) => {
        const problem = problems.get(name);
        const field = this.#host.form.field(name);
        return problem && field && { target: idOf(name), text: problemText(this.#language, field, problem) };
      }),
    ];
    const focus = (target: string) => this.#engine.focus(target);
    // What stands at no field may be nothing that a visitor can mend.
    return html`${errorSummaryTemplate(entries, this.#words, this.#innerLevel, focus)}
    ${remarks.length ? contactsTemplate(this.#contacts, this.#words) : nothing}`;
  }

  review() {
    return reviewTemplate({
      answers: answersOf(this.#language, this.#answered, this.#host.form, this.#engine.files),
      headingLevel: this.#innerLevel,
      words: this.#words,
      change: (name) => this.#engine.change(name),
    });
  }

  failure() {
    const { failure, wait, phase, deduplicates } = this.#engine.submission;
    if (phase !== 'failed' || !failure) return nothing;
    return failureTemplate({
      failure,
      wait,
      mayDouble: failure.arrived === 'unknown' && !deduplicates,
      ownText: this.ownText,
      contacts: this.#contacts,
      headingLevel: this.#innerLevel,
      words: this.#words,
      retry: () => void this.#engine.submit(),
      copy: (text) => void this.#engine.copy(text),
      uncopied: this.#engine.uncopied,
    });
  }

  /** Leads to the panel of a try that failed. How long a new one has to wait is said once, not with each second. */
  tellFailure(): void {
    const { wait } = this.#engine.submission;
    this.#engine.focus('retry');
    if (wait) this.#engine.announce(waitText(this.#words, wait));
  }

  /** How much has left, where the browser tells. */
  progress() {
    const { busy, progress } = this.#engine.submission;
    return busy && progress !== undefined
      ? html`<progress max="1" .value=${progress} aria-label=${this.#words.text('uploading')}></progress>`
      : nothing;
  }

  end({ sent, next, another }: FormWords) {
    const words = this.#words;
    const { kept, submission } = this.#engine;
    const { phase, reference } = submission;
    const saved = phase === 'saved';
    return endTemplate({
      sent: !saved,
      title: saved ? words.text('savedTitle') : sent,
      texts: saved ? [words.text('savedText')] : next,
      ...(!saved && { textsTitle: words.text('whatNext') }),
      reference,
      ownText: `${words.text('reference')}: ${reference}\n${this.ownText}`,
      another,
      keepsake: saved ? nothing : this.#engine.keepsake(),
      contacts: saved ? this.#contacts : [],
      forget: saved ? kept?.forget : undefined,
      headingLevel: this.#host.level,
      words,
      restart: () => {
        this.#host.reset();
        this.#engine.focusField();
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
    const { draft, kept } = this.#engine;
    const isShown =
      draft.restored !== undefined ||
      (kept?.entries ?? []).length > 0 ||
      this.#host.fields.some(({ type }) => type === 'date');
    if (!isShown || !locale || locale === this.#datesLocale) return;
    this.#datesLocale = locale;
    loadDates(locale).then(
      (dates) => {
        this.#dates = dates;
        this.#host.requestUpdate();
      },
      () => {
        this.#datesFailed = true;
        this.#host.requestUpdate();
      },
    );
  }

  get #contacts(): readonly Contact[] {
    return contactsOf(this.#host.light.current.contacts);
  }

  get #innerLevel(): number {
    return Math.min(6, this.#host.level + 1);
  }

  /** What the visitor wrote, to be kept or copied. */
  get ownText(): string {
    const fields = this.#answered.filter((field) => !isConsent(field));
    return plainText(answersOf(this.#language, fields, this.#host.form, this.#engine.files), this.#words);
  }

  /** The fields whose answers say something by themselves. */
  get #answered(): readonly Field[] {
    return this.#host.fields.filter(({ aside }) => !aside);
  }

  get #words(): Words {
    return this.#host.words;
  }
}

/**
 * A moment of today by its time alone. What writes dates may not have come, above all to who is offline: then it is in
 * figures in the order of ISO 8601, which is how Swedish writes them, and is misread in no language.
 */
export const timeText = (date: Date, dates: DateFormatter | undefined): string => {
  const isToday = date.toDateString() === new Date().toDateString();
  if (!dates) return date.toLocaleString('sv').slice(isToday ? 11 : 0, 16);
  return isToday ? dates.time(date) : dates.dateTime(date);
};
