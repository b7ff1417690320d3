import type { Period } from '../appointments/period.js';
import type { AppointmentRecord, AppointmentStore, DecisionKind, Wanted } from './appointments.js';
import { asText } from '../submissions/fields.js';
import type { CallbackStore, HeldReason, NewCallback } from './callbacks.js';
import { readConsent } from './consents.js';
import type { Database, ExclusiveWork, Executor, Row, SqlValue } from './database.js';
import type { FaqStore } from './faq.js';
import type { Channel, OutgoingStore } from './outgoing.js';
import { isReport, type QuestionStore } from './questions.js';
import {
  firstFree,
  insertHold,
  readAppointment,
  readAppointments,
  releaseHolds,
  SqlAppointmentStore,
} from './sql-appointments.js';
import { heldReason, insertCallback, join, SqlCallbackStore } from './sql-callbacks.js';
import { erasureDigest } from './sql-erasure.js';
import { SqlFaqStore } from './sql-faq.js';
import { eraseMessage, messagesFrom, oldMessages } from './sql-message-erasure.js';
import { SqlQuestionStore } from './sql-questions.js';
import { withRevocation } from './sql-answers.js';
import { enqueue, SqlOutgoingStore } from './sql-outgoing-store.js';
import { SqlSurveyStore } from './sql-surveys.js';
import { Parameters, placesOf } from './statements.js';
import { searchable, storable } from './storable-text.js';
import type {
  AnswerState,
  Consent,
  Cursor,
  Fields,
  FileEntry,
  InsertOutcome,
  NewSubmission,
  Page,
  StoredSubmission,
  SubmissionEntry,
  SubmissionFilter,
  SubmissionStore,
} from './store.js';
import { insertSubmission } from './submission-rows.js';
import type { SurveyStore } from './surveys.js';

/** The store in plain SQL, the same for every {@link Database}. */
export class SqlStore implements SubmissionStore {
  readonly outgoing: OutgoingStore;
  readonly appointments: AppointmentStore;
  readonly callbacks: CallbackStore;
  readonly faq: FaqStore;
  readonly questions: QuestionStore;
  readonly surveys: SurveyStore;
  readonly #database: Database;
  readonly #channels: readonly Channel[];

  /** @param channels by which every new submission outside quarantine is to leave */
  constructor(database: Database, channels: readonly Channel[] = []) {
    this.#database = database;
    this.#channels = channels;
    this.outgoing = new SqlOutgoingStore(database);
    this.appointments = new SqlAppointmentStore(database);
    this.callbacks = new SqlCallbackStore(database);
    this.faq = new SqlFaqStore(database);
    this.questions = new SqlQuestionStore(database);
    this.surveys = new SqlSurveyStore(database);
  }

