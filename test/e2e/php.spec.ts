/** The PHP file of the guide, run by PHP: what visitors send through the form is kept once and mailed once. */
import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPhp } from '../../.build/browsers.mjs';
import { contactForm, endPanel, errorAt, fillIn, QUESTION, send } from './support/contact-form.js';
import { html, script } from './support/pages.js';
import { expect, test as base } from './support/test.js';

interface Php {
  readonly origin: string;
  /** Puts a page beside the file. */
  put(name: string, page: string): Promise<void>;
  /** What has been kept, by id. */
  kept(): Promise<readonly Record<string, unknown>[]>;
  /** The mails that were handed to sendmail, as one text. */
  mails(): Promise<string>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const test = base.extend<{ php: Php }>({
  php: async ({}, use) => {
    const program = findPhp();
    if (!program) throw new Error('PHP is missing: node .build/browsers.mjs --php');
    const folder = await mkdtemp(join(tmpdir(), 'harreman-php-'));
    const root = join(folder, 'www');
    const mailbox = join(folder, 'mails');
    await mkdir(root);
    await writeFile(mailbox, '');
    await copyFile('demo/guide/messages.php', join(root, 'messages.php'));
    const origin = `http://127.0.0.1:${await freePort()}`;
    const child = spawn(
      program,
      [
        ...['-d', `sendmail_path=tee -a ${mailbox} >/dev/null`],
        ...['-S', new URL(origin).host, '-t', root],
      ],
      // A group of its own: PHP's workers go on after the process that they came from has ended.
      { env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' }, stdio: 'ignore', detached: true },
    );
    await expect
      .poll(() => fetch(`${origin}/messages.php`).then(({ status }) => status, () => 0), { timeout: 20_000 })
      .toBe(405); // prettier-ignore
    const store = join(folder, 'harreman-messages');
    await use({
      origin,
      put: (name, page) => writeFile(join(root, name), page),
      async kept() {
        const names = await readdir(store).catch(() => []);
        const files = names.filter((name) => name.endsWith('.json'));
        return Promise.all(
          files.map(async (name) => JSON.parse(await readFile(join(store, name), 'utf8')) as Record<string, unknown>),
        );
      },
      mails: () => readFile(mailbox, 'utf8'),
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid!, 'SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  },
}); // prettier-ignore

const post = (php: Php, body: unknown): Promise<Response> =>
  fetch(`${php.origin}/messages.php`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const ID = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
const countOf = (text: string, part: string): number => text.split(part).length - 1;

for (const profile of ['harreman', 'form'])
  test(`a message is kept and mailed as it was written, with the profile ${profile}`, async ({
    page,
    php,
    startSite,
  }) => {
    const cdn = await startSite();
    const head = script(cdn, '/messages.php', `data-profile="${profile}"`);
    await php.put('index.html', html({ head, body: '<harreman-contact-form></harreman-contact-form>' }));
    await page.goto(`${php.origin}/index.html`);
    const form = contactForm(page);
    await fillIn(form);
    await send(form);
    await expect(endPanel(form)).toBeVisible();
    const [message, ...more] = await php.kept();
    expect(more).toEqual([]);
    const lines = (text: unknown) => String(text).replaceAll('\r\n', '\n');
    expect({ ...message, message: lines(message!['message']) }).toMatchObject(QUESTION);
    const mail = await php.mails();
    expect(mail).toMatch(/^To: you@example\.com\r?\n/m);
    expect(mail).toMatch(/^Reply-To: ane@example\.com\r?$/m);
    expect(mail).toContain(QUESTION.name);
    expect(mail).toContain('გამარჯობა');
  });

test('a try that is repeated, ten times at once, is kept and mailed once, and each is told yes', async ({
  php,
}) => {
  const message = { submission_id: ID, widget: 'contact', name: 'Ane', email: 'ane@example.com', message: 'Kaixo' };
  const replies = await Promise.all(Array.from({ length: 10 }, () => post(php, message)));
  for (const reply of replies) {
    expect(reply.status).toBe(200);
    expect(await reply.json()).toEqual({ ok: true, submission_id: ID });
  }
  expect(await php.kept()).toEqual([message]);
  expect(countOf(await php.mails(), 'Subject:')).toBe(1);
}); // prettier-ignore

test('nothing that is written becomes a header of the mail, or a file elsewhere', async ({ php }) => {
  const evil = 'Ane\r\nBcc: everybody@example.com\r\n\r\nHello';
  const refused = await post(php, { submission_id: ID, email: `ane@example.com\r\nBcc: all@example.com` });
  expect(refused.status).toBe(422);
  expect((await post(php, { submission_id: '../../evil', message: 'x' })).status).toBe(400);
  expect((await post(php, { submission_id: `${ID}\n`, message: 'x' })).status).toBe(400);
  expect((await post(php, { submission_id: [ID], message: 'x' })).status).toBe(400);
  expect((await post(php, { submission_id: ID, email: ['a@b.example'] })).status).toBe(422);
  expect(await php.kept()).toEqual([]);
  expect(await php.mails()).toBe('');

  const taken = await post(php, { submission_id: ID, name: evil, subject: evil, message: evil, email: 'ane@example.com' });
  expect(taken.status).toBe(200);
  const [headers = ''] = (await php.mails()).split(/\r?\n\r?\n/);
  expect(headers).toContain('Reply-To: ane@example.com');
  expect(headers).not.toContain('Bcc');
}); // prettier-ignore

test('what is no message is refused, whatever it is', async ({ php }) => {
  for (const body of ['', 'null', '7', '"text"', '[]', '{', '{"submission_id":null}'])
    expect((await post(php, body)).status, body).toBe(400);
  expect((await post(php, `{"message":"${'x'.repeat(400_000)}"}`)).status).toBe(413);
  expect(await php.kept()).toEqual([]);
});

test('an address that the file refuses is told at its field', async ({ page, php, startSite }) => {
  const cdn = await startSite();
  const head = script(cdn, '/messages.php', 'data-profile="harreman"');
  await php.put('index.html', html({ head, body: '<harreman-contact-form></harreman-contact-form>' }));
  await page.goto(`${php.origin}/index.html`);
  const form = contactForm(page);
  // Right for a browser, and not for PHP.
  await fillIn(form, { ...QUESTION, email: 'ane.@example.com' });
  await send(form);
  await expect(errorAt(form, 'email')).toContainText('Is this address right?');
  expect(await php.kept()).toEqual([]);
});
