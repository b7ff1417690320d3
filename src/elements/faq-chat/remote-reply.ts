import { own } from '../../submission/json.js';

/** A server's answer: an entry of the owner's, or a text (a small part of Markdown). */
export type RemoteReply = { readonly entry: string } | { readonly answer: string };

/** Characters; more is no answer to a common question, and is not read. */
const LONGEST = 100_000;
const LONGEST_ANSWER = 20_000;

/**
 * Takes a reply as it comes. JSON is `{ "answer": "…" }` or `{ "entry": "id" }`. In a stream each event's data is a piece
 * of the answer: a text, or JSON with `delta`, `answer` or `entry`; `[DONE]`, or an event named `done`, ends it. An event
 * named `error`, or JSON with one, says that there is none: what has come before is half an answer.
 */
export class RemoteText {
  /** What has come of the answer. */
  answer = '';
  entry: string | undefined;
  ended = false;
  /** What was received and not yet read. */
  rest = '';
  readonly isStream: boolean;
  #length = 0;

  constructor(isStream: boolean) {
    this.isStream = isStream;
  }

  /** @throws Error where there is too much of it, or where it says that something is wrong */
  add(text: string): void {
    this.#length += text.length;
    if (this.#length > LONGEST) throw new Error('its answer is too long');
    this.rest += text;
    if (!this.isStream) return;
    const events = this.rest.split(/\r\n\r\n|\n\n|\r\r/);
    this.rest = events.pop() ?? '';
    for (const event of events) if (!this.ended) this.#take(event);
  }

  #take(event: string): void {
    const lines = event.split(/\r\n|\n|\r/);
    const valuesOf = (field: 'data' | 'event'): string[] =>
      lines.flatMap((line) => new RegExp(`^${field}(?:$|: ?)(.*)$`).exec(line)?.[1] ?? []);
    const data = valuesOf('data').join('\n');
    const name = valuesOf('event').at(-1);
    if (name === 'error') fail(data);
    const isLast = name === 'done' || data === '[DONE]';
    if (data && data !== '[DONE]') this.#read(data);
    this.ended = isLast;
  }

  #read(data: string): void {
    const json = data.startsWith('{') ? parse(data) : undefined;
    if (!json) this.answer += data;
    else {
      this.answer = `${textOf(json, 'answer') ?? this.answer}${textOf(json, 'delta') ?? ''}`;
      this.entry = textOf(json, 'entry') ?? this.entry;
    }
  }
}

/**
 * What a reply says; `undefined` where it says that there is no answer.
 * @throws Error where it is none
 */
export const readRemote = (text: RemoteText): RemoteReply | undefined => {
  let { answer, entry } = text;
  if (!text.isStream) {
    const json = parse(text.rest);
    if (own(json, 'answer') === undefined && own(json, 'entry') === undefined)
      throw new Error('its answer is not JSON of the kind {"answer": "…"}');
    answer = textOf(json, 'answer') ?? '';
    entry = textOf(json, 'entry');
  }
  if (entry) return { entry };
  return answer.trim() ? { answer: answer.slice(0, LONGEST_ANSWER) } : undefined;
};

const parse = (text: string): object | undefined => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null) return undefined;
  if (own(json, 'error')) fail(text);
  return json;
};

const fail = (said: string): never => {
  throw new Error(`it says ${said.slice(0, 300)}`);
};

const textOf = (json: object | undefined, name: string): string | undefined => {
  const value = own(json, name);
  return typeof value === 'string' ? value : undefined;
};
