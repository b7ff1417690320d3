import type { Steps } from '../../../src/knowledge/slices.js';
import { RARITY } from '../../../src/knowledge/entry-index.js';
import { forEachGram } from '../../../src/knowledge/vocabulary.js';
import { wordsOf } from '../../../src/knowledge/words.js';

/**
 * Which texts are near one another, as the chat's engine sees texts: by the cosine over the same n-grams with the same
 * weights. The engine finds the entries near one question; this finds all pairs of thousands of questions at once, of
 * which most have nothing but common n-grams in common, and those are never compared: the rest of a text, after its
 * rarest n-grams, is left out of the index where it alone is too small to bring a pair near (prefix filtering:
 * Bayardo, Ma and Srikant 2007, doi:10.1145/1242572.1242591). What is found is exact all the same.
 *
 * It pauses (`yield`) after each text, so that whoever serves others meanwhile can.
 *
 * @param background texts that are not compared, but tell which n-grams are rare: of few questions alone nobody can say
 * @param least cosine from which two are near, over 0 and at most 1
 * @returns for each text, the places of those near it, without itself
 */
export function* nearTexts(
  texts: readonly string[],
  background: readonly string[],
  least: number,
): Steps<readonly (readonly number[])[]> {
  const grams = new Grams();
  for (const text of background) {
    grams.count(text);
    yield;
  }
  const counted: ReadonlyMap<number, number>[] = [];
  for (const text of texts) {
    counted.push(grams.count(text));
    yield;
  }
  const ranks = grams.rank();
  const vectors: Vector[] = [];
  for (const counts of counted) {
    vectors.push(vectorOf(counts, ranks, least));
    yield;
  }
  const near: number[][] = texts.map(() => []);
  const index = new PrefixIndex(vectors, ranks.length, least);
  for (let i = 0; i < vectors.length; i++) {
    for (const j of index.add(i)) {
      near[i]!.push(j);
      near[j]!.push(i);
    }
    yield;
  }
  return near;
}

/** An n-gram by its number; a lower number is a rarer one. */
interface Rank {
  readonly rank: number;
  readonly rarity: number;
}

/** The n-grams of texts, and how many texts each is in. */
class Grams {
  readonly #numbers = new Map<string, number>();
  readonly #texts: number[] = [];
  readonly #words = new Map<string, readonly (readonly [gram: number, weight: number])[]>();
  #size = 0;

  /** What a text has of each n-gram, before rarity. */
  count(text: string): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    for (const word of wordsOf(text))
      for (const [gram, weight] of this.#gramsOf(word)) counts.set(gram, (counts.get(gram) ?? 0) + weight);
    for (const gram of counts.keys()) this.#texts[gram]!++;
    this.#size++;
    return counts;
  }

