import type { Match } from './entry-index.js';

/** What to say: the answer, "did you mean", or that one doesn't know. */
export type Certainty = 'sure' | 'unsure' | 'unknown';

/**
 * How probable it is that the nearest entry is meant: a choice (multinomial logit, McFadden 1974) between the nearest
 * three, each as likely as its score makes it, and none of them, which is as likely as all entries with a score of 0,
 * since the more there are, the more are like anything by chance. So what two entries answer as well is never sure.
 *
 * The one number is fitted (`test/bench/faq-confidence.ts`) to 20 sets of questions that real people asked, in ten
 * languages, each language with the same weight, with one wording of each entry and with five, with typing errors and
 * without, as if two of five questions had no answer. Whichever language is left out, it is from 11.3 to 11.6.
 */
const LIKENESS = 11.4;

/** Lists shorter or longer than those of the sets count as the shortest or longest of those. */
const FEWEST = 10;
const MOST = 600;

/**
 * The one threshold for all languages: what is less probable is not answered. Over the sets with one wording an entry, by
 * numbers fitted without the set's language, mean F1 is 66.1 of 100 at 0.24, 66.5 here, 66.7 at 0.3 and 66.1 at 0.35, and
 * 63, 70, 74 and 78 of 100 questions without an answer are turned away.
 */
const KNOWN = 0.27;

/**
 * From here on an answer is given without asking back, at odds that are worse the shorter the list: what little it says
 * is all equally rare, and "do you" is then as telling as "parking". Of the sets, and of 3 to 100 entries drawn from
 * them, 86 to 97 of 100 such answers are right (90 to 93 with five wordings an entry); by the odds above, 74 to 96.
 */
const SURE = 0.6;
const oddsOf = (size: number): number => Math.max(Math.min(size, MOST), 20 * Math.sqrt(size));

/** How certain the nearest of some entries is. @param best the nearest three, the nearest first, or all where fewer are. */
export function judge(best: readonly Match[], size: number): { kind: Certainty; confidence: number } {
  if (best.length === 0) return { kind: 'unknown', confidence: 0 };
  const scores = best.map(({ score }) => score);
  const confidence = probability(scores, size);
  if (confidence < KNOWN) return { kind: 'unknown', confidence };
  const wary = choice(scores, oddsOf(size));
  return { kind: wary < SURE ? 'unsure' : 'sure', confidence };
}

/** How probable the first of some scores is, of which three count, among so many entries. */
export function probability(scores: readonly number[], size: number, likeness = LIKENESS): number {
  return choice(scores, Math.min(Math.max(size, FEWEST), MOST), likeness);
}

/** The same, where none of them is as likely as so many entries with a score of 0. */
function choice(scores: readonly number[], none: number, likeness = LIKENESS): number {
  const weight = (score: number) => Math.exp(likeness * (score - scores[0]!));
  return 1 / scores.slice(0, 3).reduce((sum, score) => sum + weight(score), none * weight(0));
}
