import { judge, type Certainty } from './confidence.js';
import { EntryIndex, type Match } from './entry-index.js';
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

/** When to pause, for those who must not block a page. */
export interface Pace {
  /** Resolves when the page had its turn: after a frame, a task, or idle time. */
  readonly pause: () => Promise<unknown>;
  /** Milliseconds since whenever, as `performance.now`. */
  readonly now: () => number;
  /** Milliseconds between pauses. */
  readonly slice: number;
}

/**
 * Finds the entry of an FAQ that answers a question, in the visitor's own words, or says that none does. For every
 * language alike, with no data of any: nothing is loaded, nothing leaves the page.
 *
 *     const knowledge = new Knowledge([{ id: 'hours', question: 'When are you open?' }]);
 *     knowledge.ask('what are your opening times').best[0]?.id; // 'hours'
 *
 * Entries are read when they are first needed. For thousands, `await knowledge.prepare(…)` before does it in slices.
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

  /** Reads what was added, with a pause after each slice. Entries that are added meanwhile are read, too. */
  async prepare({ pause, now, slice }: Pace): Promise<void> {
    let end = now() + slice;
    while (this.#step()) {
      if (now() < end) continue;
      await pause();
      end = now() + slice;
    }
  }

  /**
   * What answers a question. Its first 2,000 UTF-16 units are read.
   * @param limit how many of the nearest entries to name, at most; three are looked at all the same.
   */
  ask(question: string, limit = 3): Finding {
    this.#finish();
    const words = wordsOf(question).map((word) => corrected(word, this.#index.vocabulary));
    const best = this.#index.nearest(count(words), Math.max(limit, 3));
    return { ...judge(best, this.#index.size), best: best.slice(0, limit) };
  }

  /** Questions like that of an entry, the nearest first, for a visitor who has read its answer. */
  related(id: string, limit = 3): readonly Match[] {
    this.#finish();
    return this.#index.nearest(this.#index.amounts(id), limit, id).filter(({ score }) => score >= RELATED);
  }

  #finish(): void {
    while (this.#step());
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
