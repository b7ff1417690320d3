import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  acceptsJson,
  acceptsPage,
  readAnswer,
  saysYes,
  verdict,
  type Answer,
} from '../../src/delivery/answer.js';
import { readErrors } from '../../src/delivery/errors.js';
import { plainText } from '../../src/delivery/plain-text.js';

const answer = (body: string | Uint8Array, type = 'application/json', status = 200): Answer =>
  readAnswer({
    status,
    url: '',
    header: (name) => (name === 'Content-Type' ? type : null),
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  });

test('an answer says yes in many ways', () => {
  const yes = [
    { ok: true },
    { success: true },
    { success: 'true' },
    { success: 1 },
    { ok: 1 },
    { next: '/thanks' },
    { code: 200, status: 'success' },
    { result: 'success', row: 5 },
    { status: 'ok' },
    { status: 201 },
    { ok: true, errors: [] },
    { ok: true, error: null, errors: {} },
    { success: true, error: '' },
  ];
  for (const json of yes) assert.equal(verdict(json), true, JSON.stringify(json));
});

test('an answer says no in many ways, and one no outweighs a yes', () => {
  const no = [
    { ok: false },
    { success: false },
    { success: 'false' },
    { success: 'FALSE' },
    { success: 0 },
    { error: 'x' },
    { error: true },
    { error: { a: 1 } },
    { errors: ['x'] },
    { errors: { email: 'x' } },
    { status: 'error' },
    { status: 'failed' },
    { status: 500, message: 'x' },
    { code: 422 },
    { result: 'error' },
    { ok: true, errors: ['x'] },
    { next: '/', success: false },
    { status: 'success', ok: false },
    // Contact Form 7, all with HTTP status 200.
    { status: 'mail_failed', message: 'There was an error trying to send your message.' },
    { status: 'validation_failed' },
    { status: 'acceptance_missing' },
    { status: 'spam' },
    { status: 'aborted' },
    // A Lambda function that is not behind a proxy integration.
    { statusCode: 502, body: 'Bad gateway' },
    { success: 'no' },
    { result: 'Aborted' },
    { status: 'Failed to send' },
  ];
  for (const json of no) assert.equal(verdict(json), false, JSON.stringify(json));
});

test('an answer may say nothing of success', () => {
  for (const json of [
    {},
    { id: 5 },
    { message: 'Workflow was started' },
    { code: 0 },
    { status: 'queued' },
    { ok: null },
    { code: 'rest_ok' },
    { status: 'mail_sent' },
    { status: 'normal' },
    { status: 'not ok' },
    { success: 'Sent without errors' },
    { success: 'Your number is 402' },
    { result: { ok: false } },
  ]) {
    assert.equal(verdict(json), undefined, JSON.stringify(json));
  }
  polluted({ ok: true }, () => assert.equal(verdict({}), undefined));
  polluted({ error: 'x' }, () => assert.equal(verdict({}), undefined));
});

test('only a JSON object counts as JSON; a list counts by its first', () => {
  assert.ok(acceptsJson(answer('{"id":5}')));
  assert.ok(acceptsJson(answer('[{"id":5}]')));
  assert.ok(acceptsJson(answer('{"ok":true}', 'text/html'))); // PHP's default type.
  assert.ok(acceptsJson(answer('', '', 204)));
  const not = [
    '',
    ' ',
    'OK',
    'true',
    '5',
    'null',
    '"ok"',
    '[]',
    '[true]',
    '{"ok":tr',
    '{"ok":true}{',
    '<!doctype html>{"ok":true}',
    '['.repeat(100_000),
  ];
  for (const text of not) assert.equal(acceptsJson(answer(text)), false, text.slice(0, 30));
  assert.equal(acceptsJson(answer('{"success":false}')), false);
});

test('a service that always says yes must say it', () => {
  assert.ok(saysYes(answer('{"next":"/"}')));
  for (const text of ['{}', '{"id":5}', '', '<html>']) assert.equal(saysYes(answer(text)), false);
  assert.equal(saysYes(answer('', '', 204)), false);
});

test('a page is thanks unless it asks again or names a failure', () => {
  const thanks = [
    '',
    'OK',
    '<h1>Eskerrik asko!</h1>',
    '<form><input name="email"></form>',
    'No errors.',
    `<p>Error handling, our blog${' '.repeat(1000)}`,
  ];
  for (const text of thanks) assert.ok(acceptsPage(answer(text, 'text/html')), text);
  const not = [
    '<input type="password">',
    '<input type=password>',
    '<textarea rows="3" name="message">',
    '<div class="g-recaptcha">',
    "<div class='cf-turnstile'>",
    'Error: no message',
    'Mailer failure.',
    'Invalid e-mail',
  ];
  for (const text of not) assert.equal(acceptsPage(answer(text, 'text/html')), false, text);
  assert.ok(acceptsPage(answer('{"id":1}')));
  assert.equal(acceptsPage(answer('{"success":false}', 'text/html')), false);
  assert.equal(acceptsPage(answer('{"succ', 'application/json; charset=utf-8')), false);
});

test('a byte order mark and a wrong charset are tolerated', () => {
  assert.deepEqual(answer('\uFEFF{"ok":true}').json, { ok: true });
  assert.deepEqual(answer('{"m":"ეს"}', 'application/json; charset=iso-8859-1').json, { m: 'ეს' });
  const latin1 = Uint8Array.from('{"ok":true,"m":"mañana"}', (character) => character.charCodeAt(0));
  assert.deepEqual(answer(latin1, 'application/json; charset=utf-8').json, { ok: true, m: 'mañana' });
});

