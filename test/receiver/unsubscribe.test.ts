import assert from 'node:assert/strict';
import { it } from 'node:test';
import { previewOf, startInviting, unsubscribeUrl } from './inviting.js';
import { textOf } from './mail-server.js';

const setUp = async (...parameters: Parameters<typeof startInviting>) => {
  const inviting = await startInviting(...parameters);
  await inviting.invite('email,name,lang\nnino@example.ge,ნინო,ka\n');
  const [mail] = await inviting.mailsTo('nino@example.ge');
  const status = async () =>
    (await inviting.receiver.store.surveys.invitations('visit', undefined, 9, 0))[0]?.status;
  return { ...inviting, mail: mail!, url: unsubscribeUrl(inviting.receiver, mail!), status };
};

it('offers to stop in the text of each mail and, for mail programs, in its header', async (t) => {
  const { mail } = await setUp(t);
  const header = mail.headers.get('list-unsubscribe')!;
  assert.match(
    header,
    /^<https:\/\/receiver\.example\/unsubscribe\/[\w-]{34}>$/,
    'one HTTPS address, unfolded',
  );
  assert.equal(mail.headers.get('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
  assert.ok(textOf(mail).includes(header.slice(1, -1)));
});

it('does nothing when the link is opened, as often as scanners like', async (t) => {
  const { url, status, receiver } = await setUp(t);
  for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS']) await fetch(url, { method });
  assert.equal(await status(), 'sent');
  assert.deepEqual(await receiver.store.surveys.suppressions(9), []);
  const page = await fetch(url);
  const html = await page.text();
  assert.match(html, /<html lang="ka">/, 'in the language of the invitation');
  assert.match(html, /<form method="post">/);
  assert.ok(!html.includes('nino'), 'the page names nobody');
  assert.match(page.headers.get('content-security-policy')!, /form-action 'self'/);
  assert.equal(page.headers.get('set-cookie'), null);
});

it('stops for good at one click in a mail program, without a cookie and without a redirect', async (t) => {
  const { url, status, inbox, receiver, invite, server } = await setUp(t);
  const click = () =>
    fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Origin': 'https://mail.example' },
      body: 'List-Unsubscribe=One-Click',
      redirect: 'error',
    });
  const answer = await click();
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /აღარ გამოგიგზავნით/);
  assert.equal((await click()).status, 200, 'as often as they like');
  assert.equal(await status(), 'unsubscribed');
  const preview = await previewOf(receiver, inbox, 'email,reference\nNino@Example.ge,2\n');
  assert.match(preview, /wants no invitations/);
  await invite('email,reference\nNino@Example.ge,2\n');
  assert.equal(server.mails.length, 1);
  assert.match(await inbox.page('/inbox/suppressions'), /nino@example\.ge[^]*Wants none/);
  assert.ok(receiver.logs.some((line) => line.includes('unsubscribed')));
  assert.ok(receiver.logs.every((line) => !line.includes('nino') && !line.includes(url.split('/').at(-1)!)));
});

it('takes no link that was altered or cut off, and says so in the visitor’s language', async (t) => {
  const { url, status } = await setUp(t);
  const end = url.endsWith('AAAA') ? 'BBBB' : 'AAAA';
  for (const wrong of [url.slice(0, -4), url.slice(0, -4) + end, `${url}x`]) {
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(wrong, { method, headers: { 'Accept-Language': 'lv, en' } });
      assert.equal(answer.status, 404);
      assert.match(await answer.text(), /Šī saite nav pilnīga/);
    }
  }
  assert.equal(await status(), 'sent');
});
