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
 * Later, by the same with 112 variants of the sets: each set's questions against each of its entries' wordings, and the sets of
 * two translators' wordings also the other way round (sampling error 0.1). The engine's numbers lie at the top of a flat
 * hill, a little nearer to the sets as they are than to their variants (most by the three sets of 11 entries: 1 to 3 points).
 *
 * - Over the same n-grams: BM25 −0.5, query likelihood with Dirichlet −1.5 or Jelinek–Mercer smoothing −0.2, InL2 −0.7, PL2
 *   −0.5, DPH −1.4, F2-LOG −1.3; BM25 or Jelinek–Mercer together with the cosine, by rank 0, by score 0 to +0.1. Fuzzy BM25 of words
 *   −2.3, together with the cosine −0.1. √tf −0.3, other forms of idf 0 at best.
 * - Kernels of words to a power (1.2 to 2: −0.4 to −1.7), words all as long −0.4, soft cardinality −0.4, each word with its
 *   best partner by cosine, both ways −0.1 to −0.4, pairs of words in their order −0.1, 4-grams across spaces −0.3, first and last
 *   word −0.1, lengths alike 0.
 * - Latent semantics of the FAQ's own entries 0 to −0.8, RM3 −0.1, entries by their neighbours −0.1 to −0.4; centring −0.1 to 0.1,
 *   inverted softmax −0.2. CSLS (of two as near, one that is like many others stands back) +0.25, −0.2 on the sets as they are.
 * - N-grams of many different words less (productive affixes) 0 to −0.3, or more −0.1; numbers more +0.1 with one wording, −0.5
 *   with five; single letters more 0; short words more −0.2 or less −0.4. Rarity steeper in lists of few words +0.1.
 * - 30 such signals together, fitted by a softmax over the nearest ten: +0.5, −0.4 on the sets as they are and with five wordings.
 *
 * What people ask wants rarer, longer n-grams and less of what repeats; what translators write wants the opposite.
 *
 * What is left are questions that share too few letters with their entry: further wordings are what finds those (50 to 73).
 */
import { Knowledge } from '../../dist/knowledge/knowledge.js';
import { atOnce } from '../../dist/knowledge/slices.js';

export default async (faq) => {
  const knowledge = new Knowledge(faq.map(({ id, question, alt }) => ({ id, question, alternatives: alt })));
  atOnce(knowledge.reading());
  return {
    answer(text) {
      const { kind, confidence, best } = knowledge.ask(text, 10);
      return { id: kind === 'unknown' ? null : best[0].id, score: confidence, ranked: best };
    },
  };
};
