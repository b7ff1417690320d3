import { randomUUID } from 'node:crypto';
import { addressKey } from '../surveys/address-key.js';
import type { SurveySetup } from '../surveys/setup.js';
import type { Database, Executor, Row } from './database.js';
import { readAnswers, readFollowUps, readTiedAnswers } from './sql-answers.js';
import { insertOutgoing } from './sql-outgoing-store.js';
import { inParts, Parameters, placesOf } from './statements.js';
import { oneLine, storable } from './storable-text.js';
import { eraseAddress, eraseExpired, erasureDigest, type Digest } from './sql-erasure.js';
import {
  insertInvitation,
  insertSetup,
  invitationRow,
  suppress,
  suppressionOf,
  takeBack,
} from './survey-rows.js';
import {
  INVITATION_STATUSES,
  type FollowUp,
  type Invitation,
  type InvitationCounts,
  type InvitationStatus,
  type InviteOutcome,
  type NewInvitation,
  type StoredAnswer,
  type Suppression,
  type SurveyEntry,
  type SurveyStore,
} from './surveys.js';

/** Room for what a mail server says, which may be long. */
const PROBLEM_LENGTH = 300;
const DAY_MS = 24 * 60 * 60 * 1000;

const IS_ANSWERED = `EXISTS (SELECT 1 FROM survey_answers a JOIN submissions s ON s.id = a.submission_id
  WHERE a.respondent = i.respondent AND a.verdict = 'valid' AND s.quarantined = 0)`;

/** In the order of {@link INVITATION_STATUSES}. */
const STATUS = `CASE
  WHEN ${IS_ANSWERED} THEN 'answered'
  WHEN i.erased_at <> '' THEN 'erased'
  WHEN i.revoked_at <> '' THEN 'revoked'
  WHEN i.unsubscribed_at <> '' THEN 'unsubscribed'
  WHEN i.bounced_at <> '' THEN 'bounced'
  WHEN o.state = 'dead' THEN 'failed'
  WHEN o.state = 'dismissed' THEN 'cancelled'
  WHEN o.state = 'delivered' THEN 'sent'
  ELSE 'queued' END`;

const INVITATION = `SELECT i.*, o.last_error, ${STATUS} AS status
  FROM invitations i JOIN outgoing o ON o.invitation_id = i.id`;

