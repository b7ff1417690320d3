/**
 * `npm run bench:knowledge`: what 10,000 FAQ entries cost a page: reading them in slices of 8 ms, the longest slice, and
 * questions.
 *
 *     npm run bench:knowledge              10,000 made-up entries
 *     npm run bench:knowledge -- 1000      as many as that
 *
 * Slices are timed by the clock, as a page would, and by the processor's time in this process, since other programs take
 * turns, too. The bound is 50 ms without a turn for the page on a processor four times slower, which is 12.5 ms here.
 */
import { Knowledge } from '../../src/knowledge/knowledge.js';
import { inSlices } from '../../src/knowledge/slices.js';
import { questions } from './made-up-questions.js';

const BOUND = 50 / 4;
const SLICE = 8;

const count = Number(process.argv[2] ?? 10_000);
const texts = questions(count + 200);
const entries = texts.slice(0, count).map((question, i) => ({ id: `${i}`, question }));

const processorTime = () => process.cpuUsage().user / 1000;
const percentile = (times: number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)]!.toFixed(2);

const slices: number[] = [];
const processorSlices: number[] = [];
const knowledge = new Knowledge(entries);
const [began, work] = [performance.now(), processorTime()];
let [start, startWork] = [began, work];
const endSlice = () => {
  slices.push(performance.now() - start);
  processorSlices.push(processorTime() - startWork);
};
await inSlices(knowledge.reading(), {
  slice: SLICE,
  now: () => performance.now(),
  async pause() {
    endSlice();
    await new Promise((resolve) => setImmediate(resolve));
    [start, startWork] = [performance.now(), processorTime()];
  },
});
endSlice();
const [built, worked] = [performance.now() - began, processorTime() - work];

const times = texts.slice(count).map((question) => {
  const before = performance.now();
  knowledge.ask(question);
  return performance.now() - before;
});

console.log(
  `${count} entries: ${built.toFixed(0)} ms by the clock, ${worked.toFixed(0)} ms of the processor`,
);
console.log(`${slices.length} slices of ${SLICE} ms, bound ${BOUND} ms`);
for (const [title, lengths] of [
  ['by the clock', slices],
  ['of the processor', processorSlices],
] as const)
  console.log(
    `  ${title}: median ${percentile(lengths, 0.5)} ms, 99 of 100 below ${percentile(lengths, 0.99)} ms, ` +
      `longest ${percentile(lengths, 1)} ms`,
  );
console.log(`a question: median ${percentile(times, 0.5)} ms, 95 of 100 below ${percentile(times, 0.95)} ms`);
