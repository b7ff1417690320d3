import type { FieldError, FailureReason } from '../delivery/states.js';
import type { OutboxNews } from '../delivery/outbox/outbox.js';
import type { Submission } from '../submission/types.js';

/** What every event of a widget tells: the submission it is about. */
export interface SubmissionDetail<S extends Submission = Submission> {
  /** The wire object. In `harreman-submit` it may still be added to (a captcha's token, say). */
  readonly submission: S & Record<string, unknown>;
}

/** Of `CustomEvent`, as all of the kit's: MooTools puts something of its own in the place of `Event`. */
abstract class SubmissionEvent<D extends SubmissionDetail> extends CustomEvent<D> {
  constructor(type: string, detail: D, init?: EventInit) {
    super(type, { bubbles: true, composed: true, detail, ...init });
  }
}

/**
 * Before sending. Cancelling it sends nothing and keeps what was written. A listener that needs time (a
 * captcha's proof of work) gives a promise to {@link waitUntil}; one that rejects cancels.
 */
export class HarremanSubmitEvent extends SubmissionEvent<SubmissionDetail> {
  #pending: Promise<unknown>[] = [];
  constructor(detail: SubmissionDetail) {
    super('harreman-submit', detail, { cancelable: true });
  }
  waitUntil(promise: Promise<unknown>): void {
    this.#pending.push(promise);
  }
  /** Settles when everything that was waited for has; rejects when one of it does. */
  get ready(): Promise<unknown> {
    return Promise.all(this.#pending);
  }
}

/** The endpoint has it. */
export class HarremanSentEvent extends SubmissionEvent<SubmissionDetail & { readonly reference: string }> {
  constructor(detail: SubmissionDetail & { readonly reference: string }) {
    super('harreman-sent', detail);
  }
}

/** Committed to this device, to be sent later. */
export class HarremanSavedEvent extends SubmissionEvent<SubmissionDetail> {
  constructor(detail: SubmissionDetail) {
    super('harreman-saved', detail);
  }
}

/** Not sent, or nobody can say: `arrived` tells which, `reason` why. */
export class HarremanUnconfirmedEvent extends SubmissionEvent<
  SubmissionDetail & { readonly reason: FailureReason; readonly arrived: 'no' | 'unknown' }
> {
  constructor(
    detail: SubmissionDetail & { readonly reason: FailureReason; readonly arrived: 'no' | 'unknown' },
  ) {
    super('harreman-unconfirmed', detail);
  }
}

/** The endpoint found something for the visitor to mend. */
export class HarremanRejectedEvent extends SubmissionEvent<
  SubmissionDetail & { readonly errors: readonly FieldError[] }
> {
  constructor(detail: SubmissionDetail & { readonly errors: readonly FieldError[] }) {
    super('harreman-rejected', detail);
  }
}

/** The event about a kept submission that came to something on this page, if there is one for it. */
export const keptEvent = ({ state, record, reference, errors }: OutboxNews): Event | undefined => {
  if (!record) return undefined;
  const submission = record as unknown as Submission & Record<string, unknown>;
  if (state === 'sent') return new HarremanSentEvent({ submission, reference });
  if (state === 'rejected') return new HarremanRejectedEvent({ submission, errors });
  if (state !== 'unconfirmed') return undefined;
  return new HarremanUnconfirmedEvent({ submission, reason: 'network', arrived: 'unknown' });
};

declare global {
  interface GlobalEventHandlersEventMap {
    'harreman-submit': HarremanSubmitEvent;
    'harreman-sent': HarremanSentEvent;
    'harreman-saved': HarremanSavedEvent;
    'harreman-unconfirmed': HarremanUnconfirmedEvent;
    'harreman-rejected': HarremanRejectedEvent;
  }
}
