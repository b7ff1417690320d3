import { setTimeout as sleep } from 'node:timers/promises';
import { describeError, type Log } from '../log.js';
import type { LeasedMessage, Settlement } from '../store/outgoing.js';
import type { SubmissionStore } from '../store/store.js';
import { SETUP_NUMBERS } from '../surveys/setup.js';
import { MAX_ATTEMPTS, MAX_DELAY_MS, retryDelay } from './backoff.js';
import { DeliveryError, type Delivery, type InvitationDelivery } from './delivery.js';

/** How long one attempt may take. */
const ATTEMPT_MS = 60_000;
/** As long as any attempt takes, and then some for the database. */
const LEASE_MS = 2 * ATTEMPT_MS;
/** Messages of one channel under way at the same time, so that one that hangs does not hold up the others. */
const AT_ONCE = 4;

/** Invitations may be planned ahead, by as long as an owner may set; anything else is due at once. */
const MAX_PLANNED_MS = (SETUP_NUMBERS.delayHours.max + 24) * 60 * 60 * 1000;

type AnyDelivery = Delivery | InvitationDelivery;

export interface DispatcherOptions {
  readonly store: SubmissionStore;
  readonly deliveries: readonly AnyDelivery[];
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

  async #run(delivery: AnyDelivery): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const messages = await this.#lease(delivery);
      await Promise.all(messages.map((message) => this.#attempt(delivery, message)));
      if (!messages.length) await pause(this.#pollMs, signal);
    }
  }

  async #lease({ channel, ...delivery }: AnyDelivery): Promise<readonly LeasedMessage[]> {
    const isPaced = 'perMinute' in delivery;
    const maxDelayMs = isPaced ? MAX_PLANNED_MS : MAX_DELAY_MS;
    try {
      const times = { now: this.#now(), leaseMs: LEASE_MS, maxDelayMs };
      const pace = isPaced ? { perMinute: delivery.perMinute } : {};
      return await this.#store.outgoing.lease({ channel, limit: AT_ONCE, ...times, ...pace });
    } catch (error) {
      this.#log.warn('outgoing messages not read', describeError(error));
      return [];
    }
  }

  async #attempt(delivery: AnyDelivery, message: LeasedMessage): Promise<void> {
    const { channel, submissionId, invitationId, attempts } = message;
    const about = submissionId ? { submission_id: submissionId } : { invitation_id: invitationId };
    const details = { channel, ...about, attempts };
    try {
      const failure = await this.#deliver(delivery, message);
      if (invitationId && failure?.isAddressRefused)
        await this.#store.surveys.bounce(message.id, failure.message, true, this.#now());
      const settlement: Settlement = failure ? this.#afterFailure(message, failure) : { state: 'delivered' };
      const isOurs = await this.#settle(message, settlement, details);
      if (!isOurs) this.#log.warn('outgoing message was taken by another', details);
      else if (failure)
        this.#log.warn(`outgoing message ${settlement.state}`, { ...details, reason: failure.code });
      else this.#log.info('outgoing message delivered', details);
    } catch (error) {
      // The lease ends by itself, and the message is delivered again.
      this.#log.error('outgoing message not settled', { ...details, ...describeError(error) });
    }
  }

  /**
   * Notes what has become of a message: again while its lease lasts, if the database is away, since it would be delivered a
   * second time.
   * @returns whether the lease was still ours
   */
  async #settle(message: LeasedMessage, settlement: Settlement, details: object): Promise<boolean> {
    const { signal } = this.#stopping;
    const end = performance.now() + LEASE_MS - ATTEMPT_MS;
    for (let isFirst = true; ; isFirst = false) {
      try {
        return await this.#store.outgoing.settle(message, settlement);
      } catch (error) {
        if (signal.aborted || performance.now() > end) throw error;
        if (isFirst)
          this.#log.warn('outgoing message not settled yet', { ...details, ...describeError(error) });
        await pause(this.#pollMs, signal);
      }
    }
  }

  /** @returns why it failed, if it did; rejects where the database fails */
  async #deliver(delivery: AnyDelivery, message: LeasedMessage): Promise<DeliveryError | undefined> {
    // More than that: the last attempts ended with the process that made them.
    if (message.attempts > MAX_ATTEMPTS)
      return new DeliveryError('It was interrupted too often.', INTERRUPTED);
    const signal = AbortSignal.any([this.#cutting.signal, AbortSignal.timeout(ATTEMPT_MS)]);
    const deliver = await this.#prepared(delivery, message, signal);
    try {
      await untilAborted(deliver(), signal);
      return undefined;
    } catch (error) {
      if (error instanceof DeliveryError) return error;
      this.#log.error('delivery failed unexpectedly', describeError(error));
      return new DeliveryError('Something went wrong here.', { code: 'internal' });
    }
  }

  /** Reads what the message is about; rejects where the database fails. */
  async #prepared(
    delivery: AnyDelivery,
    message: LeasedMessage,
    signal: AbortSignal,
  ): Promise<() => Promise<void>> {
    if (delivery.channel === 'invitation') {
      const invitation = await this.#store.surveys.invitation(message.invitationId);
      if (!invitation) throw new Error('an outgoing message without its invitation');
      const setup = await this.#store.surveys.setup(invitation.survey);
      return () => delivery.deliver(message, invitation, setup, signal);
    }
    const submission = await this.#store.get(message.submissionId);
    if (!submission) throw new Error('an outgoing message without its submission');
    return submission.erasedAt
      ? () => Promise.reject(new DeliveryError('The message was erased.', ERASED))
      : () => delivery.deliver(message, submission, signal);
  }

  #afterFailure(
    { attempts }: LeasedMessage,
    { message, isFinal, isMoot, waitMs }: DeliveryError,
  ): Settlement {
    if (isMoot) return { state: 'dismissed', error: message };
    if (isFinal || attempts >= MAX_ATTEMPTS) return { state: 'dead', error: message };
    const delay = retryDelay(attempts, waitMs, this.#random);
    return { state: 'waiting', dueAt: new Date(this.#now().getTime() + delay), error: message };
  }
}

const INTERRUPTED = { code: 'interrupted', isFinal: true };
const ERASED = { code: 'erased', isMoot: true };

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
