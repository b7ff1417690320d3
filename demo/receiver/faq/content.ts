import { oneLine } from '../../../src/elements/faq-chat/entries/entry.js';
import type { FaqContent } from '../store/faq.js';
import { plainText } from '../store/storable-text.js';

/** Lengths in UTF-16 units. The engine reads 2,000 of a text and 100 wordings, the chat 20,000 of an answer. */
export const LIMITS = { question: 500, wording: 500, wordings: 99, category: 100, answer: 20_000 } as const;

/** What can be wrong with an entry. */
type ProblemKind =
  | 'noLanguage'
  | 'questionMissing'
  | 'questionTooLong'
  | 'wordingTooLong'
  | 'tooManyWordings'
  | 'answerMissing'
  | 'answerTooLong'
  | 'categoryTooLong';

/** What is wrong with a field of an entry. */
export interface ContentProblem {
  readonly field: 'lang' | 'question' | 'alternatives' | 'answer' | 'category';
  readonly kind: ProblemKind;
  /** Characters or wordings, where they are too many, and how many are possible. */
  readonly count?: number;
  readonly limit?: number;
  /** The beginning of the wording that is too long. */
  readonly wording?: string;
}

/** Texts as they are kept: questions on one line, each wording once and none that is the question. */
export const tidied = ({ question, alternatives, answer, category, suggested }: FaqContent): FaqContent => {
  const text = line(question);
  const own = new Set([text]);
  return {
    question: text,
    alternatives: alternatives.map(line).filter((each) => each !== '' && !own.has(each) && own.add(each)),
    answer: plainText(answer).trim(),
    category: line(category),
    suggested,
  };
};

/** What is wrong with tidied texts. */
export const problemsOf = ({ question, alternatives, answer, category }: FaqContent): readonly ContentProblem[] => {
  const problems: ContentProblem[] = [];
  const add = (problem: ContentProblem) => problems.push(problem);
  /** Where there are more than are possible. */
  const addExcess = (problem: ContentProblem, { length: count }: ArrayLike<unknown>, limit: number) =>
    count > limit && add({ ...problem, count, limit });
  if (!question) add({ field: 'question', kind: 'questionMissing' });
  addExcess({ field: 'question', kind: 'questionTooLong' }, question, LIMITS.question);
  const long = alternatives.find(({ length }) => length > LIMITS.wording) ?? '';
  addExcess({ field: 'alternatives', kind: 'wordingTooLong', wording: long.slice(0, 40) }, long, LIMITS.wording);
  addExcess({ field: 'alternatives', kind: 'tooManyWordings' }, alternatives, LIMITS.wordings);
  if (!answer) add({ field: 'answer', kind: 'answerMissing' });
  addExcess({ field: 'answer', kind: 'answerTooLong' }, answer, LIMITS.answer);
  addExcess({ field: 'category', kind: 'categoryTooLong' }, category, LIMITS.category);
  return problems;
}; // prettier-ignore

/**
 * Whether a visitor's words should be looked at before they are shown to everyone: an address, a number of six digits
 * or more, or more words than a wording has.
 */
export const needsALook = (text: string): boolean =>
  text.length > LIMITS.wording || /\S@\S|(?:\d[\s().\-/]{0,2}){6}/.test(text);

const line = (text: string): string => oneLine(plainText(text));
