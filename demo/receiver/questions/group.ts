import type { Steps } from '../../../src/knowledge/slices.js';
import { wordsOf } from '../../../src/knowledge/words.js';
import type { OpenQuestion } from '../store/questions.js';
import { nearTexts } from './near-texts.js';

/** A question in the same words, however typed, by one visitor or by many. */
export interface Wording {
  /** Of the question that was asked first in these words. */
  readonly id: string;
  /** As it was written then. */
  readonly text: string;
  /** Those that were asked in these words, the first first. */
  readonly questions: readonly OpenQuestion[];
}

/** Questions that are probably the same, in whatever words. */
export interface QuestionGroup {
  /** The one that most others are near to first, then those that were asked most. */
  readonly wordings: readonly Wording[];
  /** How many questions. */
  readonly count: number;
  /** RFC 3339 in UTC. */
  readonly lastAskedAt: string;
}

/**
 * Cosine from which two wordings are of one group. Over 13 sets of questions that real people asked, in 7 languages, of
 * which it is known which mean the same (`npm run bench:questions`), 75 of 100 pairs in one group belong together in the
 * mean; at 0.4 it would be 59. Too small a group costs the owner a second look; too large a one, a visitor an answer.
 */
const NEAR = 0.5;

/**
 * Groups questions: those that most others are near to become the middles of groups, and take whatever is near and not
 * in a group yet (star clustering: Aslam, Pelekhov and Rus 2004, doi:10.7155/jgaa.00084). So all of a group is near
 * its first wording, which is what an owner reads; nothing is there by a chain of neighbours. The order in which they
 * were asked makes no difference.
 *
 * It pauses (`yield`) all along: see {@link nearTexts}.
 *
 * @param background other texts in the language, such as the owner's FAQ
 * @returns the groups that were asked most first; of those asked as often, the one that was asked last
 */
export function* groupQuestions(
  questions: readonly OpenQuestion[],
  background: readonly string[] = [],
): Steps<readonly QuestionGroup[]> {
  const wordings = yield* wordingsOf(questions);
  const near = yield* nearTexts(
    wordings.map(({ text }) => text),
    background,
    NEAR,
  );
  const asked = (place: number): number => wordings[place]!.questions.length;
  const weights = near.map((places, own) => places.reduce((sum, place) => sum + asked(place), asked(own)));
  const middles = Array.from(wordings.keys()).sort(
    (a, b) => weights[b]! - weights[a]! || asked(b) - asked(a) || a - b,
  );
  const isTaken = new Array<boolean>(wordings.length).fill(false);
  const groups: QuestionGroup[] = [];
  for (const middle of middles) {
    if (isTaken[middle]) continue;
    const around = near[middle]!.filter((place) => !isTaken[place]);
    for (const place of [middle, ...around]) isTaken[place] = true;
    around.sort((a, b) => asked(b) - asked(a) || a - b);
    groups.push(groupOf([middle, ...around].map((place) => wordings[place]!)));
    yield;
  }
  return groups.sort((a, b) => b.count - a.count || compare(b.lastAskedAt, a.lastAskedAt));
}

/** What makes two questions the same wording: their words, without case, accents and punctuation. */
export const wordingKey = (text: string): string => wordsOf(text).join(' ') || text.trim();

/** In the order in which they were first asked. */
function* wordingsOf(questions: readonly OpenQuestion[]): Steps<readonly Wording[]> {
  const inOrder = [...questions].sort((a, b) => compare(a.askedAt, b.askedAt) || compare(a.id, b.id));
  const byKey = new Map<string, OpenQuestion[]>();
  for (const question of inOrder) {
    const key = wordingKey(question.text);
    const same = byKey.get(key);
    if (same) same.push(question);
    else byKey.set(key, [question]);
    yield;
  }
  return Array.from(byKey.values(), (same) => ({ id: same[0]!.id, text: same[0]!.text, questions: same }));
}

const groupOf = (wordings: readonly Wording[]): QuestionGroup => {
  const questions = wordings.flatMap((wording) => wording.questions);
  return {
    wordings,
    count: questions.length,
    lastAskedAt: questions.reduce((last, { askedAt }) => (askedAt > last ? askedAt : last), ''),
  };
};

/** By code units: times in UTC and ids are plain ASCII. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
