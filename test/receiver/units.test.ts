import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { RateLimiter } from '../../demo/receiver/http/rate-limiter.js';
import { createLog, describeError, lineWriter } from '../../demo/receiver/log.js';
import { loadSchemas } from '../../demo/receiver/validation/schemas.js';
import { validate } from '../../demo/receiver/validation/validate.js';
import { temporaryFolder } from './support.js';

it('gives back tokens as time passes, and never more than the burst', () => {
  let now = 0;
  const limiter = new RateLimiter({ burst: 2, perMinute: 6 }, 10, () => now);
  assert.deepEqual([limiter.take('a'), limiter.take('a'), limiter.take('a')], [0, 0, 10]);
  assert.equal(limiter.take('b'), 0, 'others are not concerned');
  now += 4_000;
  assert.equal(limiter.take('a'), 6);
  now += 6_000;
  assert.deepEqual([limiter.take('a'), limiter.take('a')], [0, 10], 'refusals cost nothing');
  now += 3_600_000;
  assert.deepEqual([limiter.take('a'), limiter.take('a'), limiter.take('a')], [0, 0, 10]);
  limiter.forget('a');
  assert.equal(limiter.take('a'), 0);
});

it('remembers a bounded number of addresses, the latest', () => {
  const limiter = new RateLimiter({ burst: 1, perMinute: 1 }, 3, () => 0);
  for (const key of ['a', 'b', 'c']) limiter.take(key);
  limiter.take('a');
  limiter.take('d');
  assert.notEqual(limiter.take('a'), 0, 'used lately');
  assert.equal(limiter.take('b'), 0, 'forgotten');
});

it('writes log lines that no value can break or colour', () => {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => new Date(0),
  );
  log.warn('event', { text: 'a\nb\r\u001b[31m\u009b31m\u2028\u0085"', left: undefined });
  assert.equal(
    lines.join(''),
    String.raw`{"time":"1970-01-01T00:00:00.000Z","level":"warn","event":"event","text":"a\nb\r\u001b[31m\u009b31m\u2028\u0085\""}` +
      '\n',
  );
});

it('goes on with a line of its own when a full disk has room again', () => {
  let room = 8;
  let file = '';
  const write = lineWriter((bytes) => {
    if (!room) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const written = bytes.subarray(0, room);
    room -= written.length;
    file += Buffer.from(written).toString('latin1');
    return written.length;
  });
  for (const line of ['{"a":1}\n', '{"b":2}\n']) write(line);
  assert.equal(file, '{"a":1}\n');
  room = 3;
  write('{"c":3}\n');
  room = 100;
  for (const line of ['{"d":4}\n', '{"e":5}\n']) write(line);
  assert.equal(file, '{"a":1}\n{"c\n{"d":4}\n{"e":5}\n');
});

it('describes an error by its code and place, never by its message', () => {
  const error = Object.assign(new RangeError('Key (email)=(SECRET)\n    at SECRET'), {
    code: '23505',
    detail: 'SECRET',
  });
  const described = JSON.stringify(describeError(error));
  assert.match(described, /"error":"RangeError","code":"23505","at":".*units\.test/);
  assert.doesNotMatch(described.replace('at SECRET', ''), /Key/);
  assert.deepEqual(describeError('SECRET'), { error: 'string' });
});

it('holds any widget to its own published schema', async (t) => {
  const folder = await temporaryFolder(t);
  const text = { type: 'string' };
  const properties = {
    widget: { type: 'string', const: 'survey' },
    score: { type: 'integer', minimum: 0, maximum: 5 },
    tags: { type: 'array', items: text },
  };
  const schema = { type: 'object', properties, required: ['widget', 'score'] };
  await writeFile(join(folder, 'survey.schema.json'), JSON.stringify(schema));
  const schemas = await loadSchemas(folder);
  const codes = (fields: Record<string, unknown>) => {
    const result = validate({ encoding: 'json', values: { widget: 'survey', ...fields } }, schemas);
    return result.ok ? [] : result.errors.map(({ field, code }) => `${field}:${code}`);
  };
  assert.deepEqual(codes({ score: 5 }), []);
  assert.deepEqual(codes({ score: 6 }), ['score:too_high'], 'a score of 6 of 5');
  assert.deepEqual(codes({ score: -1 }), ['score:too_low']);
  for (const score of ['5', 4.5, true, null, [5]])
    assert.deepEqual(codes({ score }), ['score:type'], JSON.stringify(score));
  assert.deepEqual(codes({}), ['score:required']);
  const form = (texts: [string, string[]][]) =>
    validate({ encoding: 'form', values: new Map(texts), files: [] }, schemas);
  assert.deepEqual(
    form([
      ['widget', ['survey']],
      ['score', ['5']],
      ['tags', ['a']],
    ]),
    {
      ok: true,
      widget: 'survey',
      fields: { widget: 'survey', score: 5, tags: ['a'] },
    },
  );
  for (const score of ['6', '5x', '0x5', '1e0', ' 5', '५']) {
    assert.equal(
      form([
        ['widget', ['survey']],
        ['score', [score]],
      ]).ok,
      false,
      score,
    );
  }
});
