import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure, file, ID, record, send, standIn } from './delivery-support.js';

test('json: the flat record as JSON, no header but what CORS lists', async (t) => {
  const endpoint = await standIn(t, 'json');
  assert.deepEqual(await send(endpoint, { record: record(['colour', ['red', 'blue']]) }), { state: 'sent' });
  const [got] = endpoint.received;
  assert.equal(got!.type, 'application/json');
  assert.equal(got!.headers.accept, 'application/json');
  assert.equal(got!.headers['idempotency-key'], undefined);
  assert.equal(got!.fields['message'], 'გამარჯობა &=+%\n2');
  assert.deepEqual(got!.fields['colour'], ['red', 'blue']);
  assert.equal(got!.fields['submission_id'], ID);
});

test('json: with files it is multipart, values and files under their own names', async (t) => {
  const endpoint = await standIn(t, 'json');
  const files = [file('a.txt'), file('b.txt', 'longer content')];
  assert.equal((await send(endpoint, { files, record: record(['colour', ['red', 'blue']]) })).state, 'sent');
  const [got] = endpoint.received;
  assert.equal(got!.type, 'multipart/form-data');
  assert.deepEqual(got!.fields['colour'], ['red', 'blue']);
  assert.deepEqual(
    got!.files.map(({ field, name, size }) => [field, name, size]),
    [
      ['attachment', 'a.txt', 7],
      ['attachment', 'b.txt', 14],
    ],
  );
});

test('json: an n8n web-hook that only says that its workflow started has it', async (t) => {
  const endpoint = await standIn(t, 'n8n');
  assert.deepEqual(await send(endpoint), { state: 'sent' });
  endpoint.behaviour = { body: [{ submission_id: ID, message: 'echo' }] };
  assert.deepEqual(await send(endpoint), { state: 'sent' });
});

test('text: JSON as text/plain, and no files', async (t) => {
  const endpoint = await standIn(t, 'text');
  assert.deepEqual(await send(endpoint, { profile: 'text' }), { state: 'sent' });
  assert.equal(endpoint.received[0]!.headers['content-type']?.toLowerCase(), 'text/plain;charset=utf-8');
  assert.equal(endpoint.received[0]!.fields['name'], 'ნინო');
  const refused = failure(await send(endpoint, { profile: 'text', files: [file('a.txt')] }));
  assert.deepEqual([refused.reason, refused.arrived], ['too-large', 'no']);
  assert.equal(endpoint.received.length, 1);
});

test('form: what a PHP script reads, with no value of several lost', async (t) => {
  const endpoint = await standIn(t, 'form');
  const own = record(['colour', ['red', 'blue']], ['size[]', ['S', 'M']], ['vip', true], ['count', 3]);
  assert.deepEqual(await send(endpoint, { profile: 'form', record: own }), { state: 'sent' });
  const { type, fields } = endpoint.received[0]!;
  assert.equal(type, 'application/x-www-form-urlencoded');
  assert.equal(fields['message'], 'გამარჯობა &=+%\n2');
  assert.equal(fields['colour'], 'red, blue');
  assert.deepEqual(fields['size'], ['S', 'M']);
  assert.deepEqual([fields['vip'], fields['count']], ['true', '3']);
});

test('form: several files, of which PHP keeps each', async (t) => {
  const endpoint = await standIn(t, 'form');
  const files = [
    file('a.txt'),
    file('b.txt'),
    file('c.txt'),
    file('d.txt', 'x', 'photos[]'),
    file('d2.txt', 'x', 'photos[]'),
    file('e.txt', 'x', 'plan'),
  ];
  assert.equal((await send(endpoint, { profile: 'form', files })).state, 'sent');
  assert.deepEqual(
    endpoint.received[0]!.files.map(({ field, name }) => `${field}: ${name}`),
    [
      'attachment: a.txt',
      'attachment_2: b.txt',
      'attachment_3: c.txt',
      'photos[]: d.txt',
      'photos[]: d2.txt',
      'plan: e.txt',
    ],
  );
});

test('form: a script that got nothing it could read is not thanked for', async (t) => {
  const endpoint = await standIn(t, 'form');
  assert.equal(failure(await send(endpoint, { profile: 'json' })).reason, 'unreadable');
  endpoint.behaviour = 'refusal';
  assert.equal(failure(await send(endpoint, { profile: 'form' })).reason, 'unreadable');
});

test('form: a redirect to a page of thanks is thanks, one to a login or a mended address is not', async (t) => {
  const endpoint = await standIn(t, 'form', { redirect: 'thanks' });
  assert.equal((await send(endpoint, { profile: 'form' })).state, 'sent');
  for (const redirect of ['login', 'slash', 'elsewhere'] as const) {
    endpoint.behaviour = { redirect };
    const { reason, arrived } = failure(await send(endpoint, { profile: 'form' }));
    assert.deepEqual([redirect, reason, arrived], [redirect, 'unreadable', 'unknown']);
  }
});

