/**
 * `npx tsx test/bench/faq-confidence.ts FOLDER`: fits the number in `src/knowledge/confidence.ts` again, and tells what each
 * threshold would do.
 *
 * The folder holds sets of questions as JSON: `{lang, faq: [{id, question, alt?}], queries: [{text, answerId | null}]}`,
 * where `null` is a question without an answer. Each language weighs the same, and questions without an answer weigh two
 * fifths of each set, however many it has. Each language is also judged by what the others say (leave one out).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { probability } from '../../src/knowledge/confidence.js';
import { Knowledge } from '../../src/knowledge/knowledge.js';

const WITHOUT_ANSWER = 0.4;
/** Fewer questions without an answer than this weigh less: they say too little. */
const ENOUGH = 20;

interface FaqSet {
  lang: string;
  faq: { id: string; question: string; alt?: string[] }[];
  queries: { text: string; answerId: string | null }[];
}
interface Asked {
  scores: number[];
  hasAnswer: boolean;
  isRight: boolean;
}
interface Played {
  lang: string;
  size: number;
  asked: Asked[];
}

const folder = process.argv[2];
if (!folder) throw new Error('Which folder has the sets? npx tsx test/bench/faq-confidence.ts FOLDER');
const sets = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as FaqSet);

const play = ({ lang, faq, queries }: FaqSet, several: boolean): Played => {
  const knowledge = new Knowledge(
    faq.map(({ id, question, alt = [] }) => ({ id, question, alternatives: several ? alt : [] })),
  );
  const asked = queries.map(({ text, answerId }) => {
    const { best } = knowledge.ask(text);
    const hasAnswer = answerId !== null;
    return {
      scores: best.map(({ score }) => score),
      hasAnswer,
      isRight: hasAnswer && best[0]?.id === answerId,
    };
  });
  return { lang, size: faq.length, asked: asked.filter(({ scores }) => scores.length > 0) };
};

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const byLanguage = (played: Played[], figure: (set: Played) => number) =>
  mean(
    [...new Set(played.map(({ lang }) => lang))].map((lang) =>
      mean(played.filter((set) => set.lang === lang).map(figure)),
    ),
  );

/** Mean surprise at what was right and what was not. */
const loss = (played: Played[], likeness: number) =>
  byLanguage(played, ({ size, asked }) => {
    const surprises = (hasAnswer: boolean) =>
      asked
        .filter((question) => question.hasAnswer === hasAnswer)
        .map(({ scores, isRight }) => {
          const p = Math.min(Math.max(probability(scores, size, likeness), 1e-6), 1 - 1e-6);
          return -Math.log(isRight ? p : 1 - p);
        });
    const without = surprises(false);
    const share = WITHOUT_ANSWER * Math.min(1, without.length / ENOUGH);
    return (1 - share) * mean(surprises(true)) + (without.length > 0 ? share * mean(without) : 0);
  });

/** The loss has one valley: by thirds. */
const fit = (played: Played[]) => {
  let [low, high] = [1, 40];
  while (high - low > 0.05) {
    const third = (high - low) / 3;
    if (loss(played, low + third) < loss(played, high - third)) high -= third;
    else low += third;
  }
  return (low + high) / 2;
};

const judged = (played: Played[], threshold: number, likeness: (lang: string) => number) => {
  const given = ({ lang, size, asked }: Played) =>
    asked.filter(({ scores }) => probability(scores, size, likeness(lang)) >= threshold);
  const right = (set: Played) => given(set).filter(({ isRight }) => isRight).length;
  const answerable = ({ asked }: Played) => asked.filter(({ hasAnswer }) => hasAnswer).length;
  const figures = {
    'turned away': (set: Played) =>
      1 - given(set).filter(({ hasAnswer }) => !hasAnswer).length / (set.asked.length - answerable(set) || 1),
    'right of given': (set: Played) => right(set) / (given(set).length || 1),
    'F1': (set: Played) => (2 * right(set)) / (given(set).length + answerable(set)),
  };
  return Object.entries(figures).map(([name, figure]) => [
    name,
    (100 * byLanguage(played, figure)).toFixed(1),
  ]);
};

const one = sets.map((set) => play(set, false));
const several = sets.filter(({ faq }) => faq.some(({ alt }) => alt)).map((set) => play(set, true));
const all = [...one, ...several];
console.log(`fitted to all: ${fit(all).toFixed(1)}`);
const others = new Map(
  [...new Set(all.map(({ lang }) => lang))].map((lang) => [
    lang,
    fit(all.filter((set) => set.lang !== lang)),
  ]),
);
console.log('without', Object.fromEntries([...others].map(([lang, value]) => [lang, value.toFixed(1)])));
for (const [title, played] of [
  ['one wording, fitted to the other languages', one],
  ['several wordings, fitted to the other languages', several],
] as const) {
  console.log(title);
  const thresholds = [0.2, 0.24, 0.27, 0.3, 0.35, 0.5, 0.6, 0.7];
  console.table(
    Object.fromEntries(
      thresholds.map((t) => [t, Object.fromEntries(judged(played, t, (lang) => others.get(lang)!))]),
    ),
  );
}
