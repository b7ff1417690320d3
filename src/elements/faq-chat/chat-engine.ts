import { html, nothing, type TemplateResult } from 'lit';
import type { Field, FormEntry } from '../../controllers/field.js';
import { isStored, draftKey } from '../../controllers/draft-key.js';
import { PENDING } from '../../delivery/outbox/pending-key.js';
import type { DateFormatter } from '../../localization/dates.js';
import type { Localization } from '../../localization/localization.js';
import type { EngineScreens, WidgetEngine } from '../../ui/engine-host.js';
import { Asking } from './asking.js';
import { askingScreens } from './asking-screens.js';
import { chatInUseStyles } from './chat-in-use.styles.js';
import type { ChatHost } from './chat-host.js';
import type { Choice, ChoicesMessage, PersonMessage } from './conversation.js';
import { Conversation } from './conversation.js';
import { Ending } from './ending.js';
import type { ChatEntry } from './entries/entry.js';
import { Sources } from './entries/sources.js';
import { EntryFinder } from './entry-finder.js';
import { Handover } from './handover.js';
import { LeavingForm } from './leaving-form.js';
import { LogScroll } from './log-scroll.js';
import { messageTemplate } from './message-view.js';
import type { QuestionEngine } from './question-engine.js';
import { keepSession, recallSession } from './session.js';
import { Suggestions } from './suggestions.js';
import { Telling } from './telling.js';
import { transcriptOf } from './transcript.js';
import { Unread } from './unread.js';

export { readDefinition } from './read-definition.js';

/** By then a browser has told screen readers what has changed, in milliseconds. */
const HEARD = 500;

const IDLE = { phase: 'editing', busy: false, slow: false } as const;

/**
 * What the chat does once somebody uses it: finds answers, keeps the conversation, and leads to a person. What leaves
 * the page (a question that is left, one that has no answer) is the `QuestionEngine`'s, which is fetched for that.
 */
export class ChatEngine implements WidgetEngine {
  /** Whether the visitor is leaving a question for a person, by the `leavingForm`. */
  leaving = false;
  readonly leavingForm: LeavingForm;
  /** Send was pressed and nothing was written, or no word. */
  empty = false;
  reviewing = false;
  readonly ended = false;
  /** What came along from another page is not said again, nor the times of it, which come later (WCAG 2.2, 4.1.3). */
  quiet: boolean;
  readonly standsBack = false;

  readonly conversation: Conversation;
  readonly finder: EntryFinder;
  readonly handover: Handover;
  readonly telling: Telling;
  readonly #asking: Asking;
  readonly #host: ChatHost;
  readonly #scroll: LogScroll;
  readonly #suggestions: Suggestions;
  readonly #unread: Unread;
  #letters: QuestionEngine | undefined;
  #dates: DateFormatter | undefined;
  #announcement = '';
  #focusNext: string | undefined;
  readonly #ending = new Ending(this);

