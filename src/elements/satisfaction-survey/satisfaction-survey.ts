import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { needsAllAtOnce } from '../../controllers/at-once.js';
import type { Field } from '../../controllers/field.js';
import type { FormValues } from '../../controllers/form-values.js';
import { LocalizationController } from '../../controllers/localization-controller.js';
import { onServer } from '../../controllers/on-server.js';
import { pageSettings } from '../../controllers/settings.js';
import { isPlainEndpoint } from '../../delivery/plain-endpoint.js';
import type { Locale } from '../../localization/locale.js';
import { loadLater, loadMessages } from '../../localization/registry.js';
import { satisfactionSurveyWords } from '../../localization/widgets/satisfaction-survey.js';
import { baseStyles } from '../../ui/base.styles.js';
import { fieldStyles } from '../../ui/field.styles.js';
import type { PrefillValue } from '../../ui/form-widget.js';
import { Dock } from './dock.js';
import { linkTo, takeLink } from './link.js';
import type { Presence } from './presence.js';
import type { SurveyEngine } from './survey-engine.js';
import { SurveySettings } from './survey-settings.js';
import { surveyTemplate } from './survey-view.js';
import { surveyStyles } from './survey.styles.js';

/**
 * Asks how it was: one question on a scale, room for a reason, the owner's own questions. The answer that somebody has
 * pressed in an e-mail is chosen already; after it comes what fits it: a meeting, a way to complain, a review.
 *
 * The light DOM is the owner's questions: `<fieldset><legend>question</legend>` with native controls, on a condition where
 * one has `data-when="score <= 6"`. Links to phone and e-mail are offered after a low score.
 *
 * @summary A survey that starts in an e-mail and ends with a person.
 *
 * @slot - The owner's questions, and links to a person; shown as they are until the script is there.
 * @slot heading - In place of the heading.
 * @slot intro - Above the question: what it is about, who reads the answer.
 * @slot consent - In place of the sentence that is agreed to.
 * @slot captcha - A captcha of the owner's.
 * @slot thanks - Beneath the title, once the answer has been sent.
 * @slot low-score - After a low score: a contact form, a callback button. It is filled in with score and comment.
 * @slot high-score - After a high score: where to tell others.
 * @slot follow-up - After any answer: an appointment request.
 *
 * @fires harreman-submit - Before an answer is sent; cancelable, and it can be made to wait. An answer from an e-mail is sent once by itself, and again, with `regarding`, when it is changed or completed.
 * @fires harreman-sent - The endpoint has the answer.
 * @fires harreman-saved - It is kept on this device, to be sent later.
 * @fires harreman-unconfirmed - It was not sent, or nobody can say.
 * @fires harreman-rejected - The endpoint found something for the visitor to mend.
 * @fires harreman-open - The panel has opened.
 * @fires harreman-close - The panel has closed.
 *
 * @csspart base - The whole widget.
 * @csspart heading - The heading.
 * @csspart form - The form.
 * @csspart notices - What is told above the fields: text that was restored, what has become of a message that was kept.
 * @csspart notice - One of these.
 * @csspart scale - A question on a scale.
 * @csspart field - A question with its label, hint, error and controls.
 * @csspart group - Questions that belong together, the rows of a table among them.
 * @csspart label - A label or legend.
 * @csspart hint - A hint.
 * @csspart error - A question's error.
 * @csspart error-summary - What is wrong, above the questions.
 * @csspart options - The answers to choose from.
 * @csspart option - One of them.
 * @csspart control - A native control.
 * @csspart clear-button - Takes an answer back.
 * @csspart progress - Which question it is, of how many.
 * @csspart consent - The consent box with its sentence.
 * @csspart privacy-link - The link in it.
 * @csspart note - Whether the answer is anonymous, and what becomes of one from an e-mail.
 * @csspart back-button - Back to the question before.
 * @csspart submit-button - The button that leads on, and sends.
 * @csspart status - What is going on.
 * @csspart failure - The panel after a try that failed.
 * @csspart retry-button - Its button.
 * @csspart end - The panel once it has been answered.
 * @csspart contacts - The owner's phone and e-mail.
 * @csspart review-link - The link to a review.
 * @csspart share-button - The button that shares.
 * @csspart change-button - Back to the answers.
 * @csspart delete-button - Takes back what is saved and not sent.
 * @csspart panel - The panel, with `open-on`.
 * @csspart close-button - The button that closes it.
 *
 * @cssproperty [--harreman-color-accent] - Buttons, links, focus, what is chosen.
 * @cssproperty [--harreman-color-on-accent] - Text on the accent colour.
 * @cssproperty [--harreman-color-surface] - Background of the widget.
 * @cssproperty [--harreman-color-field] - Background of its controls; that of the widget by default.
 * @cssproperty [--harreman-color-text] - Text.
 * @cssproperty [--harreman-color-muted] - Hints.
 * @cssproperty [--harreman-color-border] - Borders of controls.
 * @cssproperty [--harreman-color-error] - Errors.
 * @cssproperty [--harreman-color-scheme] - `light`, `dark` or `light dark`; the page's by default.
 * @cssproperty [--harreman-font] - Font family list.
 * @cssproperty [--harreman-font-size] - `medium` by default: the visitor's own setting.
 * @cssproperty [--harreman-radius] - Radius of corners.
 * @cssproperty [--harreman-space] - Distance between questions.
 * @cssproperty [--harreman-padding] - Distance from the widget's edge.
 * @cssproperty [--harreman-shadow] - Shadow of the widget.
 * @cssproperty [--harreman-inset] - Distance of the panel from the edges of the window: more where the page has bars of its own.
 *
 * @cssstate open - The panel is open.
 * @cssstate busy - An answer is being sent.
 * @cssstate invalid - Something needs the visitor's attention.
 * @cssstate sent - It has been answered.
 * @cssstate saved - The answer is kept on this device.
 */