  insert(submission: NewSubmission, wanted?: Wanted): Promise<InsertOutcome> {
    const { id, quarantined, callback } = submission;
    if (callback)
      return this.#database.exclusive('callbacks', (executor) =>
        this.#insertCallback(executor, submission, callback),
      );
    if (!wanted || quarantined)
      return this.#database.transaction((executor) => this.#insert(executor, submission));
    return this.#database.exclusive('times', async (executor) => {
      // One that is repeated has its time already, which may meanwhile be past or another's.
      const known = await compareWithStored(executor, submission);
      if (known) return known;
      const free = await firstFree(executor, wanted);
      if (!free) return 'taken';
      const outcome = await this.#insert(executor, submission);
      if (outcome === 'stored')
        await insertHold(executor, { ...free, submissionId: id, staff: wanted.staff });
      return outcome;
    });
  }

  async #insert(executor: Executor, submission: NewSubmission): Promise<InsertOutcome> {
    const { id, widget, fields, quarantined } = submission;
    const answer = submission.answer && (await withRevocation(executor, submission.answer));
    if (!(await insertSubmission(executor, { ...submission, ...(answer && { answer }) })))
      return (await compareWithStored(executor, submission)) ?? 'different';
    if (!quarantined) await enqueue(executor, id, this.#channelsOf(widget, fields));
    return 'stored';
  }

  async #insertCallback(
    executor: Executor,
    submission: NewSubmission,
    callback: NewCallback,
  ): Promise<InsertOutcome> {
    // One that is repeated was counted already.
    const known = await compareWithStored(executor, submission);
    if (known) return known;
    const { asked, client, limits } = callback;
    const { id, receivedAt } = submission;
    let heldFor: HeldReason = submission.quarantined ? 'spam' : '';
    if (asked.kind === 'request' && limits && !heldFor)
      heldFor = await heldReason(executor, asked.number, client, limits, receivedAt);
    const outcome = await this.#insert(executor, { ...submission, quarantined: heldFor !== '' });
    if (outcome !== 'stored') return outcome;
    await insertCallback(executor, id, callback, receivedAt, heldFor);
    return heldFor && !submission.quarantined ? 'held' : 'stored';
  }

  /** A mail for each question that the chat could not answer would be a reason to turn them off. */
  #channelsOf(widget: string, fields: Fields): readonly Channel[] {
    return isReport(widget, fields) ? this.#channels.filter((channel) => channel !== 'mail') : this.#channels;
  }

  async list(filter: SubmissionFilter, limit: number, after?: Cursor): Promise<Page<SubmissionEntry>> {
    const columns = `s.id, s.reference, s.widget, s.received_at, s.state, s.quarantined, s.topic, s.sender, s.excerpt, s.locale,
      (SELECT COUNT(*) FROM files f WHERE f.submission_id = s.id) AS file_count,
      (SELECT r.regarding FROM call_requests r WHERE r.submission_id = s.id) AS regarding,
      (SELECT r.withdrawn_at FROM call_requests r WHERE r.submission_id = s.id) AS withdrawn_at,
      CASE WHEN s.widget = 'appointment' THEN s.fields ELSE '' END AS request,
      (SELECT d.kind FROM decisions d WHERE d.submission_id = s.id ORDER BY d.sequence DESC LIMIT 1) AS kind,
      (SELECT d.times FROM decisions d WHERE d.submission_id = s.id ORDER BY d.sequence DESC LIMIT 1) AS times`;
    return page(await this.#select(columns, filter, limit + 1, after), limit, (row) => ({
      id: asText(row['id']),
      reference: asText(row['reference']),
      widget: asText(row['widget']),
      receivedAt: asText(row['received_at']),
      state: asText(row['state']) as AnswerState,
      quarantined: Number(row['quarantined']) === 1,
      topic: asText(row['topic']),
      sender: asText(row['sender']),
      excerpt: asText(row['excerpt']),
      locale: asText(row['locale']),
      fileCount: Number(row['file_count']),
      ...(asText(row['request']) && { appointment: appointmentEntry(row) }),
      ...(row['regarding'] !== null && {
        callback: {
          isWithdrawal: asText(row['regarding']) !== '',
          isWithdrawn: asText(row['withdrawn_at']) !== '',
        },
      }),
    }));
  }

  async listFull(filter: SubmissionFilter, limit: number, after?: Cursor): Promise<Page<StoredSubmission>> {
    const rows = await this.#select('s.*', filter, limit + 1, after);
    const all = await this.#stored(rows);
    return page(rows, limit, (row) => all.get(asText(row['id']))!);
  }

  async get(id: string): Promise<StoredSubmission | undefined> {
    const rows = await this.#database.query('SELECT * FROM submissions WHERE id = $1', [id]);
    return (await this.#stored(rows)).get(id);
  }

  consent(submissionId: string): Promise<Consent | undefined> {
    return readConsent(this.#database, submissionId);
  }

  async file(
    submissionId: string,
    fileId: string,
  ): Promise<{ name: string; content: Uint8Array<ArrayBuffer> } | undefined> {
    const [row] = await this.#database.query(
      'SELECT name, content FROM files WHERE id = $1 AND submission_id = $2',
      [fileId, submissionId],
    );
    // An ArrayBuffer from libsql, a Buffer from pg.
    return (
      row && {
        name: asText(row['name']),
        content: new Uint8Array(row['content'] as ArrayBuffer | Uint8Array<ArrayBuffer>),
      }
    );
  }

  async setState(id: string, state: AnswerState): Promise<boolean> {
    const rows = await this.#database.transaction(({ query }) =>
      query(`UPDATE submissions SET state = $2 WHERE id = $1 AND erased_at = '' RETURNING id`, [id, state]),
    );
    return rows.length === 1;
  }

  async setQuarantined(id: string, quarantined: boolean, wanted?: Wanted): Promise<boolean> {
    return this.#database.exclusive(await this.#workOn(id), async (executor) => {
      const [row] = await executor.query(
        `SELECT quarantined, widget, fields FROM submissions WHERE id = $1 AND erased_at = ''`,
        [id],
      );
      if (!row) return false;
      await executor.query('UPDATE submissions SET quarantined = $2 WHERE id = $1', [
        id,
        Number(quarantined),
      ]);
      const isReleased = Number(row['quarantined']) === 1 && !quarantined;
      if (isReleased) {
        const fields = JSON.parse(asText(row['fields'])) as Fields;
        await enqueue(executor, id, this.#channelsOf(asText(row['widget']), fields));
      }
      if (isReleased) await join(executor, id);
      // What the owner has answered holds, wherever the message is.
      if (!(await readAppointment(executor, id)).decisions.length) {
        if (quarantined) await releaseHolds(executor, id);
        const free = isReleased && wanted && (await firstFree(executor, wanted));
        if (free) await insertHold(executor, { ...free, submissionId: id, staff: wanted.staff });
      }
      return true;
    });
  }

  async erase(id: string, now: Date): Promise<boolean> {
    const isErased = await this.#erase(id, now);
    if (isErased) await this.#database.forget();
    return isErased;
  }

  async #erase(id: string, now: Date): Promise<boolean> {
    return this.#database.exclusive(await this.#workOn(id), (executor) => eraseMessage(executor, id, now));
  }

  async eraseOld(before: Date, limit: number, now: Date): Promise<number> {
    const ids = await oldMessages(this.#database, before.toISOString(), limit, now);
    let erased = 0;
    for (const id of ids) erased += Number(await this.#erase(id, now));
    if (erased) await this.#database.forget();
    return erased;
  }

  from(email: string): Promise<readonly string[]> {
    return messagesFrom(this.#database, email);
  }

  /** What must not happen meanwhile to what else belongs to a message. */
  async #workOn(id: string): Promise<ExclusiveWork> {
    const [row] = await this.#database.query('SELECT widget FROM submissions WHERE id = $1', [id]);
    return row?.['widget'] === 'callback' ? 'callbacks' : 'times';
  }

  async counts(): Promise<{ unread: number; quarantined: number }> {
    const [row] = await this.#database.query(
      `SELECT COUNT(CASE WHEN quarantined = 0 AND state = 'new' THEN 1 END) AS unread,
              COUNT(CASE WHEN quarantined = 1 THEN 1 END) AS quarantined FROM submissions s
       WHERE s.erased_at = '' AND ${IS_MESSAGE}`,
    );
    return { unread: Number(row?.['unread']), quarantined: Number(row?.['quarantined']) };
  }

  async topics(): Promise<readonly string[]> {
    const rows = await this.#database.query(
      `SELECT DISTINCT topic FROM submissions WHERE topic <> '' AND erased_at = ''`,
    );
    // Sorted here: databases differ in their collations.
    return rows.map((row) => asText(row['topic'])).sort((a, b) => a.localeCompare(b, 'en'));
  }

  async widgets(): Promise<readonly string[]> {
    const rows = await this.#database.query(`SELECT DISTINCT widget FROM submissions WHERE erased_at = ''`);
    return rows.map((row) => asText(row['widget'])).sort();
  }

  secret(name: string, proposed: string): Promise<string> {
    return this.#database.transaction(async ({ query }) => {
      await query('INSERT INTO secrets (name, secret) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING', [
        name,
        proposed,
      ]);
      const [row] = await query('SELECT secret FROM secrets WHERE name = $1', [name]);
      return asText(row?.['secret']);
    });
  }

  async ping(): Promise<void> {
    await this.#database.query('SELECT id FROM submissions LIMIT 1');
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  #select(columns: string, filter: SubmissionFilter, limit: number, after?: Cursor): Promise<readonly Row[]> {
    const { where, parameters } = conditions(filter, after);
    return this.#database.query(
      `SELECT ${columns} FROM submissions s WHERE ${where} ORDER BY s.received_at DESC, s.id DESC LIMIT ${limit}`,
      parameters,
    );
  }

  /** Submissions with all that belongs to them, by id. */
  async #stored(rows: readonly Row[]): Promise<ReadonlyMap<string, StoredSubmission>> {
    const ids = (some: readonly Row[]) => some.map((row) => asText(row['id']));
    const files = await this.#files(ids(rows));
    const requests = rows.filter((row) => row['widget'] === 'appointment');
    const appointments = await readAppointments(this.#database, ids(requests));
    return new Map(
      ids(rows).map((id, index) => [id, stored(rows[index]!, files.get(id) ?? [], appointments.get(id))]),
    );
  }

  /** File entries by submission. */
  async #files(ids: readonly string[]): Promise<Map<string, FileEntry[]>> {
    const files = new Map<string, FileEntry[]>();
    if (!ids.length) return files;
    const rows = await this.#database.query(
      `SELECT id, submission_id, field, name, declared_type, sniffed_type, size FROM files
       WHERE submission_id IN (${placesOf(ids)}) ORDER BY submission_id, position`,
      ids,
    );
    for (const row of rows) {
      const id = asText(row['submission_id']);
      const entry: FileEntry = {
        id: asText(row['id']),
        field: asText(row['field']),
        name: asText(row['name']),
        declaredType: asText(row['declared_type']),
        sniffedType: asText(row['sniffed_type']),
        size: Number(row['size']),
      };
      files.set(id, [...(files.get(id) ?? []), entry]);
    }
    return files;
  }
}

