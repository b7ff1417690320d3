/** The runners of tests: how each is started for a step, and how what it found is read once it has ended. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * Each runner: its command, what it found, and `again`, the arguments that run once more, alone, what failed; none
 * where that can't be said. A program that only computes has no `again`: it would say the same.
 *
 * @typedef {{ name: string, error: string }} Failure a test that failed, its name beginning with its file, and what
 *   was said of it
 * @typedef {{ passed: number, failed: number, skipped: number, failures: Failure[] }} Results
 * @typedef {{ code: number, output?: string }} Ending the exit code, and what was written where that was kept
 */

const SEPARATOR = ' › ';

/**
 * @returns what `args` makes of the files in which tests failed; `undefined` where a failure has none: it is of no file, or
 *   of one that others take their tests from, and to run that alone would prove nothing
 */
function inFiles(failures, args) {
  const files = new Set(failures.map(({ name }) => name.split(SEPARATOR, 1)[0]));
  const areTests = [...files].every((file) => /\.(?:test|spec)\.ts$/.test(file) && existsSync(file));
  return areTests ? args([...files]) : undefined;
}

/** Files of `node --test` at a time: while some wait, another computes. */
const AT_ONCE = availableParallelism() + 1;

/** Lines at the end of a program's output that say why it failed. */
const LAST_LINES = 12;

export const runners = {
  /** Any program: passes when it exits with 0. */
  check: {
    command: ({ run }, args) => [...run, ...args],
    results({ name }, _file, { code, output = '' }) {
      if (code === 0) return { passed: 1, failed: 0, skipped: 0, failures: [] };
      const lines = stripVTControlCharacters(output)
        .split('\n')
        .filter((line) => line.trim());
      const failures = [{ name, error: lines.slice(-LAST_LINES).join('\n') }];
      return { passed: 0, failed: 1, skipped: 0, failures };
    },
  },
  wtr: {
    command: (_step, args) => ['wtr', ...args],
    again: (failures) => inFiles(failures, (files) => ['--concurrency', '1', '--files', ...files]),
    results: (_step, file) => JSON.parse(readFileSync(file, 'utf8')),
  },
  node: {
    command: ({ folder, concurrency = AT_ONCE }, args, file) => [
      ...['node', '.build/node-tests.mjs', `--test-concurrency=${concurrency}`],
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=./.build/node-reporter.mjs', `--test-reporter-destination=${file}`],
      ...(args.some((arg) => !arg.startsWith('-')) ? args : [...args, ...testFilesIn(folder)]),
    ],
    again: (failures) => inFiles(failures, (files) => ['--test-concurrency=1', ...files]),
    results: (_step, file) => JSON.parse(readFileSync(file, 'utf8')),
  },
  /** The corpus of host pages: those of every run. */
  hosts: {
    command: (_step, args) => ['tsx', 'test/hosts/main.ts', ...(args.length > 0 ? args : ['--ci'])],
    again(failures) {
      const [pages, widgets] = [0, 1].map((part) =>
        failures.map(({ name }) => name.split(' × ')[part]).join(),
      );
      return ['--ci', '--lanes', '1', '--page', pages, '--widget', widgets];
    },
    results: (_step, file) => JSON.parse(readFileSync(file, 'utf8')),
  },
  playwright: {
    command: ({ config }, args) => ['playwright', 'test', ...(config ? ['--config', config] : []), ...args],
    again: (failures) => inFiles(failures, () => ['--last-failed', '--workers=1']),
    results(_step, file) {
      const { config, stats, errors, suites } = JSON.parse(readFileSync(file, 'utf8'));
      return {
        passed: stats.expected,
        failed: stats.unexpected + errors.length,
        skipped: stats.skipped,
        failures: [
          ...errors.map((error) => ({ name: 'outside a test', error: messageOf(error) })),
          ...suites.flatMap((suite) => failuresIn(suite, [relative('', join(config.rootDir, suite.file))])),
        ],
      };
    },
  },
};

function testFilesIn(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.test.ts'));
  if (files.length === 0) throw new Error(`No *.test.ts in ${folder}`);
  return files.sort().map((name) => join(folder, name));
}

/** The failures in a suite of Playwright's report. */
function failuresIn({ suites = [], specs }, path) {
  const own = specs
    .filter((spec) => spec.tests.some(({ status }) => status === 'unexpected'))
    .map((spec) => ({
      name: [...path, spec.title].join(SEPARATOR),
      error: spec.tests
        .flatMap(({ results }) => results.flatMap((result) => result.errors.map(messageOf)))
        .join('\n'),
    }));
  return [...own, ...suites.flatMap((suite) => failuresIn(suite, [...path, suite.title]))];
}

const messageOf = ({ message, location }) =>
  `${stripVTControlCharacters(message ?? '')}${location ? `\nat ${relative('', location.file)}:${location.line}` : ''}`;
