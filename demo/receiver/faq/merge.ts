import { randomUUID } from 'node:crypto';
import { wordingKey } from '../questions/group.js';
import type { FaqContent, FaqEntry, FaqUpdate, NewFaqEntry } from '../store/faq.js';
import { problemsOf, tidied, type ContentProblem } from './content.js';
import type { ReadEntry } from './read-source.js';

/** What an import would change, and what it would leave. */
export interface Merge {
  readonly add: readonly NewFaqEntry[];
  /** Entries that are there with another answer, question, category or fewer wordings. */
  readonly update: readonly FaqUpdate[];
  readonly same: number;
  /** Entries that can't be taken, with what is wrong with each. */
  readonly refused: readonly { readonly question: string; readonly problems: readonly ContentProblem[] }[];
}

/**
 * Compares what was read with what is there, entry by entry: by id, else by the words of the question. Wordings are
 * only ever added: those that were learned from visitors stand nowhere but here. Nothing is deleted.
 */
export const mergeOf = (read: readonly ReadEntry[], lang: string, present: readonly FaqEntry[]): Merge => {
  const byId = new Map(present.map((entry) => [entry.id, entry]));
  const byWords = new Map(present.map((entry) => [wordingKey(entry.question), entry]));
  const [add, update, refused] = [new Map<string, NewFaqEntry>(), new Map<string, FaqUpdate>(), [] as Merge['refused'][number][]];
  const taken = new Set(present.map(({ id }) => id));
  let same = 0;
  for (const { id, ...content } of read) {
    const own = tidied(content);
    const problems = problemsOf(own);
    const words = wordingKey(own.question);
    const before = (id === undefined ? undefined : byId.get(id)) ?? byWords.get(words);
    if (problems.length) refused.push({ question: own.question, problems });
    else if (before) {
      const merged = tidied({ ...own, alternatives: [...before.alternatives, ...own.alternatives] });
      if (isSame(before, merged)) same++;
      else update.set(before.key, { key: before.key, version: before.version, content: merged });
    } else if (!add.has(words)) {
      const isFree = id !== undefined && id.length <= 500 && !taken.has(id);
      if (isFree) taken.add(id);
      add.set(words, { key: randomUUID(), lang, ...(isFree && { id }), content: own });
    }
  }
  return { add: [...add.values()], update: [...update.values()], same, refused };
}; // prettier-ignore

const isSame = (a: FaqContent, b: FaqContent): boolean =>
  a.question === b.question &&
  a.answer === b.answer &&
  a.category === b.category &&
  a.suggested === b.suggested &&
  a.alternatives.join('\n') === b.alternatives.join('\n');
