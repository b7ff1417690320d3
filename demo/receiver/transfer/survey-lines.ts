import { Ajv, type JSONSchemaType } from 'ajv';
import { locales } from '../../../src/localization/locale.js';
import type { Executor } from '../store/database.js';
import { insertOutgoing, outgoing as outgoingOf } from '../store/sql-outgoing-store.js';
import {
  insertInvitation,
  insertSetup,
  invitationRow,
  suppress,
  suppressionOf,
  type InvitationRow,
} from '../store/survey-rows.js';
import { ERASURE_SECRET } from '../store/sql-erasure.js';
import { SUPPRESSION_REASONS, type Suppression } from '../store/surveys.js';
import { CHANNELS, OUTGOING_STATES, type OutgoingMessage } from '../store/outgoing.js';
import { PRESETS, type SurveySetup } from '../surveys/setup.js';
import { closed, text, time, uuid, wholeNumber } from './format.js';
import { parsed, TransferError, type Line } from './read-file.js';

/*
 * What there is of surveys besides their answers, which are submissions: which are set up, who was invited, who wants no
 * more, what the tokens in the mails are signed with, and what stands for who was erased. Without these, a list that is read again after a move would be
 * mailed again, and the links that people have would be worth nothing.
 */

/** Secrets that must be the same in the other database. */
const SECRETS = ['respondents', ERASURE_SECRET] as const;
interface SecretRecord {
  readonly name: (typeof SECRETS)[number];
  readonly secret: string;
}

type InvitationRecord = InvitationRow & { readonly outgoing: OutgoingMessage };

type SurveyLine =
  | { readonly survey: SurveySetup }
  | { readonly invitation: InvitationRecord }
  | { readonly suppression: Suppression }
  | { readonly secret: SecretRecord };

const optionalTime = { type: 'string', pattern: `^(${time.pattern.slice(1, -1)})?$` } as const;
const number = { type: 'number' } as const;

const lines = {
  survey: closed({
    ...{ id: text, pageUrl: text, preset: { enum: PRESETS }, locale: { enum: locales } },
    ...{ question: text, intro: text, privacyUrl: text },
    ...{ delayHours: number, validDays: number, quietDays: number },
  }),
  invitation: closed(
    {
      ...{ id: uuid, respondent: { type: 'string', pattern: '^[\\w-]{12}$' } },
      ...{ survey: text, email: text, name: text, locale: text, reference: text },
      ...{ createdAt: time, dueAt: time, expiresAt: time },
      ...{ revokedAt: optionalTime, unsubscribedAt: optionalTime, bouncedAt: optionalTime, bounce: text },
      outgoing: closed({
        ...{
          id: uuid,
          submissionId: text,
          invitationId: uuid,
          channel: { enum: CHANNELS },
          sequence: wholeNumber,
        },
        ...{
          createdAt: time,
          state: { enum: OUTGOING_STATES },
          attempts: wholeNumber,
          dueAt: time,
          lastError: text,
        },
      }),
    },
    { erased: closed({ at: time, addressKey: text }) },
  ),
  suppression: closed({ address: text, reason: { enum: SUPPRESSION_REASONS }, since: time }),
  secret: closed({ name: { enum: SECRETS }, secret: { type: 'string', minLength: 32 } }),
};

const isSurveyLine = new Ajv().compile<SurveyLine>({
  oneOf: Object.entries(lines).map(([name, schema]) => closed({ [name]: schema })),
} as unknown as JSONSchemaType<SurveyLine>);

