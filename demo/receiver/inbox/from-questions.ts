import type { Context } from 'hono';
import { canonicalTag } from '../faq/language.js';
import { wordingKey, type QuestionGroup, type Wording } from '../questions/group.js';
import type { Learning } from '../questions/learning.js';
import type { FaqEntry } from '../store/faq.js';
import { FormError, type InboxEnv } from './forms.js';
import type { FromQuestions } from './pages/faq-entry.js';
import { MOST_SHOWN } from './pages/question.js';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

export const isId = (text: string): boolean => UUID.test(text);

/** The wordings that stood on the page of a form, and when it was made; `undefined` where it came from no such page. */
export const fromQuestionsOf = (form: URLSearchParams): FromQuestions | undefined => {
  const until = form.get('until') ?? '';
  const shown = form.getAll('shown').filter(isId).slice(0, MOST_SHOWN);
  return TIME.test(until) && shown.length > 0 ? { shown, until } : undefined;
}; // prettier-ignore

/**
 * Those of a group that were seen, as they are still open: by their words, and without what was asked since. What an
 * owner has not read is not dealt with, whoever asks or deals with what meanwhile.
 */
export const seenWordings = (
  groups: readonly QuestionGroup[],
  { shown, until }: FromQuestions,
): readonly Wording[] => {
  const ids = new Set(shown);
  const all = groups.flatMap(({ wordings }) => wordings);
  const keys = new Set(
    all.filter(({ questions }) => questions.some(({ id }) => ids.has(id))).map(({ text }) => wordingKey(text)),
  );
  return all
    .filter(({ text }) => keys.has(wordingKey(text)))
    .map((wording) => ({ ...wording, questions: wording.questions.filter(({ askedAt }) => askedAt <= until) }))
    .filter(({ questions }) => questions.length > 0);
}; // prettier-ignore

/** Ids of the questions that were asked in these wordings. */
export const idsOf = (wordings: readonly Wording[]): readonly string[] =>
  wordings.flatMap(({ questions }) => questions.map(({ id }) => id));

/** The language of a list that an address asks for, or the first that there is. That of the inbox where there is none at all. */
export const listLanguage = (c: Context<InboxEnv>, languages: ReadonlyMap<string, number>): string => {
  const asked = c.req.query('lang');
  const tag = asked === undefined ? undefined : canonicalTag(asked);
  if (asked !== undefined && tag === undefined)
    throw new FormError(400, c.var.words.text.faq.errors.noLanguage);
  return tag ?? languages.keys().next().value ?? c.var.words.locale;
}; // prettier-ignore

/** The group in which a question stands. */
export const findGroup = async (
  learning: Learning,
  id: string,
  languages: Iterable<string>,
): Promise<{ readonly lang: string; readonly group: QuestionGroup } | undefined> => {
  for (const lang of languages) {
    const { groups } = await learning.groups(lang);
    const group = groups.find(({ wordings }) =>
      wordings.some(({ questions }) => questions.some((question) => question.id === id)),
    );
    if (group) return { lang, group };
  }
  return undefined;
};

/**
 * The page that says what the chat does now with a question, and what of its group is still open.
 * @param by the entry by which it was dealt with, as it is since
 */
export const dealtWith = (
  id: string,
  settled: readonly Wording[],
  left: readonly Wording[],
  by: Pick<FaqEntry, 'key' | 'version'>,
): string => {
  const shown = settled.some(({ questions }) => questions.some((question) => question.id === id))
    ? id
    : (settled[0]?.id ?? id);
  return `/inbox/questions/${shown}?entry=${by.key}&version=${by.version}${left[0] ? `&left=${left[0].id}` : ''}`;
};
