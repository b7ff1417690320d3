import type { Match } from './entry-index.js';

/** What to say: the answer, "did you mean", or that one doesn't know. */
export type Certainty = 'sure' | 'unsure' | 'unknown';

/**
 * How probable it is that the nearest entry is meant: a choice (multinomial logit, McFadden 1974) between the nearest
 * three, each as likely as its score makes it, and none of them, which is the likelier the more entries there are, since
 * some are then like anything by chance. So what two entries answer as well is never sure.
 *
 * The three numbers are fitted to 20 sets of questions that real people asked, in ten languages, each language with the
 * same weight, once with one wording of each entry and once with five, with typing errors and without; a third of the
 * questions had no answer. The sets are not in the project, since their licences differ; `test/bench/faq-confidence.ts`
 * fits them again.
 */
const LIKENESS = 11.5;
const NONE = -1.4;
const NONE_BY_ENTRIES = 1.2;

/** Lists shorter or longer than those of the regression count as the shortest or longest of those. */
const FEWEST = 10;
const MOST = 600;

/**
 * The one threshold for all languages: what is less probable is not answered. Over the sets with one wording an entry,
 * mean F1 is within 0.2 of 100 of its best (66.8) from 0.33 to 0.4, and 68 to 77 of 100 questions without an answer are
 * turned away.
 */
const KNOWN = 0.36;

/** From here on an answer is given without asking back: 80 of 100 are right (88 with five wordings an entry). */
const SURE = 0.6;

/** How certain the nearest of some entries is. @param best the nearest three, the nearest first, or all where fewer are. */
export function judge(best: readonly Match[], size: number): { kind: Certainty; confidence: number } {
  const first = best[0];
  if (!first) return { kind: 'unknown', confidence: 0 };
  const entries = Math.min(Math.max(size, FEWEST), MOST);
  const weight = (score: number) => Math.exp(LIKENESS * (score - first.score));
  const none = Math.exp(NONE) * entries ** NONE_BY_ENTRIES * weight(0);
  const confidence = 1 / best.slice(0, 3).reduce((sum, { score }) => sum + weight(score), none);
  return { kind: confidence < KNOWN ? 'unknown' : confidence < SURE ? 'unsure' : 'sure', confidence };
}
