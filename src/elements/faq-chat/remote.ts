import { complain } from '../../controllers/complain.js';
import { ask, piecesOf, readableAddress } from './fetch-json.js';
import { toJson } from '../../submission/json.js';
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
/** Milliseconds after which a page that is being left no longer runs. */
const BREATH = 100;

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
    // Browsers break requests off as a page is left. Then nothing goes on here, and the next page asks again.
    await new Promise((resolve) => setTimeout(resolve, BREATH));
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
  const response = await ask(url, {
    method: 'POST',
    body: toJson(question),
    headers: { 'Content-Type': 'application/json', 'Accept': 'text/event-stream, application/json' },
    signal,
    cache: 'no-store',
  });
  if (response.status === 204) return undefined;
  const isStream = response.headers.get('Content-Type')?.includes('event-stream') ?? false;
  const text = new RemoteText(isStream);
  for await (const piece of piecesOf(response)) {
    alive();
    text.add(piece);
    if (isStream) onText(text.answer);
    if (text.ended) break;
  }
  return readRemote(text);
};
