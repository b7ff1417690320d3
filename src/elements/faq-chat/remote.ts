import { complain } from '../../controllers/complain.js';
import { readableAddress } from './fetch-json.js';
import { readRemote, RemoteText, type RemoteReply } from './remote-reply.js';

/** What is needed of the element. */
export interface RemoteHost extends HTMLElement {
  readonly answers: string | undefined;
  readonly answersFirst: boolean;
}

/** What the server is told. */
export interface RemoteQuestion {
  readonly question: string;
  readonly locale: string;
  /** The nearest entries, the nearest first. */
  readonly entries: readonly { readonly id: string; readonly question: string; readonly score: number }[];
}

/** Milliseconds without a sign of life, and of the whole exchange. */
const SILENCE = 15_000;
const LONGEST = 60_000;

/**
 * Asks a server for an answer: JSON, or a stream of server-sent events (HTML Standard, 9.2).
 * @param onText hears what has come so far, while it comes
 * @returns `undefined` where it has none, or can't be reached: the owner is told, and the entries answer
 */
export const askRemote = async (
  host: RemoteHost,
  question: RemoteQuestion,
  signal: AbortSignal,
  onText: (text: string) => void,
): Promise<RemoteReply | undefined> => {
  const { answers = '' } = host;
  const url = readableAddress(answers);
  if (!url) {
    complain(host, 'answers', answers, 'not an http(s) address that the page may ask; the entries answer');
    return undefined;
  }
  const ending = new AbortController();
  const abort = (): void => ending.abort();
  signal.addEventListener('abort', abort);
  let silence: ReturnType<typeof setTimeout> | undefined;
  const alive = (): void => {
    clearTimeout(silence);
    silence = setTimeout(abort, SILENCE);
  };
  const longest = setTimeout(abort, LONGEST);
  try {
    alive();
    return await exchange(url, question, ending.signal, alive, onText);
  } catch (error) {
    // A later question takes the place of this one: nothing is wrong.
    const why = ending.signal.aborted ? 'no answer in time' : (error as Error).message;
    if (!signal.aborted) complain(host, 'answers', answers, `${why}; the entries answer`);
    return undefined;
  } finally {
    clearTimeout(silence);
    clearTimeout(longest);
    signal.removeEventListener('abort', abort);
  }
};

const exchange = async (
  url: URL,
  question: RemoteQuestion,
  signal: AbortSignal,
  alive: () => void,
  onText: (text: string) => void,
): Promise<RemoteReply | undefined> => {
  const init: RequestInit = {
    method: 'POST',
    body: bodyOf(question),
    headers: { 'Content-Type': 'application/json', 'Accept': 'text/event-stream, application/json' },
    signal,
    cache: 'no-store',
    credentials: 'same-origin',
    referrerPolicy: 'strict-origin-when-cross-origin',
  };
  // fetch reads its options from prototypes too, and pages extend Object.prototype.
  const response = await fetch(url.href, Object.setPrototypeOf(init, null) as RequestInit);
  if (response.status === 204) return undefined;
  if (!response.ok) throw new Error(`it answered ${response.status}`);
  const isStream = response.headers.get('Content-Type')?.includes('event-stream') ?? false;
  const text = new RemoteText(isStream);
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  try {
    for (let chunk; reader && !(chunk = await reader.read()).done && !text.ended;) {
      alive();
      text.add(decoder.decode(chunk.value, { stream: true }));
      if (isStream) onText(text.answer);
    }
  } finally {
    void reader?.cancel().catch(() => undefined);
  }
  return readRemote(text);
};

/** `JSON.stringify` would ask lists for a `toJSON`, which pages with Prototype.js have on every list. */
const bodyOf = ({ question, locale, entries }: RemoteQuestion): string => {
  const text = (value: string): string => JSON.stringify(value);
  const list = entries.map(
    (entry) => `{"id":${text(entry.id)},"question":${text(entry.question)},"score":${entry.score}}`,
  );
  return `{"question":${text(question)},"locale":${text(locale)},"entries":[${list.join(',')}]}`;
};
