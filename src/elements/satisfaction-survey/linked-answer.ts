import { SubmissionController } from '../../controllers/submission-controller.js';
import { keepLink } from './keep-link.js';
import type { SurveyEngine } from './survey-engine.js';
import type { SurveyHost } from './survey-host.js';

/**
 * The answer that somebody has pressed in an e-mail. It is sent as soon as there is a person (see `personSeen`), so that
 * who only pressed it and looks is not lost. What they change or add goes as a submission of its own, with `regarding`; a
 * changed score goes as well when they leave without sending.
 *
 * Where the owner asks for a consent nothing goes before it is given.
 */
export class LinkedAnswer {
  readonly #host: SurveyHost;
  readonly #engine: SurveyEngine;
  readonly #submission: SubmissionController;
  /** The score that has been sent last. */
  #sent: string | undefined;
  #isPerson = false;

  constructor(host: SurveyHost, engine: SurveyEngine) {
    this.#host = host;
    this.#engine = engine;
    this.#submission = new SubmissionController(host);
    const { link, linkedScore } = host;
    if (!link) return;
    if (linkedScore !== undefined) {
      // What they pressed now beats what a draft of then says.
      host.form.set('score', linkedScore, host.form.edited.has('score'));
      if (link.sent) this.#sent = linkedScore;
      void link.person.then(() => this.#meet());
    }
    const leave = (): void => {
      if (document.visibilityState === 'hidden') void this.send();
    };
    const controller = {
      hostConnected: (): void => document.addEventListener('visibilitychange', leave),
      hostDisconnected: (): void => document.removeEventListener('visibilitychange', leave),
    };
    host.addController(controller);
  }

  /** The `submission_id` of the answer that has left, as far as anybody knows. */
  get id(): string | undefined {
    const { phase, submission, failure } = this.#submission;
    const hasLeft = phase === 'sending' || phase === 'sent' || failure?.arrived === 'unknown';
    return hasLeft ? submission?.submission_id : undefined;
  }

  /** Whether the endpoint has it. */
  get hasArrived(): boolean {
    return (
      this.#sent !== undefined && this.#submission.phase !== 'sending' && this.#submission.phase !== 'failed'
    );
  }

  /** Sends the score that is chosen, once, where it may be. */
  async send(): Promise<void> {
    const host = this.#host;
    const engine = this.#engine;
    const score = host.form.text('score');
    const isIdle = !engine.ended && !engine.submission.busy && !this.#submission.busy;
    if (!this.#isPerson || !isIdle || !score || score === this.#sent || !engine.hasConsent) return;
    const outcome = await this.#submission.send(
      engine.linkedLetter(),
      host.transport,
      engine.kept?.keeping(engine.screens.ownText, []),
    );
    if (outcome?.state !== 'sent') return;
    this.#sent = score;
    engine.follow(this.#submission.submission?.submission_id);
    host.requestUpdate();
  }

  /** Before the whole answer is sent: what still waits of this one is part of it, and must not come after it. */
  async settle(): Promise<void> {
    const { phase, submission } = this.#submission;
    if (phase === 'saved' && submission) await this.#engine.kept?.take(submission.submission_id);
    else this.#engine.follow(this.id);
  }

  async #meet(): Promise<void> {
    const host = this.#host;
    this.#isPerson = host.touched = true;
    if (host.mayPersist && host.link) keepLink(host.link);
    await this.send();
  }
}
