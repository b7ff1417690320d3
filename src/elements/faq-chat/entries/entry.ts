/** Where an answer comes from: the owner's own nodes, Markdown, or HTML as text (which is never put into the page). */
export type AnswerSource = Element | { readonly markdown: string } | { readonly html: string };

/** One question that the chat can answer. */
export interface ChatEntry {
  /** The owner's id, else the question. */
  readonly id: string;
  readonly question: string;
  /** Further wordings. */
  readonly alternatives: readonly string[];
  /** The category; empty where there is none. */
  readonly category: string;
  /** Whether it is among the questions to start with. */
  readonly suggested: boolean;
  readonly answer: AnswerSource;
}

/** On one line. */
export const oneLine = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Gives each entry an id of its own: of several with the same, the first keeps it. */
export const withOwnIds = (entries: readonly ChatEntry[]): readonly ChatEntry[] => {
  const taken = new Set<string>();
  /** The number that an id was given last: of thousands with the same, none is tried again. */
  const numbers = new Map<string, number>();
  return entries.map((entry) => {
    let { id } = entry;
    for (let n = numbers.get(id) ?? 2; taken.has(id); n++) {
      id = `${entry.id} (${n})`;
      numbers.set(entry.id, n + 1);
    }
    taken.add(id);
    return id === entry.id ? entry : { ...entry, id };
  });
};