/** See {@link isReport}. */
const IS_MESSAGE = `(s.widget <> 'question' OR EXISTS
  (SELECT 1 FROM questions q WHERE q.submission_id = s.id AND q.verdict = 'handover'))`;

const conditions = (filter: SubmissionFilter, after?: Cursor): { where: string; parameters: SqlValue[] } => {
  const parameters = new Parameters();
  const place = (value: SqlValue) => parameters.place(value);
  const parts = [`s.erased_at = ''`];
  if (filter.quarantined !== undefined) parts.push(`s.quarantined = ${place(Number(filter.quarantined))}`);
  if (filter.state !== undefined) parts.push(`s.state = ${place(filter.state)}`);
  if (filter.widget !== undefined) parts.push(`s.widget = ${place(storable(filter.widget))}`);
  else parts.push(IS_MESSAGE);
  if (filter.topic !== undefined) parts.push(`s.topic = ${place(storable(filter.topic))}`);
  if (filter.receivedFrom !== undefined) parts.push(`s.received_at >= ${place(filter.receivedFrom)}`);
  if (filter.receivedBefore !== undefined) parts.push(`s.received_at < ${place(filter.receivedBefore)}`);
  for (const word of searchable(filter.search ?? '')
    .split(/\s+/)
    .filter(Boolean)) {
    parts.push(`s.search_text LIKE ${place(`%${word.replace(/[%_\\]/g, '\\$&')}%`)} ESCAPE '\\'`);
  }
  if (after) parts.push(`(s.received_at, s.id) < (${place(after.receivedAt)}, ${place(after.id)})`);
  return { where: parts.join(' AND '), parameters: parameters.values };
};

