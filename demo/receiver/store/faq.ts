/** One question of the owner's FAQ with its answer, in one language. */
export interface FaqEntry {
  /** UUID. Its own over all languages, and for good: what addresses of the inbox are made of. */
  readonly key: string;
  /** BCP 47, in its canonical form. */
  readonly lang: string;
  /** What the JSON calls it, and a visitor's "did not help" with it. Another language may have the same. */
  readonly id: string;
  readonly question: string;
  /** Further wordings of the question. */
  readonly alternatives: readonly string[];
  /** The small part of Markdown that the chat reads. */
  readonly answer: string;
  /** Empty where there is none. */
  readonly category: string;
  /** Whether it is among the questions to start with. */
  readonly suggested: boolean;
  /** 1, and one more with each change but that of its place. Who changes it says which one they have seen. */
  readonly version: number;
  /** RFC 3339 in UTC. */
  readonly updatedAt: string;
}

/** What an owner writes of an entry. */
export type FaqContent = Pick<FaqEntry, 'question' | 'alternatives' | 'answer' | 'category' | 'suggested'>;

/** An entry that is to be: at the end of the list of its language. */
export interface NewFaqEntry {
  readonly key: string;
  readonly lang: string;
  /** Default: the key. */
  readonly id?: string;
  readonly content: FaqContent;
}

export interface FaqUpdate {
  readonly key: string;
  /** The version that was seen by whoever changes it. */
  readonly version: number;
  readonly content: FaqContent;
  /** Its new place in the list of its language, from 0. Default: where it is. */
  readonly place?: number | undefined;
}

/** What changes together, or not at all. */
export interface FaqChange {
  readonly add?: readonly NewFaqEntry[];
  readonly update?: readonly FaqUpdate[];
  /** Questions of visitors that are dealt with thereby: ids of their submissions. */
  readonly settle?: readonly string[];
  readonly at: Date;
}

/** An entry that was deleted, and can be had back. */
export interface DeletedFaqEntry extends FaqEntry {
  readonly deletedAt: string;
}

/**
 * The owner's FAQ: a list of entries for each language. Every method rejects where the database fails. Writers take
 * turns, over all receivers of a database; nobody writes over what they have not seen.
 */
export interface FaqStore {
  /** A number that is another after every change. */
  revision(): Promise<number>;
  /** The languages that have entries, in alphabetical order. */
  languages(): Promise<readonly string[]>;
  /** In the owner's order; without a language, those of all of them. */
  entries(lang?: string): Promise<readonly FaqEntry[]>;
  entry(key: string): Promise<FaqEntry | undefined>;
  /** The last that were deleted, the latest first. */
  deleted(lang: string, limit: number): Promise<readonly DeletedFaqEntry[]>;

  /** `stale`: an entry was changed or deleted meanwhile, or an id is taken; nothing was changed then. */
  change(change: FaqChange): Promise<'changed' | 'stale'>;
  /** One place towards the beginning or the end. `false` where there is no such entry. */
  move(key: string, by: -1 | 1): Promise<boolean>;
  /** Takes an entry out of the list. It can be had back. */
  remove(key: string, version: number, at: Date): Promise<'changed' | 'stale'>;
  /** Puts one that was deleted back where it was. `false` where there is no such one. */
  restore(key: string, at: Date): Promise<boolean>;

  /** What an entry said before what it says now; `undefined` where that is what was written first. */
  previous(key: string): Promise<FaqContent | undefined>;
  /**
   * Takes back the last change of what an entry says, and of its place: one that was new is taken out of the list, and
   * can be had back. The questions that were dealt with thereby are open again. Undone twice, the change is there again.
   * `stale`: the entry is another version by now, or nothing is known of before.
   */
  undo(key: string, version: number, at: Date): Promise<'changed' | 'stale'>;
}
