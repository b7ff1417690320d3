import type { TemplateResult } from 'lit';
import { fingerprint, mint, profileOf, send, writeRecord, type Letter } from '../../controllers/sending.js';
import type { DeliveryOutcome } from '../../delivery/states.js';
import type { FieldEntry } from '../../submission/record.js';
import type { QuestionOutcome } from '../../submission/types.js';
import { FormEngine } from '../../ui/form-engine.js';
import type { ChatEngine, ChatHost } from './chat-engine.js';

/** What is told of a question besides itself. */
export interface Report {
  readonly question: string;
  readonly outcome: QuestionOutcome;
  readonly entry?: string | undefined;
  readonly helpful?: boolean | undefined;
  readonly transcript?: string | undefined;
}

const entriesOf = ({ question, outcome, entry, helpful, transcript }: Report): readonly FieldEntry[] => [
  ['question', question],
  ['outcome', outcome],
  ['entry', entry?.slice(0, 500)],
  ['helpful', helpful],
  ['transcript', transcript],
];

/** Sends what leaves the chat: a question that a visitor leaves for a person, as any form, and what the owner learns from. */
export class QuestionEngine extends FormEngine<ChatHost> {
  readonly #chat: ChatEngine;
  /** What was left last, as the visitor wrote it: the chat's field is empty again by then. */
  #sent = '';

  constructor(host: ChatHost, chat: ChatEngine) {
    super(host);
    this.#chat = chat;
  }

  /** The panel once a question has been left. */
  end(): TemplateResult {
    const { host } = this;
    const words = host.language.current!;
    return this.screens.end({
      heading: '',
      promise: '',
      send: '',
      sent: words.text('questionSent'),
      next: [words.text('questionNext'), ...(host.promise ? [host.promise] : [])],
      another: words.text('newConversation'),
    });
  }

  override conclude(outcome: DeliveryOutcome, isWatched = true): void {
    this.#sent = this.screens.ownText;
    super.conclude(outcome, isWatched);
    if (this.ended) this.#chat.left();
    // What comes back is mended where it was written.
    else if (outcome.state === 'rejected') this.#chat.leaving = true;
  }

  override copy(text: string): Promise<void> {
    const isReference = text === this.submission.reference;
    return super.copy(this.ended && !isReference ? text + this.#sent : text);
  }

  protected override letter(): Letter {
    const letter = super.letter();
    const { about, regarding } = this.#chat.handover;
    const text = (name: string): string => this.host.form.text(name);
    const told = entriesOf({
      question: text('question'),
      outcome: 'handover',
      entry: about?.entry?.id,
      helpful: about?.kind === 'sorry' ? false : undefined,
      transcript: this.#chat.transcript,
    });
    const rest = letter.fields.filter(([name]) => name !== 'question');
    return { ...letter, fields: [...told, ...rest], regarding: this.host.regarding ?? regarding };
  }

  /**
   * Tells the endpoint of a question without an answer, or of one that helped or didn't. Not kept for later: nobody waits
   * for it. @returns its `submission_id` where it has arrived
   */
  async report(report: Report): Promise<string | undefined> {
    // Nobody has agreed to anything, nor given a name.
    const { consent: _, ...form } = super.letter();
    const letter: Letter = { ...form, fields: entriesOf(report), regarding: undefined };
    const { id, at } = mint();
    const profile = profileOf(letter);
    const outcome = await send(
      {
        endpoint: letter.endpoint,
        profile: letter.profile ?? profile.name,
        record: writeRecord(letter, id, at, false),
        files: [],
        deduplicates: profile.deduplicates,
        fingerprint: fingerprint(letter),
      },
      this.host.transport,
      undefined,
    );
    return outcome.state === 'sent' ? id : undefined;
  }
}
