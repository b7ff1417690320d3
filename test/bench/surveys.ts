/**
 * `npm run bench:surveys`: the inbox's pages of a survey with 10,000 answers and 50,000 invitations, through the real receiver
 * over HTTP: how long each takes, how long others are kept waiting meanwhile, and how much memory it needs.
 * `DATABASE_URL` for PostgreSQL, whose database has to be empty; else a file. Two numbers as arguments: other sizes.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import { openDatabase } from '../../demo/receiver/store/open.js';
import type { NewSubmission } from '../../demo/receiver/store/store.js';
import { insertSubmission } from '../../demo/receiver/store/submission-rows.js';
import { insertInvitation } from '../../demo/receiver/store/survey-rows.js';
import { insertOutgoing } from '../../demo/receiver/store/sql-outgoing-store.js';
import { signedIn } from '../receiver/inbox-client.js';
import { startTestReceiver } from '../receiver/receiver.js';
import { invitation } from '../receiver/surveys-contract.js';

const [answers = 10_000, invitations = 50_000] = process.argv.slice(2).map(Number);
const databaseUrl = process.env['DATABASE_URL'];
const DAY = 86_400_000;
const SURVEY = 'visit';
const COMMENT = 'Berandu etorri ziren, baina lana ondo egin zuten. გვიან მოვიდნენ. '.repeat(4);

const ends: (() => unknown)[] = [];
const receiver = await startTestReceiver(
  { after: (end: () => unknown) => void ends.unshift(end) } as unknown as TestContext,
  { ...(databaseUrl && { databaseUrl }) },
);

const people = Array.from({ length: invitations }, (_, index) => {
  const at = new Date(Date.now() - (index % 700) * DAY).toISOString();
  return invitation({
    ...{ survey: SURVEY, email: `p${index}@example.eus`, name: `Ane ${index}`, reference: `B-${index}` },
    ...{ createdAt: at, dueAt: at },
  });
});

const answer = (index: number): NewSubmission => {
  const at = new Date(Date.now() - (index % 700) * DAY).toISOString();
  // A third without a token, a tenth with one that is no good, and some who change their minds.
  const isInvited = index % 3 > 0;
  const respondent = isInvited ? people[(index * 3) % invitations]!.respondent : '';
  const verdict = index % 10 === 9 ? 'invalid' : isInvited ? 'valid' : 'none';
  const comment = index % 2 ? COMMENT : '';
  const value = 1 + (index % 5);
  return {
    ...{ id: randomUUID(), reference: 'AAAA-AAAA-A', widget: 'survey', receivedAt: at, quarantined: false },
    ...{ contentHash: randomBytes(8).toString('hex'), files: [] },
    fields: { survey: SURVEY, metric: 'csat', score: value, comment, locale: 'eu' },
    answer: {
      ...{ survey: SURVEY, answeredAt: at, verdict, respondent: verdict === 'valid' ? respondent : '' },
      ...{ metric: 'csat', score: { value, min: 1, max: 5 }, comment },
    },
  };
};

const messages = Array.from({ length: answers }, (_, index) => answer(index));
const database = await openDatabase({ dataDir: receiver.dataDir, databaseUrl });
await database.transaction(async (executor) => {
  for (const person of people) {
    const nothing = { revokedAt: '', unsubscribedAt: '', bouncedAt: '', bounce: '' };
    await insertInvitation(executor, { ...person, ...nothing });
    await insertOutgoing(executor, {
      ...{ id: randomUUID(), submissionId: '', invitationId: person.id, channel: 'invitation', sequence: 0 },
      ...{ createdAt: person.createdAt, dueAt: person.dueAt, state: 'delivered', attempts: 1, lastError: '' },
    });
  }
  for (const message of messages) await insertSubmission(executor, message);
});
await database.close();

const inbox = await signedIn(receiver);
const memory = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};

const measure = async (path: string) => {
  const times: number[] = [];
  const before = process.cpuUsage();
  let [waited, size, most] = [0, 0, 0];
  for (let run = 0; run < 5; run++) {
    let [last, isDone] = [performance.now(), false];
    const others = (async () => {
      while (!isDone) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        waited = Math.max(waited, performance.now() - last);
        most = Math.max(most, process.memoryUsage().rss / 2 ** 20);
        last = performance.now();
      }
    })();
    const began = performance.now();
    const response = await inbox.get(path);
    size = (await response.text()).length;
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
    times.push(performance.now() - began);
    isDone = true;
    await others;
  }
  const { user, system } = process.cpuUsage(before);
  const [median] = times.sort((a, b) => a - b).slice(2);
  return {
    'ms, median of 5': Math.round(median!),
    'ms, longest': Math.round(times.at(-1)!),
    // What a busy machine changes least.
    'ms of the processor': Math.round((user + system) / 1000 / times.length),
    'others wait, ms': Math.round(waited),
    'KB': Math.round(size / 1024),
    'MB of memory': Math.round(most),
  };
};

const page = `/inbox/surveys/${SURVEY}`;
const pages = {
  'list of surveys': '/inbox/surveys',
  'answers': page,
  'answers, page 100, latest first': `${page}?order=latest&page=100`,
  'answers, words in the comment': `${page}?q=berandu`,
  'answers of a month': `${page}?from=2026-10-01&to=2026-10-31`,
  'one answer': `/inbox/${messages[answers >> 1]!.id}`,
  'invitations': `${page}/invitations`,
  'invitations, page 400': `${page}/invitations?page=400`,
  'invitations, answered': `${page}/invitations?status=answered`,
  'invitations, unanswered, page 300': `${page}/invitations?status=sent&page=300`,
  'all answers as CSV': `${page}/answers.csv`,
};
console.log(
  `${answers} answers, ${invitations} invitations, ${databaseUrl ? 'PostgreSQL' : 'a file'}; at rest ${memory().toFixed(0)} MB`,
);
const rows: Record<string, object> = {};
for (const [name, path] of Object.entries(pages)) rows[name] = await measure(path);
console.table(rows);
for (const end of ends) await end();
