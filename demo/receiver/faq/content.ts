import { oneLine } from '../../../src/elements/faq-chat/entries/entry.js';
import type { FaqContent } from '../store/faq.js';
import { plainText } from '../store/storable-text.js';

/** Lengths in UTF-16 units. The engine reads 2,000 of a text and 100 wordings, the chat 20,000 of an answer. */
export const LIMITS = { question: 500, wording: 500, wordings: 99, category: 100, answer: 20_000 } as const;

/** What is wrong with a field of an entry, in words for the owner. */
export interface ContentProblem {
  readonly field: 'lang' | 'question' | 'alternatives' | 'answer' | 'category';
  readonly text: string;
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
  const add = (field: ContentProblem['field'], text: string) => problems.push({ field, text });
  if (!question) add('question', 'Write the question.');
  if (question.length > LIMITS.question) add('question', tooLong('This question', question, LIMITS.question));
  const long = alternatives.find(({ length }) => length > LIMITS.wording);
  if (long !== undefined) add('alternatives', tooLong(`“${long.slice(0, 40)}…”`, long, LIMITS.wording));
  if (alternatives.length > LIMITS.wordings)
    add('alternatives', `These are ${alternatives.length} wordings; more than ${LIMITS.wordings} are not read.`);
  if (!answer) add('answer', 'Write the answer.');
  if (answer.length > LIMITS.answer) add('answer', tooLong('This answer', answer, LIMITS.answer));
  if (category.length > LIMITS.category) add('category', tooLong('This category', category, LIMITS.category));
  return problems;
}; // prettier-ignore

const tooLong = (what: string, { length }: string, limit: number): string =>
  `${what} has ${length} characters; at most ${limit} are possible.`;

/**
 * Whether a visitor's words should be looked at before they are shown to everyone: an address, a number of six digits
 * or more, or more words than a wording has.
 */
export const needsALook = (text: string): boolean =>
  text.length > LIMITS.wording || /\S@\S|(?:\d[\s().\-/]{0,2}){6}/.test(text);

const line = (text: string): string => oneLine(plainText(text));
