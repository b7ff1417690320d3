import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { cookieOf, signedIn } from './inbox-client.js';
import { contact, startTestReceiver } from './receiver.js';
import { submission } from './store-contract.js';

const withInbox = async (t: TestContext) => {
  const receiver = await startTestReceiver(t);
  const keep = async (fields: Record<string, unknown>) => receiver.kept(await receiver.post(contact(fields)));
  return { receiver, keep, inbox: await signedIn(receiver) };
};

const excerpts = (page: string) =>
  [...page.matchAll(/<th role="rowheader"[^]*?<bdi[^>]*>(.*?)<\/bdi>/g)].map((match) => match[1]);
const titleOf = (page: string) => /<title>(.*?)<\/title>/.exec(page)?.[1];

it('says that nothing has arrived yet', async (t) => {
  const { inbox } = await withInbox(t);
  assert.match(await inbox.page('/inbox'), /No message has arrived yet\./);
  assert.match(await inbox.page('/inbox?quarantine=yes'), /The quarantine is empty\./);
});

it('lists messages newest first, page by page', async (t) => {
  const { keep, inbox } = await withInbox(t);
  for (let i = 1; i <= 52; i++) {
    await keep({ subject: `Message ${i}` });
    await new Promise((resolve) => setTimeout(resolve, 1)); // Another millisecond, another place in the list.
  }
  const first = await inbox.page('/inbox');
  assert.equal(excerpts(first).length, 50);
  assert.deepEqual(excerpts(first).slice(0, 2), ['Message 52', 'Message 51']);
  assert.match(first, /Messages \(52 new\)/);
  const older = /href="([^"]+)">Older messages/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const second = await inbox.page(older);
  assert.deepEqual(excerpts(second), ['Message 2', 'Message 1']);
  assert.match(second, /<a href="\/inbox">Newest messages<\/a>/);
  assert.doesNotMatch(second, /Older messages/);
  assert.equal(
    excerpts(await inbox.page('/inbox?after=nonsense&state=nonsense')).length,
    50,
    'a bad address still shows the list',
  );
});

it('filters by words, topic, state and quarantine, and keeps the filter in its links', async (t) => {
  const { keep, inbox, receiver } = await withInbox(t);
  const complaint = await keep({ subject: 'Matxura', topic: 'complaint' });
  await keep({ subject: 'Galdera', topic: 'question', name: 'Šarlote' });
  await keep({ subject: 'Casino', spam_score: 100 });
  assert.deepEqual(excerpts(await inbox.page('/inbox')), ['Galdera', 'Matxura']);
  assert.deepEqual(excerpts(await inbox.page('/inbox?quarantine=yes')), ['Casino']);
  assert.deepEqual(excerpts(await inbox.page('/inbox?topic=complaint')), ['Matxura']);
  assert.deepEqual(excerpts(await inbox.page('/inbox?q=sarlote')), ['Galdera']);
  assert.deepEqual(
    excerpts(await inbox.page(`/inbox?q=${complaint.reference.toLowerCase().replaceAll('-', '+')}`)),
    ['Matxura'],
    'a reference as people type it',
  );
  await receiver.store.setState(complaint.id, 'answered');
  const answered = await inbox.page('/inbox?state=answered&q=mat');
  assert.deepEqual(excerpts(answered), ['Matxura']);
  assert.match(answered, /href="\/inbox\/export\.csv\?state=answered&amp;q=mat"/);
  assert.match(answered, /<option value="answered" selected>/);
  assert.match(await inbox.page('/inbox?q=zzz'), /No message matches\./);
});

it('finds messages by the days on which they came, by the clocks of the company, and exports those', async (t) => {
  const { inbox, receiver } = await withInbox(t); // In Madrid, two hours before UTC in summer.
  for (const [message, receivedAt] of [
    ['July', '2026-07-31T21:59:59.999Z'],
    ['August', '2026-07-31T22:00:00.000Z'],
    ['last', '2026-08-31T21:59:59.999Z'],
    ['September', '2026-08-31T22:00:00.000Z'],
  ] as const)
    await receiver.store.insert(submission({ receivedAt, fields: { message } }));
  const page = await inbox.page('/inbox?from=2026-08-01&to=2026-08-31');
  assert.deepEqual(excerpts(page), ['last', 'August']);
  assert.match(
    page,
    /name="from" type="date" value="2026-08-01"[^]*name="to" type="date" value="2026-08-31"/,
  );
  assert.match(page, /href="\/inbox\/export\.csv\?from=2026-08-01&amp;to=2026-08-31"/);
  assert.match(page, /Show all/);
  for (const format of ['csv', 'ndjson']) {
    const sheet = await inbox.page(`/inbox/export.${format}?from=2026-08-01&to=2026-08-31`);
    assert.deepEqual(
      ['July', 'August', 'last', 'September'].filter((text) => sheet.includes(`"${text}"`)),
      ['August', 'last'],
    );
  }
  assert.deepEqual(excerpts(await inbox.page('/inbox?to=2026-07-31')), ['July']);
  assert.deepEqual(excerpts(await inbox.page('/inbox?from=2026-09-01&to=31.8.2026')), ['September']);
});

