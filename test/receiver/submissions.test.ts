import assert from 'node:assert/strict';
import { it } from 'node:test';
import { referenceOf } from '../../src/submission/reference.js';
import {
  contact,
  contactTexts,
  errorCodes,
  startTestReceiver,
  surveyAnswer,
  type ErrorBody,
} from './receiver.js';

it('keeps a message and answers with its reference', async (t) => {
  const receiver = await startTestReceiver(t);
  const sent = contact({ name: 'ნინო', email: 'nino@საქართველო.გე', phone: '+995 32 2 00 00 00' });
  const response = await receiver.post(sent);
  assert.equal(response.status, 200);
  const id = String(sent['submission_id']);
  assert.deepEqual(await response.json(), { ok: true, submission_id: id, reference: referenceOf(id) });
  const [row] = await receiver.rows();
  assert.deepEqual(row?.fields, sent);
  assert.equal(row.state, 'new');
});

it('refuses a score that its scale does not have', async (t) => {
  const receiver = await startTestReceiver(t);
  const usual = { score_min: undefined, score_max: undefined };
  for (const over of [
    { score: 6 },
    { score: 0 },
    { ...usual, score: 6 },
    { ...usual, metric: 'nps', score: 11 },
    { score_min: 5, score_max: 1 },
  ]) {
    const response = await receiver.post(surveyAnswer(over));
    assert.equal(response.status, 422, JSON.stringify(over));
    assert.deepEqual(await errorCodes(response), ['score:off_scale']);
  }
  for (const over of [{ score: 1 }, { score: undefined }, { ...usual, metric: undefined, score: 40 }])
    await receiver.kept(await receiver.post(surveyAnswer(over)), JSON.stringify(over));
});

it('makes the reference of a message whose sender is not the kit', async (t) => {
  const receiver = await startTestReceiver(t);
  const { reference, ...sent } = contact();
  for (const body of [sent, sent, { ...sent, reference }]) {
    const row = await receiver.kept(await receiver.post(body));
    assert.equal(row.reference, referenceOf(String(sent['submission_id'])));
    assert.deepEqual(row.fields, sent);
  }
});

it('knows a message again whose id comes in capitals, in its key and in what follows it too', async (t) => {
  const receiver = await startTestReceiver(t);
  const { reference, ...sent } = contact({ regarding: crypto.randomUUID() });
  const id = String(sent['submission_id']);
  const inCapitals = {
    ...sent,
    submission_id: id.toUpperCase(),
    regarding: String(sent['regarding']).toUpperCase(),
  };
  const headers = { 'Idempotency-Key': `"${id.toUpperCase()}"` };
  for (const [body, init] of [[inCapitals, { headers }], [sent], [inCapitals]] as const) {
    const response = await receiver.post(body, init);
    assert.deepEqual(await response.json(), { ok: true, submission_id: id, reference: referenceOf(id) });
  }
  assert.deepEqual(
    (await receiver.rows()).map(({ fields }) => fields),
    [sent],
  );
});

it('takes the same message in every encoding, with the types that the schema says', async (t) => {
  const receiver = await startTestReceiver(t);
  const text = {
    spam_score: '5',
    possible_duplicate: 'false',
    employees: '12',
    purchase_date: '',
    company: '',
  };
  const form = new FormData();
  for (const [name, value] of Object.entries(contactTexts(text))) form.append(name, value);
  const bodies: [string, RequestInit][] = [
    ['urlencoded', { body: new URLSearchParams(contactTexts(text)) }],
    ['multipart', { body: form }],
    [
      'JSON',
      {
        body: JSON.stringify(
          contact({ spam_score: 5, possible_duplicate: false, employees: '12', company: '' }),
        ),
        headers: { 'Content-Type': 'Application/JSON; charset="UTF-8"' },
      },
    ],
    [
      'JSON as text, with a byte order mark',
      {
        body: `\uFEFF${JSON.stringify(contact({ spam_score: 5, possible_duplicate: false, employees: '12', company: '' }))}`,
      },
    ],
  ];
  for (const [encoding, init] of bodies) {
    const response = await fetch(`${receiver.url}/submissions`, { method: 'POST', ...init });
    const { fields } = await receiver.kept(response, encoding);
    assert.equal(fields['spam_score'], 5, encoding);
    assert.equal(fields['possible_duplicate'], false, encoding);
    assert.equal(fields['employees'], '12', `${encoding}: the owner's own fields stay as they are written`);
    assert.equal(fields['company'], '', encoding);
    assert.ok(!('purchase_date' in fields), `${encoding}: an empty control is no date`);
  }
});

