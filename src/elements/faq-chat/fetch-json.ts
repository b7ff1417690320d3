import { PACE } from './pace.js';

/** Milliseconds. */
const TIMEOUT = 15_000;
/** Bytes: an FAQ of 10,000 entries with long answers. */
const MOST = 16 * 1024 * 1024;

/**
 * An address that the page may read from, resolved against the page's own and never against its `<base>`.
 * @returns `undefined` for other schemes, and for one with user or password
 */
export const readableAddress = (value: string): URL | undefined => {
  try {
    const url = new URL(value.trim() || 'about:blank', location.href);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Fetches parsed JSON, of any shape.
 * @throws Error (rejects) that says what went wrong
 */
export const fetchFaq = async (url: URL): Promise<unknown> => {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), TIMEOUT);
  try {
    const init: RequestInit = {
      signal: ending.signal,
      credentials: 'same-origin',
      headers: { Accept: 'application/json' },
      referrerPolicy: 'strict-origin-when-cross-origin',
    };
    // fetch reads its options from prototypes too, and pages extend Object.prototype.
    const response = await fetch(url.href, Object.setPrototypeOf(init, null) as RequestInit);
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return JSON.parse(await textOf(response)) as unknown;
  } catch (error) {
    throw ending.signal.aborted ? new Error('no answer in time') : error;
  } finally {
    clearTimeout(timer);
    // What is too long is not fetched to its end.
    ending.abort();
  }
};

/** The text of an answer, piece by piece: one task for all of it would be a long one. Without its byte order mark. */
const textOf = async (response: Response): Promise<string> => {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let chunk; reader && !(chunk = await reader.read()).done;) {
    size += chunk.value.length;
    if (size > MOST) throw new Error('its answer is too long');
    text += decoder.decode(chunk.value, { stream: true });
    await PACE.pause();
  }
  return text + decoder.decode();
};
