/** What a machine tends to do and a person doesn't. Scored and sent, never a reason to drop a message. */
export interface SpamEvidence {
  /** The value of the field that nobody sees. */
  readonly honeypot: string;
  /** Milliseconds from when the form could be used until it was sent. */
  readonly elapsed: number;
  /** Whether any input came from a pointer, a key or the browser's own filling (`Event#isTrusted`). */
  readonly touched: boolean;
}

/** A person needs longer than this to write anything and find the button. */
const FAST = 3000;

/**
 * The score of a submission, 0 (a person) to 100, and what raised it. A filled honeypot alone stays under what
 * a receiver should quarantine (80): browsers and password managers fill what they aren't asked to.
 */
export const scoreSpam = ({
  honeypot,
  elapsed,
  touched,
}: SpamEvidence): { score: number; signals: readonly string[] } => {
  const signals: string[] = [];
  let score = 0;
  const add = (signal: string, weight: number): void => {
    signals.push(signal);
    score += weight;
  };
  if (honeypot !== '') add('honeypot', 50);
  if (elapsed < FAST) add('fast', 30);
  if (!touched) add('untouched', 20);
  return { score, signals };
};
