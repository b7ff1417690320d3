import { html, nothing, type TemplateResult } from 'lit';
import { CONSENT, fieldsOf, isConsent, type Field, type FormEntry } from '../../controllers/field.js';
import type { FieldProblem } from '../../controllers/problems.js';
import type { Letter } from '../../controllers/sending.js';
import type { DeliveryOutcome } from '../../delivery/states.js';
import type { Localization } from '../../localization/localization.js';
import type { FieldEntry } from '../../submission/record.js';
import { contactsOf } from '../../ui/contacts.js';
import { optionalMark } from '../../ui/field.js';
import { FormEngine } from '../../ui/form-engine.js';
import { entryTemplate, idOf, trapTemplate } from '../../ui/form-view.js';
import type { PrefillValue } from '../../ui/form-widget.js';
import { endTemplate, moodOf } from './end-view.js';
import { followUp } from './follow-up.js';
import { keepLink, keptLink } from './keep-link.js';
import { LinkedAnswer } from './linked-answer.js';
import { Paper } from './questions/paper.js';
import { questionTemplate } from './questions/question-view.js';
import type { ScaleView } from './scale-view.js';
import type { SurveyHost } from './survey-host.js';
import { surveyInUseStyles } from './survey-in-use.styles.js';
import type { CommentView, SurveyParts } from './survey-view.js';
import { noteAsked } from './throttle.js';

export { readDefinition } from '../../controllers/definition.js';
export { FormValues } from '../../controllers/form-values.js';

type Words = Localization<'satisfaction-survey'>;

/**
 * What a survey does once somebody uses it: as every form, with the owner's questions, one at a time where that is wanted,
 * the answer of an e-mail, and what comes after.
 */
export class SurveyEngine extends FormEngine<SurveyHost> {
  /** The question in view, of a survey that asks one at a time. */
  #page = 0;
  readonly #paper: Paper;
  readonly #linked: LinkedAnswer;
  /** The first submission of this answer: what changes or completes it follows that one. */
  #first: string | undefined;

  constructor(host: SurveyHost) {
    super(host);
    host.addStyles(surveyInUseStyles);
    this.#paper = new Paper(host, (field) => this.#clear(field));
    if (host.mayPersist) host.link ??= keptLink(host.survey);
    this.#first = host.link?.sent;
    this.ask();
    this.#adopt();
    this.#linked = new LinkedAnswer(host, this);
  }

