import { OutboxController } from '../controllers/outbox-controller.js';
import { keptEvent } from '../controllers/events.js';
import type { Keeping } from '../controllers/sending.js';
import type { OutboxEntry } from '../delivery/outbox/entry.js';
import type { OutboxNews } from '../delivery/outbox/outbox.js';
import type { EngineHost } from './engine-host.js';
import type { FormEngine } from './form-engine.js';
import { targetOf } from './target.js';

/** Messages that were kept on this device: those of this form, and those that it has to tell of. */
export class KeptMessages {
  #engine: FormEngine;
  #host: EngineHost;
  #controller: OutboxController;

  constructor(engine: FormEngine, host: EngineHost) {
    this.#engine = engine;
    this.#host = host;
    this.#controller = new OutboxController(
      host,
      () => targetOf(host).endpoint,
      () => engine.submission.shownId,
      (news) => this.#hear(news),
    );
    host.addController({
      // What was sent when its page had been left, by whichever page, comes back with its draft: left there, it would
      // be sent a second time.
      hostUpdated: () => {
        const sent = this.#controller.outbox.entries.find(
          (entry) => entry.state === 'sent' && this.#isInForm(entry),
        );
        if (!sent || sent.id === engine.submission.shownId) return;
        engine.clear();
        this.#controller.tellAgain(sent.id);
      },
    });
  }

  /** What a message is kept with while it is sent. Without values it is not what stands in the form. */
  keeping(text: string, values: Keeping['values']): Keeping {
    const { outbox, place } = this.#controller;
    return { outbox, place, text, values, draftAt: values.length ? this.#engine.draft.flush() : undefined };
  }

  /** What is to be told here, oldest first. */
  get entries(): readonly OutboxEntry[] {
    return this.#controller.notices;
  }

  /** The visitor has read that it was sent. */
  close({ id }: OutboxEntry): void {
    this.#controller.close(id);
    // What was pressed is gone (WCAG 2.2, 2.4.3).
    if (this.entries.length) this.#engine.focus('notices');
    else this.#engine.focusField();
  }

  /** Sends one at the visitor's wish. */
  send({ id }: OutboxEntry): void {
    // While it is being sent its notice has nothing to press.
    this.#engine.focus('notices');
    void this.#controller.outbox.sendAgain(id);
  }

  /** Takes one away, out of this form too. */
  async delete(entry: OutboxEntry): Promise<void> {
    const isHere = this.#isInForm(entry);
    const { outbox } = this.#controller;
    await outbox.delete(entry.id);
    // A store that fails has it still, and the notice stays.
    if (outbox.entries.some(({ id }) => id === entry.id)) return;
    if (isHere) this.#engine.clear();
    this.#deleted();
    // What was pressed is gone already.
    this.#engine.focusField();
  }

  /** Whether what this form shows is in the outbox. An owner's own transport keeps what it keeps elsewhere. */
  get keepsShown(): boolean {
    return this.#controller.outbox.entries.some(({ id }) => id === this.#engine.submission.shownId);
  }

  /** Takes away the one that this form shows as saved. */
  async deleteShown(): Promise<void> {
    const id = this.#engine.submission.shownId;
    if (id) await this.#controller.outbox.delete(id);
  }

  /** Takes one out of the outbox without a word: what it said goes with another. */
  take(id: string): Promise<unknown> {
    return this.#controller.outbox.delete(id);
  }

  /** Puts one back into the form; `undefined` where it may have arrived, is of another kind, or would cover other text. */
  takeBack({ id, widget, values, files, arrived, state }: OutboxEntry): (() => void) | undefined {
    const { form, wireName } = this.#host;
    const isUnsent = arrived === 'no' || state === 'rejected';
    if (!isUnsent || widget !== wireName || !values.length || form.edited.size) return undefined;
    return () => {
      for (const [name, value] of values) form.set(name, value, true);
      this.#engine.files.restore(files);
      this.#engine.draft.touch();
      void this.#controller.outbox.delete(id);
      this.#engine.focusField();
    };
  }

  /** What this form shows as saved has come to something. The visitor may be elsewhere: their focus stays there. */
  #hear(news: OutboxNews): void {
    const { submission, screens } = this.#engine;
    const outcome = submission.hear(news);
    if (!outcome) {
      // Sent from here for a form that is gone: the element that tells it says so to the page, too.
      const event = this.entries.some(({ id }) => id === news.id) && keptEvent(news);
      if (event) this.#host.dispatchEvent(event);
      return;
    }
    if (outcome === 'deleted') {
      this.#host.reset();
      this.#deleted();
      return;
    }
    this.#engine.conclude(outcome, Boolean(this.#host.shadowRoot?.activeElement));
    this.#engine.announce(screens.keptText(news.state, submission.submission!.created_at, news.reference));
  }

  #deleted(): void {
    this.#engine.announce(this.#host.words.text('savedDeleted'));
    if (this.#host.shadowRoot?.activeElement) this.#engine.focusField();
  }

  /** Whether the form holds the same, and nothing newer: its draft was restored. */
  #isInForm({ draftAt }: OutboxEntry): boolean {
    return draftAt !== undefined && draftAt === this.#engine.draft.writtenAt;
  }
}