export class HarremanSatisfactionSurvey extends SurveySettings {
  static override styles = [baseStyles, fieldStyles, surveyStyles];
  /** @internal Read as the tag is defined, which is when the link of an invitation is taken out of the address. */
  static override get observedAttributes(): string[] {
    takeLink();
    return super.observedAttributes;
  }

  /** @internal */
  override readonly language = new LocalizationController(this, satisfactionSurveyWords);
  /** @internal */
  readonly wireName = 'survey';
  /** @internal */
  readonly wireFields = ['score', 'comment', 'name', 'email', 'phone'];
  /** @internal */
  readonly extrasBefore = 'comment';
  /** @internal */
  readonly review = false;
  /** @internal There with the engine. */
  form!: FormValues;
  /** @internal The questions that are asked now; there with the engine. */
  fields: readonly Field[] = [];
  /** @internal The submission that this one follows. */
  regarding: string | undefined;
  /** @internal When it could first be used, in milliseconds. */
  usableSince = 0;
  /** @internal Whether anything was written by a person, or by the browser for one. */
  touched = false;

  readonly #dock = new Dock(this);
  #presence: Presence | undefined;
  #waking: Promise<Presence | undefined> | undefined;

  /** @internal Fetches what an element needs to be shown at once, so that it is defined and whole in the same moment. */
  static async prepare(locale: Locale, all: boolean): Promise<void> {
    takeLink();
    const words = satisfactionSurveyWords;
    await Promise.all([loadMessages(locale, words), all && loadLater(locale, words), all && Dock.load()]);
  }

  /**
   * Fills in what is known from elsewhere: values by the names of their fields, and `regarding`. What the visitor has
   * written stays.
   */
  prefill(values: Readonly<Record<string, PrefillValue>>): void {
    this.#dock.prefill(values);
  }

  /** The same as pressing the button that sends; of one question at a time, on every page that may be left. Resolves when it is known how that ended. */
  submit(): Promise<void> {
    return this.#press(true);
  }

  /** Back to an empty survey: what was written and its draft are gone. */
  reset(): void {
    this.#engine?.reset();
    this.regarding = undefined;
    this.usableSince = Date.now();
    this.touched = false;
    this.renderRoot.querySelector('form')?.reset();
  }

