import { judge, type Certainty } from './confidence.js';
import { EntryIndex, type Match } from './entry-index.js';
import { atOnce, type Steps } from './slices.js';
import { corrected } from './spelling.js';
import { wordsOf } from './words.js';

/** One answer of the owner's, by the questions that it answers. Texts are plain text, in any language. */
export interface KnowledgeEntry {
  /** A later entry with the same id takes the place of an earlier one. */
  readonly id: string;
  readonly question: string;
  /** Other wordings of the question. Four lifted the questions found at once from 50 to 73 of 100. */
  readonly alternatives?: readonly string[];
  /** Its words count as weak evidence. */
  readonly answer?: string;
}

/** What the engine makes of a question. */
export interface Finding {
  /** `sure`: the first of `best` answers it. `unsure`: one of them may. `unknown`: say so, and offer a person. */
  readonly kind: Certainty;
  /** How probable it is that the first of `best` is right, 0 to 1. */
  readonly confidence: number;
  /** The nearest entries, the nearest first. Without any in common with the question, empty. */
  readonly best: readonly Match[];
}

/**
 * Finds the entry of an FAQ that answers a question, in the visitor's own words, or says that none does. For every
 * language alike, with no data of any: nothing is loaded, nothing leaves the page.
 *
 *     const knowledge = new Knowledge([{ id: 'hours', question: 'When are you open?' }]);
 *     knowledge.ask('what are your opening times').best[0]?.id; // 'hours'
 *
 * Entries are read when they are first needed. With thousands, a page that must not be blocked goes on in slices:
 *
 *     await inSlices(knowledge.reading(), pace);
 *     const { best } = await inSlices(knowledge.asking('what are your opening times'), pace);
 */
export class Knowledge {
  readonly #index = new EntryIndex();
  /** Entries to be read, or ids of those to be forgotten, and how many of them are done. */
  #waiting: (KnowledgeEntry | string)[] = [];
  #done = 0;

  constructor(entries: Iterable<KnowledgeEntry> = []) {
    this.add(entries);
  }

  /** Adds entries, or puts them in the place of those with their ids. */
  add(entries: Iterable<KnowledgeEntry>): void {
    for (const entry of entries) this.#waiting.push(entry);
  }

  /** Forgets the entry that has this id, if there is one. */
  remove(id: string): void {
    this.#waiting.push(id);
  }

  /** Reads what was added, step by step. Entries that are added meanwhile are read, too. */
  *reading(): Steps<void> {
    while (this.#step()) yield;
  }

  /**
   * What answers a question. Its first 2,000 UTF-16 units are read.
   * @param limit how many of the nearest entries to name, at most; three are looked at all the same.
   */
  ask(question: string, limit?: number): Finding {
    return atOnce(this.asking(question, limit));
  }

  /** The same, step by step: one question after the other, since each is summed up where the entries are. */
  *asking(question: string, limit = 3): Steps<Finding> {
    yield* this.reading();
    const words: string[] = [];
    for (const word of wordsOf(question)) {
      words.push(corrected(word, this.#index.vocabulary));
      yield;
    }
    const best = yield* this.#index.nearest(count(words), Math.max(limit, 3));
    return { ...judge(best, this.#index.size), best: best.slice(0, limit) };
  }

  /** Questions like that of an entry, the nearest first, for a visitor who has read its answer. */
  related(id: string, limit?: number): readonly Match[] {
    return atOnce(this.relating(id, limit));
  }

  /** The same, step by step. */
  *relating(id: string, limit = 3): Steps<readonly Match[]> {
    yield* this.reading();
    const best = yield* this.#index.nearest(this.#index.amounts(id), limit, id);
    return best.filter(({ score }) => score >= RELATED);
  }

  /** Does a little of what is left to do. False when nothing is. */
  #step(): boolean {
    const next = this.#waiting[this.#done++];
    if (next === undefined) {
      this.#waiting = [];
      this.#done = 0;
      return this.#index.measure();
    }
    if (typeof next === 'string') this.#index.delete(next);
    else this.#index.set(next.id, amountsOf(next));
    return true;
  }
}

/** Least score for a related question. */
const RELATED = 0.15;

/** Wordings of one entry that are read. */
const MOST_WORDINGS = 100;

/** A word's count is dampened: what several wordings share weighs more than what one has, but not as many times. */
const REPETITION = 0.7;

/**
 * All words of an answer together weigh as much as this share of one word of the question. Of 135 wordings of the demo
 * site's FAQs, each asked while its entry lacks it, 30 of 100 are found at once without the answers, 35 by 0.3 and 38 from
 * here to 0.6 (`test/bench/faq-answers.ts`); and fewer questions about other things get an answer than without.
 */
const ANSWER = 0.5;

function amountsOf({ question, alternatives = [], answer = '' }: KnowledgeEntry): Map<string, number> {
  const amounts = count([question, ...alternatives.slice(0, MOST_WORDINGS)].flatMap(wordsOf));
  for (const [word, amount] of amounts) amounts.set(word, amount ** REPETITION);
  const weak = new Set(wordsOf(answer));
  for (const word of weak) if (!amounts.has(word)) amounts.set(word, ANSWER / Math.sqrt(weak.size));
  return amounts;
}

function count(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
