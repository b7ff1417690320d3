/**
 * Every check of the project: programs that only compute side by side, then the tests, most of them one step after the
 * other.
 *
 *     node .build/test.mjs                          all steps
 *     node .build/test.mjs unit lint                these steps only
 *     node .build/test.mjs e2e -- --grep loader     arguments for the step's runner
 *
 * A step that fails does not stop the others, but for those that need its result. Where only a few tests of a step
 * failed, they are run once more, alone: a machine that many share holds up what waits for it. What passed only then
 * is listed at the end as what it is, a fault of the test or of the program to be found. What failed is said once
 * more at the end, since a long log may keep no more. The last line is `N passed, N failed`: the sum of what the runners
 * counted, where a step without a runner counts as one.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { delimiter } from 'node:path';
import { ensurePrograms } from './browsers.mjs';
import { failureLines } from './failure-lines.mjs';
import { runners } from './test-runners.mjs';

/** @typedef {import('./test-runners.mjs').Results} Results */

const resultsFolder = '.cache/test-results';

/** More failures than these are no accident. */
const FEW = 5;

/** How many programs run side by side; the tests of a step have the machine to themselves, but for `leavesRoom`. */
const SIDE_BY_SIDE = 2;

/**
 * `needs`: another step that must have passed, where it is chosen. `after`: one that must have ended. `leavesRoom`:
 * it mostly waits, so that others run beside it. `programs`: which ones a step starts, besides Chromium. `amongAll`:
 * arguments where all steps run, which together may take 20 minutes on two cores.
 */
const steps = [
  {
    name: 'browsers',
    run: ['node', '.build/browsers.mjs', '--engines', '--postgres', '--php'],
    leavesRoom: true,
  },
  { name: 'build', run: ['node', '.build/build.mjs'] },
  { name: 'format', run: ['oxfmt', '--check'] },
  // Stories take the manifest's types from what is built.
  { name: 'lint', run: ['oxlint'], after: 'build' },
  { name: 'lint of templates', run: ['eslint', 'src'] },
  { name: 'types of src', run: ['tsc', '-p', 'tsconfig.src.json'] },
  { name: 'types', run: ['tsc', '-p', 'tsconfig.json'], after: 'build' },
  { name: 'unused', run: ['knip'], after: 'build' },
  { name: 'size', run: ['node', '.build/size.mjs'], needs: 'build' },
  { name: 'publint', run: ['publint', '--strict'], needs: 'build' },
  { name: 'package types', run: ['attw', '--pack', '.', '--profile', 'esm-only'], needs: 'build' },
  { name: 'storybook', run: ['storybook', 'build', '--quiet', '-o', 'storybook-static'], needs: 'build' },
  { name: 'unit', runner: 'wtr', programs: {} },
  { name: 'node', runner: 'node', folder: 'test/node', needs: 'build' },
  {
    name: 'receiver',
    runner: 'node',
    folder: 'test/receiver',
    needs: 'build',
    programs: { postgres: true },
  },
  {
    name: 'e2e',
    runner: 'playwright',
    needs: 'build',
    programs: { php: true },
    amongAll: ['--grep-invert', '@more'],
  },
  {
    name: 'frameworks',
    runner: 'playwright',
    config: 'test/frameworks/playwright.config.ts',
    needs: 'build',
    programs: {},
  },
  // One engine at a time: several on two cores starve one another into time-outs.
  {
    name: 'engines',
    runner: 'node',
    folder: 'test/engines',
    concurrency: 1,
    needs: 'build',
    leavesRoom: true,
    programs: { engines: true },
  },
  // A few of the host pages; all of them: `npm run test:hosts`.
  { name: 'hosts', runner: 'hosts', needs: 'build', programs: {} },
  {
    name: 'stories',
    runner: 'playwright',
    config: 'test/stories/playwright.config.ts',
    needs: 'storybook',
    programs: {},
    amongAll: ['--grep-invert', '@other-look'],
  },
];

/**
 * @param {boolean} isKept whether its output is kept until its end, instead of shown as it comes
 * @returns {Promise<import('./test-runners.mjs').Ending>}
 */
