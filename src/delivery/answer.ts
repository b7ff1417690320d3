import { own } from '../submission/json.js';
import type { Reply } from './transport.js';

/** A reply as profiles read it. */
export interface Answer {
  readonly status: number;
  /** `Content-Type` as given; empty where there is none. */
  readonly type: string;
  readonly text: string;
  /** The answer's JSON object; of a list (n8n answers so) its first. `undefined` where there is none. */
  readonly json: object | undefined;
}

/** Reads a reply's body; one that was cut or too long reads as empty. */
export function readAnswer(reply: Reply): Answer {
  const text = reply.body instanceof Uint8Array ? decode(reply.body) : '';
  const type = reply.header('Content-Type') ?? '';
  return { status: reply.status, type, text, json: parseObject(text) };
}

/**
 * What an answer's JSON says of success: `undefined` if nothing. Services say it in many ways: `ok` or `success` as
 * flag, text or number, `status` or `result` as a word (Contact Form 7: `mail_failed`, with status 200), `code` as an
 * HTTP status, `next` (where to go), `error` and `errors`. A single "no" outweighs every "yes".
 */
export function verdict(json: object): boolean | undefined {
  let success: boolean | undefined;
  for (const name of ['ok', 'success', 'status', 'result', 'code', 'statusCode']) {
    const said = `${name} ${own(json, name) as string | number | boolean}`;
    if (
      /^(?:(?:ok|success) 0$|\w+ (?:(?:false|no|[45]\d\d)$|\S*(?:error|fail|invalid|missing|spam|abort)))/i.test(
        said,
      )
    )
      return false;
    if (/^(?:(?:ok|success) 1$|\w+ (?:true|ok|success|2\d\d)$)/i.test(said)) success = true;
  }
  if (isFilled(own(json, 'error')) || isFilled(own(json, 'errors'))) return false;
  return isFilled(own(json, 'next')) || success;
}

/** Not `errors: []`, `error: null`, `error: "false"` and the like. */
function isFilled(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value) && value !== 'false';
}

/** For endpoints that answer with JSON: an object that doesn't say no, or a plain "no content". */
export function acceptsJson(answer: Answer): boolean {
  return answer.status === 204 || (answer.json !== undefined && verdict(answer.json) !== false);
}

/** For services whose JSON says yes in so many words. */
export function saysYes(answer: Answer): boolean {
  return answer.json !== undefined && verdict(answer.json) === true;
}

/**
 * For scripts that may answer with a page. A page says little, so one that asks again (a password, a captcha, the
 * message) is no success, nor is a short text with a word of failure in it.
 */
export function acceptsPage(answer: Answer): boolean {
  if (answer.json) return acceptsJson(answer);
  if (/json/i.test(answer.type)) return false;
  if (
    /type=["']?password|name=["']?message["'\s>]|class=["'](?:g-recaptcha|h-captcha|cf-turnstile)/i.test(
      answer.text,
    )
  ) {
    return false;
  }
  return answer.text.length > 1000 || !/\b(?:error|fail(?:ed|ure)?|invalid)\b/i.test(answer.text);
}

/**
 * UTF-8 with or without a byte order mark, whatever charset is declared, since that is often wrong. Bytes that are
 * no UTF-8 read as windows-1252, in which at least the names of JSON are right.
 */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The type is not asked for: PHP scripts send their JSON as text/html. An HTML page is no JSON in any case. */
function parseObject(text: string): object | undefined {
  try {
    const json: unknown = JSON.parse(text);
    const first: unknown = Array.isArray(json) ? json[0] : json;
    return typeof first === 'object' && first !== null ? first : undefined;
  } catch {
    return undefined;
  }
}
