import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { own, toJson } from '../../src/submission/json.js';
import { asPossibleDuplicate, buildRecord, type RecordParts } from '../../src/submission/record.js';
import { singleLine, wellFormed } from '../../src/submission/text.js';
import type { WireRecord } from '../../src/submission/types.js';

const ID = 'f47ac10b-58cc-4372-a567-0e02b2c3d479';

const build = (parts: Partial<RecordParts> = {}): WireRecord =>
  buildRecord({
    id: ID,
    widget: 'contact',
    createdAt: new Date('2026-03-05T07:08:09.512Z'),
    locale: 'eu',
    fields: [['message', 'Kaixo']],
    context: { page_url: 'https://a.example/' },
    warn: (message) => assert.fail(message),
    ...parts,
  });

/** Puts something on a prototype, as pages do, while the test runs. */
const pollute = (t: TestContext, target: object, name: string, value: unknown): void => {
  Object.defineProperty(target, name, { value, configurable: true, enumerable: true, writable: true });
  t.after(() => Reflect.deleteProperty(target, name));
};

test('a record has its fields in a stable order', () => {
  const record = build({
    fields: [
      ['name', 'Ane'],
      ['email', 'ane@mail.example'],
      ['message', 'Kaixo'],
    ],
    ownFields: [['budget', '100']],
    consent: { text: 'I agree.', at: new Date('2026-03-05T07:08:01Z'), url: 'https://a.example/privacy' },
    regarding: 'a0000000-0000-4000-8000-000000000000',
    spam: { score: 50, signals: ['honeypot', 'fast'] },
    context: { page_url: 'https://a.example/', page_title: 'A', utm_source: 'news' },
  });
  assert.deepEqual(Object.entries(record), [
    ['submission_id', ID],
    ['reference', '0ASC-7N3S-S'],
    ['widget', 'contact'],
    ['name', 'Ane'],
    ['email', 'ane@mail.example'],
    ['message', 'Kaixo'],
    ['budget', '100'],
    ['consent_text', 'I agree.'],
    ['consent_at', '2026-03-05T07:08:01Z'],
    ['consent_url', 'https://a.example/privacy'],
    ['regarding', 'a0000000-0000-4000-8000-000000000000'],
    ['spam_score', 50],
    ['spam_signals', 'honeypot,fast'],
    ['created_at', '2026-03-05T07:08:09Z'],
    ['locale', 'eu'],
    ['page_url', 'https://a.example/'],
    ['page_title', 'A'],
    ['utm_source', 'news'],
  ]);
});

test('fields of the kit that are empty are not sent; empty fields of the owner are', () => {
  const record = build({
    fields: [
      ['message', 'Kaixo'],
      ['purchase_date', ''],
      ['remedy', undefined],
    ],
    ownFields: [
      ['empty', ''],
      ['', 'nameless'],
    ],
  });
  assert.equal('purchase_date' in record, false);
  assert.equal('remedy' in record, false);
  assert.equal('' in record, false);
  assert.equal(record['empty'], '');
});

test("an owner's field never replaces one of the kit: it is renamed, and the owner is told", () => {
  const warnings: string[] = [];
  const record = build({
    fields: [
      ['message', 'Kaixo'],
      ['remedy', undefined],
    ],
    ownFields: [
      ['submission_id', 'mine'],
      ['message', 'other'],
      ['remedy', 'a new one'],
      ['consent_text', 'yes'],
      ['page_url', 'x'],
      ['spam_score', 'low'],
      ['utm_source', 'flyer'],
      ['colour', 'red'],
    ],
    warn: (message) => warnings.push(message),
  });
  assert.equal(record['submission_id'], ID);
  assert.equal(record['message'], 'Kaixo');
  assert.equal(record['page_url'], 'https://a.example/');
  assert.equal(record['own_submission_id'], 'mine');
  assert.equal(record['own_message'], 'other');
  assert.equal(record['own_remedy'], 'a new one');
  assert.equal(record['own_consent_text'], 'yes');
  assert.equal(record['own_page_url'], 'x');
  assert.equal(record['own_spam_score'], 'low');
  // The page brought no campaign, so that the owner's own is the only one.
  assert.equal(record['utm_source'], 'flyer');
  assert.equal(record['colour'], 'red');
  assert.equal(warnings.length, 6);
  assert.match(warnings[0]!, /name="submission_id".*"own_submission_id"/);
});

test("an owner's field of the kit's name that says nothing else is left out, without a word", () => {
  const record = build({
    fields: [['message', 'Kaixo']],
    ownFields: [
      ['submission_id', ''],
      ['page_url', ''],
      ['spam_score', ''],
      ['locale', 'eu'],
      ['widget', 'contact'],
      ['message', 'Kaixo'],
    ],
  });
  assert.deepEqual(Object.keys(record), Object.keys(build()));
  const other = build({ ownFields: [['locale', 'es']], warn: () => undefined });
  assert.equal(other['own_locale'], 'es');
  assert.equal(other['locale'], 'eu');
});