  constructor(host: ChatHost) {
    this.#host = host;
    host.addStyles(chatInUseStyles);
    // A question that is asked at once is no draft.
    host.form.kept = true;
    this.finder = new EntryFinder(new Sources(host));
    this.#scroll = new LogScroll(host);
    this.leavingForm = new LeavingForm(host, this);
    this.#asking = new Asking(this, host);
    this.handover = new Handover(this, host);
    const kept = host.mayPersist ? recallSession(host) : undefined;
    this.conversation = new Conversation(kept?.messages);
    this.telling = new Telling(host, (leaving) => this.#asking.leave(leaving));
    this.#suggestions = new Suggestions(this, host);
    this.#unread = new Unread(kept?.seenAt);
    this.#unread.restore(this.conversation.messages);
    if (kept?.open) void host.panel.show(false);
    for (const type of ['harreman-open', 'harreman-close'])
      host.addEventListener(type, () => this.keep(true));
    const last = this.conversation.messages.at(-1);
    if (this.conversation.open === last) this.handover.restore();
    // The page was left before the answer.
    if (last?.kind === 'visitor') void this.#asking.find(last);
    this.quiet = last !== undefined && last.kind !== 'visitor';
    void this.telling.tellKept();
    void this.#fetchDates();
    // What was written before this came.
    if (host.form.text('question')) this.#suggestions.typed();
    // A message of another visit waits, or one that was being written.
    if (host.mayPersist && (isStored(PENDING) || isStored(draftKey(host)))) void this.#wakeLetters();
  }

  get entries(): readonly ChatEntry[] {
    return this.finder.entries;
  }

  get started(): boolean {
    return this.conversation.messages.length > 0;
  }

  get words(): Localization<'faq-chat'> {
    return this.#host.language.current!;
  }

  get dates(): DateFormatter | undefined {
    return this.#dates;
  }

  get transcript(): string {
    return transcriptOf(this.conversation.messages, (key) => this.words.text(key));
  }

  get screens(): EngineScreens {
    const letters = this.#letters?.screens;
    return this.leaving && letters
      ? letters
      : askingScreens(this.empty, this.words, letters, this.#suggestions.template());
  }

  get submission(): WidgetEngine['submission'] {
    return this.#letters?.submission ?? IDLE;
  }

  /** The name of the button that opens the floating panel: always the same, and what is new after it. */
  get launcher(): TemplateResult {
    return html`${this.words.text('launcher')} ${this.#unread.badge(this.words)}`;
  }

  /** Said beside the panel, which can't be heard while it is closed. */
  get news(): TemplateResult {
    return html`<p class="visually-hidden" role="status">${this.#unread.news(this.words)}</p>`;
  }

  get problems(): WidgetEngine['problems'] {
    return this.leaving && this.#letters ? this.#letters.problems : { any: this.empty };
  }

  get announcement(): string {
    return this.#letters?.announcement || this.#announcement;
  }

  async submit(): Promise<void> {
    this.#suggestions.close();
    const intent = this.#host.takeIntent();
    if (intent?.kind === 'person') this.#toPerson();
    else if (intent) await this.choose(intent);
    else if (this.leaving) await this.#letters?.submit();
    else await this.#ask();
  }

  /** A question was pressed: there is nothing to find. */
  async choose({ id }: Pick<Choice, 'id'>, of?: ChoicesMessage): Promise<void> {
    const entry = this.finder.get(id) ?? this.entries.find((each) => each.id === id);
    if (!entry) return;
    this.quiet = false;
    if (of) this.conversation.replace(of, { done: true });
    this.leaving = false;
    // What was pressed may make room; the next question is asked below (WCAG 2.2, 2.4.3).
    if (!this.started) this.focus('field-question');
    await this.#asking.choose(entry, of?.asked);
  }

  reset(): void {
    this.#asking.stop();
    this.#asking.giveUp();
    this.conversation.messages = [];
    this.leaving = this.empty = false;
    this.handover.close();
    this.#letters?.reset();
    this.keep();
  }

  updated(): void {
    this.#letters?.updated();
    const field = this.#host.form.control('question') as HTMLTextAreaElement | undefined;
    if (field) field.enterKeyHint = this.leaving ? '' : 'send';
    const id = this.#focusNext;
    if (id === undefined) return;
    this.#focusNext = undefined;
    this.#host.shadowRoot?.getElementById(id)?.focus();
  }

  changed(field: Field): void {
    this.quiet = this.empty = false;
    if (this.leaving) this.#letters?.changed(field);
    else if (field.name === 'question') this.#suggestions.typed();
    this.telling.prepare();
  }

  overlay(entries: readonly FormEntry[]): readonly FormEntry[] {
    return entries;
  }

  focus(id: string): void {
    this.#focusNext = id;
    this.#host.requestUpdate();
  }

  /** Said once, to those who listen. */
  announce(text: string): void {
    if (this.#letters) this.#letters.announcement = '';
    this.#announcement = this.#announcement === text ? `${text}\u00A0` : text;
    this.#host.requestUpdate();
  }

  /**
   * Something was said: it is shown, and kept for the next page.
   * @param isSeen whether the visitor has it before them, whatever is open now
   */
  keep(isSeen = false): void {
    const host = this.#host;
    // What was suggested before counts no more.
    this.#announcement = '';
    const { messages } = this.conversation;
    const { open } = host.panel;
    this.#unread.follow(messages, isSeen || open || !host.floating);
    if (host.mayPersist) keepSession(host, { messages, open, seenAt: this.#unread.seenAt });
    host.requestUpdate();
  }

  /** Fetches what sends; the same each time. */
  async letters(): Promise<QuestionEngine> {
    const { QuestionEngine: Engine } = await this.#host.importLetters();
    return (this.#letters ??= new Engine(this.#host, this));
  }

  /** Leaves a question for a person: the form takes the place of the field. */
  async leave(): Promise<void> {
    await this.letters();
    const { form } = this.#host;
    const open = this.conversation.open?.asked || this.conversation.asked;
    if (open && !form.text('question').trim()) form.set('question', open, true);
    this.leaving = true;
    this.focus('field-question');
  }

  /** A question was left: from here on the visitor may go on asking. */
  left(): void {
    this.leaving = false;
    this.handover.close();
    this.#host.form.set('question', '', true);
    this.keep();
  }

  back(): void {
    this.leaving = false;
    this.#host.form.set('question', '', true);
    this.focus('field-question');
  }

  messages(): unknown {
    const { leadsOn } = this.#host;
    return this.conversation.messages.map((message) =>
      messageTemplate(message, {
        words: this.words,
        level: this.#host.level,
        leadsOn,
        time: (at) => this.#dates?.time(new Date(at)) ?? '',
        choose: (choice, of) => void this.choose(choice, of),
        noneOf: (choices) => void this.#asking.noneOf(choices),
        judge: (answer, helpful) => this.#asking.judge(answer, helpful),
      }),
    );
  }

  after(): unknown {
    const { words } = this;
    const letters = this.#letters;
    return html`${this.#scroll.unseen ? html`<button type="button" class="small" @click=${() => this.#scroll.toEnd()}>${words.text('newMessages')}</button>` : nothing}
      ${this.#asking.draft ? html`<p class="message said" aria-hidden="true">${this.#asking.draft}</p>` : nothing}
      <p class="hint" role="status">${this.#asking.searching ? words.text('searching') : nothing}</p>
      ${this.leaving ? nothing : this.handover.template()}
      ${!this.leaving && letters?.ended ? letters.end() : nothing}
      ${this.started && !this.leaving && !letters?.ended ? this.#ending.template() : nothing}`;
  } // prettier-ignore

  /** The conversation is over, at the visitor's wish. */
  end(): void {
    this.#host.reset();
    this.focus('field-question');
  }

  async #ask(): Promise<void> {
    const { form } = this.#host;
    form.read();
    const text = form.text('question').trim();
    this.empty = !/[\p{L}\p{N}]/u.test(text);
    this.focus('field-question');
    if (this.empty) return;
    form.set('question', '', true);
    await this.#asking.ask(text);
  }

  #toPerson(): void {
    const { form } = this.#host;
    form.read();
    const written = form.text('question').trim();
    this.#scroll.follow();
    this.person({ kind: 'person', asked: written || this.conversation.asked, at: Date.now() });
    // The ways there are the next thing, and not as many steps back as there are questions (WCAG 2.2, 2.4.3).
    if (this.#host.leadsOn) this.focus('handover');
  }

  /** Leads to a person, with what they are to be told. */
  person(message: PersonMessage): void {
    this.conversation.add(message);
    this.handover.offer(message);
    this.keep();
  }

  async #wakeLetters(): Promise<void> {
    try {
      const letters = await this.letters();
      this.leaving = letters.draft.restored !== undefined;
      this.#host.requestUpdate();
    } catch {
      // They are told when the visitor next comes.
    }
  }

  async #fetchDates(): Promise<void> {
    try {
      const { createDateFormatter } = await import('../../localization/date-formatter.js');
      this.#dates = createDateFormatter(this.words.locale);
      this.#host.requestUpdate();
    } catch {
      // Messages without their time.
    }
    if (!this.quiet) return;
    setTimeout(() => {
      this.quiet = false;
      if (this.#host.isConnected) this.#host.requestUpdate();
    }, HEARD);
  }
}

export { ChatEngine as FormEngine };
