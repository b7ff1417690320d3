import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { readJson } from '../../src/elements/faq-chat/entries/read-json.js';
import { lookup } from '../../demo/receiver/faq/language.js';
import { errorCodes, startTestReceiver, type TestReceiver } from './receiver.js';

const add = async ({ store }: TestReceiver, lang: string, question: string, over: object = {}) => {
  const content = { question, alternatives: [], answer: 'A', category: '', suggested: false, ...over };
  const key = randomUUID();
  assert.equal(await store.faq.change({ add: [{ key, lang, content }], at: new Date() }), 'changed');
  return key;
};

const questions = async (response: Response) => {
  assert.equal(response.status, 200);
  const { entries } = (await response.json()) as { entries: { question: string }[] };
  return entries.map(({ question }) => question);
};

it('an FAQ without an entry is one that the chat can read', async (t) => {
  const { url } = await startTestReceiver(t);
  for (const path of ['/faq.json', '/faq.json?lang=eu', '/faq.json?lang=']) {
    const response = await fetch(url + path);
    assert.equal(response.headers.get('content-type'), 'application/json');
    assert.deepEqual(await response.json(), { entries: [] }, path);
  }
});

it('serves exactly what the chat reads, in the owner’s order', async (t) => {
  const receiver = await startTestReceiver(t);
  const over = { alternatives: ['Zein ordutan?'], category: 'Denda', suggested: true, answer: '<b>**9**' };
  const first = await add(receiver, 'eu', 'Noiz?', over);
  const second = await add(receiver, 'eu', 'Non?');
  await receiver.store.faq.move(second, -1);
  const data: unknown = await (await fetch(`${receiver.url}/faq.json`)).json();
  assert.deepEqual(data, {
    entries: [
      { id: second, question: 'Non?', answer: 'A' },
      { id: first, question: 'Noiz?', ...over },
    ],
  });
  const warnings: string[] = [];
  assert.equal(readJson(data, (message) => warnings.push(message)).length, 2);
  assert.deepEqual(warnings, [], 'no key that the chat would pass over');
});

it('serves each page the FAQ of its language', async (t) => {
  const receiver = await startTestReceiver(t);
  await add(receiver, 'eu', 'Noiz?');
  await add(receiver, 'es', '¿Cuándo?');
  await add(receiver, 'pt-BR', 'Quando?');
  const of = async (query: string) => questions(await fetch(`${receiver.url}/faq.json${query}`));
  assert.deepEqual(await of('?lang=eu'), ['Noiz?']);
  assert.deepEqual(
    await of('?lang=ES-mx'),
    ['¿Cuándo?'],
    'of the language where there is none of the country',
  );
  assert.deepEqual(await of('?lang=pt-BR'), ['Quando?']);
  assert.deepEqual(await of('?lang=pt'), [], 'and not the other way round');
  assert.deepEqual(await of('?lang=ka'), []);
  assert.deepEqual(await of(''), ['¿Cuándo?', 'Noiz?', 'Quando?'], 'all of them where none is asked for');
  const wrong = await fetch(`${receiver.url}/faq.json?lang=not%20a%20language`);
  assert.equal(wrong.status, 400);
  assert.deepEqual(await errorCodes(wrong), [':lang']);
});

it('answers who has it already in a few bytes, and who has an older one at once', async (t) => {
  const receiver = await startTestReceiver(t);
  const key = await add(receiver, 'eu', 'Noiz?');
  const get = (etag = '') =>
    fetch(`${receiver.url}/faq.json?lang=eu`, { headers: { 'If-None-Match': etag } });
  const first = await get();
  const etag = first.headers.get('etag') ?? '';
  assert.match(etag, /^"[\w-]+"$/);
  assert.equal(first.headers.get('cache-control'), 'no-cache');
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await get(known);
    assert.deepEqual([again.status, await again.text(), again.headers.get('etag')], [304, '', etag], known);
    assert.equal(again.headers.get('access-control-allow-origin'), '*', 'or the page may not read it');
  }
  const content = { question: 'Noiz?', alternatives: [], answer: 'B', category: '', suggested: false };
  await receiver.store.faq.change({ update: [{ key, version: 1, content }], at: new Date() });
  const changed = await get(etag);
  assert.equal(changed.status, 200, 'through another receiver of the same database');
  assert.match(await changed.text(), /"answer":"B"/);
  await receiver.store.faq.remove(key, 2, new Date());
  assert.deepEqual(await questions(await get(changed.headers.get('etag') ?? '')), []);
  await receiver.store.faq.restore(key, new Date());
  assert.deepEqual(await questions(await get('"x"')), ['Noiz?']);
});

it('is read by the pages of the sites that may post, and by no others', async (t) => {
  const receiver = await startTestReceiver(t, { allowedOrigins: new Set(['https://shop.example']) });
  const get = (origin: string, method = 'GET') =>
    fetch(`${receiver.url}/faq.json`, { method, headers: { 'Origin': origin, 'Sec-Fetch-Site': 'cross-site' } });
  const allowed = await get('https://shop.example');
  assert.equal(allowed.status, 200);
  assert.equal(allowed.headers.get('access-control-allow-origin'), 'https://shop.example');
  assert.match(allowed.headers.get('vary') ?? '', /Origin/);
  const refused = await get('https://evil.example');
  assert.equal(refused.status, 403);
  assert.equal(refused.headers.get('access-control-allow-origin'), null);
  assert.equal((await get('https://shop.example', 'HEAD')).status, 200);
  const posted = await get('https://shop.example', 'POST');
  assert.deepEqual([posted.status, posted.headers.get('allow')], [405, 'GET, HEAD']);
}); // prettier-ignore

it('says so where the database does not answer, and works again once it does', async (t) => {
  const receiver = await startTestReceiver(t);
  const broken = await import('../../demo/receiver/store/open.js').then(({ openDatabase }) => openDatabase(receiver));
  await broken.query('ALTER TABLE faq_revision RENAME TO gone');
  const response = await fetch(`${receiver.url}/faq.json`);
  assert.equal(response.status, 503);
  assert.equal(response.headers.get('retry-after'), '30');
  assert.deepEqual(await errorCodes(response), [':unavailable']);
  await broken.query('ALTER TABLE gone RENAME TO faq_revision');
  await broken.close();
  assert.deepEqual(await questions(await fetch(`${receiver.url}/faq.json`)), []);
}); // prettier-ignore

it('finds the list that is meant for a language as RFC 4647 does', () => {
  const available = ['es', 'zh-Hant', 'sr-Latn-RS'];
  for (const [tag, expected] of [
    ['es', 'es'],
    ['es-419', 'es'],
    ['zh-hant-TW', 'zh-Hant'],
    ['zh', undefined],
    ['zh-Hant-x-own', 'zh-Hant'],
    ['sr-Latn', undefined],
    ['und', undefined],
  ] as const)
    assert.equal(lookup(tag, available), expected, tag);
});