it('does not guess types in JSON', async (t) => {
  const receiver = await startTestReceiver(t);
  const wrong = { spam_score: '5', possible_duplicate: 'true', message: 5, name: ['Ane'], email: null };
  const response = await receiver.post(contact(wrong));
  assert.equal(response.status, 422);
  const codes = ['email:type', 'message:type', 'name:type', 'possible_duplicate:type', 'spam_score:type'];
  assert.deepEqual((await errorCodes(response)).sort(), codes);
});

it('says for each field what is wrong, in words', async (t) => {
  const receiver = await startTestReceiver(t);
  const response = await receiver.post(
    contact({
      submission_id: 'not-a-uuid',
      created_at: 'yesterday',
      purchase_date: '2026-02-31',
      remedy: 'revenge',
      spam_score: 101,
      subject: 'x'.repeat(501),
      email: 'ane@example.eus\r\nBcc: all@example.com',
      phone: 'call me',
      locale: undefined,
    }),
  );
  assert.equal(response.status, 422);
  const body = (await response.json()) as ErrorBody;
  assert.equal(body.ok, false);
  const byField = Object.fromEntries(body.errors.map(({ field, code, message }) => [field, [code, message]]));
  assert.deepEqual(byField, {
    submission_id: ['format', 'This is not in the form that is asked for.'],
    created_at: ['format', 'Write the date and time as RFC 3339.'],
    purchase_date: ['format', 'Write a date that exists as YYYY-MM-DD.'],
    remedy: ['choice', 'Choose one of: repair, replacement, price_reduction, refund, explanation.'],
    spam_score: ['too_high', 'The most is 100.'],
    subject: ['too_long', 'Use at most 500 characters.'],
    email: ['email', 'Write one e-mail address, like name@example.com.'],
    phone: ['phone', 'Write a phone number, like +34 943 00 00 00.'],
    locale: ['required', 'This field is missing.'],
  });
  assert.equal((await receiver.rows()).length, 0);
});

it('refuses what is not one e-mail address, and takes any that is', async (t) => {
  const receiver = await startTestReceiver(t);
  for (const email of [
    'a@example.com, b@example.com',
    'a@example.com;b@example.com',
    'Ane <a@example.com>',
    'a@example.com\nBcc: b@example.com',
    'a b@example.com',
    'a@b@example.com',
    '\u200b@example.com',
    '',
  ]) {
    assert.deepEqual(
      await errorCodes(await receiver.post(contact({ email }))),
      ['email:email'],
      JSON.stringify(email),
    );
  }
  for (const email of ['ane+harreman@example.eus', 'ნინო@საქართველო.გე', "o'brien@example.co.uk"]) {
    assert.equal((await receiver.post(contact({ email }))).status, 200, email);
  }
});

it('takes a phone number in any national form, and refuses what is none', async (t) => {
  const receiver = await startTestReceiver(t);
  for (const phone of [
    '943 00 00 00',
    '+34 943-00-00-00',
    '(0)20 7946 0958',
    '+44 (0)20 7946 0958',
    '0032 2 555 12 12',
    '01.23.45.67.89',
    '030/12345-67',
    '+995 (32) 2 00 00 00 ext. 12',
    '٠١٢٣٤٥٦٧٨٩',
    'tel:943000000',
  ]) {
    const { fields } = await receiver.kept(await receiver.post(contact({ phone })), phone);
    assert.equal(fields['phone'], phone, 'as it was written');
  }
  for (const phone of [
    '1234',
    '1'.repeat(16),
    'sip:943000000',
    '943000000\r\nBcc: x',
    "'; DROP TABLE",
    '=1+1',
    '',
  ]) {
    assert.deepEqual(await errorCodes(await receiver.post(contact({ phone }))), ['phone:phone'], phone);
  }
});

it("keeps a visitor's text as it was written", async (t) => {
  const receiver = await startTestReceiver(t);
  const texts = [
    'Ane\r\nBcc: all@example.com',
    '=HYPERLINK("http://evil.example","x")',
    '@SUM(A1)',
    '\t＝1+1',
    "'; DROP TABLE submissions; --",
    '{{7*7}} ${7*7} <%= 7*7 %>',
    'NUL \0 ESC \u001b[31m C1 \u009b31m',
    'lone surrogate \uD800 \uDC00',
    '\u200b\u200c\u2060',
    '👩🏽‍💻 🇬🇪',
    'שלום \u202Egnp.exe',
    '<script>alert(1)</script>',
  ];
  for (const text of texts) {
    const response = await receiver.post(contact({ name: text, subject: text, message: text, own: text }));
    const { fields } = await receiver.kept(response, JSON.stringify(text));
    for (const name of ['name', 'subject', 'message', 'own']) assert.equal(fields[name], text);
  }
});