test('names of prototypes are only names, and are not sent as such', () => {
  const warnings: string[] = [];
  const names = ['__proto__', 'constructor', 'prototype'];
  const record = build({
    ownFields: [...names.map((name) => [name, 'x'] as const), ['toString', 'y'], ['hasOwnProperty', 'z']],
    warn: (message) => warnings.push(message),
  });
  assert.equal(Object.getPrototypeOf(record), null);
  for (const name of names) assert.equal(record[`own_${name}`], 'x');
  assert.equal(warnings.length, 3);
  const sent = JSON.parse(toJson(record)) as object;
  assert.deepEqual(
    Object.keys(sent).filter((name) => names.includes(name)),
    [],
  );
  assert.equal(own(sent, 'toString'), 'y');
  assert.equal(({} as Record<string, unknown>)['x'], undefined);
});

test('several values of one name become a list', () => {
  const record = build({
    ownFields: [
      ['colour', 'red'],
      ['size', ['S', 'M']],
      ['colour', 'blue'],
      ['size', 'L'],
      ['count', 2],
      ['count', true],
    ],
  });
  assert.deepEqual(record['colour'], ['red', 'blue']);
  assert.deepEqual(record['size'], ['S', 'M', 'L']);
  assert.deepEqual(record['count'], ['2', 'true']);
});

test('line breaks stay in the message and leave what may become a mail header', () => {
  const attack = 'Ane\r\nBcc: all@mail.example\u2028\u0085x';
  const record = build({
    fields: ['name', 'email', 'subject', 'phone', 'message'].map((name) => [name, attack]),
  });
  for (const name of ['name', 'email', 'subject', 'phone']) {
    assert.equal(record[name], 'Ane Bcc: all@mail.example x', name);
  }
  assert.equal(record['message'], attack);
});

test('what the visitor wrote is kept as written', () => {
  const texts = [
    '=HYPERLINK("x")',
    '@SUM(1)',
    '\tTab',
    "'; DROP",
    '{{7*7}}',
    '<b>&amp;',
    '\u0000\u0007',
    '\u200B',
    '👩‍👩‍👧',
    'שלום',
    'ＡＢ＝',
  ];
  for (const text of texts) {
    const record = build({ fields: [['message', text]] });
    assert.equal(record['message'], text);
    assert.equal((JSON.parse(toJson(record)) as Record<string, unknown>)['message'], text);
  }
});

test('lone surrogates become U+FFFD, pairs stay', () => {
  assert.equal(wellFormed('a\uD83Db\uDE00c😀'), 'a\uFFFDb\uFFFDc😀');
  const record = build({ fields: [['message', '\uD800']], ownFields: [['n\uDC00', ['\uDFFF', 'ok']]] });
  assert.equal(record['message'], '\uFFFD');
  assert.deepEqual(record['n\uFFFD'], ['\uFFFD', 'ok']);
  assert.equal(singleLine('x\uD800\ny'), 'x\uFFFD y');
});

test('a megabyte is cleaned in linear time', () => {
  const started = performance.now();
  build({
    fields: [
      ['name', ' '.repeat(1_000_000)],
      ['subject', '\n'.repeat(1_000_000)],
    ],
  });
  assert.ok(performance.now() - started < 500);
});

test('JSON is that of JSON.stringify on a page that leaves prototypes alone', () => {
  const value = {
    text: '"\\\n\u2028\u0000ქ😀',
    number: -1.5e21,
    nan: NaN,
    yes: true,
    no: false,
    list: ['a', '"'],
    none: [],
  };
  assert.equal(toJson({ ...value, absent: undefined }), JSON.stringify(value));
  assert.equal(toJson({}), '{}');
});

test('JSON and records are right on a page with Prototype.js and the like', (t) => {
  const expected = toJson(
    build({ ownFields: [['colour', ['red', 'blue']]], spam: { score: 0, signals: [] } }),
  );
  assert.deepEqual((JSON.parse(expected) as Record<string, unknown>)['colour'], ['red', 'blue']);
  const broken = () => '"broken"';
  for (const { prototype } of [Array, Object, String, Number, Boolean, Date])
    pollute(t, prototype, 'toJSON', broken);
  pollute(t, Array.prototype, 'each', broken);
  pollute(t, Object.prototype, 'spare', ['x']);
  pollute(t, Object.prototype, 'url', 'https://evil.example/');
  const { toISOString } = Date.prototype;
  Date.prototype.toISOString = broken;
  t.after(() => (Date.prototype.toISOString = toISOString));
  assert.equal(
    toJson(build({ ownFields: [['colour', ['red', 'blue']]], spam: { score: 0, signals: [] } })),
    expected,
  );
});

test('another try is the same record, marked', () => {
  const record = build({ ownFields: [['colour', ['red', 'blue']]] });
  const again = asPossibleDuplicate(record);
  assert.deepEqual({ ...again }, { ...record, possible_duplicate: true });
  assert.equal(record['possible_duplicate'], undefined);
  assert.equal(Object.getPrototypeOf(again), null);
});

test('only own properties of parsed JSON are read', (t) => {
  pollute(t, Object.prototype, 'errors', ['x']);
  assert.equal(own({}, 'errors'), undefined);
  assert.equal(own({ a: 1 }, 'a'), 1);
  for (const nothing of [null, undefined, 'text', 5]) assert.equal(own(nothing, 'length'), undefined);
});