/** {@link SurveyStore} in plain SQL. */
export class SqlSurveyStore implements SurveyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(): Promise<readonly SurveyEntry[]> {
    const answers = await this.#database.query(
      `SELECT a.survey, COUNT(*) AS received, MAX(s.received_at) AS latest_at
       FROM survey_answers a JOIN submissions s ON s.id = a.submission_id GROUP BY a.survey`,
    );
    const setups = await this.#database.query('SELECT id FROM surveys');
    const entries = new Map<string, SurveyEntry>();
    for (const row of setups) {
      const id = String(row['id']);
      entries.set(id, { id, received: 0, latestAt: '', isSetUp: true });
    }
    for (const row of answers) {
      const id = String(row['survey']);
      const [received, latestAt] = [Number(row['received']), String(row['latest_at'])];
      entries.set(id, { id, received, latestAt, isSetUp: entries.has(id) });
    }
    // Sorted here: databases differ in their collations.
    return [...entries.values()].sort((a, b) => a.id.localeCompare(b.id, 'en'));
  }

  async has(survey: string): Promise<boolean> {
    const rows = await this.#database.query(
      `SELECT 1 FROM surveys WHERE id = $1
       UNION ALL SELECT 1 WHERE EXISTS (SELECT 1 FROM survey_answers WHERE survey = $1)`,
      [storable(survey)],
    );
    return rows.length > 0;
  }

  async setup(survey: string): Promise<SurveySetup | undefined> {
    const [row] = await this.#database.query('SELECT setup FROM surveys WHERE id = $1', [storable(survey)]);
    return row && (JSON.parse(String(row['setup'])) as SurveySetup);
  }

  async saveSetup(setup: SurveySetup): Promise<void> {
    await this.#database.transaction((executor) => insertSetup(executor, setup));
  }

  answers(survey: string): Promise<readonly StoredAnswer[]> {
    return readAnswers(this.#database, storable(survey));
  }

  answersTiedTo(submissionId: string): Promise<readonly StoredAnswer[]> {
    return readTiedAnswers(this.#database, submissionId);
  }

  followUps(submissionIds: readonly string[]): Promise<readonly FollowUp[]> {
    return readFollowUps(this.#database, submissionIds);
  }

  invite(invitations: readonly NewInvitation[], quietDays: number): Promise<readonly InviteOutcome[]> {
    return this.#database.exclusive('invitations', async (executor) => {
      const outcomes: InviteOutcome[] = [];
      const digest = await erasureDigest(executor);
      for (const invitation of invitations) {
        const outcome = await whatOf(executor, invitation, quietDays, digest);
        if (outcome === 'invited') await invite(executor, invitation);
        outcomes.push(outcome);
      }
      return outcomes;
    });
  }

  async foresee(invitations: readonly NewInvitation[], quietDays: number): Promise<readonly InviteOutcome[]> {
    const outcomes: InviteOutcome[] = [];
    const asked = new Set<string>();
    const digest = await erasureDigest(this.#database);
    for (const invitation of invitations) {
      const outcome = await whatOf(this.#database, invitation, quietDays, digest);
      const key = addressKey(invitation.email);
      outcomes.push(outcome === 'invited' && quietDays && asked.has(key) ? 'recent' : outcome);
      if (outcome === 'invited') asked.add(key);
    }
    return outcomes;
  }

  async invitations(
    survey: string | undefined,
    status: InvitationStatus | undefined,
    limit: number,
    offset: number,
  ): Promise<readonly Invitation[]> {
    const parameters = new Parameters();
    const where = [
      ...(survey === undefined ? [] : [`i.survey = ${parameters.place(storable(survey))}`]),
      ...(status === undefined ? [] : [`${STATUS} = ${parameters.place(status)}`]),
    ];
    const rows = await this.#database.query(
      `${INVITATION} ${where.length ? `WHERE ${where.join(' AND ')}` : ''}
       ORDER BY i.created_at DESC, i.id LIMIT ${limit} OFFSET ${offset}`,
      parameters.values,
    );
    return rows.map(invitationOf);
  }

  async counts(survey: string): Promise<InvitationCounts> {
    const isDelivered = `o.state = 'delivered' AND i.bounced_at = ''`;
    const rows = await this.#database.query(
      `SELECT ${STATUS} AS status, COUNT(*) AS number,
         COUNT(CASE WHEN ${isDelivered} THEN 1 END) AS delivered,
         COUNT(CASE WHEN ${isDelivered} AND ${IS_ANSWERED} THEN 1 END) AS answered
       FROM invitations i JOIN outgoing o ON o.invitation_id = i.id WHERE i.survey = $1 GROUP BY 1`,
      [storable(survey)],
    );
    const numbers = new Map(rows.map((row) => [String(row['status']), Number(row['number'])]));
    const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);
    return {
      byStatus: Object.fromEntries(
        INVITATION_STATUSES.map((status) => [status, numbers.get(status) ?? 0]),
      ) as Record<InvitationStatus, number>,
      delivered: sum('delivered'),
      answered: sum('answered'),
    };
  }

  async invitation(id: string): Promise<Invitation | undefined> {
    const [row] = await this.#database.query(`${INVITATION} WHERE i.id = $1`, [id]);
    return row && invitationOf(row);
  }

  async invitationsOf(respondents: readonly string[]): Promise<ReadonlyMap<string, Invitation>> {
    const found = new Map<string, Invitation>();
    for await (const some of inParts(respondents)) {
      const rows = await this.#database.query(
        `${INVITATION} WHERE i.respondent IN (${placesOf(some)})`,
        some,
      );
      for (const row of rows) found.set(String(row['respondent']), invitationOf(row));
    }
    return found;
  }

  revoke(id: string, now: Date): Promise<boolean> {
    return this.#database.transaction(async (executor) => {
      const rows = await executor.query(
        `UPDATE invitations SET revoked_at = $2 WHERE id = $1 AND revoked_at = '' RETURNING id`,
        [id, now.toISOString()],
      );
      if (rows.length) await takeBack(executor, 'o.invitation_id = $1', id);
      return rows.length === 1;
    });
  }

  sendAgain(id: string, now: Date): Promise<boolean> {
    return this.#database.exclusive('invitations', async ({ query }) => {
      const [row] = await query(`${INVITATION} WHERE i.id = $1`, [id]);
      if (!row || !/^(?:bounced|failed)$/.test(invitationOf(row).status)) return false;
      await query(`UPDATE invitations SET bounced_at = '', bounce = '' WHERE id = $1`, [id]);
      await query(`DELETE FROM suppressions WHERE address_key = $1 AND reason = 'bounced'`, [
        String(row['address_key']),
      ]);
      // Under another Message-ID: a late word about the first one is not about this one.
      await query(
        `UPDATE outgoing SET id = $3, state = 'waiting', attempts = 0, due_at = $2, last_error = ''
         WHERE invitation_id = $1`,
        [id, now.toISOString(), randomUUID()],
      );
      return true;
    });
  }

  async sendFailedAgain(survey: string, now: Date): Promise<void> {
    await this.#database.exclusive('invitations', ({ query }) =>
      query(
        `UPDATE outgoing SET state = 'waiting', attempts = 0, due_at = $2, last_error = ''
         WHERE invitation_id IN (SELECT i.id FROM invitations i JOIN outgoing o ON o.invitation_id = i.id
           WHERE i.survey = $1 AND ${STATUS} = 'failed')`,
        [storable(survey), now.toISOString()],
      ),
    );
  }

  unsubscribe(respondent: string, now: Date): Promise<boolean> {
    return this.#database.exclusive('invitations', async (executor) => {
      const { query } = executor;
      const [row] = await query(
        `UPDATE invitations SET unsubscribed_at = CASE WHEN unsubscribed_at = '' THEN $2 ELSE unsubscribed_at END
         WHERE respondent = $1 RETURNING address_key`,
        [respondent, now.toISOString()],
      );
      if (!row) return false;
      const address = String(row['address_key']);
      await suppress(executor, { address, reason: 'unsubscribed', since: now.toISOString() });
      await takeBack(
        executor,
        'EXISTS (SELECT 1 FROM invitations i WHERE i.id = o.invitation_id AND i.address_key = $1)',
        address,
      );
      return true;
    });
  }

  bounce(messageId: string, problem: string, isForGood: boolean, now: Date): Promise<boolean> {
    return this.#database.exclusive('invitations', async (executor) => {
      const [row] = await executor.query(
        `UPDATE invitations SET bounced_at = CASE WHEN bounced_at = '' THEN $2 ELSE bounced_at END, 
           bounce = CASE WHEN erased_at = '' THEN $3 ELSE '' END
         WHERE id = (SELECT invitation_id FROM outgoing WHERE id = $1) RETURNING address_key`,
        [messageId, now.toISOString(), oneLine(problem, PROBLEM_LENGTH)],
      );
      if (!row) return false;
      const address = String(row['address_key']);
      if (isForGood) await suppress(executor, { address, reason: 'bounced', since: now.toISOString() });
      return true;
    });
  }

  async invitationsTo(email: string): Promise<number> {
    const [row] = await this.#database.query(
      'SELECT COUNT(*) AS number FROM invitations WHERE address_key = $1',
      [storable(addressKey(email))],
    );
    return Number(row?.['number']);
  }

  erase(email: string, now: Date): Promise<number> {
    return this.#erase((executor) => eraseAddress(executor, storable(email), now));
  }

  eraseExpired(before: Date, limit: number, now: Date): Promise<number> {
    return this.#erase((executor) => eraseExpired(executor, before.toISOString(), limit, now));
  }

  async #erase(work: (executor: Executor) => Promise<number>): Promise<number> {
    const erased = await this.#database.exclusive('invitations', work);
    await this.#database.forget();
    return erased;
  }

  async suppressions(limit: number): Promise<readonly Suppression[]> {
    const rows = await this.#database.query(`SELECT * FROM suppressions ORDER BY address_key LIMIT ${limit}`);
    return rows.map(suppressionOf);
  }

  async unsuppress(address: string): Promise<boolean> {
    const rows = await this.#database.transaction(({ query }) =>
      query('DELETE FROM suppressions WHERE address_key = $1 RETURNING address_key', [storable(address)]),
    );
    return rows.length === 1;
  }
}

