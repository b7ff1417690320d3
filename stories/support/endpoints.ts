import type { Transport } from '../../src/controllers/sending.js';
import type { DeliveryOutcome } from '../../src/delivery/states.js';

/**
 * Endpoints of stories, by how a try to reach them ends: each is an element's public `transport`, which stands in
 * place of the network.
 */
export const endpoints = {
  sent: answering({ state: 'sent' }),
  saved: answering({ state: 'saved' }),
  notConfirmed: answering({
    state: 'failed',
    reason: 'timeout',
    arrived: 'unknown',
    diagnosis: 'no answer from https://example.com in time',
  }),
  offline: answering({
    state: 'failed',
    reason: 'offline',
    arrived: 'no',
    diagnosis: 'the browser is offline',
  }),
  blocked: answering({
    state: 'failed',
    reason: 'blocked',
    arrived: 'no',
    status: 404,
    diagnosis: 'https://example.com answered 404. Check the endpoint.',
  }),
  tooLarge: answering({
    state: 'failed',
    reason: 'too-large',
    arrived: 'no',
    status: 413,
    diagnosis: 'https://example.com answered 413. It refuses the files, or the size.',
  }),
  busy: answering({
    state: 'failed',
    reason: 'busy',
    arrived: 'no',
    status: 429,
    retryAfter: 45_000,
    diagnosis: 'https://example.com answered 429.',
  }),
  rejected: answering({
    state: 'rejected',
    status: 422,
    errors: [
      { field: 'email', code: 'UNDELIVERABLE', message: 'example.com takes no mail' },
      { code: 'CLOSED', message: 'We are closed until Monday: please say how urgent it is' },
    ],
  }),
  /** The answer never comes, and a little more than half of the upload has left. */
  silent: ({ files, onProgress }) => {
    if (files?.length) onProgress?.(0.6);
    return new Promise(() => {});
  },
} satisfies Record<string, Transport>;

/**
 * The network itself, and an address that never is one (RFC 2606): what is sent there is kept on the device, since a
 * receiver of the kit's own tells a second try from the first.
 */
export const NOWHERE = {
  answer: 'network',
  endpoint: 'https://nowhere.invalid/',
  profile: 'harreman',
  persist: 'on',
} as const;

/** Answers after as long as a good connection takes. */
function answering(outcome: DeliveryOutcome): Transport {
  return () => new Promise((resolve) => setTimeout(() => resolve(outcome), 150));
}
