import { createHash } from 'node:crypto';
import { faqLanguage } from '../faq/language.js';
import type { FaqContent, FaqEntry } from '../store/faq.js';
import type { SubmissionStore } from '../store/store.js';
import { effectOf, type Effect } from './effect.js';
import { Finder } from './finder.js';
import { groupQuestions, wordingKey, type QuestionGroup, type Wording } from './group.js';
import { inSlices } from './in-slices.js';

/** Questions that are grouped at once: the latest. */
const MOST_QUESTIONS = 10_000;

/** Questions of late that are read: many are asked in the same words. */
const MOST_RECENT = 2_000;

/** Open questions of one language, in groups. */
export interface OpenGroups {
  readonly groups: readonly QuestionGroup[];
  /** Whether there are more than are grouped at once. */
  readonly isCut: boolean;
}

/** What an owner can learn from visitors' questions: the open ones in groups, beside what the chat knows. */
export class Learning {
  readonly #store: Pick<SubmissionStore, 'faq' | 'questions'>;
  /** The last of each language, with what it was made from. */
  readonly #groups = new Map<string, Cached<OpenGroups>>();
  readonly #finders = new Map<string, Cached<Finder>>();

  constructor(store: Pick<SubmissionStore, 'faq' | 'questions'>) {
    this.#store = store;
  }

  /** The languages that have entries or open questions, and how many are open; those with most of them first. */
  async languages(): Promise<ReadonlyMap<string, number>> {
    const { counts, entries } = await this.#read();
    const open = new Map(entries.map((lang) => [lang, 0]));
    for (const [tag, count] of counts) {
      const lang = faqLanguage(tag, entries);
      open.set(lang, (open.get(lang) ?? 0) + count);
    }
    return new Map([...open].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
  }

  async groups(lang: string): Promise<OpenGroups> {
    const { counts, entries } = await this.#read();
    const tags = [...counts.keys()].filter((tag) => faqLanguage(tag, entries) === lang);
    const [found, finder] = await Promise.all([
      this.#store.questions.open(tags, MOST_QUESTIONS + 1),
      this.finder(lang),
    ]);
    const isCut = found.length > MOST_QUESTIONS;
    const questions = found.slice(0, MOST_QUESTIONS);
    const background = finder.entries.flatMap(({ question, alternatives }) => [question, ...alternatives]);
    const from = createHash('sha256');
    for (const text of [...questions.map(({ id }) => id), ...background]) from.update(text).update('\0');
    return cached(this.#groups, lang, from.digest('base64'), async () => ({
      groups: await inSlices(groupQuestions(questions, background)),
      isCut,
    }));
  }

  /** The chat of a language as it is now. */
  async finder(lang: string): Promise<Finder> {
    const revision = await this.#store.faq.revision();
    return cached(this.#finders, lang, `${revision}`, async () =>
      Finder.of(await this.#store.faq.entries(lang)),
    );
  }

  /** The chat of a language as it will be once an entry is added, or is in the place of the one with its key. */
  async finderWith(entry: Pick<FaqEntry, 'key' | 'lang'> & FaqContent): Promise<Finder> {
    const { entries } = await this.finder(entry.lang);
    const before = entries.find(({ key }) => key === entry.key);
    const made: FaqEntry = { id: entry.key, version: 1, updatedAt: '', ...before, ...entry };
    return Finder.of([...entries.filter((each) => each !== before), made]);
  }

  /**
   * What visitors would notice once an entry is added, or is in the place of the one with its key.
   * @param own texts of the questions for which it is
   */
  async effect(entry: Pick<FaqEntry, 'key' | 'lang'> & FaqContent, own: readonly string[]): Promise<Effect> {
    const { lang } = entry;
    const [tags, languages] = await Promise.all([
      this.#store.questions.languages(),
      this.#store.faq.languages(),
    ]);
    const ofLanguage = tags.filter((tag) => faqLanguage(tag, languages) === lang);
    const [recent, before, after] = await Promise.all([
      this.#store.questions.recent(ofLanguage, MOST_RECENT),
      this.finder(lang),
      this.finderWith(entry),
    ]);
    return effectOf(before, after, own, recent);
  }

  async #read() {
    const [counts, entries] = await Promise.all([
      this.#store.questions.openLanguages(),
      this.#store.faq.languages(),
    ]);
    return { counts, entries };
  }
}

/** Which wordings of a group are dealt with by an entry, and which are not. */
export interface Settling {
  readonly settled: readonly Wording[];
  readonly left: readonly Wording[];
}

/**
 * A wording is dealt with where its words are now among the entry's, or where the chat finds the entry by it, if only
 * to ask whether it is meant. Whatever else is in the group stays: that it looks alike is no answer.
 */
export const settlingOf = (
  wordings: readonly Wording[],
  { key, question, alternatives }: Pick<FaqEntry, 'key'> & FaqContent,
  after: Finder,
): Settling => {
  const own = new Set([question, ...alternatives].map(wordingKey));
  const isSettled = ({ text }: Wording): boolean => {
    if (own.has(wordingKey(text))) return true;
    const { kind, nearest } = after.ask(text);
    return kind !== 'unknown' && nearest[0]?.key === key;
  };
  const settled = wordings.filter(isSettled);
  return { settled, left: wordings.filter((wording) => !settled.includes(wording)) };
};

interface Cached<T> {
  readonly from: string;
  readonly value: Promise<T>;
}

/** The same for all who ask while nothing has changed, also while it is being made. */
const cached = <T>(
  cache: Map<string, Cached<T>>,
  key: string,
  from: string,
  make: () => Promise<T>,
): Promise<T> => {
  const known = cache.get(key);
  if (known?.from === from) return known.value;
  const made = { from, value: make() };
  cache.set(key, made);
  made.value.catch(() => {
    if (cache.get(key) === made) cache.delete(key);
  });
  return made.value;
};
