import { promisedWindow } from '../callbacks/request.js';
import type {
  CallAction,
  CallbackNote,
  CallbackStore,
  CallChange,
  CalledNumber,
  CallEntry,
  CallEvent,
  CallEventKind,
  CallLimits,
  CallOutcome,
  CallRecord,
  CallRequest,
  CallState,
  HeldReason,
  NewCallback,
  OpenCall,
} from './callbacks.js';
import type { Database, Executor, Row } from './database.js';
import type { Fields } from './store.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Requests that count: not taken back, and not in quarantine. */
const LIVE = `FROM call_requests r JOIN submissions s ON s.id = r.submission_id
  WHERE r.call_id = c.id AND r.withdrawn_at = '' AND s.quarantined = 0`;
const ACTIVE = `c.state IN ('open', 'reached') AND EXISTS (SELECT 1 ${LIVE})`;

/**
 * {@link CallbackStore} in plain SQL. Whatever changes calls is done one at a time (`Database.exclusive`): whether a
 * request is one too many, and which call it belongs to, depends on rows that other receivers are just writing.
 */
export class SqlCallbackStore implements CallbackStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async open(limit: number): Promise<readonly OpenCall[]> {
    const rows = await this.#database.query(
      `SELECT c.*, s.reference, s.fields FROM calls c
       JOIN call_requests r ON r.call_id = c.id JOIN submissions s ON s.id = r.submission_id
       WHERE r.withdrawn_at = '' AND s.quarantined = 0 AND c.id IN
         (SELECT c.id FROM calls c WHERE ${ACTIVE} ORDER BY c.asked_at, c.id LIMIT ${limit})
       ORDER BY c.id, r.received_at, r.submission_id`,
    );
    const calls = new Map<string, OpenCall>();
    for (const row of rows) {
      const call = entryOf(row);
      const fields = fieldsOf(row);
      calls.set(call.id, {
        ...call,
        requests: (calls.get(call.id)?.requests ?? 0) + 1,
        window: promisedWindow(fields),
        reference: String(row['reference']),
        fields,
      });
    }
    return [...calls.values()];
  }

  async openCount(): Promise<number> {
    const [row] = await this.#database.query(
      `SELECT COUNT(*) AS calls FROM calls c WHERE ${ACTIVE} AND c.state = 'open'`,
    );
    return Number(row?.['calls']);
  }

  async closed(limit: number): Promise<readonly CallEntry[]> {
    const rows = await this.#database.query(
      `SELECT c.* FROM calls c WHERE c.state IN ('done', 'withdrawn')
       ORDER BY (SELECT MAX(e.happened_at) FROM call_events e WHERE e.call_id = c.id) DESC, c.id LIMIT ${limit}`,
    );
    return rows.map(entryOf);
  }

  async call(id: string): Promise<CallRecord | undefined> {
    const call = await readCall(this.#database, id);
    if (!call) return undefined;
    const rows = await this.#database.query(
      `SELECT r.submission_id, r.received_at, r.withdrawn_at, s.reference, s.quarantined, s.fields
       FROM call_requests r JOIN submissions s ON s.id = r.submission_id
       WHERE r.call_id = $1 ORDER BY r.received_at DESC, r.submission_id DESC`,
      [id],
    );
    return { ...call, requests: rows.map(requestOf) };
  }

  note(submissionId: string): Promise<CallbackNote | undefined> {
    return readNote(this.#database, submissionId);
  }

  act(change: CallChange): Promise<CallOutcome> {
    return this.#database.exclusive('callbacks', (executor) => act(executor, change));
  }
}