export async function* surveyLines(executor: Executor): AsyncGenerator<SurveyLine, void> {
  // First, so that an import still sees whether the other database has invited anybody itself.
  for (const name of SECRETS) {
    const [row] = await executor.query('SELECT secret FROM secrets WHERE name = $1', [name]);
    if (row) yield { secret: { name, secret: String(row['secret']) } };
  }
  for (const row of await executor.query('SELECT setup FROM surveys ORDER BY id'))
    yield { survey: JSON.parse(String(row['setup'])) as SurveySetup };
  for (let last = ''; ;) {
    const rows = await executor.query('SELECT id FROM invitations WHERE id > $1 ORDER BY id LIMIT 200', [
      last,
    ]);
    for (const row of rows) {
      last = String(row['id']);
      yield { invitation: (await readInvitation(executor, last))! };
    }
    if (!rows.length) break;
  }
  for (const row of await executor.query('SELECT * FROM suppressions ORDER BY address_key'))
    yield { suppression: suppressionOf(row) };
}

/** @returns `false` where the line is about something else. @throws {TransferError} */
export const importSurveyLine = async (
  executor: Executor,
  { number, text: line }: Line,
): Promise<boolean> => {
  const value: unknown = parsed(line);
  if (typeof value !== 'object' || value === null || 'submission' in value) return false;
  if (!isSurveyLine(value)) {
    if (!['survey', 'invitation', 'suppression', 'secret'].some((name) => name in value)) return false;
    throw new TransferError(`Line ${number} is nothing of a survey that this receiver can read.`);
  }
  if ('survey' in value) await importSetup(executor, value.survey);
  else if ('invitation' in value) await importInvitation(executor, value.invitation);
  else if ('suppression' in value) await suppress(executor, value.suppression);
  else await importSecret(executor, value.secret);
  return true;
};

/** What the owner has set here since stays. */
const importSetup = async (executor: Executor, setup: SurveySetup): Promise<void> => {
  const [row] = await executor.query('SELECT id FROM surveys WHERE id = $1', [setup.id]);
  if (!row) await insertSetup(executor, setup);
};

const importInvitation = async (executor: Executor, record: InvitationRecord): Promise<void> => {
  const present = await readInvitation(executor, record.id);
  if (present) {
    if (present.respondent === record.respondent) return;
    throw new TransferError(`Invitation ${record.id} is in the database for somebody else.`);
  }
  const { outgoing, ...row } = record;
  await insertInvitation(executor, row);
  await insertOutgoing(executor, outgoing);
  if (JSON.stringify(await readInvitation(executor, record.id)) !== JSON.stringify(record))
    throw new TransferError(`Invitation ${record.id} did not come out of the database as it went in.`);
};

/** What would be worth nothing with another secret. */
const USES: Readonly<Record<SecretRecord['name'], { readonly query: string; readonly what: string }>> = {
  respondents: {
    query: `SELECT id FROM invitations WHERE erased_at = '' LIMIT 1`,
    what: 'signed invitations of its own',
  },
  [ERASURE_SECRET]: {
    query: `SELECT id FROM invitations WHERE erased_at <> ''
            UNION ALL SELECT address_key FROM suppressions WHERE reason = 'erased'
            UNION ALL SELECT id FROM submissions WHERE erased_at <> '' LIMIT 1`,
    what: 'erased people or messages of its own',
  },
};

/** A receiver that has started makes a secret; one that has not used it yet can do without its own. */
const importSecret = async (executor: Executor, { name, secret }: SecretRecord): Promise<void> => {
  const [present] = await executor.query('SELECT secret FROM secrets WHERE name = $1', [name]);
  if (present?.['secret'] === secret) return;
  const { query, what } = USES[name];
  if (present && (await executor.query(query)).length)
    throw new TransferError(`The database has ${what}, with another secret.`);
  await executor.query(
    'INSERT INTO secrets (name, secret) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET secret = excluded.secret',
    [name, secret],
  );
};

const readInvitation = async (executor: Executor, id: string): Promise<InvitationRecord | undefined> => {
  const [row] = await executor.query('SELECT * FROM invitations WHERE id = $1', [id]);
  const [mail] = await executor.query('SELECT * FROM outgoing WHERE invitation_id = $1', [id]);
  return row && mail && { ...invitationRow(row), outgoing: outgoingOf(mail) };
};
