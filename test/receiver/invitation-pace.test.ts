import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog } from '../../demo/receiver/log.js';
import { DeliveryError, type InvitationDelivery } from '../../demo/receiver/outgoing/delivery.js';
import { Dispatcher } from '../../demo/receiver/outgoing/dispatcher.js';
import { openStore } from '../../demo/receiver/store/open.js';
import { API_KEY, PAGE, startInviting } from './inviting.js';
import { spawnReceiver } from './process.js';
import { invitation } from './surveys-contract.js';
import { temporaryFolder, until } from './support.js';

const POLL_MS = 2;

/** Receivers one after the other on one database, by a clock that a test sets. */
const setUp = async (t: TestContext, perMinute: number) => {
  const dataDir = await temporaryFolder(t);
  const store = await openStore({ dataDir });
  t.after(() => store.close());
  const clock = { ms: Date.parse('2026-11-26T10:00:00Z') };
  const sent: string[] = [];
  const failures: DeliveryError[] = [];
  const delivery: InvitationDelivery = {
    channel: 'invitation',
    perMinute,
    deliver: async (_message, { email }) => {
      const failure = failures.shift();
      if (failure) throw failure;
      sent.push(email);
    },
  };
  const log = createLog(() => undefined);
  const start = () => {
    const now = () => new Date(clock.ms);
    const dispatcher = new Dispatcher({ store, deliveries: [delivery], log, pollMs: POLL_MS, now });
    // Also where the test fails: it would keep the process alive.
    t.after(() => dispatcher.stop(0));
    return dispatcher;
  };
  return { store, clock, sent, failures, start };
};

it('keeps its pace when it is started again', async (t) => {
  const { store, clock, sent, start } = await setUp(t, 6);
  await store.surveys.invite(
    Array.from({ length: 5 }, () => invitation({ createdAt: '2026-11-26T09:00:00.000Z' })),
    0,
  );
  const first = start();
  await until(() => sent.length === 1, 'the first leaves');
  await first.stop(0);
  clock.ms += 9_000;
  const second = start();
  await sleep(50 * POLL_MS);
  assert.equal(sent.length, 1, 'nine seconds are not ten');
  clock.ms += 1_000;
  await until(() => sent.length === 2, 'the second leaves');
  await second.stop(0);
});

it('sends nothing before its time, and what waits is not taken for a fault of the clock', async (t) => {
  const { store, clock, sent, start } = await setUp(t, 6_000);
  const days = (count: number) => new Date(clock.ms + count * 86_400_000).toISOString();
  const [soon, late] = [invitation({ dueAt: days(1) }), invitation({ dueAt: days(89) })];
  await store.surveys.invite([soon, late], 0);
  const dispatcher = start();
  await sleep(50 * POLL_MS);
  assert.deepEqual(sent, []);
  clock.ms += 86_400_000;
  await until(() => sent.length === 1, 'the first leaves');
  await dispatcher.stop(0);
  assert.deepEqual(sent, [soon.email]);
});

it('does not send what nobody wants any more, and does not call that a failure', async (t) => {
  const { store, failures, start } = await setUp(t, 6_000);
  failures.push(new DeliveryError('It was not wanted any more.', { code: 'revoked', isMoot: true }));
  const asked = invitation();
  await store.surveys.invite([asked], 0);
  const dispatcher = start();
  await until(
    async () => (await store.surveys.invitation(asked.id))?.status === 'cancelled',
    'it is taken off',
  );
  await dispatcher.stop(0);
});

it('npm run invite reads a list, tells what is wrong by line and names nobody, and never invites twice', async (t) => {
  const { receiver, mailsTo, server } = await startInviting(t);
  const list = join(await temporaryFolder(t), 'bezeroak.csv');
  await writeFile(list, 'email;lang\nane@example.eus;eu\nez;eu\n');
  const env = {
    ...{ DATA_DIR: receiver.dataDir, SMTP_URL: server.url, MAIL_TO: 'jabea@shop.example' },
    ...{ PUBLIC_URL: 'https://receiver.example', SURVEY_API_KEY: API_KEY },
  };
  const run = async (args: string[], over: Record<string, string> = {}) => {
    const child = spawnReceiver(t, { script: 'demo/receiver/invite.ts', args, env: { ...env, ...over } });
    const { code } = await child.ended;
    return `${code} ${child.output().trim()}`;
  };
  const wrong = 'Line 3: This is not one e-mail address.';
  assert.equal(await run(['visit', list, '--dry-run']), `0 ${wrong}\nWould invite 1 person.`);
  assert.equal(await run(['visit', list]), `0 ${wrong}\nInvited 1 person.`);
  await mailsTo('ane@example.eus');
  assert.equal(
    await run(['visit', list]),
    `0 Line 2: Invited before, for the same reference\n${wrong}\nInvited 0 people.`,
  );
  assert.match(await run(['berria', list]), /^1 The survey "berria" is not set up\./);
  assert.match(await run(['berria', list, '--page', 'ftp://x']), /^1 Page: write the address/);
  assert.equal(
    await run(['berria', list, '--page', PAGE, '--ask', 'nps', '--lang', 'lv']),
    `0 Line 2: Asked too short a time ago\n${wrong}\nInvited 0 people.`,
  );
  assert.equal((await receiver.store.surveys.setup('berria'))?.preset, 'nps');
  assert.match(await run(['visit']), /^1 Name a survey and a list/);
  assert.match(await run(['visit', list], { PUBLIC_URL: '' }), /^1 Invitations cannot be sent/);
  assert.equal(server.mails.length, 1);
});
