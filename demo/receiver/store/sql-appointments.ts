import type { Period } from '../appointments/period.js';
import {
  isFree,
  isSameDecision,
  type AppointmentRecord,
  type AppointmentStore,
  type Decision,
  type DecisionKind,
  type DecisionOutcome,
  type Hold,
  type NewDecision,
  type Wanted,
} from './appointments.js';
import type { Database, Executor, Row } from './database.js';
import { enqueue, supersede } from './sql-outgoing-store.js';
import { placesOf } from './statements.js';

/** {@link AppointmentStore} in plain SQL. */
export class SqlAppointmentStore implements AppointmentStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  holds(period: Period): Promise<readonly Hold[]> {
    return holdsDuring(this.#database, period);
  }

  decide(decision: NewDecision): Promise<DecisionOutcome> {
    return this.#database.exclusive('times', (executor) => decide(executor, decision));
  }
}

const decide = async (executor: Executor, decision: NewDecision): Promise<DecisionOutcome> => {
  const { submissionId: id, sequence, times, decidedAt, byMail } = decision;
  const [row] = await executor.query(`SELECT quarantined FROM submissions WHERE id = $1 AND erased_at = ''`, [
    id,
  ]);
  if (!row) return 'unknown';
  if (Number(row['quarantined']) === 1) return 'quarantined';
  const { decisions, holds } = await readAppointment(executor, id);
  if (sequence !== decisions.length + 1) {
    const made = decisions[sequence - 1];
    return made && isSameDecision(made, decision) ? 'same' : 'stale';
  }
  if (!decision.isDoubled && !(await areFree(executor, decision))) return 'taken';
  await insertDecision(executor, id, decision);
  // Until something is agreed on, nothing that was promised is given away.
  const kept = decision.kind === 'proposed' ? [...holds, ...times] : times;
  await releaseHolds(executor, id);
  for (const time of kept) await insertHold(executor, { ...time, submissionId: id, staff: decision.staff });
  await executor.query(`UPDATE submissions SET state = 'answered' WHERE id = $1`, [id]);
  await supersede(executor, id);
  if (byMail) await enqueue(executor, id, ['visitor'], { sequence, now: decidedAt });
  return 'decided';
};

const areFree = async (executor: Executor, decision: NewDecision): Promise<boolean> => {
  for (const time of decision.times) {
    const holds = await holdsDuring(executor, time);
    const others = holds.filter(({ submissionId }) => submissionId !== decision.submissionId);
    if (!isFree(time, decision.staff, decision.atOnce, others)) return false;
  }
  return true;
};

/** The first of the times that is free. It stays so while no other transaction may take one: see `Database.exclusive`. */
export const firstFree = async (
  executor: Executor,
  { periods, staff, atOnce }: Wanted,
): Promise<Period | undefined> => {
  for (const period of periods)
    if (isFree(period, staff, atOnce, await holdsDuring(executor, period))) return period;
  return undefined;
};

export const releaseHolds = async (executor: Executor, submissionId: string): Promise<void> => {
  await executor.query('DELETE FROM holds WHERE submission_id = $1', [submissionId]);
};

export const insertHold = async (
  executor: Executor,
  { submissionId, start, end, staff }: Hold,
): Promise<void> => {
  await executor.query(
    `INSERT INTO holds (submission_id, start_at, end_at, staff) VALUES ($1, $2, $3, $4)
     ON CONFLICT (submission_id, start_at, end_at) DO NOTHING`,
    [submissionId, start, end, staff],
  );
};

export const insertDecision = async (
  executor: Executor,
  submissionId: string,
  { sequence, kind, decidedAt, times, sentence }: Decision,
): Promise<void> => {
  const list = JSON.stringify(times.map(({ start, end }) => ({ start, end })));
  await executor.query(
    `INSERT INTO decisions (submission_id, sequence, kind, decided_at, times, sentence)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [submissionId, sequence, kind, decidedAt, list, sentence],
  );
};

const holdsDuring = async (executor: Executor, { start, end }: Period): Promise<readonly Hold[]> => {
  const rows = await executor.query(
    `SELECT submission_id, start_at, end_at, staff FROM holds WHERE end_at > $1 AND start_at < $2
     ORDER BY start_at, submission_id`,
    [start, end],
  );
  return rows.map(hold);
};

export const readAppointment = async (executor: Executor, id: string): Promise<AppointmentRecord> =>
  (await readAppointments(executor, [id])).get(id)!;

/** How these requests stand, by their ids. */
export const readAppointments = async (
  executor: Executor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AppointmentRecord>> => {
  const records = new Map(
    ids.map((id) => [id, { decisions: [] as Decision[], holds: [] as Omit<Hold, 'submissionId'>[] }]),
  );
  if (!ids.length) return records;
  const decisions = await executor.query(
    `SELECT * FROM decisions WHERE submission_id IN (${placesOf(ids)}) ORDER BY submission_id, sequence`,
    ids,
  );
  const holds = await executor.query(
    `SELECT * FROM holds WHERE submission_id IN (${placesOf(ids)}) ORDER BY submission_id, start_at, end_at`,
    ids,
  );
  for (const row of decisions) records.get(String(row['submission_id']))!.decisions.push(decisionOf(row));
  for (const row of holds) {
    const { submissionId, ...rest } = hold(row);
    records.get(submissionId)!.holds.push(rest);
  }
  return records;
};

const decisionOf = (row: Row): Decision => ({
  sequence: Number(row['sequence']),
  kind: String(row['kind']) as DecisionKind,
  decidedAt: String(row['decided_at']),
  times: JSON.parse(String(row['times'])) as Period[],
  sentence: String(row['sentence']),
});

const hold = (row: Row): Hold => ({
  submissionId: String(row['submission_id']),
  start: String(row['start_at']),
  end: String(row['end_at']),
  staff: String(row['staff']),
});
