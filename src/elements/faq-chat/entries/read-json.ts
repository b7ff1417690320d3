import { atOnce, type Steps } from '../../../knowledge/slices.js';
import { oneLine, withOwnIds, type ChatEntry } from './entry.js';

/** An FAQ as JSON: what `src` answers with, and what the property `entries` takes. */
export interface FaqData {
  readonly entries: readonly FaqEntry[];
}

/** One question with its answer. */
export interface FaqEntry {
  /** Stays the same when the wording changes. Default: the question. */
  readonly id?: string;
  readonly question: string;
  /** Further wordings of the question. */
  readonly alternatives?: readonly string[];
  /** A small part of Markdown: paragraphs, lists, links, emphasis. HTML in it is text. */
  readonly answer: string;
  readonly category?: string;
  /** Whether it is among the questions to start with. */
  readonly suggested?: boolean;
}

const KNOWN = new Set(['id', 'question', 'alternatives', 'answer', 'category', 'suggested']);

/** More than this is no FAQ, and would take too long to read. */
const MOST_ENTRIES = 20_000;

/**
 * Reads an FAQ from outside: `{ entries: […] }`, or the list itself.
 * @param warn hears once of keys that are not known
 * @throws TypeError that says what is wrong and where
 */
export const readJson = (data: unknown, warn: (message: string) => void): readonly ChatEntry[] =>
  atOnce(readingJson(data, warn));

/** The same, an entry a step. */
export function* readingJson(data: unknown, warn: (message: string) => void): Steps<readonly ChatEntry[]> {
  const list = Array.isArray(data) ? (data as unknown[]) : own(data, 'entries');
  if (!Array.isArray(list)) throw new TypeError('"entries", a list, was expected');
  if (list.length > MOST_ENTRIES) throw new TypeError(`there are more than ${MOST_ENTRIES} entries`);
  const unknown = new Set<string>();
  const entries: ChatEntry[] = [];
  for (let index = 0; index < list.length; index++) {
    entries.push(readEntry(list[index], `entries[${index}]`, unknown));
    yield;
  }
  if (unknown.size > 0) warn(`unknown keys are passed over: ${[...unknown].slice(0, 10).join(', ')}`);
  return withOwnIds(entries);
}

const readEntry = (value: unknown, place: string, unknown: Set<string>): ChatEntry => {
  const wrong = (what: string): never => {
    throw new TypeError(`${place}${what}`);
  };
  if (typeof value !== 'object' || value === null) return wrong(' is no object');
  for (const key of Object.keys(value)) if (!KNOWN.has(key)) unknown.add(key);
  const text = (name: string): string | undefined => {
    const found = own(value, name);
    if (found === undefined || found === null) return undefined;
    return typeof found === 'string' ? found : wrong(`.${name} is no text`);
  };
  const question = oneLine(text('question'));
  if (!question) wrong('.question is missing');
  const alternatives = own(value, 'alternatives') ?? [];
  if (!Array.isArray(alternatives) || !alternatives.every((each) => typeof each === 'string'))
    return wrong('.alternatives is no list of texts');
  return {
    id: text('id') || question,
    question,
    alternatives: alternatives.map((each) => oneLine(each)).filter(Boolean),
    category: oneLine(text('category')),
    suggested: own(value, 'suggested') === true,
    answer: { markdown: text('answer') ?? '' },
  };
};

/** A property of the value itself: pages add things to prototypes. */
const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
