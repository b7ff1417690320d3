/**
 * `npm run bench:questions`: what it costs the receiver to group 10,000 open questions, each in other words, and how
 * long it keeps others waiting. Where there are sets of questions with the answers that they belong to (a folder as its
 * argument, in the form of `faq-engine.mjs`), also how many pairs of one group belong together, and how many pairs that
 * do are found.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { groupQuestions, type QuestionGroup } from '../../demo/receiver/questions/group.js';
import { inSlices } from '../../demo/receiver/questions/in-slices.js';
import type { OpenQuestion } from '../../demo/receiver/store/questions.js';
import { questions as madeUp } from './made-up-questions.js';

const asQuestions = (texts: readonly string[]): readonly OpenQuestion[] =>
  texts.map((text, index) => ({
    id: `${index}`.padStart(6, '0'),
    text,
    askedAt: new Date(index).toISOString(),
    verdict: 'unanswered',
    entry: '',
  }));

const measure = async (title: string, texts: readonly string[]): Promise<void> => {
  let [longest, last, done] = [0, performance.now(), false];
  const others = (async () => {
    while (!done) {
      await new Promise((resolve) => setImmediate(resolve));
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
  })();
  const [began, work] = [performance.now(), process.cpuUsage().user];
  const groups = await inSlices(groupQuestions(asQuestions(texts)));
  const [ms, processor] = [performance.now() - began, (process.cpuUsage().user - work) / 1000];
  done = true;
  await others;
  console.log(
    `${title}: ${texts.length} questions, ${groups.length} groups, ${ms.toFixed(0)} ms by the clock, ` +
      `${processor.toFixed(0)} ms of the processor; others waited ${longest.toFixed(0)} ms at most`,
  );
};

interface LabelledSet {
  readonly name: string;
  readonly lang: string;
  readonly faq: readonly { readonly question: string; readonly alt?: readonly string[] }[];
  readonly queries: readonly { readonly text: string; readonly answerId: string | null }[];
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2;

const score = (set: LabelledSet): void => {
  const known = set.queries.filter(({ answerId }) => answerId !== null);
  const questions = asQuestions(known.map(({ text }) => text));
  const background = set.faq.map(({ question }) => question);
  const grouping = groupQuestions(questions, background);
  let step = grouping.next();
  while (!step.done) step = grouping.next();
  const groups: readonly QuestionGroup[] = step.value;
  const answers = (group: QuestionGroup) =>
    group.wordings.flatMap((wording) => wording.questions).map(({ id }) => known[Number(id)]!.answerId);
  const together = (ids: readonly (string | null)[]) =>
    [...new Set(ids)].reduce((sum, id) => sum + pairsOf(ids.filter((other) => other === id).length), 0);
  const right = groups.reduce((sum, group) => sum + together(answers(group)), 0);
  const all = groups.reduce((sum, group) => sum + pairsOf(group.count), 0);
  const wanted = together(known.map(({ answerId }) => answerId));
  console.log(
    `${set.name}: ${known.length} questions, ${groups.length} groups; of 100 pairs in a group ` +
      `${((100 * right) / all).toFixed(0)} belong together; of 100 that do ${((100 * right) / wanted).toFixed(0)} are found`,
  );
};

await measure('made up', madeUp(10_000));
const folder = process.argv[2];
if (folder) {
  const sets = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as LabelledSet);
  const texts = sets
    .filter(({ lang }) => lang === 'en' || lang === 'de')
    .flatMap(({ queries, faq }) => [
      ...queries.map(({ text }) => text),
      ...faq.flatMap(({ question, alt = [] }) => [question, ...alt]),
    ]);
  await measure('as people asked', texts.slice(0, 10_000));
  for (const set of sets) if (!set.name.includes('l10n')) score(set);
}
