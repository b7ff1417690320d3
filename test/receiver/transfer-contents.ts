import { createHash } from 'node:crypto';
import type { Database } from '../../demo/receiver/store/database.js';
import { openDatabase, type StoreOptions } from '../../demo/receiver/store/open.js';
import { periodOf } from '../../demo/receiver/appointments/period.js';
import type { SubmissionStore } from '../../demo/receiver/store/store.js';
import { callRequest, ownNumber, withdrawal } from './callbacks-contract.js';
import { submission } from './store-contract.js';

/** Requests for appointments: one that waits, one that was answered twice, one that names no time. */
export const fillRequests = async (store: SubmissionStore) => {
  const [one, two] = [0, 1].map((hour) => {
    const start = Date.UTC(2026, 11, 1, 9 + hour);
    return periodOf({ start, end: start + 1_800_000 });
  });
  const requests = [0, 1, 2].map(() => submission({ widget: 'appointment', fields: { staff: 'ანა' } }));
  const [waiting, answered, open] = requests;
  await store.insert(waiting!, { periods: [one!], staff: 'ანა', atOnce: 1 });
  await store.insert(answered!, { periods: [two!], staff: '', atOnce: 1 });
  await store.insert(open!);
  const answer = { submissionId: answered!.id, staff: '', atOnce: 1, isDoubled: false, byMail: true };
  const decidedAt = '2026-11-26T10:00:00.000Z';
  const [times, sentence] = [[two!], 'Ekarri\ngiltza "1"'];
  await store.appointments.decide({ ...answer, decidedAt, sequence: 1, kind: 'proposed', times, sentence });
  await store.appointments.decide({ ...answer, decidedAt, sequence: 2, kind: 'confirmed', times, sentence });
};

/** Calls: one that was asked for twice and not reached, one that is done, one that was taken back, one held back. */
export const fillCalls = async (store: SubmissionStore) => {
  const numbers = [ownNumber(), { ...ownNumber(), extension: '12' }, ownNumber(), ownNumber()];
  const [missed, done, gone, held] = numbers.map((number) => callRequest(number, { client: 'client' }));
  for (const each of [missed, done, gone, { ...held!, quarantined: true }]) await store.insert(each!);
  await store.insert(callRequest(numbers[0]!));
  await store.insert(withdrawal(gone!.id));
  const at = new Date('2026-11-26T10:00:00.000Z');
  const by = { version: 0, who: 'ანა "a"', at, nextAt: at };
  await store.callbacks.act({ ...by, id: missed!.id, action: 'missed' });
  await store.callbacks.act({ ...by, id: missed!.id, version: 1, action: 'claimed' });
  await store.callbacks.act({ ...by, id: done!.id, action: 'done' });
};

/** Everything that an owner has, in every table, but for the session's secret and leases. */
export const everything = async (options: StoreOptions) => {
  const database = await openDatabase(options);
  try {
    const tables = await Promise.all(
      [
        'SELECT * FROM submissions ORDER BY id',
        'SELECT * FROM consents ORDER BY submission_id',
        `SELECT id, submission_id, invitation_id, channel, sequence, created_at, state, attempts, due_at, last_error
         FROM outgoing ORDER BY id`,
        'SELECT * FROM files ORDER BY id',
        'SELECT * FROM decisions ORDER BY submission_id, sequence',
        'SELECT * FROM holds ORDER BY submission_id, start_at',
        'SELECT * FROM questions ORDER BY submission_id',
        'SELECT * FROM faq_entries ORDER BY entry_key',
        'SELECT * FROM survey_answers ORDER BY submission_id',
        'SELECT * FROM surveys ORDER BY id',
        'SELECT * FROM invitations ORDER BY id',
        'SELECT * FROM suppressions ORDER BY address_key',
        `SELECT * FROM secrets WHERE name IN ('respondents', 'erasures') ORDER BY name`,
        `SELECT submission_id, call_id, received_at, number, extension, held_for, withdrawn_at, regarding
         FROM call_requests ORDER BY submission_id`,
        'SELECT * FROM calls ORDER BY id',
        'SELECT * FROM call_events ORDER BY call_id, sequence',
      ].map((sql) => database.query(sql)),
    );
    return tables.map((rows) =>
      rows.map((row) => Object.entries(row).map(([name, value]) => [name, plain(value)])),
    );
  } finally {
    await database.close();
  }
};

/** Databases differ in how they give back numbers and bytes. */
const plain = (value: unknown) =>
  value instanceof ArrayBuffer || value instanceof Uint8Array
    ? createHash('sha256').update(new Uint8Array(value)).digest('hex')
    : String(value);

export const using = async <T>(
  options: StoreOptions,
  work: (database: Database) => Promise<T>,
): Promise<T> => {
  const database = await openDatabase(options);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
};
