import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { needsAllAtOnce } from '../../controllers/at-once.js';
import type { FormEntry } from '../../controllers/field.js';
import { onServer } from '../../controllers/on-server.js';
import type { presenceText } from '../../controllers/presence.js';
import type { ReplyBy } from '../../controllers/reply.js';
import { pageSettings } from '../../controllers/settings.js';
import type { Localization } from '../../localization/localization.js';
import { faqChatWords } from '../../localization/widgets/faq-chat.js';
import { baseStyles } from '../../ui/base.styles.js';
import { fieldStyles } from '../../ui/field.styles.js';
import type { FormView } from '../../ui/form-view.js';
import { FormWidget, type EngineModule, type FormWords } from '../../ui/form-widget.js';
import { dockStyles } from '../../ui/panel/dock.styles.js';
import { launcherTemplate } from '../../ui/panel/launcher-view.js';
import { LauncherController } from '../../ui/panel/launcher.js';
import type { ChatEngine } from './chat-engine.js';
import { chatTemplate } from './chat-view.js';
import type { ChatEntry } from './entries/entry.js';
import { OwnEntries } from './entries/own-entries.js';
import type { FaqData, FaqEntry } from './entries/read-json.js';
import { chatStyles } from './faq-chat.styles.js';
import { askingFields } from './fields.js';
import type { Intent } from './intent.js';
import { hasConversation } from './kept-key.js';
import type { QuestionEngine } from './question-engine.js';
import type { sendReport } from './reports.js';

type Words = Localization<'faq-chat'>;

/**
 * Answers common questions in the browser, from the owner's own FAQ, and says so when it doesn't know. No server, no
 * key, no cookies. It finds the entry from the visitor's own words, asks which of several was meant where it is not sure,
 * and leads to a person where it has no answer.
 *
 * The light DOM is its knowledge: `<details><summary>question</summary>answer</details>`, with categories by heading or
 * `<section>`, and further wordings by `data-ask`. Answers are copied from there, through an allow-list. Links beside the
 * questions (phone, e-mail, WhatsApp) are the ways to a person.
 *
 * @summary An FAQ that answers questions as people write them, and knows when it doesn't know.
 *
 * @slot - The questions with their answers, and links to a person; shown as they are until the script is there.
 * @slot heading - In place of the heading.
 * @slot intro - Above the conversation.
 * @slot handover - Where there is no answer: a contact form, an appointment request, a callback button. It is filled in with the question and what was said.
 * @slot consent - In place of the sentence that is agreed to where a question is left.
 * @slot captcha - A captcha of the owner's, where a question is left.
 * @slot thanks - Once a question has been left.
 *
 * @fires harreman-question - A question has been answered or not, with its score and entry; cancelable: an unanswered one is then not posted.
 * @fires harreman-feedback - The visitor has said whether an answer helped; cancelable: it is then not posted.
 * @fires harreman-submit - Before a question that was left is sent; cancelable, and it can be made to wait.
 * @fires harreman-sent - The endpoint has the question that was left.
 * @fires harreman-saved - It is kept on this device, to be sent later.
 * @fires harreman-unconfirmed - It was not sent, or nobody can say.
 * @fires harreman-rejected - The endpoint found something for the visitor to mend.
 * @fires harreman-open - The floating panel has opened.
 * @fires harreman-close - The floating panel has closed.
 *
 * @csspart base - The whole widget.
 * @csspart heading - The heading.
 * @csspart form - The form around conversation and field.
 * @csspart notices - What is told above the fields: text that was restored, what has become of a message that was kept.
 * @csspart notice - One of these.
 * @csspart log - The conversation, with what can be pressed beneath it.
 * @csspart message - A message.
 * @csspart assistant-message - A message of the assistant.
 * @csspart visitor-message - A message of the visitor.
 * @csspart answer - What an answer says.
 * @csspart suggestion - A question to press.
 * @csspart categories - The lists of questions by category.
 * @csspart category - The name of one.
 * @csspart feedback - "Did this help?" with its buttons.
 * @csspart suggestions - The list of questions like the one that is being written.
 * @csspart matching-question - One of them.
 * @csspart launcher - The button that opens the floating panel.
 * @csspart unread - The number of answers on it that were not seen.
 * @csspart panel - The floating panel.
 * @csspart close-button - The button that closes it.
 * @csspart leave-button - The button that opens the form to leave a question.
 * @csspart presence - When people answer.
 * @csspart end-button - The button that ends the conversation.
 * @csspart handover - The ways to a person.
 * @csspart channel - A link to a person.
 * @csspart field - A field with its label, hint, error and control.
 * @csspart group - Fields that belong together.
 * @csspart label - A label or legend.
 * @csspart control - A native control.
 * @csspart hint - A hint.
 * @csspart error - A field's error.
 * @csspart error-summary - What is wrong, above the fields.
 * @csspart consent - The consent box with its sentence.
 * @csspart privacy-link - The link in it.
 * @csspart submit-button - The button that sends.
 * @csspart person-button - The button that leads to a person.
 * @csspart back-button - Leaves the form that leaves a question.
 * @csspart status - What is going on.
 * @csspart failure - The panel after a try that failed.
 * @csspart retry-button - Its button.
 * @csspart contacts - The owner's phone and e-mail in it.
 * @csspart end - The panel once a question has been left.
 * @csspart reference - The reference number in it.
 * @csspart delete-button - Takes back what is saved and not sent.
 *
 * @cssproperty [--harreman-color-accent] - Buttons, links, focus.
 * @cssproperty [--harreman-color-on-accent] - Text on the accent colour.
 * @cssproperty [--harreman-color-surface] - Background of the widget.
 * @cssproperty [--harreman-color-field] - Background of its controls and of what it says; that of the widget by default.
 * @cssproperty [--harreman-color-text] - Text.
 * @cssproperty [--harreman-color-muted] - Hints.
 * @cssproperty [--harreman-color-border] - Borders of controls.
 * @cssproperty [--harreman-color-error] - Errors.
 * @cssproperty [--harreman-color-scheme] - `light`, `dark` or `light dark`; the page's by default.
 * @cssproperty [--harreman-font] - Font family list.
 * @cssproperty [--harreman-font-size] - `medium` by default: the visitor's own setting.
 * @cssproperty [--harreman-radius] - Radius of corners.
 * @cssproperty [--harreman-space] - Distance between fields.
 * @cssproperty [--harreman-padding] - Distance from the widget's edge.
 * @cssproperty [--harreman-shadow] - Shadow of the widget.
 * @cssproperty [--harreman-inset] - Distance of what floats from the edges of the window: more where the page has bars of its own.
 *
 * @cssstate open - The floating panel is open.
 * @cssstate busy - A question is being sent.
 * @cssstate invalid - Something needs the visitor's attention.
 * @cssstate sent - A question has been sent.
 * @cssstate saved - A question is kept on this device.
 */
