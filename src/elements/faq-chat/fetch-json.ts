import { PACE } from './pace.js';

/** Milliseconds. */
const TIMEOUT = 15_000;
/** Characters: an FAQ of 10,000 entries with long answers. */
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
 * The answer of a server, whatever its status. Its own cookies go along.
 * @throws Error (rejects) where there is none
 */
export const ask = (url: URL, request: RequestInit): Promise<Response> => {
  const init: RequestInit = {
    credentials: 'same-origin',
    referrerPolicy: 'strict-origin-when-cross-origin',
    ...request,
  };
  // fetch reads its options from prototypes too, and pages extend Object.prototype.
  return fetch(url.href, Object.setPrototypeOf(init, null) as RequestInit);
};

/**
 * What an answer says, as it comes, without its byte order mark. Who stops listening ends the transfer.
 * @throws Error (rejects) where its status is no success
 */
export async function* piecesOf({ ok, status, body }: Response): AsyncGenerator<string> {
  if (!ok) throw new Error(`it answered ${status}`);
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  try {
    for (let chunk; reader && !(chunk = await reader.read()).done;)
      yield decoder.decode(chunk.value, { stream: true });
    yield decoder.decode();
  } finally {
    void reader?.cancel().catch(() => undefined);
  }
}

/**
 * Fetches parsed JSON, of any shape.
 * @throws Error (rejects) that says what went wrong
 */
export const fetchFaq = async (url: URL): Promise<unknown> => {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), TIMEOUT);
  let text = '';
  try {
    const response = await ask(url, { signal: ending.signal, headers: { Accept: 'application/json' } });
    for await (const piece of piecesOf(response)) {
      text += piece;
      if (text.length > MOST) throw new Error('its answer is too long');
      // One task for all of it would be a long one.
      await PACE.pause();
    }
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw ending.signal.aborted ? new Error('no answer in time') : error;
  } finally {
    clearTimeout(timer);
  }
};
