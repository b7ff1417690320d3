/**
 * The engine as the runner of FAQ engines takes it (`shared/faq/run.mjs`), after `npm run build`:
 *
 *     node run.mjs --sets …/test/bench/faq-engine.mjs
 *
 * Where the engine says `unknown` there is no answer; what it calls the nearest entries is ranked all the same.
 *
 * What more was tried on its sets, on each of their other wordings as the entry, and on entries made of their questions.
 * Each language was judged by numbers fitted to the others; all changes are points of recall@1, mean of languages:
 *
 * - 345 random choices of gram sizes, their weights, position, ends, rarity, length and repetition: the best +0.05; what
 *   the others chose for a language, −0.1. How common words are in the language, from all its sets: −0.4.
 * - 27 more signals to order the nearest ten by (words, stems, bigrams, order, coverage, BM25, skeletons of consonants,
 *   numbers): the best three +0.15, all 0; boosted trees over them 0 on the sets as they are and +0.9 on the others, but too
 *   large. 23 to know when one doesn't know: 0.
 * - Prefixes off, letters alike folded, doubled letters, hyphens, Cyrillic romanized; entries smoothed by their neighbours or
 *   told apart from them (kernel ridge regression); 31 groups of synonyms in seven languages, 3.8 KB: −0.6 to +0.15.
 *
 * What is left are questions that share too few letters with their entry: further wordings are what finds those (50 to 73).
 */
import { Knowledge } from '../../dist/knowledge/knowledge.js';

export default async (faq) => {
  const knowledge = new Knowledge(faq.map(({ id, question, alt }) => ({ id, question, alternatives: alt })));
  await knowledge.prepare({ pause: async () => {}, now: () => 0, slice: 1 });
  return {
    answer(text) {
      const { kind, confidence, best } = knowledge.ask(text, 10);
      return { id: kind === 'unknown' ? null : best[0].id, score: confidence, ranked: best };
    },
  };
};
