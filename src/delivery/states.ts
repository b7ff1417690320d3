/**
 * The life of a submission (design: How it is delivered).
 *
 * `queued → sending → sent` (deleted) · `saved` (waiting to retry) · `unconfirmed` · `rejected` (the visitor
 * edits) · `parked` (the owner must act). `saved` is only ever reached after a committed write.
 */
export type DeliveryState = 'queued' | 'sending' | 'sent' | 'saved' | 'unconfirmed' | 'rejected' | 'parked';

/** Milliseconds for which a submission that was not sent is kept to be sent without asking: three days. */
export const MAX_AGE = 72 * 60 * 60 * 1000;

/** One thing the endpoint found wrong. `field` is a wire name; without it the whole submission is meant. */
export interface FieldError {
  readonly field?: string;
  /** The endpoint's own code, for example Formspree's `TYPE_EMAIL`. */
  readonly code?: string;
  /** The endpoint's own words: always text, never HTML. */
  readonly message?: string;
}

/** Why an attempt did not end in `sent` or `rejected`. */
export type FailureReason =
  /** The browser knows that it is offline: nothing left the device. */
  | 'offline'
  /** No connection, a refused preflight, or a cut reply: the browser does not tell which. */
  | 'network'
  /** No answer within the time-out. */
  | 'timeout'
  /** 408, 425, 429, 5xx. */
  | 'busy'
  /** 408, 425, 429 that ask to wait for longer than a submission is kept: the endpoint didn't take this try. */
  | 'refused'
  /** An answer that is no success for this profile: an HTML page, a truncated or endless body. */
  | 'unreadable'
  /** CSP, a bad endpoint, 401, 403, 404, 405, 410, 415 …: only the owner can mend it. */
  | 'blocked'
  /** The endpoint says that the submission's files or size are too much, or it takes no files at all. */
  | 'too-large'
  /** The caller aborted. */
  | 'aborted';

/** How one attempt ended. */
export type AttemptOutcome =
  | { readonly state: 'sent'; readonly reference?: string }
  | { readonly state: 'rejected'; readonly errors: readonly FieldError[]; readonly status: number }
  | {
      readonly state: 'failed';
      readonly reason: FailureReason;
      /** `no`: the endpoint provably does not have it. `unknown`: it may. */
      readonly arrived: 'no' | 'unknown';
      readonly status?: number;
      /** Milliseconds that the endpoint asks to wait (`Retry-After`, RFC 9110 §10.2.3), both forms read. */
      readonly retryAfter?: number;
      /** For the owner, in the console: what happened and what to do. Never shown to visitors. */
      readonly diagnosis: string;
    };

/** How a delivery ended: an attempt's outcome, or committed to this device by an outbox, to be sent later. */
export type DeliveryOutcome = AttemptOutcome | { readonly state: 'saved' };
