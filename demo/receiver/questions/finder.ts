import { Knowledge, type Finding } from '../../../src/knowledge/knowledge.js';
import type { FaqEntry } from '../store/faq.js';
import { inSlices } from './in-slices.js';

/** What the chat makes of a question. */
export interface Answering {
  /** `sure`: it shows the first entry. `unsure`: it asks which is meant. `unknown`: it says that it doesn't know. */
  readonly kind: Finding['kind'];
  /** The nearest entries, the nearest first, also where they are not near enough. */
  readonly nearest: readonly FaqEntry[];
}

/** Answers that are remembered, until there are so many. */
const MOST_REMEMBERED = 2_000;

/** Asks the entries of one language, by the chat's own engine and in its way. */
export class Finder {
  readonly entries: readonly FaqEntry[];
  readonly #byKey: ReadonlyMap<string, FaqEntry>;
  readonly #knowledge: Knowledge;
  /** By question: a page asks the same ones again. */
  readonly #answers = new Map<string, Answering>();

  private constructor(entries: readonly FaqEntry[], knowledge: Knowledge) {
    this.entries = entries;
    this.#byKey = new Map(entries.map((entry) => [entry.key, entry]));
    this.#knowledge = knowledge;
  }

  /** Reads the entries, and serves others meanwhile. */
  static async of(entries: readonly FaqEntry[]): Promise<Finder> {
    const knowledge = new Knowledge(entries.map(({ key, ...entry }) => ({ ...entry, id: key })));
    await inSlices(knowledge.reading());
    return new Finder(entries, knowledge);
  }

  ask(question: string): Answering {
    const known = this.#answers.get(question);
    if (known) return known;
    const { kind, best } = this.#knowledge.ask(question);
    const answering = { kind, nearest: best.map(({ id }) => this.#byKey.get(id)!) };
    if (this.#answers.size >= MOST_REMEMBERED) this.#answers.clear();
    this.#answers.set(question, answering);
    return answering;
  }

  get(key: string): FaqEntry | undefined {
    return this.#byKey.get(key);
  }

  /** The entry that a page names, by its id or its question. */
  named(name: string): FaqEntry | undefined {
    return name === ''
      ? undefined
      : this.entries.find(({ id, question }) => id === name || question === name);
  }
}
