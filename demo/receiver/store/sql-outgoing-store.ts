import { randomUUID } from 'node:crypto';
import { asText } from '../submissions/fields.js';
import type { Database, Executor, Row, SqlValue } from './database.js';
import type {
  Channel,
  LeasedMessage,
  LeaseRequest,
  OutgoingMessage,
  OutgoingState,
  OutgoingStore,
  Settlement,
  UndeliveredMessage,
} from './outgoing.js';
import { readPace } from './paces.js';
import { oneLine } from './storable-text.js';

/** Room for what a mail server says, which may be long. */
const ERROR_LENGTH = 300;

/**
 * Has a submission, or an answer to it, delivered by these channels, once each. To be run in the transaction of the
 * submission or the answer.
 */
export const enqueue = async (
  executor: Executor,
  submissionId: string,
  channels: readonly Channel[],
  { sequence = 0, now = new Date().toISOString() } = {},
): Promise<void> => {
  for (const channel of channels) {
    const id = randomUUID();
    await insertOutgoing(executor, {
      ...{ id, submissionId, invitationId: '', channel, sequence, createdAt: now, dueAt: now },
      ...{ state: 'waiting', attempts: 0, lastError: '' },
    });
  }
};

export const insertOutgoing = async (executor: Executor, message: OutgoingMessage): Promise<void> => {
  await executor.query(
    `INSERT INTO outgoing
       (id, submission_id, invitation_id, channel, sequence, created_at, state, attempts, due_at, lease, last_error)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', $10)
     ON CONFLICT DO NOTHING`,
    [
      message.id,
      message.submissionId || null,
      message.invitationId || null,
      message.channel,
      message.sequence,
      message.createdAt,
      message.state,
      message.attempts,
      message.dueAt,
      message.lastError,
    ],
  );
};

export const readOutgoing = async (
  executor: Executor,
  submissionId: string,
): Promise<readonly OutgoingMessage[]> => {
  const rows = await executor.query(
    'SELECT * FROM outgoing WHERE submission_id = $1 ORDER BY channel, sequence',
    [submissionId],
  );
  return rows.map(outgoing);
};

/**
 * Takes back what has not left yet of earlier answers: a visitor who could not be told that an appointment is
 * confirmed need not be told once it is cancelled. What a receiver is just delivering is left to it.
 */
export const supersede = async (executor: Executor, submissionId: string): Promise<void> => {
  await executor.query(
    `UPDATE outgoing SET state = 'dismissed'
     WHERE submission_id = $1 AND channel = 'visitor' AND state IN ('waiting', 'dead') AND lease = ''`,
    [submissionId],
  );
};

/** Given up, or failed so far. In pieces that the index over states finds: most of the table has been delivered. */
const IS_UNDELIVERED = `o.state IN ('dead', 'waiting') AND (o.state = 'dead' OR o.last_error <> '')
  AND o.submission_id IS NOT NULL`;

/** {@link OutgoingStore} in plain SQL. */
export class SqlOutgoingStore implements OutgoingStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async lease(request: LeaseRequest): Promise<readonly LeasedMessage[]> {
    const { channel, limit, now, leaseMs, maxDelayMs, perMinute } = request;
    const isDue = `channel = $1 AND state = 'waiting' AND (due_at <= $2 OR due_at > $3)`;
    const due = [channel, now.toISOString(), later(now, maxDelayMs)] as const;
    const next = (most: number) => `SELECT id FROM outgoing WHERE ${isDue} ORDER BY due_at, id LIMIT ${most}`;
    // Almost always there is nothing to do, and reading disturbs nobody.
    if (!(await this.#database.query(next(1), due)).length) return [];
    const lease = randomUUID();
    const rows = await this.#database.transaction(async (executor) => {
      const pace = perMinute === undefined ? undefined : await readPace(executor, channel, now, perMinute);
      const most = Math.min(limit, pace?.allowed ?? limit);
      if (!most) return [];
      // The condition is there twice: where another receiver took a row between the two halves, PostgreSQL checks
      // the outer one again.
      const taken = await executor.query(
        `UPDATE outgoing SET lease = $4, due_at = $5, attempts = attempts + 1
         WHERE id IN (${next(most)}) AND ${isDue} RETURNING *`,
        [...due, lease, later(now, leaseMs)],
      );
      await pace?.spend(taken.length);
      return taken;
    });
    return rows.map((row) => ({ ...outgoing(row), lease }));
  }

  async settle({ id, lease, dueAt }: LeasedMessage, settlement: Settlement): Promise<boolean> {
    const rows = await this.#write(
      `UPDATE outgoing SET state = $3, due_at = $4, last_error = $5, lease = ''
       WHERE id = $1 AND lease = $2 RETURNING id`,
      [
        id,
        lease,
        settlement.state,
        settlement.state === 'waiting' ? settlement.dueAt.toISOString() : dueAt,
        settlement.state === 'delivered' ? '' : oneLine(settlement.error, ERROR_LENGTH),
      ],
    );
    return rows.length === 1;
  }

  of(submissionId: string): Promise<readonly OutgoingMessage[]> {
    return readOutgoing(this.#database, submissionId);
  }

  async undelivered(limit: number): Promise<readonly UndeliveredMessage[]> {
    const rows = await this.#database.query(
      `SELECT o.*, s.reference FROM outgoing o JOIN submissions s ON s.id = o.submission_id
       WHERE ${IS_UNDELIVERED}
       ORDER BY o.created_at DESC, o.id LIMIT ${limit}`,
    );
    return rows.map((row) => ({ ...outgoing(row), reference: String(row['reference']) }));
  }

  async undeliveredCount(): Promise<number> {
    const [row] = await this.#database.query(
      `SELECT COUNT(*) AS number FROM outgoing o WHERE ${IS_UNDELIVERED}`,
    );
    return Number(row?.['number']);
  }

  async retry(id: string, now: Date): Promise<boolean> {
    const rows = await this.#write(
      `UPDATE outgoing SET state = 'waiting', attempts = 0, due_at = $2
       WHERE id = $1 AND state = 'dead' RETURNING id`,
      [id, now.toISOString()],
    );
    return rows.length === 1;
  }

  async retryAll(now: Date): Promise<void> {
    await this.#write(
      `UPDATE outgoing SET state = 'waiting', attempts = 0, due_at = $1
       WHERE lease = '' AND id IN (SELECT o.id FROM outgoing o WHERE ${IS_UNDELIVERED})`,
      [now.toISOString()],
    );
  }

  async dismiss(id: string): Promise<boolean> {
    const rows = await this.#write(
      `UPDATE outgoing SET state = 'dismissed' WHERE id = $1 AND state = 'dead' RETURNING id`,
      [id],
    );
    return rows.length === 1;
  }

  #write(sql: string, parameters: readonly SqlValue[]): Promise<readonly Row[]> {
    return this.#database.transaction(({ query }) => query(sql, parameters));
  }
}

const later = (time: Date, milliseconds: number): string =>
  new Date(time.getTime() + milliseconds).toISOString();

export const outgoing = (row: Row): OutgoingMessage => ({
  id: String(row['id']),
  submissionId: asText(row['submission_id']),
  invitationId: asText(row['invitation_id']),
  channel: String(row['channel']) as Channel,
  sequence: Number(row['sequence']),
  createdAt: String(row['created_at']),
  state: String(row['state']) as OutgoingState,
  attempts: Number(row['attempts']),
  dueAt: String(row['due_at']),
  lastError: String(row['last_error']),
});