  /** Focuses the first control, or the heading of the end. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.fields [name], #end')?.focus(options);
  }

  /** Opens the panel, and moves the focus there; with `open-on`. */
  show(): void {
    if (this.#wantsPresence) void this.#wakePresence().then((presence) => presence?.show(true));
  }

  /** Closes the panel; what was written stays. */
  close(): void {
    this.#presence?.close();
  }

  /** The visitor has agreed to whatever the page asks before it may open by itself; with `after-consent`. */
  allow(): void {
    this.afterConsent = false;
  }

  override connectedCallback(): void {
    takeLink();
    super.connectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.hasUpdated || changed.has('survey')) this.link = linkTo(this.survey);
    if (this.wantsEngine) this.#dock.startNow(Dock.module);
    if (!this.language.current) return;
    this.usableSince ||= Date.now();
    this.#engine?.ask();
  }

  protected override updated(): void {
    const engine = this.#engine;
    this.showStates(this.#dock);
    this.setState('open', this.#presence?.open ?? false);
    engine?.updated();
    if (this.link && !engine && this.language.current) this.#touch();
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = this.language.current;
    if (!words) return html`<slot></slot>`;
    if (this.#wantsPresence && !this.#presence) {
      void this.#wakePresence();
      return nothing;
    }
    const engine = this.#engine;
    if (this.#needsEngine() || engine?.standsBack) return html`<slot></slot>`;
    const { preset } = this;
    const view = html`<div class="root" part="base" lang=${words.locale} dir=${this.language.direction}
      @input=${this.#onInput} @focusin=${this.#touch}>
      ${engine?.ended
        ? engine.end()
        : surveyTemplate({
            heading: this.heading ?? words.text('heading'),
            level: this.level,
            send: words.text('send'),
            score: engine ? engine.score : preset && this.scale(words, preset, this.linkedScore ?? ''),
            comment: engine ? engine.comment : { label: html`${words.text('comment')}<span class="optional">${` ${words.text('optional')}`}</span>` },
            press: (event) => {
              event.preventDefault();
              void this.#press();
            },
            waits: this.#dock.pressed === 'busy',
            stranded: this.#dock.pressed === 'stranded' && !engine ? words.text('stranded') : '',
            parts: engine?.parts,
          })}
      <p class="visually-hidden" role="status">${engine?.announcement}</p>
    </div>`;
    return this.#presence?.template(view, words) ?? view;
  } // prettier-ignore

  get #wantsPresence(): boolean {
    return typeof this.openOn === 'string' || typeof this.every === 'string';
  }

  /** Once for each element: the words that come with it ask for an update, which asks for this. */
  #wakePresence(): Promise<Presence | undefined> {
    this.#waking ??= Promise.all([import('./presence.js'), this.language.complete()]).then(
      ([{ Presence: Class }]) => {
        this.requestUpdate();
        return (this.#presence = new Class(this));
      },
      (error: unknown) => {
        // A survey that is not shown costs nobody anything; one that comes too often does.
        console.error(`<${this.localName}>: it could not be loaded when to ask.`, error);
        return undefined;
      },
    );
    return this.#waking;
  }

  /** @internal Whether it is only whole with the engine: questions of the owner's, a consent, one question at a time. */
  get wantsEngine(): boolean {
    if (onServer) return false;
    const endpoint = this.endpoint ?? pageSettings().endpoint ?? '';
    return (
      needsAllAtOnce(this) ||
      this.paged ||
      this.anonymous ||
      this.rememberSource ||
      !!this.prefillUrl ||
      !this.preset ||
      this.wantsConsent ||
      (this.transport === undefined && !isPlainEndpoint(endpoint, location))
    );
  }

  get #engine(): SurveyEngine | undefined {
    return this.#dock.engine;
  }

  #needsEngine(): boolean {
    if (this.#engine || this.#dock.failed || !this.wantsEngine) return false;
    this.#touch();
    return true;
  }

  /** The button was pressed, or Enter; `all`: on every page that may be left. */
  #press(all = false): Promise<void> {
    return this.#dock.press((engine) => engine.press(all));
  }

  #touch(): void {
    void this.#dock.touch();
  }

  #onInput(event: Event): void {
    this.touched ||= event.isTrusted;
    if (this.#engine) this.#engine.take(event.target);
    else this.#touch();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'harreman-satisfaction-survey': HarremanSatisfactionSurvey;
  }
}
