import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { readBounce } from '../../demo/receiver/surveys/bounce.js';
import { startInviting } from './inviting.js';
import { spawnReceiver } from './process.js';
import { temporaryFolder } from './support.js';

interface Notification {
  readonly id: string;
  readonly action?: string;
  readonly status?: string;
  /** What the notification says of the other mail, and how. */
  readonly original?: string;
  readonly originalType?: string;
}

/** A delivery status notification as Postfix writes it (RFC 3464, appendix E is alike). */
const notification = ({ id, action = 'failed', status = '5.1.1', ...rest }: Notification): string => {
  const { originalType = 'message/rfc822' } = rest;
  const {
    original = `Return-Path: <web@shop.example>\nSubject: Inkesta\nMessage-ID: <${id}@shop.example>\n\nKaixo\n`,
  } = rest;
  return `Return-Path: <>
From: MAILER-DAEMON@mx.example.eus (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: web@shop.example
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="9B095B5ADC.1320000000/mx.example.eus"
Message-Id: <20261126100000.AAAA@mx.example.eus>

--9B095B5ADC.1320000000/mx.example.eus
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.
Message-ID: <${randomUUID()}@shop.example>

--9B095B5ADC.1320000000/mx.example.eus
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.eus
X-Postfix-Queue-ID: 9B095B5ADC

Final-Recipient: rfc822; hila@example.eus
Original-Recipient: rfc822;hila@example.eus
Action: ${action}
Status: ${status}
Remote-MTA: dns; mail.example.eus
Diagnostic-Code: smtp; 550 ${status} <hila@example.eus>: Recipient address
    rejected: User unknown

--9B095B5ADC.1320000000/mx.example.eus
Content-Description: Undelivered Message
Content-Type: ${originalType}

${original}
--9B095B5ADC.1320000000/mx.example.eus--
`.replaceAll('\n', '\r\n');
};

const read = (mail: string) => readBounce(Buffer.from(mail));

it('reads which mail came back, why, and whether for good', async () => {
  const id = randomUUID();
  const problem = '550 5.1.1 <hila@example.eus>: Recipient address rejected: User unknown';
  assert.deepEqual(await read(notification({ id })), { messageId: id, problem, isForGood: true });
  assert.equal(
    (await read(notification({ id, status: '5.2.2' })))?.isForGood,
    false,
    'a full mailbox may be emptied',
  );
  assert.equal((await read(notification({ id, status: '4.4.7' })))?.isForGood, false);
  // Exchange folds the header, and others send only the headers.
  const folded = `Message-ID:\n\t<${id}@shop.example>\nSubject: x\n`;
  for (const originalType of ['message/rfc822', 'text/rfc822-headers', 'message/global-headers'])
    assert.equal(
      (await read(notification({ id, original: folded, originalType })))?.messageId,
      id,
      originalType,
    );
});

it('takes no other mail for one that came back', async () => {
  const id = randomUUID();
  assert.equal(await read(notification({ id, action: 'delayed', status: '4.4.1' })), undefined, 'only late');
  assert.equal(await read(notification({ id, action: 'delivered', status: '2.0.0' })), undefined);
  assert.equal(
    await read(notification({ id, original: `Subject: x\n\nMessage-ID: <${id}@x>\n` })),
    undefined,
    'a quoted one',
  );
  assert.equal(await read(notification({ id, original: 'Message-ID: <somebody@else>\n\n' })), undefined);
  assert.equal(
    await read(`Subject: Re\r\nMessage-ID: <${id}@shop.example>\r\n\r\nStatus: 5.1.1\r\n`),
    undefined,
  );
  assert.equal(await read('\0\xff not a mail'), undefined);
});

it('npm run bounces notes what came back from a maildir or from standard input, once', async (t) => {
  const { receiver, invite, mailsTo, inbox } = await startInviting(t);
  await invite('email\nhila@example.eus\nane@example.eus\n');
  const idOf = async (address: string) =>
    /^<([\da-f-]{36})@shop\.example>$/.exec((await mailsTo(address))[0]!.headers.get('message-id')!)![1]!;
  const maildir = await temporaryFolder(t);
  await mkdir(join(maildir, 'new'));
  await mkdir(join(maildir, 'cur'));
  await writeFile(join(maildir, 'new', '1'), notification({ id: await idOf('hila@example.eus') }));
  await writeFile(join(maildir, 'cur', '2:2,S'), notification({ id: randomUUID() }));
  await writeFile(join(maildir, 'cur', '3:2,S'), 'Subject: Kaixo\r\n\r\nEskerrik asko!\r\n');
  const run = async (args: string[], before?: string) => {
    const env = { DATA_DIR: receiver.dataDir };
    const child = spawnReceiver(t, {
      script: 'demo/receiver/bounces.ts',
      args,
      env,
      ...(before && { before }),
    });
    assert.equal((await child.ended).code, 0, child.output());
    return child.output().trim();
  };
  assert.equal(await run([maildir]), 'Read 3 mails: 2 bounces, 1 of invitations.');
  assert.equal(await run([maildir]), 'Read 3 mails: 2 bounces, 1 of invitations.', 'and changes nothing');
  const bounced = await inbox.page('/inbox/surveys/visit/invitations?status=bounced');
  assert.match(bounced, /hila@example\.eus[^]*Recipient address rejected/);
  assert.match(bounced, /Bounced \(1\)[^]*Sent \(1\)/);
  const file = join(maildir, 'one.eml');
  await writeFile(file, notification({ id: await idOf('ane@example.eus'), status: '5.2.2' }));
  assert.equal(await run(['-'], `exec < '${file}'`), 'Read 1 mail: 1 bounce, 1 of invitations.');
  const suppressed = await receiver.store.surveys.suppressions(9);
  assert.deepEqual(
    suppressed.map(({ address }) => address),
    ['hila@example.eus'],
  );
});
