import type { Channel, OutgoingMessage } from '../store/outgoing.js';
import type { StoredSubmission } from '../store/store.js';
import type { Invitation } from '../store/surveys.js';
import type { SurveySetup } from '../surveys/setup.js';

/** One way out of the receiver, for submissions. */
export interface Delivery {
  readonly channel: Exclude<Channel, 'invitation'>;
  /**
   * Delivers a submission once. What the other side sees is the same for every attempt, so that it can tell a
   * repeated message by its id. Resolves when the other side has taken it.
   * @param signal aborted when the attempt has taken too long, or the receiver stops
   * @throws {DeliveryError}
   */
  deliver(message: OutgoingMessage, submission: StoredSubmission, signal: AbortSignal): Promise<void>;
}

/** The way out for invitations to surveys. */
export interface InvitationDelivery {
  readonly channel: 'invitation';
  /** See `LeaseRequest`. */
  readonly perMinute: number;
  /** As {@link Delivery.deliver}. @param setup of its survey @throws {DeliveryError} */
  deliver(
    message: OutgoingMessage,
    invitation: Invitation,
    setup: SurveySetup | undefined,
    signal: AbortSignal,
  ): Promise<void>;
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
  /** Whether nobody wants it delivered any more: then it is final, and no failure. */
  readonly isMoot: boolean;
  /** Whether it was the recipient's address that was refused, for good, and not the message. */
  readonly isAddressRefused: boolean;

  /** @param message for the owner to read in the inbox */
  constructor(message: string, options: DeliveryErrorOptions) {
    const { code, isFinal = false, waitMs = 0, isMoot = false, isAddressRefused = false } = options;
    super(message);
    this.code = code;
    this.isFinal = isFinal || isMoot || isAddressRefused;
    this.waitMs = waitMs;
    this.isMoot = isMoot;
    this.isAddressRefused = isAddressRefused;
  }
}

interface DeliveryErrorOptions {
  readonly code: string;
  readonly isFinal?: boolean;
  readonly waitMs?: number;
  readonly isMoot?: boolean;
  readonly isAddressRefused?: boolean;
}

/** Why a connection failed, in the words of the system (`ECONNREFUSED`), which may be some layers down. */
export const systemCode = (error: unknown): string => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (typeof code === 'string') return code;
  }
  return 'unknown';
};
