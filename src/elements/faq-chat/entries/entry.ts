import { nearestAttribute } from '../../../controllers/nearest.js';

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

/** The language in which an owner has written it in the page, which need not be the widget's (WCAG 2.2, 3.1.2): a BCP 47 tag. */
export const langOf = ({ answer }: ChatEntry): string | undefined =>
  answer instanceof Element ? nearestAttribute(answer, 'lang') : undefined;

/** On one line. */
export const oneLine = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Gives each entry an id of its own: of several with the same, the first keeps it. */
export const withOwnIds = (entries: readonly ChatEntry[]): readonly ChatEntry[] => {
  /** By id, the number that it was given last: of thousands with the same, none is tried again. */
  const taken = new Map<string, number>();
  return entries.map((entry) => {
    let { id } = entry;
    let number = taken.get(id) ?? 1;
    while (taken.has(id)) id = `${entry.id} (${++number})`;
    taken.set(id, 1).set(entry.id, number);
    return id === entry.id ? entry : { ...entry, id };
  });
};
