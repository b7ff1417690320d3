import type { TemplateResult } from 'lit';
import type { Letter } from '../../controllers/sending.js';
import type { DeliveryOutcome } from '../../delivery/states.js';
import { FormEngine } from '../../ui/form-engine.js';
import type { ChatEngine } from './chat-engine.js';
import type { ChatHost } from './chat-host.js';
import { entriesOf } from './reports.js';

/** Sends a question that a visitor leaves for a person, as any form sends. */
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
    const { promise } = this.#chat.leavingForm;
    const words = this.host.language.current!;
    return this.screens.end({
      heading: '',
      promise: '',
      send: '',
      sent: words.text('questionSent'),
      next: [words.text('questionNext'), ...(promise ? [promise] : [])],
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
}
