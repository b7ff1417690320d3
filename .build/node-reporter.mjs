/**
 * A reporter for `node --test` that writes how many tests passed and failed, and what failed, as JSON. A file that
 * does not load, or throws outside a test, counts as one failed test.
 */
import { sourceOf } from './node-test-files.mjs';

export default async function* report(events) {
  const counts = {};
  const failures = [];
  const errorsOf = {};
  for await (const { type, data } of events) {
    if (type === 'test:diagnostic' && data.nesting === 0) {
      const [, what, count] = /^(\w+) (\d+)$/.exec(data.message) ?? [];
      if (what) counts[what] = Number(count);
    } else if (type === 'test:stderr') {
      errorsOf[data.file] = (errorsOf[data.file] ?? '') + data.message;
    } else if (type === 'test:fail' && !data.todo && data.details.error.failureType !== 'subtestsFailed') {
      const isFile = data.name === data.file;
      const place = data.file && sourceOf(data.file);
      failures.push({
        name: isFile || !place ? (place ?? data.name) : `${place} › ${data.name}`,
        error: isFile ? errorsOf[data.file]?.trim() || 'did not run' : messageOf(data.details.error),
      });
    }
  }
  const { pass = 0, fail = 0, cancelled = 0, skipped = 0 } = counts;
  yield JSON.stringify({ passed: pass, failed: fail + cancelled, skipped, failures });
}

/** What a test threw, which Node wraps, and the first line of ours that its stack names. */
function messageOf(error) {
  const { message, stack = '' } = Object(error.cause ?? error);
  const place = stack
    .split('\n')
    .find(
      (line) => line.startsWith('    at ') && line.includes(process.cwd()) && !line.includes('node_modules'),
    );
  return `${message ?? error.cause}${place ? `\n${place.trim()}` : ''}`;
}
