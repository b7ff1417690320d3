import type { Steps } from './slices.js';
import { forEachGram, Vocabulary, type Entry, type Gram, type Word } from './vocabulary.js';

/** How like a question an entry is: about 0 (nothing in common) to about 1 (the same words). */
export interface Match {
  readonly id: string;
  readonly score: number;
}

/** By how much rare n-grams count more than common ones: the power of idf in the weight of an n-gram. */
export const RARITY = 0.7;

/**
 * How much longer entries count less than by their cosine (1 would be the cosine). Of two entries that share as much
 * with a question, the one that says less else is more often meant.
 */
const LENGTH = 1.2;

/** Entries that are summed up in one step: some tenths of a millisecond. */
const STEP = 2000;

/**
 * Entries as vectors over n-grams, each the sum of its words' vectors, and the nearest to a question by cosine with tf–idf
 * weights (Salton and Buckley 1988, doi:10.1016/0306-4573(88)90021-0). Since a sum over an entry's n-grams is the sum over
 * its words, n-grams point to the words that have them, and words to the entries: with 10,000 entries about a fifth of the
 * lists that n-grams with entries would need.
 */
export class EntryIndex {
  /** The owner's words. */
  readonly vocabulary = new Vocabulary();
  readonly #entries = new Map<string, Entry>();
  /** Entries whose length is yet to be measured: each entry that comes or goes changes the rarity of what all have. */
  #unmeasured: Iterator<Entry> | undefined;
  #squares = 0;
  /** Of n-grams, by how many entries have them. */
  #rarities: number[] = [];

  get size(): number {
    return this.#entries.size;
  }

  amounts(id: string): Map<string, number> {
    const { words = [], amounts = [] } = this.#entries.get(id) ?? {};
    return new Map(words.map(({ text }, i) => [text, amounts[i]!]));
  }

  /** Puts an entry in, instead of the one that has this id. @param amounts how much it has of which word. */
  set(id: string, amounts: ReadonlyMap<string, number>): void {
    this.delete(id);
    const entry: Entry = { id, words: [], amounts: [], length: 0, sum: 0 };
    this.#entries.set(id, entry);
    this.vocabulary.add(entry, amounts);
  }

  delete(id: string): void {
    this.#unmeasured = undefined;
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.vocabulary.delete(entry);
    this.#entries.delete(id);
  }

  /** Measures one entry's length, without which none is found. False when all are. */
  measure(): boolean {
    if (!this.#unmeasured) {
      this.#unmeasured = this.#entries.values();
      this.#squares = 0;
      this.#rarities = [];
    }
    const next = this.#unmeasured.next();
    if (next.done) return false;
    const entry = next.value;
    const grams: Gram[] = [];
    for (let w = 0; w < entry.words.length; w++) {
      const { grams: own, weights } = entry.words[w]!;
      for (let g = 0; g < own.length; g++) {
        const gram = own[g]!;
        if (gram.sum === 0) grams.push(gram);
        gram.sum += entry.amounts[w]! * weights[g]!;
      }
    }
    let squares = 0;
    for (const gram of grams) {
      squares += gram.sum ** 2 * this.#rarity(gram.entries);
      gram.sum = 0;
    }
    entry.length = squares ** (LENGTH / 2);
    this.#squares += squares;
    return true;
  }

  /**
   * The entries nearest to words in these amounts, the nearest first; none that has nothing in common with them. The
   * sums of a question that is not finished are in the lists: no other may begin, nor an entry come or go.
   */
  *nearest(amounts: ReadonlyMap<string, number>, limit: number, except?: string): Steps<Match[]> {
    const question = new Map<string, number>();
    for (const [text, amount] of amounts)
      forEachGram(text, (gram, weight) => question.set(gram, (question.get(gram) ?? 0) + amount * weight));

    let squares = 0;
    const words: Word[] = [];
    for (const [text, weight] of question) {
      yield;
      const gram = this.vocabulary.gram(text);
      const weighted = weight * this.#rarity(gram?.entries ?? 1);
      squares += weight * weighted;
      if (!gram) continue;
      for (let i = 0; i < gram.words.length; i++) {
        const word = gram.words[i]!;
        if (word.sum === 0) words.push(word);
        word.sum += weighted * gram.weights[i]!;
      }
    }

    const entries: Entry[] = [];
    let summed = 0;
    for (const word of words) {
      summed += word.entries.length;
      if (summed > STEP) {
        summed = 0;
        yield;
      }
      for (let i = 0; i < word.entries.length; i++) {
        const entry = word.entries[i]!;
        if (entry.sum === 0) entries.push(entry);
        entry.sum += word.sum * word.amounts[i]!;
      }
      word.sum = 0;
    }

    const unit = (this.#squares / this.size) ** ((LENGTH - 1) / 2) / Math.sqrt(squares);
    const best: Match[] = [];
    for (const { id, sum, length } of entries) {
      const score = (sum / length) * unit;
      if (id !== except && !(best.length === limit && score <= best.at(-1)!.score)) {
        if (best.length === limit) best.pop();
        let place = best.length;
        while (place > 0 && best[place - 1]!.score < score) place--;
        best.splice(place, 0, { id, score });
      }
    }
    for (const entry of entries) entry.sum = 0;
    return best;
  }

  /** Squared weight of an n-gram that so many of the entries have: what it has in the question times what in the entry. */
  #rarity(entries: number): number {
    return (this.#rarities[entries] ??= Math.log((this.size + 1) / entries) ** (2 * RARITY));
  }
}
