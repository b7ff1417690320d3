import type { AttachedFile } from '../submission/types.js';
import type { EncodedBody } from './encode.js';
import { filesSize } from './files-size.js';
import { watchPolicy } from './policy.js';

/** One POST request. */
export interface Transmission extends EncodedBody {
  readonly url: URL;
  readonly files: readonly AttachedFile[];
  /** Whether upload progress may be watched: that makes a browser ask another origin first (preflight). */
  readonly watchUpload: boolean;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds. */
  readonly timeout: number;
  readonly onProgress: ((fraction: number) => void) | undefined;
}

/** What came back. */
export interface Reply {
  readonly status: number;
  /** Where the answer came from, after redirects; empty where a wrapped `fetch` doesn't tell. */
  readonly url: string;
  readonly header: (name: string) => string | null;
  /** `oversize`: more than {@link MAX_ANSWER} bytes, the rest was not read. `cut`: the connection ended within. */
  readonly body: Uint8Array | 'oversize' | 'cut';
}

/** Why nothing came back. */
export type Trouble = 'network' | 'timeout' | 'aborted' | 'policy';

/** Larger than any thank-you page, small enough for an old phone. */
const MAX_ANSWER = 512 * 1024;

/** Bytes a millisecond that even a poor uplink moves (256 kbit/s): what an unwatched upload gets as extra time. */
const SLOW_UPLOAD = 32;

/**
 * The most characters (30 KB in UTF-8 at worst) that are sent with `keepalive`, so that they still leave when the
 * visitor closes the page right after pressing send. Browsers fail a request that brings all such bodies of a
 * page over 64 KB, analytics included, hence well below. It does not keep a page out of the back/forward cache
 * (seen in Chromium 156).
 */
const MAX_KEEPALIVE = 10_000;

/**
 * Sends and reads the answer. Never rejects.
 *
 * The timeout is for the whole exchange, the answer's body included. An upload must not be cut because it is
 * slow: where it can be watched the clock starts again with each bit of progress, else it is longer by the files'
 * size at 32 KB a second.
 */
export async function transmit(transmission: Transmission): Promise<Reply | Trouble> {
  const { url, files, signal, timeout } = transmission;
  const withXhr = transmission.watchUpload && files.length > 0 && typeof XMLHttpRequest === 'function';
  const policy = watchPolicy(url);
  const ending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const startClock = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => ending.abort('timeout'), milliseconds);
  };
  const abort = () => ending.abort('aborted');
  signal?.addEventListener('abort', abort);
  // Besides the request, the wait itself ends: a wrapped fetch may not pass the signal on.
  const ended = new Promise<never>((_, reject) => ending.signal.addEventListener('abort', reject));
  try {
    startClock(withXhr ? timeout : timeout + filesSize(transmission) / SLOW_UPLOAD);
    const exchange = withXhr
      ? sendByXhr(transmission, ending.signal, () => startClock(timeout))
      : sendByFetch(transmission, ending.signal);
    return await Promise.race([exchange, ended]);
  } catch {
    if (ending.signal.aborted) return ending.signal.reason as Trouble;
    return (await policy.hasBlocked()) ? 'policy' : 'network';
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    policy.stop();
  }
}

async function sendByFetch({ url, body, headers }: Transmission, signal: AbortSignal): Promise<Reply> {
  const init: RequestInit = {
    method: 'POST',
    body,
    headers,
    signal,
    // What a page says in Referrer-Policy may be `unsafe-url`: the path and query are nobody else's business.
    referrerPolicy: 'strict-origin-when-cross-origin',
    keepalive: typeof body === 'string' && body.length <= MAX_KEEPALIVE,
  };
  // fetch reads its options from prototypes too, and pages extend Object.prototype.
  const response = await fetch(url.href, Object.setPrototypeOf(init, null) as RequestInit);
  const { redirected } = response;
  // What a browser sends by https of itself (HSTS, `upgrade-insecure-requests`) has gone to the same address.
  const from = redirected ? response.url : response.url.replace(/^https:/, url.protocol);
  // Another one without a redirect: what the page's service worker keeps for times without a network.
  if (from && from !== url.href && !redirected) throw new Error();
  return {
    status: response.status,
    url: from,
    header: (name) => response.headers.get(name),
    body: await readBody(response).catch(() => 'cut' as const),
  };
}

/** The bytes of a response, up to {@link MAX_ANSWER}. */
export async function readBody(response: Response): Promise<Uint8Array | 'oversize'> {
  // No stream: no content (204), or a polyfilled fetch.
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    chunks.push(value);
    size += value.length;
    if (size > MAX_ANSWER) {
      void reader.cancel().catch(() => undefined);
      return 'oversize';
    }
  }
}

/** XMLHttpRequest, because `fetch` can't tell how much of an upload has left. */
function sendByXhr(
  { url, body, headers, onProgress }: Transmission,
  signal: AbortSignal,
  onAlive: () => void,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    const answer = (content: Reply['body']) =>
      resolve({
        status: xhr.status,
        url: xhr.responseURL,
        header: (name) => xhr.getResponseHeader(name),
        body: content,
      });
    xhr.open('POST', url.href);
    xhr.responseType = 'arraybuffer';
    for (const name of Object.keys(headers)) xhr.setRequestHeader(name, headers[name]!);
    xhr.upload.onprogress = ({ loaded, total }) => {
      onAlive();
      if (total) onProgress?.(loaded / total);
    };
    xhr.onprogress = ({ loaded }) => {
      if (loaded <= MAX_ANSWER) return;
      answer('oversize');
      xhr.abort();
    };
    xhr.onload = () => answer(new Uint8Array(xhr.response as ArrayBuffer));
    xhr.onerror = xhr.onabort = reject;
    signal.onabort = () => xhr.abort();
    xhr.send(body);
  });
}