/** What each action makes of a call, or `undefined` where there is no such step. */
const after = ({ state, holder, attempts, nextAt, heldSince }: CallEntry, change: CallChange) => {
  const { who } = change;
  const at = change.at.toISOString();
  const held = { holder, heldSince };
  const free = { holder: '', heldSince: '' };
  const isActive = state === 'open' || state === 'reached';
  const steps: Readonly<Record<CallAction, object | undefined>> = {
    claimed: isActive ? { holder: who, heldSince: at } : undefined,
    released: isActive && holder ? free : undefined,
    reached: state === 'open' ? { state: 'reached', nextAt: '', ...(holder ? held : { holder: who, heldSince: at }) } : undefined,
    // The next try is anybody's.
    missed: state === 'open' ? { ...free, attempts: attempts + 1, nextAt: change.nextAt?.toISOString() ?? '' } : undefined,
    done: isActive ? { ...free, state: 'done', nextAt: '' } : undefined,
    reopened: state === 'done' ? { ...free, state: 'open', nextAt: '' } : undefined,
  }; // prettier-ignore
  const step = steps[change.action];
  return step && { state, attempts, nextAt, ...held, ...step };
};

const act = async (executor: Executor, change: CallChange): Promise<CallOutcome> => {
  const { id, version, action, who, at } = change;
  const call = await readCall(executor, id);
  if (!call) return 'unknown';
  if (call.version !== version) {
    const isRepeat = call.events.some(
      (event) => event.version === version + 1 && event.kind === action && event.who === who,
    );
    return isRepeat ? 'same' : 'stale';
  }
  const next = after(call, change);
  if (!next) return 'unfit';
  if (action === 'reopened' && (await activeCall(executor, call.number))) return 'doubled';
  await writeCall(executor, { ...call, ...next, version: version + 1 });
  const nextAt = action === 'missed' ? next.nextAt : '';
  await appendEvent(executor, call, {
    kind: action,
    at: at.toISOString(),
    who,
    nextAt,
    version: version + 1,
  });
  const answered = action === 'reached' || action === 'done';
  if (answered)
    await executor.query(
      `UPDATE submissions SET state = 'answered' WHERE id IN (SELECT submission_id FROM call_requests WHERE call_id = $1)`,
      [id],
    );
  return 'changed';
};

/**
 * Why a new request is one too many; empty where it is not. Those that were held back themselves do not count: they
 * reach nobody, and a number that somebody plays tricks with can be called again once the tricks are a day old.
 */
export const heldReason = async (
  { query }: Executor,
  { e164 }: CalledNumber,
  client: string,
  limits: CallLimits,
  receivedAt: string,
): Promise<HeldReason> => {
  const now = Date.parse(receivedAt);
  const [row] = await query(
    `SELECT
       (SELECT COUNT(*) FROM call_requests r JOIN calls c ON c.id = r.call_id
         WHERE r.number = $1 AND r.held_for = '' AND r.withdrawn_at = '' AND c.state = 'open') AS open_ones,
       (SELECT COUNT(*) FROM call_requests r
         WHERE r.number = $1 AND r.held_for = '' AND r.received_at > $2) AS of_number,
       (SELECT COUNT(*) FROM call_requests r
         WHERE r.client = $3 AND r.client <> '' AND r.held_for = '' AND r.received_at > $4) AS of_client,
       (SELECT COUNT(*) FROM call_requests r
         WHERE r.number <> '' AND r.held_for = '' AND r.received_at > $4) AS of_all`,
    [e164, new Date(now - DAY).toISOString(), client, new Date(now - HOUR).toISOString()],
  );
  const count = (name: string) => Number(row?.[name]);
  if (count('open_ones') >= limits.openPerNumber) return 'number_open';
  if (count('of_number') >= limits.perNumberDay) return 'number_day';
  if (count('of_client') >= limits.perAddressHour) return 'address';
  return count('of_all') >= limits.perHour ? 'all' : '';
};

/**
 * Writes down what a submission of the callback widget is, and what it does to calls. In the transaction of the
 * submission, whose row is there.
 *
 * @param heldFor why it is in quarantine; a request then reaches no call until it is let out
 */