it('treats extra keys as data, whatever they are called', async (t) => {
  const receiver = await startTestReceiver(t);
  const own =
    '"isAdmin":true,"state":"answered","quarantined":false,"id":"1","toString":"t","content_hash":"h"';
  const body = JSON.stringify(contact()).replace(/}$/, `,${own}}`);
  const response = await fetch(`${receiver.url}/submissions`, { method: 'POST', body });
  const row = await receiver.kept(response);
  assert.equal(row.state, 'new');
  assert.equal(row.fields['isAdmin'], true);
  assert.equal(Object.getOwnPropertyDescriptor(row.fields, 'toString')?.value, 't');
});

it('refuses what is no flat object of plain values', async (t) => {
  const receiver = await startTestReceiver(t);
  const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
  const whole = JSON.stringify(contact());
  const bodies: [string, number, string[]][] = [
    ['[]', 400, [':malformed']],
    ['null', 400, [':malformed']],
    ['"text"', 400, [':malformed']],
    ['{"a":1', 400, [':malformed']],
    ['', 400, [':malformed']],
    [`${whole}${whole}`, 400, [':malformed']],
    [whole.replace('{', `{"deep":${deep},`), 422, ['deep:type']],
    [whole.replace('{', '{"__proto__":{"widget":"x"},'), 422, ['__proto__:name']],
    [whole.replace('{', '{"constructor":"x",'), 422, ['constructor:name']],
    [whole.replace('{', '{"infinite":1e999,'), 422, ['infinite:type']],
    [whole.replace('{', '{"list":["a",1],'), 422, ['list:type']],
    [whole.replace('{', '{"":"nameless",'), 422, [':name']],
    [whole.replace('{', `{"${'x'.repeat(101)}":1,`), 422, [`${'x'.repeat(100)}:name`]],
    [
      JSON.stringify(contact(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`f${i}`, i])))),
      422,
      [':too_many_fields'],
    ],
    [JSON.stringify(contact({ widget: 'toString' })), 422, ['widget:choice']],
    [JSON.stringify(contact({ widget: 'submission' })), 422, ['widget:choice']],
    [JSON.stringify(contact({ widget: undefined })), 422, ['widget:required']],
  ];
  for (const [body, status, codes] of bodies) {
    const response = await fetch(`${receiver.url}/submissions`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
    });
    assert.equal(response.status, status, body.slice(0, 80));
    assert.deepEqual(await errorCodes(response), codes, body.slice(0, 80));
  }
  const invalidUtf8 = Buffer.concat([Buffer.from(whole.slice(0, -2)), Buffer.of(0xff), Buffer.from('"}')]);
  const response = await fetch(`${receiver.url}/submissions`, {
    method: 'POST',
    body: invalidUtf8,
    headers: { 'Content-Type': 'application/json' },
  });
  assert.deepEqual([response.status, await errorCodes(response)], [400, [':malformed']]);
  assert.equal((await receiver.rows()).length, 0);
});

it('takes repeated names as a list where they are the owner’s, and refuses them where one value is due', async (t) => {
  const receiver = await startTestReceiver(t);
  const post = (extra: [string, string][]) =>
    fetch(`${receiver.url}/submissions`, {
      method: 'POST',
      body: new URLSearchParams([...Object.entries(contactTexts()), ...extra]),
    });
  const row = await receiver.kept(
    await post([
      ['colour', 'red'],
      ['colour', 'blue'],
    ]),
  );
  assert.deepEqual(row.fields['colour'], ['red', 'blue']);
  const refused = await post([
    ['message', 'another'],
    ['email', 'a@example.com'],
    ['email', 'b@example.com'],
  ]);
  assert.equal(refused.status, 422);
  assert.deepEqual(await errorCodes(refused), ['message:repeated', 'email:repeated']);
});

it('answers a repeated submission like the first, and keeps one row', async (t) => {
  const receiver = await startTestReceiver(t);
  const sent = contact({ message: 'bat\nbi', colour: ['red', 'blue'] });
  const first = await receiver.post(sent);
  const answer = await first.text();
  const retries: Record<string, unknown>[] = [
    sent,
    Object.fromEntries(Object.entries(sent).reverse()),
    {
      ...sent,
      possible_duplicate: true,
      created_at: '2026-11-22T10:05:00Z',
      spam_score: 40,
      spam_signals: 'fast',
    },
    {
      ...sent,
      page_url: 'https://shop.example/#sent',
      page_title: 'Other',
      locale: 'es',
      reference: 'BBBB-BBBB-B',
    },
    { ...sent, 'cf-turnstile-response': 'another proof', 'captcha_token': 'one more' },
  ];
  for (const retry of retries) {
    const response = await receiver.post(retry);
    assert.deepEqual([response.status, await response.text()], [200, answer]);
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(sent))
    for (const one of [value].flat()) form.append(name, String(one));
  const asForm = await fetch(`${receiver.url}/submissions`, { method: 'POST', body: form });
  assert.deepEqual([asForm.status, await asForm.text()], [200, answer], 'a form writes line ends as CR LF');
  assert.equal((await receiver.rows()).length, 1);
  assert.equal((await receiver.rows())[0]?.fields['possible_duplicate'], undefined, 'the first one stays');
});