/** What would become of an invitation now. @param digest of addresses that were erased, where any was */
const whatOf = async (
  executor: Executor,
  { survey, email, reference, dueAt }: NewInvitation,
  quietDays: number,
  digest: Digest | undefined,
): Promise<InviteOutcome> => {
  const key = addressKey(email);
  const erased = digest?.(key) ?? key;
  const [same] = await executor.query(
    `SELECT id FROM invitations
     WHERE survey = $1 AND ((address_key = $2 AND reference = $3) OR (address_key = $4 AND reference = $5))`,
    [survey, key, reference, erased, digest?.(key, reference) ?? reference],
  );
  if (same) return 'already';
  const [suppressed] = await executor.query(
    'SELECT * FROM suppressions WHERE address_key IN ($1, $2) ORDER BY address_key',
    [key, erased],
  );
  if (suppressed) return suppressionOf(suppressed).reason;
  // The other one may also be planned for later.
  const daysAway = (days: number) => new Date(Date.parse(dueAt) + days * DAY_MS).toISOString();
  const [recent] = await executor.query(
    `SELECT i.id FROM invitations i JOIN outgoing o ON o.invitation_id = i.id
     WHERE i.address_key IN ($1, $2) AND i.due_at > $3 AND i.due_at < $4 AND o.state IN ('waiting', 'delivered')
     LIMIT 1`,
    [key, erased, daysAway(-quietDays), daysAway(quietDays)],
  );
  return recent ? 'recent' : 'invited';
};

const invite = async (executor: Executor, invitation: NewInvitation): Promise<void> => {
  await insertInvitation(executor, {
    ...invitation,
    ...{ revokedAt: '', unsubscribedAt: '', bouncedAt: '', bounce: '' },
  });
  await insertOutgoing(executor, {
    id: randomUUID(),
    submissionId: '',
    invitationId: invitation.id,
    channel: 'invitation',
    sequence: 0,
    createdAt: invitation.createdAt,
    dueAt: invitation.dueAt,
    ...{ state: 'waiting', attempts: 0, lastError: '' },
  });
};

const invitationOf = (row: Row): Invitation => {
  const { bounce, erased, ...rest } = invitationRow(row);
  return {
    ...rest,
    ...(erased && { reference: '' }),
    erasedAt: erased?.at ?? '',
    status: String(row['status']) as InvitationStatus,
    problem: bounce || String(row['last_error']),
  };
};
