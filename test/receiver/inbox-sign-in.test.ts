import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { generatedPassword, passwordCheck } from '../../demo/receiver/inbox/password.js';
import { Sessions, SESSION_TTL_MS } from '../../demo/receiver/inbox/sessions.js';
import { cookieOf, inboxClient, signedIn, signIn } from './inbox-client.js';
import { contact, PASSWORD, startTestReceiver } from './receiver.js';
import { temporaryFolder } from './support.js';

it('shows nothing to who has not signed in', async (t) => {
  const receiver = await startTestReceiver(t);
  const { id } = await receiver.kept(await receiver.post(contact()));
  for (const [path, target] of [
    ['/inbox', '/inbox/sign-in'],
    ['/inbox/export.csv', '/inbox/sign-in'],
    ['/inbox/export.ndjson', '/inbox/sign-in'],
    [`/inbox/${id}`, `/inbox/sign-in?message=${id}`],
    [`/inbox/${id}/files/x`, '/inbox/sign-in'],
    ['/inbox/https:%2F%2Fevil.example', '/inbox/sign-in'],
  ] as const) {
    for (const cookie of ['', 'harreman_inbox=x', `harreman_inbox=${Date.now() + 9e9}.nonce.`]) {
      const response = await inboxClient(receiver.url, cookie).get(path);
      assert.deepEqual([response.status, response.headers.get('location')], [303, target], path);
      assert.equal(await response.text(), '');
    }
  }
  const post = await inboxClient(receiver.url, '').post(`/inbox/${id}/state`, { state: 'read' });
  assert.equal(post.status, 303);
  assert.equal((await receiver.store.get(id))?.state, 'new');
});

it('signs in with the password and leads to the message that was asked for', async (t) => {
  const receiver = await startTestReceiver(t);
  const { id } = await receiver.kept(await receiver.post(contact()));
  const response = await fetch(`${receiver.url}/inbox/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ password: PASSWORD, message: id }),
  });
  assert.deepEqual([response.status, response.headers.get('location')], [303, `/inbox/${id}`]);
  const [cookie = ''] = response.headers.getSetCookie();
  assert.match(cookie, /^harreman_inbox=[\w.-]+; Max-Age=43200; Path=\/inbox; HttpOnly; SameSite=Lax$/);
  assert.match(await inboxClient(receiver.url, cookieOf(response)).page(`/inbox/${id}`), /<h1>Message /);

  for (const message of ['//evil.example', 'https://evil.example', '../x', `${id}/files/1`]) {
    const elsewhere = await fetch(`${receiver.url}/inbox/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ password: PASSWORD, message }),
    });
    assert.equal(elsewhere.headers.get('location'), '/inbox', message);
  }
});

it('marks the cookie Secure behind a proxy that ends HTTPS, and only believes a trusted one', async (t) => {
  const headers = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '203.0.113.1' };
  const trusting = await startTestReceiver(t, { trustedProxies: 1 });
  assert.match((await signIn(trusting.url, PASSWORD, headers)).headers.get('set-cookie') ?? '', /; Secure/);
  const direct = await startTestReceiver(t);
  assert.doesNotMatch(
    (await signIn(direct.url, PASSWORD, headers)).headers.get('set-cookie') ?? '',
    /; Secure/,
  );
});

it('lets in who has signed in on this device before, however many others guess', async (t) => {
  const receiver = await startTestReceiver(t, { trustedProxies: 1 });
  const from = (address: string, Cookie = '') => ({ 'X-Forwarded-For': address, Cookie });
  const [, device = ''] = (await signIn(receiver.url, PASSWORD, from('203.0.113.1'))).headers.getSetCookie();
  assert.match(
    device,
    /^harreman_device=[\w.-]+; Max-Age=31536000; Path=\/inbox\/sign-in; HttpOnly; SameSite=Lax$/,
  );
  const cookie = device.split(';')[0]!;
  const guesses = Array.from({ length: 60 }, (_, i) =>
    signIn(receiver.url, 'a guess', from(`198.51.100.${i}`)),
  );
  const refusals = (await Promise.all(guesses)).filter(({ status }) => status === 429);
  assert.ok(refusals.length > 0, 'guesses have a limit for all addresses together');
  const again = async (password: string, address: string, known: string) =>
    (await signIn(receiver.url, password, from(address, known))).status;
  for (const forged of ['', 'harreman_device=x', `${cookie}x`]) {
    const tries = Array.from({ length: 5 }, (_, i) => again(PASSWORD, `203.0.113.${i}`, forged));
    assert.ok((await Promise.all(tries)).includes(429), forged);
  }
  assert.equal(await again(PASSWORD, '203.0.113.1', cookie), 303);
  // Who has the cookie may not guess for ever, wherever they are.
  const tries = [];
  for (let i = 0; i < 6; i++) tries.push(await again('a guess', `198.51.100.${100 + i}`, cookie));
  assert.deepEqual(tries, [403, 403, 403, 403, 403, 429]);
});

it('refuses other passwords, and lets nobody try many', async (t) => {
  const receiver = await startTestReceiver(t);
  for (const password of ['', 'wrong', `${PASSWORD}x`, PASSWORD.toUpperCase(), 'x'.repeat(5_000)]) {
    const response = await signIn(receiver.url, password);
    assert.equal(response.status, 403, password.slice(0, 20));
    assert.equal(response.headers.get('set-cookie'), null);
    assert.match(await response.text(), /aria-invalid="true" aria-describedby="problem"/);
  }
  const limited = await signIn(receiver.url, PASSWORD);
  assert.equal(limited.status, 429, 'even the right one');
  const wait = Number(limited.headers.get('retry-after'));
  assert.ok(wait > 0 && wait <= 30, `${wait} seconds`);
  assert.ok((await limited.text()).includes(`Wait ${wait} seconds`));
  assert.equal((await signIn(receiver.url, 'x'.repeat(10_000))).status, 413);
});