it('leads from a message back to the list from which it was opened, and forgets that list at the end', async (t) => {
  const { keep, inbox } = await withInbox(t);
  const { id } = await keep({ topic: 'complaint', subject: 'Matxura' });
  const backFrom = async (list: string, message = `/inbox/${id}`) => {
    const Cookie = `${inbox.cookie}; ${cookieOf(await inbox.get(list))}`;
    return /<main[^]*?href="([^"]*)"/.exec(await (await inbox.get(message, { Cookie })).text())?.[1];
  };
  const narrowed = '/inbox?state=new&topic=complaint&q=%E1%83%A8&from=2026-08-01';
  assert.equal(await backFrom(narrowed), narrowed.replaceAll('&', '&amp;'));
  assert.equal(await backFrom('/inbox?quarantine=yes'), '/inbox?quarantine=yes');
  assert.equal(await backFrom('/inbox'), '/inbox');
  assert.equal(
    await backFrom(`/inbox?q=${'%E1%83%A8'.repeat(200)}&topic=${'%E1%83%A8'.repeat(100)}`),
    '/inbox',
    'more than a browser keeps',
  );
  const end = await inbox.submit('/inbox/sign-out', {});
  assert.match(end.headers.getSetCookie().join('\n'), /harreman_list=; Max-Age=0/);
});

it('shows everything that was sent, and where it came from', async (t) => {
  const { keep, inbox } = await withInbox(t);
  const earlier = await keep({});
  const row = await keep({
    topic: 'complaint',
    subject: 'დაზიანებული ტუმბო',
    message: 'გამარჯობა,\n\nტუმბო გაფუჭდა.',
    name: 'ნინო',
    email: 'nino@example.ge',
    phone: '+995 322 00-00-00',
    locale: 'ka',
    order_number: 'A-17',
    remedy: 'repair',
    consent_text: 'ვეთანხმები',
    consent_at: '2026-11-22T10:00:00Z',
    page_url: 'https://shop.example/ka?x=1&y=2',
    referrer: 'data:text/html,x',
    utm_source: 'newsletter',
    regarding: earlier.id,
    possible_duplicate: true,
    company: 'Ur Garbia',
    colours: ['gorria', 'urdina'],
    employees: 12,
    agreed: true,
  });
  const page = await inbox.page(`/inbox/${row.id}`);
  for (const text of [
    `<h1>Message ${row.reference}</h1>`,
    '<bdi>Complaint</bdi>',
    '<bdi lang="ka">დაზიანებული ტუმბო</bdi>',
    '<div class="text" dir="auto" lang="ka">გამარჯობა,\n\nტუმბო გაფუჭდა.</div>',
    '>ნინო</span></dd>',
    'href="tel:+995322000000"',
    '>A-17</span></dd>',
    '>Georgian (ka)</span></dd>',
    '>Repair</span></dd>',
    '>ვეთანხმები</span></dd>',
    '<a href="https://shop.example/ka?x=1&amp;y=2" rel="noreferrer noopener">',
    '>data:text/html,x</span></dd>',
    '>newsletter</span></dd>',
    `<a href="/inbox/${earlier.id}">`,
    'this may be here twice',
    '<dt><bdi>company</bdi></dt>',
    '>Ur Garbia</span></dd>',
    '<li dir="auto">urdina</li>',
    '>12</span></dd>',
    '>Yes</span></dd>',
  ]) {
    assert.ok(page.includes(text), text);
  }
  const subject = encodeURIComponent(`Re: დაზიანებული ტუმბო [${row.reference}]`);
  assert.ok(page.includes(`href="mailto:nino@example.ge?subject=${subject}"`));
});

