import type { Channel, OutgoingMessage } from '../store/outgoing.js';
import type { StoredSubmission } from '../store/store.js';

/** One way out of the receiver. */
export interface Delivery {
  readonly channel: Channel;
  /**
   * Delivers a submission once. What the other side sees is the same for every attempt, so that it can tell a
   * repeated message by its id. Resolves when the other side has taken it.
   * @param signal aborted when the attempt has taken too long, or the receiver stops
   * @throws {DeliveryError}
   */
  deliver(message: OutgoingMessage, submission: StoredSubmission, signal: AbortSignal): Promise<void>;
}

/** An attempt that failed, or of which it is not known that it succeeded. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  /** For the log: no text of anybody's. */
  readonly code: string;
  /** Whether the other side said that it will never take this. */
  readonly isFinal: boolean;
  /** How long the other side asked to wait, in milliseconds. */
  readonly waitMs: number;

  /** @param message for the owner to read in the inbox */
  constructor(message: string, { code, isFinal = false, waitMs = 0 }: DeliveryErrorOptions) {
    super(message);
    this.code = code;
    this.isFinal = isFinal;
    this.waitMs = waitMs;
  }
}

interface DeliveryErrorOptions {
  readonly code: string;
  readonly isFinal?: boolean;
  readonly waitMs?: number;
}

/** Why a connection failed, in the words of the system (`ECONNREFUSED`), which may be some layers down. */
export const systemCode = (error: unknown): string => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (typeof code === 'string') return code;
  }
  return 'unknown';
};
