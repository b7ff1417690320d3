import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/**
 * A reporter for @web/test-runner that writes how many tests passed and failed, and what failed, to the file that
 * `RESULTS_FILE` names. A test file that does not load, or throws outside a test, counts as one failed test.
 */
export function resultsReporter() {
  return {
    stop({ sessions }) {
      const file = process.env.RESULTS_FILE;
      if (!file) return;
      const results = { passed: 0, failed: 0, skipped: 0, failures: [] };
      for (const { testFile, testResults, errors } of sessions) {
        const place = relative('', testFile);
        if (testResults) readSuite(testResults, [place], results);
        if (errors.length > 0) {
          results.failed += 1;
          results.failures.push({ name: place, error: errors.map(({ message }) => message).join('\n') });
        }
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(results));
    },
  };
}

function readSuite({ tests, suites }, path, results) {
  for (const { name, skipped, passed, error } of tests) {
    results[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
    if (!skipped && !passed)
      results.failures.push({ name: [...path, name].join(' › '), error: error?.message ?? '' });
  }
  for (const suite of suites) readSuite(suite, [...path, suite.name], results);
}
