/** Letters of a gram: the sizes at which an index over words of all languages found most (test/bench, `faq-engine.mjs`). */
const SHORTEST_GRAM = 2;
const LONGEST_GRAM = 4;

/**
 * Tells the character n-grams of `^word$` one by one, each with its weight, which falls with the distance from the word's
 * start: stems begin words, and suffixes, of which agglutinative languages hang several on one stem, end them. N-grams
 * match inflected, compound and misspelt words with no dictionary of any language (McNamee and Mayfield 2004,
 * doi:10.1023/B:INRT.0000009441.78971.be). What a word has twice is told twice.
 */
export function forEachGram(word: string, tell: (gram: string, weight: number) => void): void {
  const marked = `^${word}$`;
  for (let start = 0; start < marked.length; start++) {
    const weight = 1 / Math.sqrt(1 + start / 4);
    for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM && start + size <= marked.length; size++)
      tell(marked.slice(start, start + size), weight);
  }
}

/** An n-gram of the owner's words, and the words it is in, each with its weight there. */
export interface Gram {
  readonly words: Word[];
  readonly weights: number[];
  /** How many entries it is in, and the one that is being counted. */
  entries: number;
  counted: Entry | undefined;
  /** For whoever goes through grams; 0 in between. */
  sum: number;
}

/** A word of the owner's, its n-grams with their weights, and the entries it is in with how much of it each has. */
export interface Word {
  readonly text: string;
  readonly grams: Gram[];
  readonly weights: number[];
  readonly entries: Entry[];
  readonly amounts: number[];
  /** For whoever goes through words; 0 in between. */
  sum: number;
}

/** What is known of an entry: its words, and how much of each it has. */
export interface Entry {
  readonly id: string;
  readonly words: Word[];
  readonly amounts: number[];
  /** What its sums are divided by: a power of the sum of the squares of its n-grams' weights. */
  length: number;
  /** For whoever goes through entries; 0 in between. */
  sum: number;
}

/** The words of all entries, none twice, and none that no entry has. */
export class Vocabulary {
  readonly #words = new Map<string, Word>();
  readonly #grams = new Map<string, Gram>();

  has(text: string): boolean {
    return this.#words.has(text);
  }

  gram(text: string): Gram | undefined {
    return this.#grams.get(text);
  }

  /** Writes an entry's words into their lists. */
  add(entry: Entry, amounts: ReadonlyMap<string, number>): void {
    for (const [text, amount] of amounts) {
      const word = this.#word(text);
      word.entries.push(entry);
      word.amounts.push(amount);
      entry.words.push(word);
      entry.amounts.push(amount);
    }
    count(entry, 1);
  }

  /** Takes an entry out of all lists, and forgets what only it had. */
  delete(entry: Entry): void {
    count(entry, -1);
    for (const word of entry.words) {
      takeOut(entry, word.entries, word.amounts);
      if (word.entries.length === 0) this.#forget(word);
    }
  }

  #word(text: string): Word {
    let word = this.#words.get(text);
    if (!word) {
      const made: Word = { text, grams: [], weights: [], entries: [], amounts: [], sum: 0 };
      forEachGram(text, (key, weight) => {
        const gram = this.#gram(key);
        made.grams.push(gram);
        made.weights.push(weight);
        gram.words.push(made);
        gram.weights.push(weight);
      });
      this.#words.set(text, (word = made));
    }
    return word;
  }

  #gram(text: string): Gram {
    let gram = this.#grams.get(text);
    if (!gram) {
      gram = { words: [], weights: [], entries: 0, counted: undefined, sum: 0 };
      this.#grams.set(text, gram);
    }
    return gram;
  }

  #forget(word: Word): void {
    this.#words.delete(word.text);
    forEachGram(word.text, (key) => {
      const gram = this.#grams.get(key);
      if (!gram) return;
      takeOut(word, gram.words, gram.weights);
      if (gram.words.length === 0) this.#grams.delete(key);
    });
  }
}

/** Counts an entry once for each n-gram that it has, in however many words. */
function count(entry: Entry, by: 1 | -1): void {
  for (const { grams } of entry.words) {
    for (const gram of grams) {
      if (gram.counted === entry) continue;
      gram.counted = entry;
      gram.entries += by;
    }
  }
  for (const { grams } of entry.words) for (const gram of grams) gram.counted = undefined;
}

function takeOut<T>(item: T, items: T[], weights: number[]): void {
  const place = items.indexOf(item);
  items.splice(place, 1);
  weights.splice(place, 1);
}
