/** The runners of tests: how each is started for a step, and how what it found is read once it has ended. */
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {{ name: string, error: string }} Failure a test that failed, and what was said of it
 * @typedef {{ passed: number, failed: number, skipped: number, failures: Failure[] }} Results
 * @typedef {{ code: number, output?: string }} Ending the exit code, and what was written where that was kept
 */

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
    results: (_step, file) => JSON.parse(readFileSync(file, 'utf8')),
  },
  node: {
    command: ({ folder, concurrency = availableParallelism() }, args, file) => [
      ...['node', '--import', 'tsx', '--test', `--test-concurrency=${concurrency}`],
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=./.build/node-reporter.mjs', `--test-reporter-destination=${file}`],
      ...(args.some((arg) => !arg.startsWith('-')) ? args : [...args, ...testFilesIn(folder)]),
    ],
    results: (_step, file) => JSON.parse(readFileSync(file, 'utf8')),
  },
  /** The corpus of host pages: those of every run. */
  hosts: {
    command: (_step, args) => ['tsx', 'test/hosts/main.ts', ...(args.length > 0 ? args : ['--ci'])],
    results: (_step, file) => JSON.parse(readFileSync(file, 'utf8')),
  },
  playwright: {
    command: ({ config }, args) => ['playwright', 'test', ...(config ? ['--config', config] : []), ...args],
    results({ mayRetry }, file) {
      const { config, stats, errors, suites } = JSON.parse(readFileSync(file, 'utf8'));
      if (mayRetry && stats.flaky > 0) console.log(`${stats.flaky} passed at the second try, see above.`);
      return {
        passed: stats.expected + (mayRetry ? stats.flaky : 0),
        failed: stats.unexpected + (mayRetry ? 0 : stats.flaky) + errors.length,
        skipped: stats.skipped,
        failures: [
          ...errors.map((error) => ({ name: 'outside a test', error: messageOf(error) })),
          ...suites.flatMap((suite) =>
            failuresIn(suite, [relative('', join(config.rootDir, suite.file))], mayRetry),
          ),
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
function failuresIn({ suites = [], specs }, path, mayRetry) {
  const own = specs
    .filter((spec) =>
      spec.tests.some(({ status }) => status === 'unexpected' || (status === 'flaky' && !mayRetry)),
    )
    .map((spec) => ({
      name: [...path, spec.title].join(' › '),
      error: spec.tests
        .flatMap(({ results }) => results.flatMap((result) => result.errors.map(messageOf)))
        .join('\n'),
    }));
  return [...own, ...suites.flatMap((suite) => failuresIn(suite, [...path, suite.title], mayRetry))];
}

const messageOf = ({ message, location }) =>
  `${stripVTControlCharacters(message ?? '')}${location ? `\nat ${relative('', location.file)}:${location.line}` : ''}`;
