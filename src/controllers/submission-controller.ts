import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { OutboxNews } from '../delivery/outbox/outbox.js';
import { PENDING } from '../delivery/outbox/pending-key.js';
import type { DeliveryOutcome } from '../delivery/states.js';
import type { Submission, WireRecord, WireValue } from '../submission/types.js';
import { isStored } from './draft-key.js';
import {
  HarremanRejectedEvent,
  HarremanSavedEvent,
  HarremanSentEvent,
  HarremanSubmitEvent,
  HarremanUnconfirmedEvent,
} from './events.js';
import {
  fingerprint,
  mint,
  profileOf,
  send,
  writeRecord,
  type Keeping,
  type Letter,
  type Transport,
} from './sending.js';

/** Where a submission stands, as the visitor is told. */
export type Phase = 'editing' | 'sending' | 'sent' | 'saved' | 'failed';

/** A try that ended neither in `sent` nor in `rejected`. */
export type Failure = Extract<DeliveryOutcome, { state: 'failed' }>;

/** A submission that the visitor has begun to send. */
interface Minted {
  /** What tells its content from others. */
  readonly of: string;
  readonly id: string;
  /** When send was first pressed. */
  readonly at: Date;
  arrived: 'no' | 'unknown';
}

/** After a longer wait than this, an endpoint's `Retry-After` is no use to somebody who sits in front of a form. */
const LONGEST_WAIT = 60 * 60 * 1000;
/** A status that comes and goes in a blink is noise to a screen reader. */
const SLOW = 400;

/**
 * Sends what an element hands over, once at a time, and remembers how it went.
 */
export class SubmissionController implements ReactiveController {
  phase: Phase = 'editing';
  /** Sending takes so long that it should be said. */
  slow = false;
  /** 0 to 1 while files are sent and the browser tells. */
  progress: number | undefined;
  failure: Failure | undefined;
  /** Whether the endpoint can tell a second try from the first. */
  deduplicates = true;
  /** What was last sent, or tried. */
  submission: (Submission & Record<string, unknown>) | undefined;
  reference = '';
  /** Seconds until the endpoint wants to be asked again. */
  wait = 0;