export class HarremanFaqChat extends FormWidget<'faq-chat'> {
  static override words = faqChatWords;
  static override styles = [baseStyles, fieldStyles, dockStyles, chatStyles];
  static override properties: PropertyDeclarations = {
    src: {},
    from: {},
    entries: { attribute: false },
    floating: { type: Boolean, reflect: true },
    hours: {},
    closed: {},
    holidays: {},
    timezone: {},
    answers: {},
    answersFirst: { type: Boolean, attribute: 'answers-first' },
    replyWithin: { attribute: 'reply-within' },
    replyBy: { attribute: 'reply-by' },
  };

  /** Address of the FAQ as JSON: an http(s) URL, absolute or relative to the page. */
  src: string | undefined;
  /** `page`: the page's own FAQ in structured data (schema.org `FAQPage`); `#id`: that script, or the `<details>` in that element. */
  from: string | undefined;
  /** The FAQ, as `src` would answer. */
  entries: FaqData | readonly FaqEntry[] | undefined;
  /** A button at the corner of the window opens it, in place of standing in the page. */
  floating = false;
  /** When people answer, as OpenStreetMap's `opening_hours` writes it: `Mo-Fr 09:00-13:00,15:00-18:00; PH off`. Default: not said. */
  hours: string | undefined;
  /** Days on which nobody does: dates and ranges, `2026-12-24/2027-01-06, 2027-03-19`. */
  closed: string | undefined;
  /** The public holidays that `PH` in `hours` means, written like `closed`. */
  holidays: string | undefined;
  /** IANA time zone in which all of this is meant, `Europe/Madrid`. Default: the visitor's own. */
  timezone: string | undefined;
  /** Address of a server that answers what the entries don't: an http(s) URL, absolute or relative to the page. */
  answers: string | undefined;
  /** Asks that server also where an entry is sure to be meant; the entry answers where the server doesn't. */
  answersFirst = false;
  /** Working days within which a question that was left is answered. */
  replyWithin: string | undefined;
  /** What who leaves a question must give to be answered: `email`, `phone`, or `either` of them. */
  replyBy: ReplyBy = 'email';

  /** @internal */
  readonly wireName = 'question';
  /** @internal */
  readonly extrasBefore = 'name';
  /** @internal */
  readonly wireFields = ['question', 'name', 'email', 'phone'];
  /** @internal */
  readonly own = new OwnEntries(this);
  /** @internal */
  readonly panel = new LauncherController(this, { floats: () => this.floating });
  #intent: Intent | undefined;

  /** @internal */
  static override importEngine(): Promise<EngineModule> {
    // It is only ever given elements of this class.
    return import('./chat-engine.js') as unknown as Promise<EngineModule>;
  }

  /** @internal */
  protected override get engine(): ChatEngine | undefined {
    return super.engine as ChatEngine | undefined;
  }