it('refuses other content under the same id', async (t) => {
  const receiver = await startTestReceiver(t);
  const sent = contact({ name: 'Ane' });
  await receiver.post(sent);
  const { name: _, ...nameless } = sent;
  for (const other of [
    { ...sent, message: 'Agur' },
    { ...sent, own: 'more' },
    nameless,
    { ...sent, email: 'ane@example.eus' },
  ]) {
    const response = await receiver.post(other);
    assert.deepEqual([response.status, await errorCodes(response)], [422, ['submission_id:id_taken']]);
  }
  assert.deepEqual(
    (await receiver.rows()).map(({ fields }) => fields),
    [sent],
  );
});

it('keeps one row of a message that is sent many times at once', async (t) => {
  const receiver = await startTestReceiver(t);
  const sent = contact();
  const responses = await Promise.all(Array.from({ length: 25 }, () => receiver.post(sent)));
  const answers = new Set(
    await Promise.all(responses.map(async (response) => `${response.status} ${await response.text()}`)),
  );
  assert.deepEqual(
    [...answers],
    [
      `200 {"ok":true,"submission_id":"${String(sent['submission_id'])}","reference":"${referenceOf(String(sent['submission_id']))}"}`,
    ],
  );
  assert.equal((await receiver.rows()).length, 1);
});

it('refuses an Idempotency-Key that contradicts the id', async (t) => {
  const receiver = await startTestReceiver(t);
  const sent = contact();
  const id = String(sent['submission_id']);
  const withKey = (key: string) => receiver.post(sent, { headers: { 'Idempotency-Key': key } });
  for (const key of ['other', `${id}, ${id}`, `${id}x`]) {
    assert.deepEqual(await errorCodes(await withKey(key)), ['submission_id:idempotency_key'], key);
  }
  assert.equal((await receiver.rows()).length, 0);
  assert.equal((await withKey(id)).status, 200);
  assert.equal((await withKey(`"${id}"`)).status, 200);
});

it('is not held up by letters with tens of thousands of accents', { timeout: 10_000 }, async (t) => {
  const receiver = await startTestReceiver(t);
  // Which come first is put in order by comparing them with one another.
  const accents = '\u0301'.repeat(49_000) + '\u0323'.repeat(49_000);
  const { id } = await receiver.kept(await receiver.post(contact({ message: `Ka${accents}ixo` })));
  const { items } = await receiver.store.list({ search: 'kaíxo' }, 10);
  assert.deepEqual(
    items.map((item) => item.id),
    [id],
  );
  const phone = await receiver.post(contact({ phone: `+34 943${accents}` }));
  assert.deepEqual([phone.status, await errorCodes(phone)], [422, ['phone:too_long']]);
});

it('quarantines what a machine probably wrote, and drops nothing', async (t) => {
  const receiver = await startTestReceiver(t, { spamThreshold: 60 });
  for (const spam_score of [0, 59, 60, 100])
    assert.equal((await receiver.post(contact({ spam_score }))).status, 200);
  const rows = await receiver.rows();
  assert.deepEqual(rows.map(({ fields, quarantined }) => [fields['spam_score'], quarantined]).sort(), [
    [0, false],
    [100, true],
    [59, false],
    [60, true],
  ]);
});

it('refuses more text than it keeps, wherever it stands', async (t) => {
  const receiver = await startTestReceiver(t);
  const tooLong = await receiver.post(contact({ message: 'ა'.repeat(100_001) }));
  assert.deepEqual([tooLong.status, await errorCodes(tooLong)], [413, [':too_large']], '300 KB of UTF-8');
  const field = await receiver.post(contact({ message: 'x'.repeat(100_001) }));
  assert.deepEqual([field.status, await errorCodes(field)], [422, ['message:too_long']]);
  const own = await receiver.post(contact({ own: 'x'.repeat(256 * 1024) }));
  assert.equal(own.status, 413);
  const megabyte = await fetch(`${receiver.url}/submissions`, {
    method: 'POST',
    body: new URLSearchParams(contactTexts({ own: 'x'.repeat(1024 * 1024) })),
  });
  assert.equal(megabyte.status, 413);
  assert.equal((await receiver.rows()).length, 0);

  const fits = 'ა'.repeat(80_000); // 240 KB, and 720 KB urlencoded
  const form = await fetch(`${receiver.url}/submissions`, {
    method: 'POST',
    body: new URLSearchParams(contactTexts({ message: fits })),
  });
  assert.equal((await receiver.kept(form)).fields['message'], fits);
});