export const insertCallback = async (
  executor: Executor,
  submissionId: string,
  { asked, client }: Pick<NewCallback, 'asked' | 'client'>,
  receivedAt: string,
  heldFor: HeldReason,
): Promise<void> => {
  const { query } = executor;
  // An address is of use for an hour. After a day nothing is left of it.
  await query(`UPDATE call_requests SET client = '' WHERE client <> '' AND received_at < $1`, [
    new Date(Date.parse(receivedAt) - DAY).toISOString(),
  ]);
  if (asked.kind === 'withdrawal') {
    const { regarding } = asked;
    await insertRequest(executor, submissionId, { receivedAt, heldFor, regarding });
    await withdraw(executor, regarding, receivedAt);
    return;
  }
  // The two may arrive in the other order: the visitor was offline meanwhile.
  const [earlier] = await query('SELECT received_at FROM call_requests WHERE regarding = $1', [submissionId]);
  const withdrawnAt = earlier ? receivedAt : '';
  await insertRequest(executor, submissionId, {
    ...{ receivedAt, heldFor, withdrawnAt, client },
    ...{ number: asked.number.e164, extension: asked.number.extension },
  });
  if (!heldFor && !withdrawnAt) await join(executor, submissionId);
};

/** Brings a request to the open call of its number, or makes one. One that is taken back or has a call is left. */
export const join = async (executor: Executor, submissionId: string): Promise<void> => {
  const { query } = executor;
  const [request] = await query(
    `SELECT r.number, r.extension, r.received_at FROM call_requests r
     WHERE r.submission_id = $1 AND r.withdrawn_at = '' AND r.number <> '' AND r.call_id = ''`,
    [submissionId],
  );
  if (!request) return;
  const number = { e164: String(request['number']), extension: String(request['extension']) };
  const at = String(request['received_at']);
  const active = await activeCall(executor, number);
  if (active) {
    const call = (await readCall(executor, active))!;
    // What was done about the earlier requests is not the answer to this one.
    const version = call.version + (call.state === 'reached' ? 1 : 0);
    await writeCall(executor, { ...call, state: 'open', nextAt: '', version });
    await appendEvent(executor, call, { kind: 'repeated', at, who: '', nextAt: '', version });
  } else {
    const fresh = { state: 'open', version: 0, holder: '', heldSince: '', attempts: 0, nextAt: '' } as const;
    await insertCall(executor, { ...fresh, id: submissionId, number, askedAt: at });
  }
  await query('UPDATE call_requests SET call_id = $2 WHERE submission_id = $1', [
    submissionId,
    active ?? submissionId,
  ]);
};

/** Ends the call where this was the last of its requests that is not taken back. */
const withdraw = async (executor: Executor, submissionId: string, at: string): Promise<void> => {
  const [request] = await executor.query(
    `UPDATE call_requests SET withdrawn_at = $2 WHERE submission_id = $1 AND withdrawn_at = '' AND number <> ''
     RETURNING call_id`,
    [submissionId, at],
  );
  const call = request && (await readCall(executor, String(request['call_id'])));
  if (!call) return;
  const [left] = await executor.query(
    `SELECT COUNT(*) AS requests FROM call_requests WHERE call_id = $1 AND withdrawn_at = ''`,
    [call.id],
  );
  const ends = call.state === 'open' && Number(left?.['requests']) === 0;
  const version = call.version + (ends ? 1 : 0);
  if (ends)
    await writeCall(executor, {
      ...call,
      state: 'withdrawn',
      holder: '',
      heldSince: '',
      nextAt: '',
      version,
    });
  await appendEvent(executor, call, { kind: 'withdrawn', at, who: '', nextAt: '', version });
};

/** The call that is open for a number, if one is. */
export const activeCall = async (executor: Executor, number: CalledNumber): Promise<string | undefined> => {
  const [row] = await executor.query(
    `SELECT id FROM calls WHERE number = $1 AND extension = $2 AND state IN ('open', 'reached')`,
    [number.e164, number.extension],
  );
  return row && String(row['id']);
};

interface RequestRow {
  readonly callId?: string;
  readonly receivedAt: string;
  readonly number?: string;
  readonly extension?: string;
  readonly client?: string;
  readonly heldFor: HeldReason;
  readonly withdrawnAt?: string;
  readonly regarding?: string;
}

