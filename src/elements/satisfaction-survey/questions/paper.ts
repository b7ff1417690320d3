import { html, nothing, type TemplateResult } from 'lit';
import { fieldsOf, type Field, type FieldGroup, type FormEntry } from '../../../controllers/field.js';
import type { Localization } from '../../../localization/localization.js';
import { scales, type SurveyScale } from '../../../submission/survey-scales.js';
import { choiceTemplate, hintTemplate, optionalMark, type FieldView } from '../../../ui/field.js';
import { consentField } from '../../../ui/form-view.js';
import { scaleTemplate, type ScaleView } from '../scale-view.js';
import type { SurveyHost } from '../survey-host.js';
import { askedNow } from './asked.js';
import { Choices } from './choices.js';
import type { FieldExtras, Question } from './question.js';
import { readQuestions } from './read-questions.js';

/** What is asked now: the preset's question, the owner's own, the reason, the consent. */
export class Paper {
  score: Field | undefined;
  /** The owner's questions; one that isn't asked now leaves its place empty. */
  own: readonly (Field | FieldGroup | undefined)[] = [];
  comment: Field | undefined;
  consent: Field | undefined;
  readonly choices: Choices;

  readonly #host: SurveyHost;
  /** Takes an answer back. */
  readonly #clear: (field: Field) => void;
  readonly #extras = new Map<string, FieldExtras>();
  #questions: readonly Question[] = [];
  #readFrom: unknown;

  constructor(host: SurveyHost, clear: (field: Field) => void) {
    this.#host = host;
    this.#clear = clear;
    this.choices = new Choices(this.#extras);
  }

  /** Settles which questions there are now, by what has been answered. */
  ask(): void {
    const host = this.#host;
    const { preset } = host;
    const words = this.#words;
    this.#read();
    const taken = new Set([
      ...this.#questions.flatMap(({ entry }) => fieldsOf([entry])).map(({ name }) => name),
      ...host.light.current.hidden.map(([name]) => name),
    ]);
    this.score = preset && !taken.has('score') ? scoreField(host.scale(words, preset, '')) : undefined;
    this.comment = taken.has('comment')
      ? undefined
      : { name: 'comment', type: 'textarea', label: words.text('comment') };
    this.consent = host.wantsConsent ? consentField(host.words) : undefined;
    const first = this.score ? [this.score] : [];
    const asked = askedNow(this.#questions, (field) => host.form.value(field), first, host);
    this.own = asked.map((entry) => {
      if (!entry || !('fields' in entry)) return entry && this.#shaped(entry);
      return { ...entry, fields: entry.fields.map((field) => this.#shaped(field)) };
    });
    host.fields = fieldsOf([this.score, ...this.own, this.comment, this.consent]);
  }

  /** Each question by itself; the reason and the consent end it. */
  get pages(): readonly (readonly FormEntry[])[] {
    const single = [this.score, ...this.own].flatMap((entry) => (entry ? [[entry]] : []));
    const last = [this.comment, this.consent].filter(Boolean);
    if (!last.length) return single;
    if (this.comment || !single.length) return [...single, last];
    return [...single.slice(0, -1), [...single[single.length - 1]!, ...last]];
  }

  /** On which page a field is. */
  pageOf({ name }: Field): number {
    const index = this.pages.findIndex((page) => fieldsOf(page).some((field) => field.name === name));
    return Math.max(0, index);
  }

  /** The scale that the score is on: the preset's, or one of the owner's own under the kit's name. */
  get scale(): SurveyScale | undefined {
    const { preset, fields } = this.#host;
    if (this.score && preset) return scales[preset];
    const options = fields.find(({ name }) => name === 'score')?.options ?? [];
    const numbers = options.map(({ value }) => Number(value));
    if (numbers.length < 2 || !numbers.every(Number.isInteger)) return undefined;
    return { metric: 'csat', look: 'numbers', min: Math.min(...numbers), max: Math.max(...numbers) };
  }

  /** The owner's HTML is read again when it has changed. */
  #read(): void {
    const { current } = this.#host.light;
    if (current === this.#readFrom) return;
    this.#readFrom = current;
    this.#questions = readQuestions(this.#host);
    this.#extras.clear();
    for (const { extras } of this.#questions)
      for (const [name, extra] of extras) this.#extras.set(name, extra);
  }

  /** An owner's field as a survey shows it: as a scale, with its limits, and with a way to take an answer back. */
  #shaped(field: Field): Field {
    const hint = this.choices.hint(field, this.#words);
    const shaped: Field = hint ? { ...field, hint } : field;
    if (field.type !== 'radio') return shaped;
    const look = this.#extras.get(field.name)?.look;
    const template = (view: FieldView): TemplateResult => {
      const clear = !field.required && view.value !== '' ? this.#clearButton(field) : nothing;
      const after = html`${clear} ${view.after}`;
      if (!look) return choiceTemplate({ ...view, after }, `field ${view.error ? 'invalid' : ''}`);
      return scaleTemplate({
        name: field.name,
        id: view.id,
        look,
        legend: html`${field.label}${optionalMark(field, view.words)}`,
        options: field.options ?? [],
        value: String(view.value),
        required: field.required ?? false,
        scoreOf: (score, max) => this.#words.text('scoreOf', { score, max }),
        hint: field.hint ? hintTemplate(view) : undefined,
        error: view.error,
        after,
      });
    };
    return { ...shaped, template };
  }

  #clearButton(field: Field): TemplateResult {
    return html`<button type="button" class="link" part="clear-button" @click=${() => this.#clear(field)}>
      ${this.#words.text('clearAnswer')}
    </button>`;
  }

  get #words(): Localization<'satisfaction-survey'> {
    return this.#host.language.current!;
  }
}

/** The preset's question as a field like the others; its answers as they are written down for the visitor. */
const scoreField = ({ legend, options }: ScaleView): Field => ({
  name: 'score',
  type: 'radio',
  label: String(legend),
  required: true,
  options: options.map(({ value, label }) => ({
    value,
    label: [value, label].filter(Boolean).join(' – '),
  })),
});
