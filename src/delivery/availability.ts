import { readBody } from './transport.js';

/** Milliseconds: a visitor waits for the days of a month. */
const TIMEOUT = 10_000;

/** The URL of a question: an owner's own query stays. */
export const availabilityUrl = (address: URL, query: Readonly<Record<string, string>>): URL => {
  const url = new URL(address);
  for (const name of Object.keys(query)) if (query[name]) url.searchParams.set(name, query[name]);
  return url;
};

/**
 * Asks a calendar server. No header of its own, so that no preflight is needed.
 * @returns parsed JSON, of any shape
 * @throws Error (rejects) that says what went wrong: no answer in 10 seconds, a status that is none of success, a body
 *   that is too long or no JSON
 */
export const fetchAvailability = async (url: URL, signal: AbortSignal): Promise<unknown> => {
  const ending = new AbortController();
  const abort = (): void => ending.abort();
  signal.addEventListener('abort', abort);
  const timer = setTimeout(abort, TIMEOUT);
  try {
    const init: RequestInit = {
      signal: ending.signal,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'strict-origin-when-cross-origin',
    };
    // fetch reads its options from prototypes too, and pages extend Object.prototype.
    const response = await fetch(url.href, Object.setPrototypeOf(init, null) as RequestInit);
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    const body = await readBody(response);
    if (body === 'oversize') throw new Error('its answer is too long');
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
};