  /** By n-gram. */
  rank(): readonly Rank[] {
    const order = [...this.#texts.keys()].sort((a, b) => this.#texts[a]! - this.#texts[b]! || a - b);
    const ranks: Rank[] = new Array<Rank>(order.length);
    for (const [rank, gram] of order.entries())
      ranks[gram] = { rank, rarity: Math.log((this.#size + 1) / this.#texts[gram]!) ** RARITY };
    return ranks;
  }

  #gramsOf(word: string): readonly (readonly [gram: number, weight: number])[] {
    let grams = this.#words.get(word);
    if (!grams) {
      const made: [number, number][] = [];
      forEachGram(word, (text, weight) => made.push([this.#number(text), weight]));
      this.#words.set(word, (grams = made));
    }
    return grams;
  }

  #number(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      this.#numbers.set(text, (number = this.#numbers.size));
      this.#texts.push(0);
    }
    return number;
  }
}

/** A text as a vector of length 1. */
interface Vector {
  /** Ranks of its n-grams, the rarest first. */
  readonly grams: Int32Array;
  readonly weights: Float64Array;
  /** How many of them are indexed: the length of what comes after them is below what makes two near. */
  readonly indexed: number;
}

const vectorOf = (counts: ReadonlyMap<number, number>, ranks: readonly Rank[], least: number): Vector => {
  const parts = Array.from(counts, ([gram, count]) => {
    const { rank, rarity } = ranks[gram]!;
    return { rank, weight: count * rarity };
  }).sort((a, b) => a.rank - b.rank);
  const length = Math.sqrt(parts.reduce((sum, { weight }) => sum + weight ** 2, 0)) || 1;
  const weights = Float64Array.from(parts, ({ weight }) => weight / length);
  let indexed = parts.length;
  for (let rest = 0; indexed > 0; indexed--) {
    rest += weights[indexed - 1]! ** 2;
    if (rest >= least ** 2) break;
  }
  return { grams: Int32Array.from(parts, ({ rank }) => rank), weights, indexed };
};

/** Places in the order of n-grams for which it is known how long a text is beyond them. */
const MARKS = 128;

/** Finds the vectors that are near a new one among those that were added before. */
class PrefixIndex {
  readonly #vectors: readonly Vector[];
  readonly #least: number;
  /** The vectors that have an n-gram in their indexed part, and its weight there, n-gram after n-gram. */
  readonly #postings: Int32Array;
  readonly #postingWeights: Float64Array;
  /** By n-gram: where its postings begin, and where they end so far. */
  readonly #begins: Int32Array;
  readonly #ends: Int32Array;
  /** Ascending ranks of n-grams. */
  readonly #marks: readonly number[];
  /** By vector: the last mark before its indexed part ends, and its length beyond each mark. */
  readonly #lastMarks: Int32Array;
  readonly #beyond: Float64Array;
  /** All zero between two calls. */
  readonly #sums: Float64Array;
  readonly #dense: Float64Array;

  constructor(vectors: readonly Vector[], grams: number, least: number) {
    this.#vectors = vectors;
    this.#least = least;
    this.#begins = new Int32Array(grams + 1);
    for (const { grams: own, indexed } of vectors)
      for (let k = 0; k < indexed; k++) this.#begins[own[k]! + 1]!++;
    for (let gram = 0; gram < grams; gram++) this.#begins[gram + 1]! += this.#begins[gram]!;
    this.#ends = this.#begins.slice();
    this.#postings = new Int32Array(this.#begins[grams]!);
    this.#postingWeights = new Float64Array(this.#begins[grams]!);
    this.#sums = new Float64Array(vectors.length);
    this.#dense = new Float64Array(grams);
    const ends = Int32Array.from(vectors, ({ grams: own, indexed }) => own[indexed - 1] ?? -1);
    const sorted = ends.slice().sort();
    const marks = Array.from({ length: MARKS }, (_, mark) => sorted[Math.floor((mark * sorted.length) / MARKS)] ?? -1);
    this.#marks = marks;
    this.#lastMarks = ends.map((end) => lastAtMost(marks, end));
    this.#beyond = new Float64Array(vectors.length * MARKS);
  } // prettier-ignore

  /** @returns those added before that are near it */
  add(i: number): readonly number[] {
    this.#measure(i);
    const { grams, weights, indexed } = this.#vectors[i]!;
    // Locals: the loop inside is what takes the time.
    const [sums, postings, postingWeights] = [this.#sums, this.#postings, this.#postingWeights];
    const met: number[] = [];
    for (let k = 0; k < indexed; k++) {
      const gram = grams[k]!;
      const weight = weights[k]!;
      const end = this.#ends[gram]!;
      for (let p = this.#begins[gram]!; p < end; p++) {
        const j = postings[p]!;
        if (sums[j] === 0) met.push(j);
        sums[j]! += weight * postingWeights[p]!;
      }
      postings[end] = i;
      postingWeights[end] = weight;
      this.#ends[gram] = end + 1;
    }
    for (let k = 0; k < grams.length; k++) this.#dense[grams[k]!] = weights[k]!;
    const near = met.filter((j) => this.#mayBeNear(i, j) && this.#cosine(j) >= this.#least);
    for (const j of met) sums[j] = 0;
    for (const gram of grams) this.#dense[gram] = 0;
    return near;
  }

  #measure(i: number): void {
    const { grams, weights } = this.#vectors[i]!;
    let squares = 0;
    let k = grams.length;
    for (let mark = MARKS - 1; mark >= 0; mark--) {
      for (; k > 0 && grams[k - 1]! > this.#marks[mark]!; k--) squares += weights[k - 1]! ** 2;
      this.#beyond[i * MARKS + mark] = Math.sqrt(squares);
    }
  }

  /** What neither has counted stands beyond the end of one of the indexed parts: together, at most the product there. */
  #mayBeNear(i: number, j: number): boolean {
    const mark = Math.min(this.#lastMarks[i]!, this.#lastMarks[j]!);
    const rest = this.#beyond[i * MARKS + mark]! * this.#beyond[j * MARKS + mark]!;
    return this.#sums[j]! + rest >= this.#least;
  }

  /** With the vector that is being added. */
  #cosine(j: number): number {
    const { grams, weights } = this.#vectors[j]!;
    let sum = 0;
    for (let k = 0; k < grams.length; k++) sum += this.#dense[grams[k]!]! * weights[k]!;
    return sum;
  }
}

/** The place of the last of some ascending numbers that is at most this; 0 where none is. */
const lastAtMost = (numbers: readonly number[], most: number): number => {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= most) low = middle;
    else high = middle - 1;
  }
  return low;
};