  protected override get wantsEngine(): boolean {
    if (onServer) return false;
    return (
      needsAllAtOnce(this) ||
      (this.mayPersist && hasConversation(this)) ||
      (this.src ?? this.from ?? this.entries) !== undefined
    );
  }

  /** @internal Whether there is anywhere to send a question to. */
  get canSend(): boolean {
    return Boolean(this.transport ?? this.endpoint ?? pageSettings().endpoint);
  }

  /** @internal Whether there is any way to a person: that, a link beside the questions, or what is slotted. */
  get leadsOn(): boolean {
    const { phone, email } = pageSettings();
    const links = '[slot=handover], a[href]:not(:scope :is(details, [slot]) *)';
    return this.canSend || Boolean(phone ?? email ?? this.querySelector(links));
  }

  /** @internal What sends is fetched for that. Here, since bundlers know what is there already only one step deep. */
  importLetters(): Promise<{ readonly QuestionEngine: typeof QuestionEngine }> {
    return import('./question-engine.js');
  }

  /** @internal What tells the owner what was asked is fetched when somebody asks. */
  importReports(): Promise<{ readonly sendReport: typeof sendReport }> {
    return import('./reports.js');
  }

  /** @internal When people answer is only fetched where the owner says it. */
  importPresence(): Promise<{ readonly presenceText: typeof presenceText }> {
    return import('../../controllers/presence.js');
  }

  /** @internal What was pressed last, once. */
  takeIntent(): Intent | undefined {
    const intent = this.#intent;
    this.#intent = undefined;
    return intent;
  }

  /** @internal Does what was pressed; what that needs is fetched before. */
  intend(intent: Intent): void {
    this.#intent = intent;
    void this.press();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.renderRoot.addEventListener('keydown', this.#onKey);
  }

  /** Opens the floating panel; the focus goes to the field. */
  show(): void {
    if (this.floating) void this.panel.show();
  }

  /** Closes the floating panel; the conversation stays. */
  close(): void {
    this.panel.close();
  }

  protected override updated(): void {
    super.updated();
    this.setState('open', this.floating && this.panel.open);
  }

  protected override render(): TemplateResult {
    const view = super.render();
    const words = this.language.current;
    if (!this.floating || !words || this.panel.failed) return view;
    return launcherTemplate(this.panel, {
      lang: words.locale,
      dir: this.language.direction,
      launcher: this.engine?.launcher ?? words.text('launcher'),
      news: this.engine?.news,
      panel: () => ({ close: words.text('closeChat'), content: view }),
    });
  }

  protected define(words: Words): readonly FormEntry[] {
    return this.engine?.leaving ? this.engine.leavingForm.fields : askingFields(words);
  }

  protected override stage(entries: readonly FormEntry[]): Partial<FormView> {
    const words = this.language.current!;
    const { engine } = this;
    const leaving = engine?.leaving ?? false;
    const { leadsOn } = this;
    return {
      entries: leaving ? entries : entries.slice(0, 1),
      goesOn: !leaving,
      steps: chatTemplate({
        words,
        entries: engine?.entries ?? this.own.current,
        leadsOn,
        passesOn: this.canSend,
        started: engine?.started,
        messages: engine?.messages() ?? nothing,
        quiet: engine?.quiet,
        after: engine?.after() ?? nothing,
        headingLevel: Math.min(6, this.level + 1),
        choose: (entry: ChatEntry) => this.intend({ kind: 'entry', id: entry.id }),
      }),
      back: leaving
        ? engine!.leavingForm.backButton
        : leadsOn
          ? html`<button type="button" part="person-button" @click=${() => this.intend({ kind: 'person' })}>${words.text('toPerson')}</button>`
          : nothing,
    };
  } // prettier-ignore

  protected phrases(words: Words): FormWords {
    const { engine } = this;
    const leaving = engine?.leaving;
    return {
      heading: this.heading ?? words.text('heading'),
      promise: leaving ? engine.leavingForm.promise : '',
      send: words.text(leaving ? 'sendQuestion' : 'send'),
      // The chat goes on at the end of a form: the end is told beneath what was said.
      sent: '',
      next: [],
      another: '',
    };
  }

  /** Enter sends, as in any chat; with Shift, and while an input method composes, it is the text's (WCAG 2.2, 3.3.2). */
  readonly #onKey = (event: Event): void => {
    const { key, shiftKey, ctrlKey, altKey, metaKey, isComposing, target } = event as KeyboardEvent;
    const isOurs = (target as Element).matches('textarea[name=question]') && !this.engine?.leaving;
    if (key !== 'Enter' || !isOurs || shiftKey || ctrlKey || altKey || metaKey) return;
    // Safari ends a composition before the key that ended it, which then has this code.
    // oxlint-disable-next-line typescript/no-deprecated -- and nothing else tells
    if (isComposing || (event as KeyboardEvent).keyCode === 229) return;
    event.preventDefault();
    void this.press();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'harreman-faq-chat': HarremanFaqChat;
  }
}