  #host: ReactiveControllerHost & HTMLElement;
  #minted: Minted | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get busy(): boolean {
    return this.phase === 'sending';
  }

  hostConnected(): void {
    if (this.wait) this.#countDown(this.wait);
  }

  hostDisconnected(): void {
    // The attempt itself completes: a page may take the element away while it sends.
    clearInterval(this.#timer);
  }

  /**
   * Sends a letter; resolves to how that ended, or to `undefined` where a listener cancelled it or a letter is
   * already under way.
   */
  async send(letter: Letter, transport?: Transport, keeping?: Keeping): Promise<DeliveryOutcome | undefined> {
    if (this.busy) return undefined;
    this.#set({ phase: 'sending', failure: undefined, progress: undefined });
    const slow = setTimeout(() => this.#set({ slow: true }), SLOW);
    try {
      return await this.#attempt(letter, transport, keeping);
    } catch (error) {
      // Neither a listener's promise nor a missing chunk may cost the visitor their text.
      console.error(`<${this.#host.localName}>: the submission was not sent.`, error);
      return this.#fail({
        state: 'failed',
        reason: navigator.onLine ? 'network' : 'offline',
        arrived: 'no',
        diagnosis: String(error),
      });
    } finally {
      clearTimeout(slow);
      this.#set({ slow: false });
    }
  }

  /** Back to an empty form. */
  reset(): void {
    clearInterval(this.#timer);
    this.#minted = undefined;
    this.#set({ phase: 'editing', failure: undefined, progress: undefined, submission: undefined, wait: 0 });
  }

  /**
   * News of a kept submission. Where it is the one that this form shows, the form shows the news from now on.
   * @returns how it ended, or `deleted` where the visitor has taken it away
   */
  hear({ id, state, reference, errors }: OutboxNews): DeliveryOutcome | 'deleted' | undefined {
    const { submission } = this;
    const minted = this.#minted;
    const isSaved = this.phase === 'saved';
    if (!minted || submission?.submission_id !== id || !(isSaved || this.phase === 'failed')) {
      return undefined;
    }
    let outcome: DeliveryOutcome | undefined;
    if (state === 'sent') outcome = { state, reference };
    else if (state === 'rejected') outcome = { state, errors, status: 0 };
    else if (!isSaved) return undefined;
    else if (state === 'deleted') return state;
    else if (state === 'unconfirmed') outcome = failure('network', 'unknown', state);
    else if (state === 'parked' || state === 'expired') outcome = failure('blocked', 'no', state);
    if (outcome) this.#conclude(outcome, minted, submission);
    return outcome;
  }

  /** The id of the submission that the form shows something of. */
  get shownId(): string | undefined {
    return this.phase === 'editing' ? undefined : (this.submission?.submission_id ?? this.#minted?.id);
  }

  async #attempt(
    letter: Letter,
    transport: Transport | undefined,
    keeping: Keeping | undefined,
  ): Promise<DeliveryOutcome | undefined> {
    const of = fingerprint(letter);
    const before = this.#minted;
    // The same content is the same submission, however often it is tried; an edited one is another.
    const minted =
      before?.of === of
        ? before
        : (this.#minted = (await remembered(of, keeping)) ?? { of, ...mint(), arrived: 'no' });
    const profile = profileOf(letter);
    const mayDouble = minted.arrived === 'unknown' && !profile.deduplicates;
    const record = writeRecord(letter, minted.id, minted.at, mayDouble);
    const submission = record as Submission & Record<string, unknown>;
    const event = new HarremanSubmitEvent({ submission });
    if (!this.#host.dispatchEvent(event)) {
      this.#set({ phase: 'editing' });
      return undefined;
    }
    await event.ready;
    this.deduplicates = profile.deduplicates;
    this.#set({ submission, reference: submission.reference });
    const request = {
      endpoint: letter.endpoint,
      // A name that is wrong goes on as it is: the delivery tells the owner.
      profile: letter.profile ?? profile.name,
      record: addLate(submission, letter.late()),
      files: letter.files,
      deduplicates: profile.deduplicates,
      fingerprint: of,
      onProgress: (progress: number) => this.#set({ progress }),
    };
    // What was edited since is this one now: the earlier must not leave meanwhile.
    if (before && before !== minted) await keeping?.outbox.delete(before.id);
    const outcome = await send(request, transport, keeping);
    this.#conclude(outcome, minted, submission);
    return outcome;
  }

  #conclude(
    outcome: DeliveryOutcome,
    minted: Minted,
    submission: Submission & Record<string, unknown>,
  ): void {
    const host = this.#host;
    switch (outcome.state) {
      case 'sent':
        if (outcome.reference) this.reference = outcome.reference;
        this.#minted = undefined;
        this.#set({ phase: 'sent' });
        host.dispatchEvent(new HarremanSentEvent({ submission, reference: this.reference }));
        return;
      case 'saved':
        this.#set({ phase: 'saved' });
        host.dispatchEvent(new HarremanSavedEvent({ submission }));
        return;
      case 'rejected':
        this.#set({ phase: 'editing' });
        host.dispatchEvent(new HarremanRejectedEvent({ submission, errors: outcome.errors }));
        return;
      case 'failed':
        if (outcome.arrived === 'unknown') minted.arrived = 'unknown';
        console.error(`<${host.localName}>: ${outcome.diagnosis}`);
        // An earlier try may have arrived, whatever is known of this one.
        this.#fail({ ...outcome, arrived: minted.arrived });
        host.dispatchEvent(
          new HarremanUnconfirmedEvent({ submission, reason: outcome.reason, arrived: minted.arrived }),
        );
    }
  }

  #fail(failure: Failure): Failure {
    const { retryAfter = 0 } = failure;
    this.#set({ phase: 'failed', failure, wait: 0 });
    if (retryAfter > 0 && retryAfter <= LONGEST_WAIT) this.#countDown(Math.ceil(retryAfter / 1000));
    return failure;
  }

  #countDown(seconds: number): void {
    const end = Date.now() + seconds * 1000;
    const tick = (): void => {
      this.#set({ wait: Math.max(0, Math.ceil((end - Date.now()) / 1000)) });
      if (!this.wait) clearInterval(this.#timer);
    };
    clearInterval(this.#timer);
    this.#timer = setInterval(tick, 1000);
    tick();
  }

  #set(
    state: Partial<
      Pick<
        SubmissionController,
        'phase' | 'slow' | 'progress' | 'failure' | 'submission' | 'reference' | 'wait'
      >
    >,
  ): void {
    Object.assign(this, state);
    this.#host.requestUpdate();
  }
}

/** The submission that the same content was before the page was left, if that is still kept. */
const remembered = async (of: string, keeping: Keeping | undefined): Promise<Minted | undefined> => {
  // Somebody may press send before what waits has been read.
  if (isStored(PENDING)) await keeping?.outbox.refresh();
  const entry = keeping?.outbox.find(of);
  return entry && { of, id: entry.id, at: new Date(entry.createdAt), arrived: entry.arrived };
};

const failure = (reason: Failure['reason'], arrived: 'no' | 'unknown', diagnosis: string): Failure => ({
  state: 'failed',
  reason,
  arrived,
  diagnosis: `a kept submission is ${diagnosis}`,
});

/** What is only known now joins the record; the visitor's own values stay. */
const addLate = (
  submission: Record<string, unknown>,
  late: Letter['late'] extends () => infer E ? E : never,
): WireRecord => {
  const record = submission as Record<string, WireValue | undefined>;
  for (const [name, value] of late) record[name] ??= value;
  return record;
};
