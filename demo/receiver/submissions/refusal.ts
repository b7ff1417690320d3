import type { FieldError } from '../../../src/delivery/states.js';
import type { Period } from '../appointments/period.js';

export type RefusalStatus = 400 | 403 | 405 | 413 | 415 | 422 | 429 | 503;

/** Why a submission is not taken: the status and the body of the answer. Thrown anywhere on the way. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: RefusalStatus;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;
  /** Free times in place of one that can't be had. */
  readonly slots: readonly Period[] | undefined;

  constructor(
    status: RefusalStatus,
    errors: readonly FieldError[],
    headers: Readonly<Record<string, string>> = {},
    slots?: readonly Period[],
  ) {
    super(errors.map(({ code }) => code).join(' '));
    this.status = status;
    this.errors = errors;
    this.headers = headers;
    this.slots = slots;
  }
}
