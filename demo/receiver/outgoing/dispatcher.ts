import { setTimeout as sleep } from 'node:timers/promises';
import { describeError, type Log } from '../log.js';
import type { Channel, LeasedMessage, Settlement } from '../store/outgoing.js';
import type { SubmissionStore } from '../store/store.js';
import { MAX_ATTEMPTS, MAX_DELAY_MS, retryDelay } from './backoff.js';
import { DeliveryError, type Delivery } from './delivery.js';

/** How long one attempt may take. */
const ATTEMPT_MS = 60_000;
/** As long as any attempt takes, and then some for the database. */
const LEASE_MS = 2 * ATTEMPT_MS;
/** Messages of one channel under way at the same time, so that one that hangs does not hold up the others. */
const AT_ONCE = 4;

export interface DispatcherOptions {
  readonly store: SubmissionStore;
  readonly deliveries: readonly Delivery[];
  readonly log: Log;
  /** How often to look for messages that are due, in milliseconds. */
  readonly pollMs?: number;
  readonly now?: () => Date;
  readonly random?: () => number;
}

/**
 * Delivers what waits in the table of outgoing messages: at least once, by any number of receivers of one database,
 * each message by one at a time. Starts at once.
 */
export class Dispatcher {
  readonly #store: SubmissionStore;
  readonly #log: Log;
  readonly #pollMs: number;
  readonly #now: () => Date;
  readonly #random: () => number;
  readonly #stopping = new AbortController();
  readonly #cutting = new AbortController();
  readonly #loops: Promise<unknown>;

  constructor({ store, deliveries, log, pollMs = 1_000, now, random }: DispatcherOptions) {
    this.#store = store;
    this.#log = log;
    this.#pollMs = pollMs;
    this.#now = now ?? (() => new Date());
    this.#random = random ?? Math.random;
    this.#loops = Promise.all(deliveries.map((delivery) => this.#run(delivery)));
  }

  /** Takes no more messages, lets those under way finish for `graceMs`, and then gives them back. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping.abort();
    const timer = setTimeout(() => this.#cutting.abort(), graceMs);
    await this.#loops;
    clearTimeout(timer);
  }

  async #run(delivery: Delivery): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const messages = await this.#lease(delivery.channel);
      await Promise.all(messages.map((message) => this.#attempt(delivery, message)));
      if (!messages.length) await pause(this.#pollMs, signal);
    }
  }

  async #lease(channel: Channel): Promise<readonly LeasedMessage[]> {
    try {
      const times = { now: this.#now(), leaseMs: LEASE_MS, maxDelayMs: MAX_DELAY_MS };
      return await this.#store.outgoing.lease({ channel, limit: AT_ONCE, ...times });
    } catch (error) {
      this.#log.warn('outgoing messages not read', describeError(error));
      return [];
    }
  }

  async #attempt(delivery: Delivery, message: LeasedMessage): Promise<void> {
    const { channel, submissionId, attempts } = message;
    const details = { channel, submission_id: submissionId, attempts };
    try {
      const failure = await this.#deliver(delivery, message);
      const settlement: Settlement = failure ? this.#afterFailure(message, failure) : { state: 'delivered' };
      const isOurs = await this.#store.outgoing.settle(message, settlement);
      if (!isOurs) this.#log.warn('outgoing message was taken by another', details);
      else if (failure)
        this.#log.warn(`outgoing message ${settlement.state}`, { ...details, reason: failure.code });
      else this.#log.info('outgoing message delivered', details);
    } catch (error) {
      // The lease ends by itself, and the message is delivered again.
      this.#log.error('outgoing message not settled', { ...details, ...describeError(error) });
    }
  }

  /** @returns why it failed, if it did; rejects where the database fails */
  async #deliver(delivery: Delivery, message: LeasedMessage): Promise<DeliveryError | undefined> {
    // More than that: the last attempts ended with the process that made them.
    if (message.attempts > MAX_ATTEMPTS)
      return new DeliveryError('It was interrupted too often.', INTERRUPTED);
    const submission = await this.#store.get(message.submissionId);
    if (!submission) throw new Error('an outgoing message without its submission');
    const signal = AbortSignal.any([this.#cutting.signal, AbortSignal.timeout(ATTEMPT_MS)]);
    try {
      await untilAborted(delivery.deliver(message, submission, signal), signal);
      return undefined;
    } catch (error) {
      if (error instanceof DeliveryError) return error;
      this.#log.error('delivery failed unexpectedly', describeError(error));
      return new DeliveryError('Something went wrong here.', { code: 'internal' });
    }
  }

  #afterFailure({ attempts }: LeasedMessage, { message, isFinal, waitMs }: DeliveryError): Settlement {
    if (isFinal || attempts >= MAX_ATTEMPTS) return { state: 'dead', error: message };
    const delay = retryDelay(attempts, waitMs, this.#random);
    return { state: 'waiting', dueAt: new Date(this.#now().getTime() + delay), error: message };
  }
}

const INTERRUPTED = { code: 'interrupted', isFinal: true };

/** For what can't be stopped from outside: a mail server may take its time with every line. */
const untilAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const giveUp = () => reject(new DeliveryError('It took too long.', { code: 'timeout' }));
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);
