import assert from 'node:assert/strict';
import { request, type IncomingHttpHeaders } from 'node:http';
import { it } from 'node:test';
import { Repeats } from '../../demo/receiver/plain-form/repeats.js';
import { referenceOf } from '../../src/submission/reference.js';
import { startTestReceiver, type TestReceiver } from './receiver.js';

const PAGE = 'https://shop.example/contact';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** What a browser sends for a form without a script. Node's `fetch` writes a `Sec-Fetch-Mode` of its own. */
const submit = async (
  { url }: Pick<TestReceiver, 'url'>,
  fields: Readonly<Record<string, string>> | FormData,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const whole = new Response(fields instanceof FormData ? fields : new URLSearchParams(fields));
  const body = Buffer.from(await whole.arrayBuffer());
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${url}/submissions`,
      {
        method: 'POST',
        headers: {
          'Content-Type': whole.headers.get('content-type')!,
          'Accept': 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
          'Accept-Language': 'eu-ES,eu;q=0.9,en;q=0.5',
          'Referer': PAGE,
          'Sec-Fetch-Mode': 'navigate',
          ...headers,
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }));
      },
    );
    outgoing.on('error', reject).end(body);
  });
};

/** The page that the browser is led to after an accepted form. */
const thanks = async (
  { url }: Pick<TestReceiver, 'url'>,
  answer: Answer,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ response: Response; text: string }> => {
  assert.equal(answer.status, 303, answer.text);
  const response = await fetch(url + answer.headers.location!, { headers });
  return { response, text: await response.text() };
};

it('fills in what the script would have said, and leads to a page with the reference', async (t) => {
  const receiver = await startTestReceiver(t);
  const answer = await submit(
    receiver,
    { topic: 'suggestion', name: 'Ane', email: 'ane@example.eus', message: 'Kaixo', about_service: 'all' },
    { Referer: 'https://shop.example/contact?utm_source=spring&email=ane%40example.eus#form' },
  );
  const [row] = await receiver.rows();
  const { created_at, ...fields } = row!.fields;
  assert.deepEqual(fields, {
    submission_id: row!.id,
    reference: referenceOf(row!.id),
    widget: 'contact',
    locale: 'eu-ES',
    page_url: 'https://shop.example/contact?utm_source=spring',
    utm_source: 'spring',
    topic: 'suggestion',
    name: 'Ane',
    email: 'ane@example.eus',
    message: 'Kaixo',
    about_service: 'all',
  });
  assert.ok(Math.abs(Date.parse(String(created_at)) - Date.now()) < 10_000);

  const { response, text } = await thanks(receiver, answer, { Referer: PAGE });
  assert.equal(response.status, 200);
  assert.match(text, /<html lang="eu">/);
  assert.match(text, /<h1>Eskerrik asko zure iradokizunagatik<\/h1>/);
  assert.ok(text.includes(row!.reference));
  assert.ok(text.includes(`href="${PAGE}"`));
  const policy = response.headers.get('content-security-policy')!;
  assert.match(policy, /default-src 'none'; style-src 'self'/);
  assert.doesNotMatch(policy, /script-src|unsafe/);
  const style = /<link rel="stylesheet" href="([^"]+)"/.exec(text)![1]!;
  assert.match((await fetch(receiver.url + style)).headers.get('content-type')!, /^text\/css/);
});

it('keeps what the form itself says', async (t) => {
  const receiver = await startTestReceiver(t);
  const given = {
    submission_id: '00000000-0000-4000-8000-000000000001',
    locale: 'ka',
    page_url: 'https://shop.example/ka/',
    created_at: '2026-11-22T10:00:00.000Z',
    widget: '',
    message: 'გამარჯობა',
  };
  const answer = await submit(receiver, given);
  const [row] = await receiver.rows();
  const reference = referenceOf(given.submission_id);
  assert.deepEqual(row?.fields, { ...given, widget: 'contact', reference });
  assert.match((await thanks(receiver, answer)).text, /<html lang="ka">/);
});

it('takes a form over plain HTTP, where browsers do not say that they navigate', async (t) => {
  const receiver = await startTestReceiver(t);
  const answer = await submit(receiver, { message: 'Kaixo' }, { 'Sec-Fetch-Mode': '' });
  assert.equal(answer.status, 303);
});

it('fills in nothing for scripts, and answers them with JSON', async (t) => {
  const receiver = await startTestReceiver(t);
  for (const headers of [
    { 'Sec-Fetch-Mode': 'cors' },
    { 'Sec-Fetch-Mode': '', 'Accept': 'application/json, text/html;q=0.5' },
    { 'Sec-Fetch-Mode': '', 'Accept': '*/*' },
  ]) {
    const answer = await submit(receiver, { message: 'Kaixo', widget: 'contact' }, headers);
    assert.equal(answer.status, 422);
    assert.match(answer.text, /"submission_id","code":"required"/);
  }
  const json = await submit(receiver, { message: 'Kaixo' }, { 'Content-Type': 'application/json' });
  assert.deepEqual([json.status, json.headers['content-type']], [400, 'application/json']);
  assert.equal((await receiver.rows()).length, 0);
});

it('makes do without Referer and Accept-Language, and with nonsense in them', async (t) => {
  const receiver = await startTestReceiver(t);
  for (const [headers, page, locale] of [
    [{ 'Referer': '', 'Accept-Language': '' }, '', 'und'],
    [
      { 'Referer': '', 'Accept-Language': '', 'Origin': 'https://shop.example' },
      'https://shop.example/',
      'und',
    ],
    [{ 'Referer': 'no address', 'Accept-Language': '*, "><script>, de_DE;q=0' }, '', 'und'],
    [{ 'Referer': '', 'Origin': 'null', 'Accept-Language': 'x;q=1, fr;q=0.2, pt-BR;q=0.7' }, '', 'pt-BR'],
  ] as const) {
    const answer = await submit(receiver, { message: JSON.stringify(headers) }, headers);
    const id = /[\da-f-]{36}$/.exec(answer.headers.location ?? '')?.[0] ?? '';
    const row = await receiver.store.get(id);
    assert.deepEqual([row?.fields['page_url'], row?.fields['locale']], [page, locale], answer.text);
  }
});

it('keeps files', async (t) => {
  const receiver = await startTestReceiver(t);
  const form = new FormData();
  form.append('message', 'Ikusi irudia');
  form.append('attachment', new File(['kaixo'], 'oharra.txt'));
  form.append('attachment2', new File([], '')); // A control where nothing was chosen.
  assert.equal((await submit(receiver, form)).status, 303);
  const [row] = await receiver.rows();
  assert.deepEqual(
    row?.files.map(({ name, field, size }) => [name, field, size]),
    [['oharra.txt', 'attachment', 5]],
  );
});

it('keeps one row of a form that is sent twice, one after the other or at once', async (t) => {
  const receiver = await startTestReceiver(t);
  const form = () => {
    const data = new FormData();
    data.append('message', 'Kaixo\r\nmundua');
    data.append('attachment', new File(['kaixo'], 'oharra.txt'));
    return data; // With a boundary of its own each time, as browsers do it.
  };
  const answers = await Promise.all(Array.from({ length: 5 }, () => submit(receiver, form())));
  answers.push(await submit(receiver, form()));
  assert.equal(new Set(answers.map(({ headers }) => headers.location)).size, 1);
  assert.equal((await receiver.rows()).length, 1);

  await submit(receiver, form(), { 'User-Agent': 'another browser at the same address' });
  await submit(receiver, { message: 'Kaixo\r\nmundua' });
  assert.equal((await receiver.rows()).length, 3, 'another browser and another content are other messages');
});

it('takes a repeat for one within two minutes only, and remembers a bounded number', () => {
  let now = 0;
  const repeats = new Repeats(120_000, 2, () => now);
  assert.equal(repeats.firstId('a', '1'), '1');
  now = 119_999;
  assert.equal(repeats.firstId('a', '2'), '1');
  now = 120_000;
  assert.equal(repeats.firstId('a', '3'), '3');
  repeats.firstId('b', '4');
  repeats.firstId('c', '5');
  assert.equal(repeats.firstId('a', '6'), '6', 'forgotten');
});

it('says on a page what is wrong, and keeps nothing', async (t) => {
  const receiver = await startTestReceiver(t);
  const hostile = '"><script>alert(1)</script>';
  const answer = await submit(
    receiver,
    { message: 'Hi', email: 'nobody', spam_score: 'many', [hostile.repeat(5)]: 'x' },
    { 'Accept-Language': 'en' },
  );
  assert.equal(answer.status, 422);
  assert.match(answer.headers['content-type']!, /^text\/html/);
  assert.match(String(answer.headers['content-security-policy']), /default-src 'none'; style-src 'self'/);
  assert.match(answer.text, /<h1>Your message has not been sent<\/h1>/);
  assert.match(answer.text, /E-mail[^]*Enter an e-mail address in the correct format/);
  assert.match(answer.text, /spam_score[^]*This must be a number/);
  assert.match(answer.text, /what you wrote should still be in the form/);
  assert.doesNotMatch(answer.text, /<script|href="https:\/\/shop/);
  assert.equal((await receiver.rows()).length, 0);
});

it('answers every refusal with a page, in the language of the visitor', async (t) => {
  const receiver = await startTestReceiver(t, {
    ratePerMinute: 6,
    allowedOrigins: new Set(['https://shop.example']),
  });
  const origin = { Origin: 'https://shop.example' };
  const georgian = { 'Accept-Language': 'ka' };
  const foreign = await submit(receiver, { message: 'x' }, { ...georgian, Origin: 'https://evil.example' });
  assert.deepEqual([foreign.status, foreign.headers['access-control-allow-origin']], [403, undefined]);
  assert.match(foreign.text, /<html lang="ka">[^]*<h1>თქვენი შეტყობინება ვერ გაიგზავნა<\/h1>/);
  const large = await submit(receiver, { message: 'x'.repeat(300_000) }, origin);
  assert.deepEqual([large.status, large.text.includes('<html lang="eu">')], [413, true]);
  const plain = await submit(receiver, { message: 'x' }, { ...origin, 'Content-Type': 'text/plain' });
  assert.deepEqual([plain.status, plain.text.includes('<html')], [400, true]);
  assert.equal((await submit(receiver, { message: 'x' }, origin)).status, 303);
  const limited = await submit(receiver, { message: 'y' }, { ...origin, 'Accept-Language': 'en' });
  assert.equal(limited.status, 429);
  assert.match(limited.text, /You can try again in \d+ seconds?\./);
  assert.ok(Number(limited.headers['retry-after']) > 0);
  assert.equal((await receiver.rows()).length, 1);
});

it('links back to pages of allowed origins and of its own only', async (t) => {
  const receiver = await startTestReceiver(t, { allowedOrigins: new Set(['https://shop.example']) });
  const answer = await submit(receiver, { message: 'Hi' }, { Origin: 'https://shop.example' });
  const links = async (referer: string) =>
    (await thanks(receiver, answer, { Referer: referer })).text.includes('<a ');
  assert.equal(await links(PAGE), true);
  assert.equal(await links(`${receiver.url}/contact`), true);
  for (const referer of ['', 'https://shop.example.evil.example/', 'javascript:alert(1)', 'nonsense']) {
    assert.equal(await links(referer), false, referer);
  }
  assert.equal(
    answer.headers['referrer-policy'],
    'strict-origin-when-cross-origin',
    'or it would not be known',
  );
});

it('thanks for nothing that it does not have', async (t) => {
  const receiver = await startTestReceiver(t);
  const response = await fetch(`${receiver.url}/submissions/00000000-0000-4000-8000-000000000001`, {
    headers: { Accept: 'text/html' },
  });
  assert.equal(response.status, 404);
});

it('claims neither that a message is here nor that it is not, where the database does not answer', async (t) => {
  const receiver = await startTestReceiver(t);
  const answer = await submit(receiver, { message: 'Hi' });
  t.mock.method(Object.getPrototypeOf(receiver.store) as { get(): unknown }, 'get', () =>
    Promise.reject(new Error('SECRET')),
  );
  const { response, text } = await thanks(receiver, answer, { 'Accept-Language': 'en' });
  assert.equal(response.status, 503);
  assert.match(text, /could not confirm that your message arrived/);
  assert.doesNotMatch(text, /SECRET/);
});
