import { own } from '../submission/json.js';
import { readAnswer, verdict, type Answer } from './answer.js';
import { plainText } from './plain-text.js';
import type { Profile } from './profiles/profile.js';
import { parseRetryAfter } from './retry-after.js';
import { MAX_AGE, type AttemptOutcome, type FailureReason, type FieldError } from './states.js';
import type { Reply } from './transport.js';

/** What was sent, as far as reading the answer needs it. */
export interface Sent {
  readonly url: URL;
  readonly profile: Profile;
  readonly submissionId: unknown;
  readonly hasFiles: boolean;
}

/** A failed attempt. */
export function failed(
  reason: FailureReason,
  arrived: 'no' | 'unknown',
  diagnosis: string,
  details: { status?: number; retryAfter?: number } = {},
): AttemptOutcome {
  return { state: 'failed', reason, arrived, diagnosis, ...details };
}

/**
 * What a reply means.
 *
 * - 408, 425, 429 and 5xx: *busy*. After a 5xx nobody knows whether the submission was kept. 409 too where the
 *   endpoint de-duplicates: an earlier attempt with the same id is still at work there.
 * - 408, 425, 429 that ask to wait for longer than a submission is kept, so that no later attempt will tell: *refused*.
 *   This try was; whether the submission arrived nobody knows, since browsers repeat a POST by themselves where a
 *   connection that was open already breaks off, and the limit that was hit may have counted those repeats.
 * - 413, and 415 to a request with files: *too-large*, send without files.
 * - 2xx: *sent* if the profile accepts it, *rejected* if its JSON says no, else *unreadable*.
 * - 400, 409, 422: *rejected*, with the errors in it, or one that has only the status for its code.
 * - Any other 4xx: *blocked*.
 */
export async function outcomeOf(reply: Reply, sent: Sent): Promise<AttemptOutcome> {
  const { status } = reply;
  const answer = readAnswer(reply);
  const said = `${sent.url.href} answered ${status} (${plainText(`${answer.type}: ${answer.text}`, 150)})`;
  const failure = (reason: FailureReason, arrived: 'no' | 'unknown', advice: string) =>
    failed(reason, arrived, `${said}. ${advice}`, { status });

  const isAtWork = status === 409 && sent.profile.deduplicates;
  if (status >= 500 || isAtWork || [408, 425, 429].includes(status)) {
    const now = Date.parse(reply.header('Date') ?? '') || Date.now();
    const retryAfter = parseRetryAfter(reply.header('Retry-After'), now);
    const mayHaveIt = status >= 500 || isAtWork;
    const reason = !mayHaveIt && (retryAfter ?? 0) > MAX_AGE ? 'refused' : 'busy';
    const arrived = mayHaveIt || reason === 'refused' ? 'unknown' : 'no';
    return failed(reason, arrived, `${said}.`, {
      status,
      ...(retryAfter !== undefined && { retryAfter }),
    });
  }
  if (status === 413 || (status === 415 && sent.hasFiles)) {
    return failure('too-large', 'no', 'Files or size refused.');
  }
  if (status < 400) {
    const doubt = reasonForDoubt(reply, answer, sent);
    if (!doubt) return accepted(answer);
    if (doubt !== SAYS_NO) return failure(reply.body === 'cut' ? 'network' : 'unreadable', 'unknown', doubt);
  }

  const errors = await errorsIn(answer);
  for (const [pattern, reason] of sent.profile.failures ?? []) {
    if (errors.some(({ code = '', message = '' }) => pattern.test(`${code} ${message}`.trim()))) {
      return failure(reason, 'no', 'Check the endpoint and its account.');
    }
  }
  if (status < 400 || status === 400 || status === 409 || status === 422) {
    return { state: 'rejected', status, errors: errors.length ? errors : [{ code: `${status}` }] };
  }
  return failure('blocked', 'no', 'Check the endpoint and its account.');
}

/** Milliseconds that a visitor waits for {@link errorsIn}. */
const PATIENCE = 5000;

/** What an answer says is wrong. What reads that is fetched for the first that has something to say; none without it. */
async function errorsIn({ json }: Answer): Promise<readonly FieldError[]> {
  if (!json) return [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), PATIENCE)));
  const reader = await Promise.race([import('./errors.js'), late]).catch(() => undefined);
  clearTimeout(timer);
  return reader?.readErrors(json) ?? [];
}

const SAYS_NO = 'it says no';

/** Why a reply below 400 is no success; `undefined` if it is one. */
function reasonForDoubt(
  { status, url, body }: Reply,
  answer: Answer,
  { url: target, profile, submissionId }: Sent,
): string | undefined {
  if (body === 'cut') return 'The answer was cut.';
  if (body === 'oversize') return 'The answer is too long.';
  if (status < 200 || status > 299) return 'No success.';
  if (url && !isExpected(new URL(url), target, profile)) {
    return `A redirect to ${url.slice(0, 200)} loses what is sent: make that the endpoint.`;
  }
  const id = own(answer.json, 'submission_id');
  if (typeof id === 'string' && id !== submissionId) return 'It is about another submission.';
  if (profile.accepts(answer)) return undefined;
  return answer.json && verdict(answer.json) === false
    ? SAYS_NO
    : `No success for profile "${profile.name}".`;
}

/** Whether an answer may come from there. A redirect that only adds or drops a slash mends an address: it is no thanks. */
function isExpected(from: URL, target: URL, { redirects }: Profile): boolean {
  if (from.href === target.href || redirects === 'any') return true;
  const bare = ({ pathname, search }: URL) => pathname.replace(/\/$/, '') + search;
  return redirects === 'same-origin' && from.origin === target.origin && bare(from) !== bare(target);
}

function accepted({ json }: Answer): AttemptOutcome {
  const reference = plainText(own(json, 'reference'), 40);
  return { state: 'sent', ...(reference && { reference }) };
}
