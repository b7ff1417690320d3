import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Ajv, type AnySchemaObject } from 'ajv';
import addFormats from 'ajv-formats';
import { buildSchemas } from '../../.build/schemas.mjs';
import { buildRecord, type RecordParts } from '../../src/submission/record.js';
import { mintSubmissionId } from '../../src/submission/submission-id.js';
import { toJson } from '../../src/submission/json.js';

const folder = mkdtempSync(join(tmpdir(), 'harreman schemas '));
after(() => rmSync(folder, { recursive: true }));
buildSchemas(folder);

const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as AnySchemaObject;
const contact = read('contact.schema.json');
const ajv = new Ajv({ allErrors: true, strict: true, ownProperties: true });
addFormats.default(ajv);
const validate = ajv.compile(contact);

/** A record as it arrives. */
const arrived = (parts: Partial<RecordParts> = {}): Record<string, unknown> => {
  const record = buildRecord({
    id: mintSubmissionId(),
    widget: 'contact',
    createdAt: new Date(),
    locale: 'ka',
    fields: [['message', 'გამარჯობა']],
    context: { page_url: 'https://a.example/' },
    ...parts,
  });
  return JSON.parse(toJson(record)) as Record<string, unknown>;
};
const problems = (value: unknown) =>
  validate(value) ? [] : validate.errors!.map((e) => `${e.instancePath} ${e.keyword}`);

test('schemas say what they are', () => {
  for (const [name, type] of [
    ['contact', 'contact'],
    ['submission', 'submission'],
  ]) {
    const schema = read(`${name}.schema.json`);
    assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#');
    assert.equal(schema.$id, `https://unpkg.com/harreman/dist/schemas/${name}.schema.json`);
    assert.match(schema['title'], new RegExp(type!));
    assert.ok(schema['description']);
    assert.ok(ajv.validateSchema(schema));
  }
  assert.equal(contact['properties'].reference.maxLength, 40);
  assert.equal(contact['properties'].created_at.format, 'date-time');
  assert.match(contact['properties'].reference.description, /Short number/);
});

test('what the kit builds is valid, whatever the owner adds', () => {
  const full = arrived({
    fields: [
      ['name', 'ნინო'],
      ['email', 'nino@საქართველო.გე'],
      ['topic', 'complaint'],
      ['purchase_date', '2026-02-28'],
      ['remedy', 'refund'],
      ['message', 'x'.repeat(100_000)],
    ],
    ownFields: [
      ['colour', ['red', 'blue']],
      ['remedy', 'anything'],
      ['__proto__', 'x'],
      ['constructor', 'x'],
      ['size', 5],
      ['vip', true],
      ['submission_id', 'mine'],
    ],
    consent: { text: 'I agree.', at: new Date() },
    spam: { score: 80, signals: ['honeypot', 'fast'] },
    context: {
      page_url: 'https://a.example/',
      page_title: 'A',
      referrer: 'https://b.example/',
      utm_source: 'x',
      gclid: 'y',
    },
    warn: () => {},
  });
  assert.deepEqual(problems(full), []);
  assert.deepEqual(problems(arrived()), []);
});

test('what is wrong is refused, and named', () => {
  const wrong: [Record<string, unknown>, string][] = [
    [{ submission_id: 'x' }, '/submission_id pattern'],
    [{ widget: 'survey' }, '/widget const'],
    [{ created_at: 'yesterday' }, '/created_at format'],
    [{ purchase_date: '2026-02-31' }, '/purchase_date format'],
    [{ remedy: 'gold' }, '/remedy enum'],
    [{ email: 'a'.repeat(321) }, '/email maxLength'],
    [{ message: 'x'.repeat(100_001) }, '/message maxLength'],
    [{ spam_score: '5' }, '/spam_score type'],
    [{ spam_score: 101 }, '/spam_score maximum'],
    [{ own: { nested: true } }, '/own anyOf'],
    [{ own: [1] }, '/own anyOf'],
    [{ own: null }, '/own anyOf'],
    [{ own: 'x'.repeat(100_001) }, '/own anyOf'],
    [{ [`n${'x'.repeat(100)}`]: '' }, ' propertyNames'],
  ];
  for (const [fields, problem] of wrong) {
    assert.ok(problems({ ...arrived(), ...fields }).includes(problem), problem);
  }
  for (const name of ['submission_id', 'widget', 'created_at', 'locale', 'page_url']) {
    const { [name]: _, ...rest } = arrived();
    assert.deepEqual(problems(rest), [' required'], name);
  }
  const proto = JSON.parse('{"__proto__": "x", "constructor": "y"}') as object;
  const withProto = Object.defineProperties(arrived(), Object.getOwnPropertyDescriptors(proto));
  assert.equal(problems(withProto).filter((problem) => problem === ' propertyNames').length, 2);
});
