/**
 * Every check of the project, one step after the other, each with its own runner's output.
 *
 *     node .build/test.mjs                          all steps
 *     node .build/test.mjs unit lint                these steps only
 *     node .build/test.mjs e2e -- --grep loader     arguments for the step's runner
 *
 * A step that fails does not stop the others, but for those that need its result. The last line is
 * `N passed, N failed`: the sum of what the runners counted, where a step without a runner counts as one.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';

const countsFolder = '.cache/test-counts';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** Each runner: its command for a step, and how its counts are read once it has ended. */
const runners = {
  /** Any program: passes when it exits with 0. */
  check: {
    command: ({ run }, args) => [...run, ...args],
    counts: (_file, exitCode) => ({
      passed: exitCode === 0 ? 1 : 0,
      failed: exitCode === 0 ? 0 : 1,
      skipped: 0,
    }),
  },
  wtr: {
    command: (_step, args) => ['wtr', ...args],
    counts: (file) => JSON.parse(readFileSync(file, 'utf8')),
  },
  node: {
    command: ({ folder, concurrency = availableParallelism() }, args, file) => [
      ...['node', '--import', 'tsx', '--test', `--test-concurrency=${concurrency}`],
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=tap', `--test-reporter-destination=${file}`],
      ...(args.some((arg) => !arg.startsWith('-')) ? args : [...args, ...testFilesIn(folder)]),
    ],
    counts(file) {
      const report = readFileSync(file, 'utf8');
      const count = (what) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(report)?.[1] ?? 0);
      return { passed: count('pass'), failed: count('fail') + count('cancelled'), skipped: count('skipped') };
    },
  },
  playwright: {
    command: ({ config }, args) => ['playwright', 'test', ...(config ? ['--config', config] : []), ...args],
    counts(file) {
      const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
      return {
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky + errors.length,
        skipped: stats.skipped,
      };
    },
  },
};

const steps = [
  { name: 'browsers', run: ['node', '.build/browsers.mjs', '--engines', '--postgres'] },
  // The checks below look at what is built, too: the manifest's types in the stories, say.
  { name: 'build', run: ['node', '.build/build.mjs'] },
  { name: 'format', run: ['prettier', '--check', '--log-level=warn', '.'] },
  { name: 'lint', run: ['eslint', '.'] },
  { name: 'types', run: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'types of tests', run: ['tsc', '-p', 'tsconfig.test.json'] },
  { name: 'unused', run: ['knip'] },
  { name: 'size', run: ['node', '.build/size.mjs'], needs: 'build' },
  { name: 'publint', run: ['publint', '--strict'], needs: 'build' },
  { name: 'package types', run: ['attw', '--pack', '.', '--profile', 'esm-only'], needs: 'build' },
  { name: 'unit', runner: 'wtr' },
  { name: 'node', runner: 'node', folder: 'test/node', needs: 'build' },
  { name: 'receiver', runner: 'node', folder: 'test/receiver', needs: 'build' },
  { name: 'e2e', runner: 'playwright', needs: 'build' },
  // One browser at a time: three engines on two cores starve one another into time-outs.
  { name: 'engines', runner: 'node', folder: 'test/engines', concurrency: 1, needs: 'build' },
  { name: 'storybook', run: ['npm', 'run', 'build-storybook'], needs: 'build' },
  { name: 'stories', runner: 'playwright', config: 'test/stories/playwright.config.ts', needs: 'storybook' },
];

function testFilesIn(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.test.ts'));
  if (files.length === 0) throw new Error(`No *.test.ts in ${folder}`);
  return files.sort().map((name) => join(folder, name));
}

/** @returns {Promise<number>} the exit code */
function run([command, ...args], env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** @returns {Promise<Counts>} */
async function runStep(step, args) {
  const runner = runners[step.runner ?? 'check'];
  const file = `${countsFolder}/${step.name.replaceAll(' ', '-')}`;
  rmSync(file, { force: true });
  try {
    const env = {
      ...process.env,
      COUNTS_FILE: file,
      PATH: `node_modules/.bin${delimiter}${process.env.PATH}`,
    };
    const exitCode = await run(runner.command(step, args, file), env);
    const counts = runner.counts(file, exitCode);
    // A runner that failed without a failed test (a crash, a time-out, no test found) has failed all the same.
    if (counts.failed === 0 && (exitCode !== 0 || counts.passed === 0)) counts.failed = 1;
    return counts;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const split = process.argv.indexOf('--');
const names = process.argv.slice(2, split < 0 ? undefined : split);
const runnerArgs = split < 0 ? [] : process.argv.slice(split + 1);
const unknown = names.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}`);
  process.exit(1);
}

mkdirSync(countsFolder, { recursive: true });
const chosen = names.length > 0 ? steps.filter((step) => names.includes(step.name)) : steps;
const rows = [];
const broken = new Set();
for (const step of chosen) {
  const start = performance.now();
  let counts = { passed: 0, failed: 1, skipped: 0 };
  if (broken.has(step.needs)) {
    console.log(`\n=== ${step.name}: not run, because ${step.needs} failed`);
  } else {
    console.log(`\n=== ${step.name}`);
    counts = await runStep(step, runnerArgs);
  }
  if (counts.failed > 0) broken.add(step.name);
  rows.push({ step: step.name, ...counts, seconds: Math.round((performance.now() - start) / 100) / 10 });
}

console.log('');
console.table(Object.fromEntries(rows.map(({ step, ...row }) => [step, row])));
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