it('forgets failures after a success', async (t) => {
  const receiver = await startTestReceiver(t);
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 4; i++) assert.equal((await signIn(receiver.url, 'wrong')).status, 403);
    assert.equal((await signIn(receiver.url, PASSWORD)).status, 303);
  }
});

it('lets no page of another site sign in or send a form', async (t) => {
  const receiver = await startTestReceiver(t);
  const { id } = await receiver.kept(await receiver.post(contact()));
  for (const headers of [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: `${receiver.url}.evil.example` },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site', 'Origin': receiver.url },
  ]) {
    const response = await signIn(receiver.url, PASSWORD, headers);
    assert.equal(response.status, 403);
    assert.equal(response.headers.get('set-cookie'), null);
  }
  assert.equal((await signIn(receiver.url, PASSWORD, { Origin: receiver.url })).status, 303);

  const inbox = await signedIn(receiver);
  const csrf = /name="csrf" value="([^"]+)"/.exec(await inbox.page('/inbox'))?.[1] ?? '';
  const other = await signedIn(receiver);
  const otherToken = /name="csrf" value="([^"]+)"/.exec(await other.page('/inbox'))?.[1] ?? '';
  assert.notEqual(csrf, otherToken);
  for (const token of ['', 'x', otherToken, `${csrf}x`]) {
    const response = await inbox.post(`/inbox/${id}/state`, { state: 'answered', csrf: token });
    assert.equal(response.status, 403, token);
  }
  const crossSite = await inbox.post(
    `/inbox/${id}/state`,
    { state: 'answered', csrf },
    { Origin: 'https://evil.example' },
  );
  assert.equal(crossSite.status, 403);
  assert.equal((await receiver.store.get(id))?.state, 'new');
  assert.equal((await inbox.post(`/inbox/${id}/state`, { state: 'answered', csrf })).status, 303);
  assert.equal((await receiver.store.get(id))?.state, 'answered');
});

it('signs out', async (t) => {
  const receiver = await startTestReceiver(t);
  const inbox = await signedIn(receiver);
  const response = await inbox.submit('/inbox/sign-out', {});
  assert.equal(response.headers.get('location'), '/inbox/sign-in');
  assert.match(response.headers.get('set-cookie') ?? '', /^harreman_inbox=; Max-Age=0; Path=\/inbox/);
});

it('gives every page headers that keep it from being framed, sniffed, cached or scripted', async (t) => {
  const receiver = await startTestReceiver(t);
  const { id } = await receiver.kept(await receiver.post(contact({ message: '<script>alert(1)</script>' })));
  const inbox = await signedIn(receiver);
  for (const path of [
    '/inbox',
    `/inbox/${id}`,
    '/inbox/sign-in',
    '/inbox/export.csv',
    '/inbox/export.ndjson',
    '/inbox/nothing',
  ]) {
    const { headers } = await inbox.get(path);
    assert.match(
      headers.get('content-security-policy') ?? '',
      /default-src 'none'.*frame-ancestors 'none'/,
      path,
    );
    assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe|script-src/, path);
    assert.equal(headers.get('cache-control'), 'no-store', path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(headers.get('x-frame-options'), 'DENY', path);
    assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
    assert.equal(headers.get('access-control-allow-origin'), null, path);
  }
  for (const path of ['/inbox', `/inbox/${id}`, '/inbox/sign-in']) {
    assert.doesNotMatch(await inbox.page(path), /<script|<style| style=| on\w+=/, path);
  }
});

it('shares sessions between receivers of one database and password, and ends them with a new password', () => {
  let now = 1_000_000;
  const clock = () => now;
  const cookie = new Sessions('secret', 'password', clock).issue();
  const session = new Sessions('secret', 'password', clock).read(cookie);
  assert.ok(session);
  assert.equal(new Sessions('secret', 'another', clock).read(cookie), undefined);
  assert.equal(new Sessions('another', 'password', clock).read(cookie), undefined);

  const [expiry, nonce, signature] = cookie.split('.');
  for (const forged of [
    `${Number(expiry) + 1}.${nonce}.${signature}`,
    `${expiry}.x.${signature}`,
    `${expiry}.${nonce}.${session.csrfToken}`,
    `${cookie}.x`,
    '',
  ]) {
    assert.equal(new Sessions('secret', 'password', clock).read(forged), undefined, forged);
  }
  now += SESSION_TTL_MS + 1;
  assert.equal(new Sessions('secret', 'password', clock).read(cookie), undefined);
});

it('generates a password once, and keeps it where only this user can read it', async (t) => {
  const dataDir = join(await temporaryFolder(t), 'new');
  const [first, second] = await Promise.all([generatedPassword(dataDir), generatedPassword(dataDir)]);
  assert.match(first.password, /^(?:[a-z0-9]{4}-){4}[a-z0-9]{4}$/);
  assert.equal(second.password, first.password);
  assert.equal((await stat(first.file)).mode & 0o777, 0o600);
  assert.equal((await stat(dataDir)).mode & 0o777, 0o700);
  assert.equal((await readFile(first.file, 'utf8')).trim(), first.password);
  await writeFile(first.file, '');
  await assert.rejects(generatedPassword(dataDir), /inbox-password\.txt is empty/);
});

it('accepts a password typed on another keyboard, and no other', async () => {
  const check = passwordCheck('Donostia-ñandú');
  assert.equal(await check('Donostia-ñandú'.normalize('NFD')), true);
  assert.equal(await check(' Donostia-ñandú '), true);
  assert.equal(await check('Donostia-nandu'), false);
});