  /** Presses the button that leads on, and sends; `all`: as often as it leads on. */
  async press(all: boolean): Promise<void> {
    const page = this.#page;
    await this.submit();
    if (all && this.#page > page) await this.press(all);
  }

  /** The question of the preset, where it is in view. */
  get score(): ScaleView | undefined {
    const { preset, form } = this.host;
    if (!this.#paper.score || !preset || !this.#isShown(this.#paper.score)) return undefined;
    return {
      ...this.host.scale(this.#words, preset, form.text('score')),
      error: this.screens.error(this.#paper.score),
    };
  }

  /** The reason, where it is in view. */
  get comment(): CommentView | undefined {
    const { comment } = this.#paper;
    if (!comment || !this.#isShown(comment)) return undefined;
    const label = html`${comment.label}${optionalMark(comment, this.host.words)}`;
    return { label, value: this.host.form.text('comment'), error: this.screens.error(comment) };
  }

  /** Whether nothing more is needed before an answer may leave. */
  get hasConsent(): boolean {
    return !this.#paper.consent || this.host.form.value(this.#paper.consent) !== '';
  }

  /** What stands around the question and its reason. */
  get parts(): SurveyParts {
    const words = this.#words;
    const { busy, slow } = this.submission;
    const total = this.#paper.pages.length;
    const paged = this.host.paged && total > 1;
    const isLast = !paged || this.#page === total - 1;
    const shown = this.asked;
    const isEmpty = shown.every((field) => !field.required && this.host.form.value(field).length === 0);
    const view = {
      ...{ form: this.host.form, words: this.host.words, engine: this, privacyAddress: this.host.privacyAddress },
      ...{ entries: [], level: this.host.level, pressed: undefined },
      phrases: { heading: '', promise: '', send: '', sent: '', next: [], another: '' },
    };
    const shownNow = (each: FormEntry) => (this.#isShown(each) ? each : undefined);
    return {
      top: html`${paged ? this.#progress(total) : nothing} ${this.screens.summary()}
        <div role="status">${this.screens.notices()}</div>
        ${this.#note()}`,
      middle: this.#paper.own.map((each, index) => questionTemplate(view, shownNow(each), `group-${index}-hint`)),
      bottom: html`${entryTemplate(view, shownNow(this.#paper.consent), '')} ${trapTemplate(this.host.words)}
        ${isLast ? html`<slot name="captcha"></slot>` : nothing}`,
      back: paged && this.#page > 0
        ? html`<button type="button" part="back-button" @click=${() => this.#turn(this.#page - 1)}>${words.text('back')}</button>`
        : nothing,
      failure: html`${this.screens.failure()} ${this.screens.progress()}`,
      send: words.text(isLast ? 'send' : isEmpty ? 'skip' : 'next'),
      busy,
      status: slow ? words.text('sending') : nothing,
    };
  } // prettier-ignore

  /** The end: thanks that fit the score, and what comes next. */
  end(): TemplateResult {
    const { kept, submission } = this;
    const saved = submission.phase === 'saved';
    return endTemplate(this.host, {
      words: this.#words,
      level: this.host.level,
      mood: moodOf(this.host, this.#paper.scale, this.#number),
      saved,
      contacts: contactsOf(this.host.light.current.contacts),
      uncopied: this.uncopied,
      copy: (text) => void this.copy(text),
      forget: saved ? kept?.forget : undefined,
      change: () => this.#changeAnswer(),
    });
  }

  /** Takes over what was changed, and asks what follows from it. */
  take(target: EventTarget | null): void {
    const { form } = this.host;
    const field = form.take(target);
    if (!field) return;
    const said = this.#paper.choices.settle(field, form, this.#words);
    // At once: the boxes are read again before they are next rendered, by the event that follows this one.
    if (said !== undefined) this.#show(field);
    this.changed(field);
    const problem = this.problems.get(field.name) && this.#paper.choices.problem(field, form, this.#words);
    if (problem) this.problems.set(field.name, problem);
    // Of one that asks one at a time: what is asked later is told when it is its turn.
    const before = this.asked.map(({ name }) => name);
    this.ask();
    const isNew = this.asked.some(({ name }) => !before.includes(name));
    if (said !== undefined || isNew) this.announce(said ?? this.#words.text('newQuestion'));
    if (isConsent(field)) void this.#linked.send();
  }

  /** Settles which questions there are now. */
  ask(): void {
    this.#paper.ask();
    this.#page = Math.min(this.#page, this.#paper.pages.length - 1);
  }

  /** Later submissions of this answer follow this one. */
  follow(id: string | undefined): void {
    if (!id) return;
    this.#first ??= id;
    this.#keepLink();
  }

  /** What has been pressed in an e-mail, by itself. */
  linkedLetter(): Letter {
    const letter = super.letter();
    const hidden = new Set(this.host.hiddenValues.map(([name]) => name));
    const ownFields = letter.ownFields.filter(([name]) => hidden.has(name));
    return { ...letter, fields: this.#onTheWire([]), ownFields, files: [], regarding: this.#first ?? this.host.regarding };
  } // prettier-ignore

  prefill(values: Readonly<Record<string, PrefillValue>>): void {
    for (const name of Object.keys(values)) {
      const value = values[name];
      if (value === null || value === undefined) continue;
      if (name === 'regarding') this.host.regarding = String(value);
      else this.host.form.set(name, Array.isArray(value) ? value.map(String) : String(value));
    }
    this.ask();
  }

  /** Too many answers, or none at all. */
  protected override crossCheck(): ReadonlyMap<string, FieldProblem> {
    const { form, fields } = this.host;
    const problems = new Map<string, FieldProblem>();
    for (const field of this.asked) {
      const problem = this.#paper.choices.problem(field, form, this.#words);
      if (problem) problems.set(field.name, problem);
    }
    const answers = fields.filter((field) => !isConsent(field));
    const [first] = this.asked;
    if (first && !this.#goesOn && answers.every((field) => form.value(field).length === 0))
      problems.set(first.name, { key: first.options ? 'choiceRequired' : 'fieldRequired' });
    return problems;
  }

  override focus(id: string): void {
    const field = this.host.fields.find(({ name }) => idOf(name) === id);
    if (field) this.#page = this.#paper.pageOf(field);
    const [problem] = this.problems.all;
    if (id === 'summary' && problem) this.#page = this.#paper.pageOf(problem[0]);
    super.focus(id);
  }

  override focusField(name?: string): void {
    super.focusField(name ?? this.asked[0]?.name);
  }

  override conclude(outcome: DeliveryOutcome, isWatched = true): void {
    const { host } = this;
    super.conclude(outcome, isWatched);
    if (!this.ended) return;
    this.follow(this.submission.submission?.submission_id);
    noteAsked(host);
    const text = (name: string): string | undefined => host.form.text(name) || undefined;
    followUp(host, {
      ...{ regarding: this.#first, score: this.#number },
      ...{ message: text('comment'), notes: text('comment'), name: text('name'), email: text('email'), phone: text('phone') },
    });
  } // prettier-ignore

  override reset(): void {
    super.reset();
    this.#page = 0;
    this.#first = undefined;
  }

  protected override get asked(): readonly Field[] {
    return this.host.paged ? fieldsOf(this.#paper.pages[this.#page] ?? []) : this.host.fields;
  }

  protected override async proceed(): Promise<boolean> {
    if (this.#goesOn) {
      this.#turn(this.#page + 1);
      return false;
    }
    await this.#linked.settle();
    return true;
  }

  protected override letter(): Letter {
    const letter = super.letter();
    return {
      ...letter,
      fields: this.#onTheWire(letter.fields),
      regarding: this.#first ?? this.host.regarding,
    };
  }

  get #words(): Words {
    return this.host.language.current!;
  }

  get #number(): number | undefined {
    const score = this.host.form.text('score');
    return score && this.#paper.scale ? Number(score) : undefined;
  }

  get #goesOn(): boolean {
    return this.host.paged && this.#page < this.#paper.pages.length - 1;
  }

  #isShown(entry: FormEntry): boolean {
    const [field] = fieldsOf([entry]);
    return field !== undefined && (!this.host.paged || this.#paper.pageOf(field) === this.#page);
  }

  /** To another question: where the visitor is takes the focus, and what follows is the question. */
  #turn(page: number): void {
    this.#page = page;
    super.focus('step');
  }

  #progress(total: number): TemplateResult {
    const step = this.#page + 1;
    const text = this.#words.text('questionOf', { step, total });
    return html`<div class="progress" part="progress">
      <p id="step" role="heading" aria-level=${Math.min(6, this.host.level + 1)} tabindex="-1">${text}</p>
      <progress max=${total} value=${step} aria-label=${text}></progress>
    </div>`;
  } // prettier-ignore

  /** What the visitor is to know before they send: it stands in the form (WCAG 2.2, 3.3.2). */
  #note(): TemplateResult | typeof nothing {
    const words = this.#words;
    const { anonymous, link, linkedScore } = this.host;
    const linked = linkedScore === undefined ? '' : words.text(this.#linked.hasArrived ? 'linkedSent' : 'linkedNote');
    const who = anonymous ? words.text('anonymousNote') : link?.respondent ? words.text('invitedNote') : '';
    return html`<div role="status">${linked ? html`<p class="note" part="note">${linked}</p>` : nothing}</div>
      ${who ? html`<p class="muted" part="note">${who}</p>` : nothing}`;
  } // prettier-ignore

  #show(field: Field): void {
    const chosen = this.host.form.value(field);
    const boxes = this.host.shadowRoot?.querySelectorAll<HTMLInputElement>('[type=checkbox]') ?? [];
    for (const box of boxes) if (box.name === field.name) box.checked = chosen.includes(box.value);
  }

  #clear(field: Field): void {
    this.host.form.set(field.name, '', true);
    this.changed(field);
    this.ask();
    this.announce(this.#words.text('answerCleared'));
    // What was pressed is gone (WCAG 2.2, 2.4.3).
    super.focus(idOf(field.name));
  }

  #onTheWire(fields: readonly FieldEntry[]): readonly FieldEntry[] {
    const { host } = this;
    const scale = this.#paper.scale;
    const score = this.#number;
    const isScored = scale && score !== undefined;
    return [
      ['survey', host.survey || host.link?.survey],
      ['metric', this.#paper.score && isScored ? scale.metric : undefined],
      ...(isScored ? ([['score', score], ['score_min', scale.min], ['score_max', scale.max]] as const) : []),
      ...fields.filter(([name]) => name !== 'score' || !isScored),
      ['respondent', host.anonymous ? undefined : host.link?.respondent],
    ];
  } // prettier-ignore

  /** What was answered before the engine came. */
  #adopt(): void {
    const { host } = this;
    for (const control of host.shadowRoot?.querySelectorAll<HTMLInputElement>('.fields [name]') ?? []) {
      if (
        control.name !== CONSENT &&
        (control.type === 'radio' ? control.checked && host.touched : control.value)
      ) {
        if (control.value !== '' && host.form.take(control)) this.draft.touch();
      }
    }
  }

  #changeAnswer(): void {
    this.submission.reset();
    this.#page = 0;
    this.focusField();
  }

  #keepLink(): void {
    const { link, mayPersist } = this.host;
    if (link && mayPersist && this.#first) keepLink({ ...link, sent: this.#first });
  }
}