/** One row more than the limit was asked for: it tells whether there is a next page. */
const page = <T extends Cursor>(rows: readonly Row[], limit: number, read: (row: Row) => T): Page<T> => {
  const items = rows.slice(0, limit).map(read);
  const last = items.at(-1);
  return rows.length > limit && last
    ? { items, next: { receivedAt: last.receivedAt, id: last.id } }
    : { items };
};

/** What a submission with this id is to another; `undefined` where there is none. */
const compareWithStored = async (
  executor: Executor,
  { id, contentHash }: NewSubmission,
): Promise<'same' | 'different' | undefined> => {
  const [existing] = await executor.query('SELECT content_hash, erased_at FROM submissions WHERE id = $1', [
    id,
  ]);
  if (!existing) return undefined;
  const digest = existing['erased_at'] ? await erasureDigest(executor) : undefined;
  return existing['content_hash'] === (digest?.(contentHash) ?? contentHash) ? 'same' : 'different';
};

const appointmentEntry = (row: Row): NonNullable<SubmissionEntry['appointment']> => ({
  fields: JSON.parse(asText(row['request'])) as Fields,
  ...(asText(row['kind']) && {
    decision: {
      kind: asText(row['kind']) as DecisionKind,
      times: JSON.parse(asText(row['times'])) as Period[],
    },
  }),
});

const stored = (
  row: Row,
  files: readonly FileEntry[],
  appointment: AppointmentRecord | undefined,
): StoredSubmission => ({
  id: asText(row['id']),
  reference: asText(row['reference']),
  widget: asText(row['widget']),
  receivedAt: asText(row['received_at']),
  state: asText(row['state']) as AnswerState,
  quarantined: Number(row['quarantined']) === 1,
  fields: JSON.parse(asText(row['fields'])) as Fields,
  files,
  ...(appointment && { appointment }),
  ...(asText(row['erased_at']) && { erasedAt: asText(row['erased_at']) }),
});