test("formspree: never its honeypot, the visitor's subject, and yes only when it says so", async (t) => {
  const endpoint = await standIn(t, 'formspree');
  const own = record(['_gotcha', 'filled by a password manager'], ['_cc', 'team@shop.example']);
  assert.deepEqual(await send(endpoint, { profile: 'formspree', record: own }), { state: 'sent' });
  const { fields, kept } = endpoint.received[0]!;
  assert.ok(kept);
  assert.equal('_gotcha' in fields, false);
  assert.equal(fields['_subject'], 'Gaia');
  assert.equal(fields['_cc'], 'team@shop.example');
  await send(endpoint, {
    profile: 'formspree',
    record: record(['_subject', "Owner's own"]),
    files: [file('a.txt')],
  });
  assert.equal(endpoint.received[1]!.fields['_subject'], "Owner's own");
  assert.equal(endpoint.received[1]!.files.length, 1);
  endpoint.behaviour = { body: '<!doctype html><title>Captcha</title>' };
  const captcha = failure(await send(endpoint, { profile: 'formspree' }));
  assert.equal(captcha.reason, 'unreadable');
  assert.match(captcha.diagnosis, /200 \(text\/html: .*Captcha/);
});

test("formspree: its errors are the visitor's, the owner's, or about files", async (t) => {
  const endpoint = await standIn(t, 'formspree', { fieldErrors: { email: 'should be an email' } });
  assert.deepEqual(await send(endpoint, { profile: 'formspree' }), {
    state: 'rejected',
    status: 422,
    errors: [{ field: 'email', code: 'TYPE_EMAIL', message: 'should be an email' }],
  });
  endpoint.behaviour = 'refusal';
  const inactive = failure(await send(endpoint, { profile: 'formspree' }));
  assert.deepEqual([inactive.reason, inactive.arrived, inactive.status], ['blocked', 'no', 403]);
  assert.match(inactive.diagnosis, /Form not active/);
  for (const [code, reason] of [
    ['FORM_NOT_FOUND', 'blocked'],
    ['PROJECT_NOT_FOUND', 'blocked'],
    ['BLOCKED', 'blocked'],
    ['NO_FILE_UPLOADS', 'too-large'],
    ['TOO_MANY_FILES', 'too-large'],
    ['FILES_TOO_BIG', 'too-large'],
  ]) {
    endpoint.behaviour = { status: 400, body: { error: 'x', errors: [{ code, message: 'x' }] } };
    assert.equal(failure(await send(endpoint, { profile: 'formspree' })).reason, reason, code);
  }
  endpoint.behaviour = { status: 400, body: { error: 'File Uploads Not Permitted' } };
  assert.equal(failure(await send(endpoint, { profile: 'formspree' })).reason, 'too-large');
});

test('web3forms: not without its key, never urlencoded, no redirect', async (t) => {
  const endpoint = await standIn(t, 'web3forms');
  const keyless = failure(await send(endpoint, { profile: 'web3forms' }));
  assert.deepEqual([keyless.reason, keyless.arrived, endpoint.received.length], ['blocked', 'no', 0]);
  assert.match(keyless.diagnosis, /name="access_key"/);

  const own = record(['access_key', 'k'], ['redirect', 'https://shop.example/thanks'], ['botcheck', 'on']);
  assert.deepEqual(await send(endpoint, { profile: 'web3forms', record: own }), { state: 'sent' });
  assert.equal(endpoint.received[0]!.type, 'application/json');
  assert.equal(
    (await send(endpoint, { profile: 'web3forms', record: own, files: [file('a.txt')] })).state,
    'sent',
  );
  assert.equal(endpoint.received[1]!.type, 'multipart/form-data');
  assert.ok(endpoint.received.every(({ kept }) => kept));
});

test('web3forms: a wrong key is for the owner, a wrong field for the visitor', async (t) => {
  const endpoint = await standIn(t, 'web3forms', 'refusal');
  const own = record(['access_key', 'k']);
  assert.equal(failure(await send(endpoint, { profile: 'web3forms', record: own })).reason, 'blocked');
  endpoint.behaviour = { fieldErrors: { email: 'Invalid email.' } };
  assert.deepEqual(await send(endpoint, { profile: 'web3forms', record: own }), {
    state: 'rejected',
    status: 400,
    errors: [{ message: 'Invalid email.' }],
  });
});

test('netlify: urlencoded to the site itself, with the name of its form', async (t) => {
  const endpoint = await standIn(t, 'netlify');
  const onSite = { profile: 'netlify', pageUrl: `${endpoint.origin}/eu/kontaktua` };
  const own = record(['form-name', 'contact'], ['unlisted', 'x']);
  assert.deepEqual(await send(endpoint, { ...onSite, record: own }), { state: 'sent' });
  assert.equal(endpoint.received[0]!.type, 'application/x-www-form-urlencoded');
  assert.equal(endpoint.received[0]!.fields['submission_id'], ID);
  assert.equal(endpoint.received[0]!.fields['unlisted'], undefined); // Netlify's rule, not the kit's.
  const files = [file('a.txt'), file('b.txt')];
  assert.equal((await send(endpoint, { ...onSite, record: own, files })).state, 'sent');
  assert.deepEqual(
    endpoint.received[1]!.files.map(({ name }) => name),
    ['a.txt', 'b.txt'],
  );

  assert.match(failure(await send(endpoint, onSite)).diagnosis, /name="form-name"/);
  const elsewhere = failure(await send(endpoint, { profile: 'netlify', record: own }));
  assert.deepEqual([elsewhere.reason, elsewhere.arrived], ['blocked', 'no']);
  assert.match(elsewhere.diagnosis, /endpoint="\/"/);
  assert.equal(endpoint.received.length, 2);

  const unknown = await send(endpoint, { ...onSite, record: record(['form-name', 'other']) });
  assert.deepEqual([failure(unknown).reason, failure(unknown).status], ['blocked', 404]);
});

test('apps-script: fields that e.parameter has whole, and the answer from another host', async (t) => {
  const endpoint = await standIn(t, 'apps-script');
  const own = record(['colour', ['red', 'blue']], ['size[]', ['S', 'M']]);
  assert.deepEqual(await send(endpoint, { profile: 'apps-script', record: own }), { state: 'sent' });
  assert.equal(endpoint.received[0]!.type, 'application/x-www-form-urlencoded');
  assert.equal(endpoint.received[0]!.fields['colour'], 'red, blue');
  assert.equal(endpoint.received[0]!.fields['size[]'], 'S, M');
  assert.equal(endpoint.received[0]!.fields['message'], 'გამარჯობა &=+%\n2');
  endpoint.behaviour = { fieldErrors: { email: 'No.' } };
  assert.deepEqual(await send(endpoint, { profile: 'apps-script' }), {
    state: 'rejected',
    status: 200,
    errors: [{ field: 'email', message: 'No.' }],
  });
  endpoint.behaviour = { body: '<!doctype html><title>Error</title>' };
  assert.equal(failure(await send(endpoint, { profile: 'apps-script' })).reason, 'unreadable');
  assert.equal(
    failure(await send(endpoint, { profile: 'apps-script', files: [file('a.txt')] })).reason,
    'too-large',
  );
});

test('harreman: JSON with its id in Idempotency-Key, and the reference in the answer', async (t) => {
  const endpoint = await standIn(t, 'harreman');
  assert.deepEqual(await send(endpoint, { profile: 'harreman' }), {
    state: 'sent',
    reference: '0ASC-7N3S-S',
  });
  assert.equal(endpoint.received[0]!.headers['idempotency-key'], `"${ID}"`);
  assert.equal(endpoint.received[0]!.type, 'application/json');
  assert.equal((await send(endpoint, { profile: 'harreman', files: [file('a.txt')] })).state, 'sent');
  assert.equal(endpoint.received[1]!.headers['idempotency-key'], `"${ID}"`);
  assert.equal(endpoint.received[1]!.files.length, 1);
  endpoint.behaviour = { status: 409, body: { ok: false } };
  const atWork = failure(await send(endpoint, { profile: 'harreman' }));
  assert.deepEqual([atWork.reason, atWork.arrived], ['busy', 'unknown']);
});

test('names of files are fit for a header, and keep their endings', async (t) => {
  const endpoint = await standIn(t, 'json');
  const names = [
    '../../x.txt',
    'a\r\nb\u0000.txt',
    `${'n'.repeat(4000)}.jpeg`,
    '\uD800.txt',
    'argazkia ქ"\\.png',
  ];
  assert.equal((await send(endpoint, { files: names.map((name) => file(name)) })).state, 'sent');
  const got = endpoint.received[0]!.files.map(({ name }) => name);
  assert.equal(got[1], 'a__b_.txt');
  assert.equal(got[2]!.length, 200);
  assert.ok(got[2]!.endsWith('n.jpeg'));
  assert.equal(got[3], '\uFFFD.txt');
  assert.match(got[4]!, /^argazkia ქ/);
});
