import { Knowledge, type Finding } from '../../knowledge/knowledge.js';
import { inSlices, type Steps } from '../../knowledge/slices.js';
import type { Choice } from './conversation.js';
import { langOf, type AnswerSource, type ChatEntry } from './entries/entry.js';
import type { Sources } from './entries/sources.js';
import { PACE } from './pace.js';

/** Entries without any other in common with them have none. */
const MOST_RELATED = 3;
/**
 * Questions that are suggested: as many, as like what is written, and as near to the nearest. With this, in the demo's
 * FAQs the entry that was meant is among them after a fifth of its question, and 1.5 are shown in the mean.
 */
const MOST_SUGGESTED = 5;
const LEAST_ALIKE = 0.2;
const SHARE_OF_BEST = 0.4;

/** Finds entries by what a visitor writes. Among many it builds its index and looks in slices, so that typing stays smooth. */
export class EntryFinder {
  readonly #sources: Sources;
  #entries: readonly ChatEntry[] = [];
  #byId = new Map<string, ChatEntry>();
  #knowledge = new Knowledge();
  /** What is done with these entries, one after the other. */
  #work: Promise<unknown> = Promise.resolve();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** The entries as they are now; others are read as soon as there is time. */
  get entries(): readonly ChatEntry[] {
    const { current } = this.#sources;
    if (current !== this.#entries) this.#read(current);
    return current;
  }

  get(id: string): ChatEntry | undefined {
    return this.#byId.get(id);
  }

  async find(question: string): Promise<Finding> {
    return this.#ask((knowledge) => knowledge.asking(question));
  }

  /** Questions like that of an entry. */
  async related(id: string): Promise<readonly Choice[]> {
    const related = await this.#ask((knowledge) => knowledge.relating(id, MOST_RELATED));
    return this.choices(related.map((match) => match.id));
  }

  /**
   * Questions that what is being written may become, the nearest first.
   * @param isWanted asked when there is time to look: whoever has gone on writing has asked again
   */
  async suggest(text: string, isWanted: () => boolean): Promise<readonly Choice[]> {
    const best = await this.#ask(function* (knowledge) {
      return isWanted() ? (yield* knowledge.asking(text, MOST_SUGGESTED)).best : [];
    });
    const least = Math.max(LEAST_ALIKE, SHARE_OF_BEST * (best[0]?.score ?? 0));
    return this.choices(best.flatMap(({ id, score }) => (score >= least ? id : [])));
  }

  choices(ids: readonly string[]): readonly Choice[] {
    return ids.flatMap((id) => {
      const entry = this.#byId.get(id);
      return entry ? [{ id, question: entry.question, lang: langOf(entry) }] : [];
    });
  }

  #read(entries: readonly ChatEntry[]): void {
    this.#entries = entries;
    this.#byId = new Map(entries.map((entry) => [entry.id, entry]));
    const knowledge = new Knowledge(
      entries.map(({ id, question, alternatives, answer }) => ({
        id,
        question,
        alternatives,
        answer: evidenceOf(answer),
      })),
    );
    this.#knowledge = knowledge;
    const pause = async (): Promise<void> => {
      await PACE.pause();
      if (this.#knowledge !== knowledge) throw new Error('there are newer entries');
    };
    this.#work = pause()
      .then(() => inSlices(knowledge.reading(), { ...PACE, pause }))
      .catch(() => undefined);
  }

  /** Entries come late, and may change while they are looked through: then the newer ones are. */
  async #ask<T>(steps: (knowledge: Knowledge) => Steps<T>): Promise<T> {
    if (this.entries.length === 0) await this.#sources.ready;
    for (let entries = this.entries; ; entries = this.entries) {
      const knowledge = this.#knowledge;
      const answer = this.#work.then(PACE.pause).then(() => inSlices(steps(knowledge), PACE));
      this.#work = answer.catch(() => undefined);
      const found = await answer;
      if (entries === this.entries) return found;
    }
  }
}

/** The words of an answer, as weak evidence for what it answers. */
const evidenceOf = (answer: AnswerSource): string => {
  if (!(answer instanceof Element))
    return 'markdown' in answer ? answer.markdown : answer.html.replace(/<[^<>]*>/g, ' ');
  const question = answer.querySelector('summary')?.textContent.length ?? 0;
  return answer.textContent.trim().slice(question);
};
