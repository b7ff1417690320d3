import { Knowledge, type Finding } from '../../knowledge/knowledge.js';
import type { Choice } from './conversation.js';
import type { AnswerSource, ChatEntry } from './entries/entry.js';

/** Milliseconds of work at a time: a slow phone then loses no frame that anyone would notice. */
const SLICE = 8;
/** Entries without any other in common with them have none. */
const MOST_RELATED = 3;

/** Finds entries by what a visitor writes. The index of many is built in slices, so that typing stays smooth. */
export class EntryFinder {
  entries: readonly ChatEntry[] = [];
  #byId = new Map<string, ChatEntry>();
  #knowledge = new Knowledge();
  #ready: Promise<unknown> = Promise.resolve();

  /** Reads other entries, as soon as there is time. The same list costs nothing. */
  follow(entries: readonly ChatEntry[]): void {
    if (entries === this.entries) return;
    this.entries = entries;
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
      await new Promise((resolve) => setTimeout(resolve));
      if (this.#knowledge !== knowledge) throw new Error('there are newer entries');
    };
    this.#ready = knowledge
      .prepare({ pause, now: () => performance.now(), slice: SLICE })
      .catch(() => undefined);
  }

  get(id: string): ChatEntry | undefined {
    return this.#byId.get(id);
  }

  async find(question: string): Promise<Finding> {
    await this.#settled();
    return this.#knowledge.ask(question);
  }

  /** Questions like that of an entry. */
  async related(id: string): Promise<readonly Choice[]> {
    await this.#settled();
    return this.choices(this.#knowledge.related(id, MOST_RELATED).map((match) => match.id));
  }

  choices(ids: readonly string[]): readonly Choice[] {
    return ids.flatMap((id) => {
      const entry = this.#byId.get(id);
      return entry ? [{ id, question: entry.question }] : [];
    });
  }

  /** Entries may change while they are read. */
  async #settled(): Promise<void> {
    for (let ready; ready !== this.#ready;) await (ready = this.#ready);
  }
}

/** The words of an answer, as weak evidence for what it answers. */
const evidenceOf = (answer: AnswerSource): string => {
  if (!(answer instanceof Element))
    return 'markdown' in answer ? answer.markdown : answer.html.replace(/<[^<>]*>/g, ' ');
  const question = answer.querySelector('summary')?.textContent.length ?? 0;
  return answer.textContent.trim().slice(question);
};