test('errors are read as a list, as an object, as WordPress and Web3Forms have them', () => {
  const both = [{ field: 'email', message: 'should be an email' }];
  assert.deepEqual(readErrors({ errors: [{ code: 'TYPE_EMAIL', field: 'email', message: 'x' }] }), [
    { field: 'email', code: 'TYPE_EMAIL', message: 'x' },
  ]);
  assert.deepEqual(readErrors({ errors: { email: 'should be an email' } }), both);
  assert.deepEqual(
    readErrors({ message: 'Invalid data', errors: { email: ['should be an email', 'second'] } }),
    both,
  );
  assert.deepEqual(readErrors({ errors: ['Too late'] }), [{ message: 'Too late' }]);
  assert.deepEqual(
    readErrors({
      code: 'rest_invalid_param',
      message: 'x',
      data: { status: 400, params: { email: 'should be an email' } },
    }),
    both,
  );
  assert.deepEqual(readErrors({ code: 'rest_forbidden', message: 'No.', data: { status: 403 } }), [
    { code: 'rest_forbidden', message: 'No.' },
  ]);
  assert.deepEqual(readErrors({ success: false, body: { message: 'No key' } }), [{ message: 'No key' }]);
  assert.deepEqual(readErrors({ error: 'Form not active' }), [{ message: 'Form not active' }]);
});

test('errors are read as the frameworks of one’s own endpoint have them, and each finds its field', () => {
  const both = [{ field: 'email', message: 'should be an email' }];
  const shapes: Readonly<Record<string, object>> = {
    'an object of objects': { errors: { email: { message: 'should be an email' } } },
    'express-validator': {
      errors: [{ type: 'field', path: 'email', msg: 'should be an email', location: 'body' }],
    },
    'FastAPI': { detail: [{ loc: ['body', 'email'], msg: 'should be an email', type: 'value_error' }] },
    'RFC 9457': {
      ...{ type: 'about:blank', title: 'Not valid', status: 422 },
      errors: [{ detail: 'should be an email', pointer: '#/email' }],
    },
    'Django REST framework': { email: ['should be an email', 'second'] },
    'Contact Form 7': {
      ...{ status: 'validation_failed', message: 'One or more fields have an error.' },
      invalid_fields: [{ field: 'email', message: 'should be an email', idref: null, error_id: 'x-ve' }],
    },
    'ASP.NET': { title: 'One or more errors', status: 400, errors: { email: ['should be an email'] } },
  };
  for (const framework of Object.keys(shapes))
    assert.deepEqual(readErrors(shapes[framework]), both, framework);
  const one = (json: object): unknown => readErrors(json).map(({ field, message }) => field ?? message);
  assert.deepEqual(one({ error: { code: 400, message: 'No such form' } }), ['No such form']);
  assert.deepEqual(one({ title: 'Bad Request', detail: 'Closed in August', status: 400 }), [
    'Closed in August',
  ]);
  assert.deepEqual(one({ detail: 'Closed in August' }), ['Closed in August']);
});

test('errors that are nothing of the kind give none, and keys of prototypes are only names', () => {
  polluted({ errors: ['x'], message: 'x' }, () => {
    for (const json of [
      undefined,
      {},
      { errors: 5 },
      { errors: [null, 7, {}, []] },
      { errors: null },
      { items: [] },
    ]) {
      assert.deepEqual(readErrors(json), []);
    }
  });
  assert.deepEqual(readErrors(JSON.parse('{"errors":{"__proto__":"x","unknown":"y"}}') as object), [
    { field: '__proto__', message: 'x' },
    { field: 'unknown', message: 'y' },
  ]);
});

test('there are at most fifty errors, of bounded length', () => {
  const errors = readErrors({
    errors: Array.from({ length: 500 }, () => ({
      field: 'f'.repeat(999),
      code: 'c'.repeat(999),
      message: 'm'.repeat(9999),
    })),
  });
  assert.equal(errors.length, 50);
  assert.deepEqual(
    [errors[0]!.field!.length, errors[0]!.code!.length, errors[0]!.message!.length],
    [100, 60, 500],
  );
});

test('text from outside stays text, and turns nothing round', () => {
  assert.equal(plainText('<img src=x onerror=alert(1)>', 99), '<img src=x onerror=alert(1)>');
  assert.equal(plainText('a\u202Eevil\u2066b\u0000\u001B[31m\r\nc', 99), 'a evil b [31m c');
  assert.equal(plainText('\u200Fשלום\u200E', 99), '\u200Fשלום\u200E');
  assert.equal(plainText('a😀', 2), 'a\uFFFD');
  for (const value of [undefined, null, 5, {}, ['x']]) assert.equal(plainText(value, 9), '');
  const started = performance.now();
  plainText(' \u0000'.repeat(5_000_000), 10);
  assert.ok(performance.now() - started < 200);
});

/** Puts something on `Object.prototype`, as pages do, while the function runs. */
function polluted(values: Readonly<Record<string, unknown>>, run: () => void): void {
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(Object.prototype, name, { value, configurable: true, enumerable: true });
  }
  try {
    run();
  } finally {
    for (const name of Object.keys(values)) Reflect.deleteProperty(Object.prototype, name);
  }
}
