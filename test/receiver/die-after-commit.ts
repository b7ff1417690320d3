/**
 * The receiver, but for this: when it has committed its first submission, it dies before it can answer, as if the
 * power had failed (SIGKILL: no handler runs, nothing is flushed).
 */
import { SqlStore } from '../../demo/receiver/store/sql-store.js';

const insert = SqlStore.prototype.insert;
SqlStore.prototype.insert = async function (submission) {
  const outcome = await insert.call(this, submission);
  process.kill(process.pid, 'SIGKILL');
  return outcome;
};

await import('../../demo/receiver/main.js');