export const insertRequest = async (
  executor: Executor,
  submissionId: string,
  row: RequestRow,
): Promise<void> => {
  const { callId = '', number = '', extension = '', client = '', withdrawnAt = '', regarding = '' } = row;
  await executor.query(
    `INSERT INTO call_requests (submission_id, call_id, received_at, number, extension, client, held_for, withdrawn_at,
       regarding) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [submissionId, callId, row.receivedAt, number, extension, client, row.heldFor, withdrawnAt, regarding],
  );
};

export const insertCall = async (executor: Executor, call: CallEntry): Promise<void> => {
  await executor.query(
    `INSERT INTO calls (id, number, extension, state, version, holder, held_since, attempts, next_at, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[call.id, call.number.e164, call.number.extension, call.state, call.version, call.holder],
      ...[call.heldSince, call.attempts, call.nextAt, call.askedAt],
    ],
  );
};

const writeCall = async (executor: Executor, call: CallEntry): Promise<void> => {
  await executor.query(
    `UPDATE calls SET state = $2, version = $3, holder = $4, held_since = $5, attempts = $6, next_at = $7 WHERE id = $1`,
    [call.id, call.state, call.version, call.holder, call.heldSince, call.attempts, call.nextAt],
  );
};

/** An event as it is kept: with the version that the call has since. */
export type StoredCallEvent = CallEvent & { readonly version: number };

const appendEvent = (
  executor: Executor,
  { id, events }: Pick<StoredCall, 'id' | 'events'>,
  event: StoredCallEvent,
): Promise<void> => insertCallEvent(executor, id, events.length + 1, event);

export const insertCallEvent = async (
  executor: Executor,
  callId: string,
  sequence: number,
  { kind, at, who, nextAt, version }: StoredCallEvent,
): Promise<void> => {
  await executor.query(
    `INSERT INTO call_events (call_id, sequence, kind, happened_at, who, next_at, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [callId, sequence, kind, at, who, nextAt, version],
  );
};

type StoredCall = CallEntry & { readonly events: readonly StoredCallEvent[] };

export const readCall = async (executor: Executor, id: string): Promise<StoredCall | undefined> => {
  const [row] = await executor.query('SELECT * FROM calls WHERE id = $1', [id]);
  if (!row) return undefined;
  const events = await executor.query('SELECT * FROM call_events WHERE call_id = $1 ORDER BY sequence', [id]);
  return { ...entryOf(row), events: events.map(eventOf) };
};

export const readNote = async (
  executor: Executor,
  submissionId: string,
): Promise<(CallbackNote & { readonly number: CalledNumber }) | undefined> => {
  const [row] = await executor.query('SELECT * FROM call_requests WHERE submission_id = $1', [submissionId]);
  return (
    row && {
      callId: String(row['call_id']),
      withdrawnAt: String(row['withdrawn_at']),
      heldFor: String(row['held_for']) as HeldReason,
      regarding: String(row['regarding']),
      number: { e164: String(row['number']), extension: String(row['extension']) },
    }
  );
};

const entryOf = (row: Row): CallEntry => ({
  id: String(row['id']),
  number: { e164: String(row['number']), extension: String(row['extension']) },
  state: String(row['state']) as CallState,
  version: Number(row['version']),
  holder: String(row['holder']),
  heldSince: String(row['held_since']),
  attempts: Number(row['attempts']),
  nextAt: String(row['next_at']),
  askedAt: String(row['asked_at']),
});

const eventOf = (row: Row): StoredCallEvent => ({
  kind: String(row['kind']) as CallEventKind,
  at: String(row['happened_at']),
  who: String(row['who']),
  nextAt: String(row['next_at']),
  version: Number(row['version']),
});

const requestOf = (row: Row): CallRequest => ({
  submissionId: String(row['submission_id']),
  reference: String(row['reference']),
  receivedAt: String(row['received_at']),
  withdrawnAt: String(row['withdrawn_at']),
  quarantined: Number(row['quarantined']) === 1,
  fields: fieldsOf(row),
});

const fieldsOf = (row: Row): Fields => JSON.parse(String(row['fields'])) as Fields;