function run([command, ...args], env, isKept) {
  return new Promise((resolve) => {
    const out = isKept ? 'pipe' : 'inherit';
    const child = spawn(command, args, { stdio: ['ignore', out, out], env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** @returns {Promise<Results>} */
async function runStep(step, args) {
  const runner = runners[step.runner ?? 'check'];
  const file = `${resultsFolder}/${step.name.replaceAll(' ', '-')}.json`;
  rmSync(file, { force: true });
  const env = {
    ...process.env,
    RESULTS_FILE: file,
    PATH: `node_modules/.bin${delimiter}${process.env.PATH}`,
    // Programs write no colours into a pipe of their own accord.
    ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
  };
  try {
    const isKept = !step.runner || (step.leavesRoom && chosen.length > 1);
    if (!isKept) console.log(`\n=== ${step.name}`);
    const ending = await run(runner.command(step, args, file), env, isKept);
    if (isKept) console.log(`\n=== ${step.name}\n${ending.output.trimEnd()}`);
    const results = runner.results(step, file, ending);
    // A runner that failed without a failed test (a crash, a time-out, no test found) has failed all the same.
    if (results.failed === 0 && (ending.code !== 0 || results.passed === 0))
      return { ...results, failed: 1, failures: [{ name: step.name, error: `ended with ${ending.code}` }] };
    return results;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(message);
    return failed(step, message);
  }
}

/** Runs the few tests that failed once more. @returns {Promise<Results & { late: string[] }>} `late`: passed only then */
async function withSecondTry(step, first) {
  const isFew = first.failed > 0 && first.failed <= FEW && first.failures.length > 0;
  const args = isFew ? runners[step.runner ?? 'check'].again?.(first.failures) : undefined;
  if (!args) return { ...first, late: [] };
  console.log(`\n=== ${step.name}: ${first.failed} failed; once more, alone`);
  const second = await runStep(step, args);
  const still = new Set(second.failures.map(({ name }) => name));
  const failures = second.failed > 0 ? second.failures : [];
  return {
    ...first,
    passed: first.passed + Math.max(0, first.failed - second.failed),
    failed: second.failed,
    failures,
    late: first.failures.map(({ name }) => name).filter((name) => !still.has(name)),
  };
}

const failed = ({ name }, error) => ({ passed: 0, failed: 1, skipped: 0, failures: [{ name, error }] });

const split = process.argv.indexOf('--');
const names = process.argv.slice(2, split < 0 ? undefined : split);
const runnerArgs = split < 0 ? [] : process.argv.slice(split + 1);
const unknown = names.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}`);
  process.exit(1);
}

mkdirSync(resultsFolder, { recursive: true });
const chosen = names.length > 0 ? steps.filter((step) => names.includes(step.name)) : steps;
const starting = chosen.filter(({ programs }) => programs);
// With all steps, the first of them does it, while others run.
if (starting.length > 0 && !chosen.some(({ name }) => name === 'browsers')) {
  const lacking = ensurePrograms(Object.assign({}, ...starting.map(({ programs }) => programs)));
  if (lacking) {
    console.error(lacking);
    process.exit(1);
  }
}
/** Of each step that has begun: its row of the table, in the end. */
const ends = new Map();

async function begin(step) {
  const needed = await ends.get(step.needs);
  await ends.get(step.after);
  if (needed?.failed > 0) {
    console.log(`\n=== ${step.name}: not run, because ${step.needs} failed`);
    return { ...failed(step, `not run, because ${step.needs} failed`), seconds: 0 };
  }
  const leave = step.runner || step.leavesRoom ? () => {} : await freePlace();
  const start = performance.now();
  const args = names.length > 0 ? runnerArgs : [...(step.amongAll ?? []), ...runnerArgs];
  const results = await withSecondTry(step, await runStep(step, args));
  leave();
  return { ...results, seconds: Math.round((performance.now() - start) / 100) / 10 };
}

let free = SIDE_BY_SIDE;
const queue = [];
/** Waits until fewer than so many programs run. @returns gives the place to the next */
async function freePlace() {
  if (free > 0) free -= 1;
  else await new Promise((resolve) => queue.push(resolve));
  return () => {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  };
}

for (const step of chosen.filter(({ runner }) => !runner)) ends.set(step.name, begin(step));
await Promise.all(ends.values());
for (const step of chosen.filter(({ runner }) => runner)) {
  ends.set(step.name, begin(step));
  if (!step.leavesRoom) await Promise.all(ends.values());
}

const rows = {};
const failures = [];
const late = [];
for (const step of chosen) {
  const { failures: found, late: names = [], ...row } = await ends.get(step.name);
  rows[step.name] = row;
  failures.push(...found.map((failure) => ({ step: step.name, ...failure })));
  late.push(...names.map((name) => `${step.name}: ${name}`));
}
if (late.length > 0) console.log(['', 'Passed only at the second try:', ...late].join('\n'));
for (const line of failureLines(failures)) console.log(line);
console.log('');
console.table(rows);
const sum = (key) => Object.values(rows).reduce((total, row) => total + row[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