it('shows what visitors write as text, and keeps it out of titles', async (t) => {
  const { keep, inbox } = await withInbox(t);
  const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>' {{7*7}} &amp;`;
  const escaped =
    '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&#39; {{7*7}} &amp;amp;';
  const row = await keep({
    subject: evil,
    message: evil,
    name: evil,
    topic: evil,
    locale: '"><script>',
    page_url: `https://x.example/${evil}`,
    [evil.slice(0, 90)]: evil,
  });
  for (const path of [
    '/inbox',
    `/inbox?topic=${encodeURIComponent(evil)}&q=${encodeURIComponent(evil)}`,
    `/inbox/${row.id}`,
  ]) {
    const page = await inbox.page(path);
    assert.ok(page.includes(escaped), path);
    assert.doesNotMatch(page, /<script|<img/, path);
    assert.match(titleOf(page) ?? '', /^(?:Messages|Message [\w-]+) – Inbox$/, path);
  }
});

it('links to web pages only', async (t) => {
  const { keep, inbox } = await withInbox(t);
  for (const address of [
    'data:text/html,x',
    'JaVa\tscript:alert(1)',
    'vbscript:x',
    '//evil.example',
    'file:///etc/passwd',
  ]) {
    const row = await keep({
      page_url: address,
      consent_url: address,
      referrer: address,
      regarding: undefined,
    });
    const page = await inbox.page(`/inbox/${row.id}`);
    assert.ok(page.includes(address), 'shown as text');
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');
    assert.deepEqual(
      links.filter((href) => !/^\/inbox(?:$|[/?])/.test(href)),
      [],
      address,
    );
  }
});

it('writes a reply that no subject or address can add recipients to', async (t) => {
  const { keep, inbox } = await withInbox(t);
  const subject = 'Kaixo\r\nBcc: all@example.com&cc=x@example.com?body=y';
  const row = await keep({ email: "o'brien+x&cc=evil%0Abcc@example.com", subject });
  const link =
    /href="(mailto:[^"]+)"/
      .exec(await inbox.page(`/inbox/${row.id}`))?.[1]
      ?.replaceAll('&amp;', '&')
      .replaceAll('&#39;', "'") ?? '';
  const url = new URL(link);
  assert.deepEqual([...url.searchParams.keys()], ['subject']);
  assert.equal(
    url.searchParams.get('subject'),
    `Re: Kaixo Bcc: all@example.com&cc=x@example.com?body=y [${row.reference}]`,
  );
  assert.equal(decodeURIComponent(url.pathname), "o'brien+x&cc=evil%0Abcc@example.com");
});

it('keeps track of what was read and answered', async (t) => {
  const { keep, inbox } = await withInbox(t);
  const { id } = await keep({});
  assert.match(await inbox.page(`/inbox/${id}`), /State: new/, 'looking changes nothing');
  assert.match(await inbox.page(`/inbox/${id}`), /State: new/);
  for (const state of ['read', 'answered', 'new']) {
    const response = await inbox.submit(`/inbox/${id}/state`, { state });
    assert.deepEqual([response.status, response.headers.get('location')], [303, `/inbox/${id}`]);
    assert.match(await inbox.page(`/inbox/${id}`), new RegExp(`State: ${state}`));
  }
  assert.equal((await inbox.submit(`/inbox/${id}/state`, { state: 'deleted' })).status, 400);
  assert.equal(
    (
      await inbox.submit(`/inbox/${id.replace(/^./, (c) => (c === '0' ? '1' : '0'))}/state`, {
        state: 'read',
      })
    ).status,
    404,
  );
});

it('moves a message out of quarantine', async (t) => {
  const { keep, inbox } = await withInbox(t);
  const { id } = await keep({ spam_score: 100, subject: 'Benetakoa' });
  const page = await inbox.page(`/inbox/${id}`);
  assert.match(page, /This looks as if a machine had written it\./);
  assert.equal((await inbox.submit(`/inbox/${id}/quarantine`, { quarantined: 'no' })).status, 303);
  assert.deepEqual(excerpts(await inbox.page('/inbox')), ['Benetakoa']);
  assert.doesNotMatch(await inbox.page(`/inbox/${id}`), /This looks as if a machine/);
});

it('says so in a page when the database does not answer', async (t) => {
  const { keep, inbox, receiver } = await withInbox(t);
  await keep({});
  t.mock.method(Object.getPrototypeOf(receiver.store), 'list', () => Promise.reject(new Error('SECRET')));
  const response = await inbox.get('/inbox');
  assert.equal(response.status, 503);
  assert.match(await response.text(), /The messages are safe\./);
  assert.ok(receiver.logs.some((line) => line.includes('inbox failed')));
  assert.ok(!receiver.logs.some((line) => line.includes('SECRET')));
});
