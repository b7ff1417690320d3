import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { contact, contactTexts, errorCodes, rawExchange, startTestReceiver } from './receiver.js';

const head = (...headers: string[]) =>
  [
    'POST /submissions HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/json',
    ...headers,
    '',
    '',
  ].join('\r\n');

it('keeps nothing of a body that is shorter than declared', async (t) => {
  const receiver = await startTestReceiver(t);
  const body = JSON.stringify(contact());
  const answer = await rawExchange(receiver.port, [head(`Content-Length: ${body.length + 100}`), body], {
    hangUp: true,
  });
  assert.doesNotMatch(answer, /^HTTP\/1\.1 2/);
  await sleep(50);
  assert.equal((await receiver.rows()).length, 0);
});

it('reads no more of a body than was declared', async (t) => {
  const receiver = await startTestReceiver(t);
  const body = JSON.stringify(contact());
  const answer = await rawExchange(
    receiver.port,
    [head(`Content-Length: ${body.length - 10}`, 'Connection: close'), body],
    { hangUp: true },
  );
  assert.match(answer, /^HTTP\/1\.1 400 /);
  assert.equal((await receiver.rows()).length, 0);
});

it('refuses a request that declares its length twice or in two ways', async (t) => {
  const receiver = await startTestReceiver(t);
  const body = JSON.stringify(contact());
  for (const headers of [
    [`Content-Length: ${body.length}`, 'Transfer-Encoding: chunked'],
    [`Content-Length: ${body.length}`, 'Content-Length: 5'],
    [`Content-Length: -1`],
  ]) {
    const answer = await rawExchange(receiver.port, [head(...headers), body], { hangUp: true });
    assert.match(answer, /^HTTP\/1\.1 400 /, headers.join());
  }
  assert.equal((await receiver.rows()).length, 0);
});

it('refuses an overlong body by its declared length, before it is sent', async (t) => {
  const receiver = await startTestReceiver(t);
  const answer = await rawExchange(
    receiver.port,
    [head('Content-Length: 999999999999', 'Connection: close'), '{'],
    { timeout: 3_000 },
  );
  assert.match(answer, /^HTTP\/1\.1 413 /);
  assert.match(answer, /"too_large"/);
});

it('cuts off a chunked body that does not end', async (t) => {
  const receiver = await startTestReceiver(t);
  const socket = connect(receiver.port, '127.0.0.1');
  let answer = '';
  let sent = 0;
  socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
  socket.on('error', () => undefined);
  socket.write(head('Transfer-Encoding: chunked'));
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  // A sender that never looks at the answer: 200 MB, had they all been taken.
  while (!socket.destroyed && sent < 200 * 1024 * 1024) {
    sent += 0x10000;
    if (!socket.write(chunk))
      await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed]);
  }
  socket.destroy();
  await closed;
  assert.match(answer, /^HTTP\/1\.1 413 /);
  assert.ok(sent < 150 * 1024 * 1024, `took ${sent} bytes`);
  assert.equal((await receiver.post(contact())).status, 200, 'and the next one is served');
});

it('refuses chunks that are not what they say', async (t) => {
  const receiver = await startTestReceiver(t);
  const body = JSON.stringify(contact());
  const size = body.length.toString(16);
  const cases: [string, string][] = [
    ['a size beyond 64 bits', `FFFFFFFFFFFFFFFFF\r\n${body}\r\n0\r\n\r\n`],
    ['a size that is none', `${size}x\r\n${body}\r\n0\r\n\r\n`],
    ['a negative size', `-${size}\r\n${body}\r\n0\r\n\r\n`],
    ['more than its size', `${(body.length - 5).toString(16)}\r\n${body}\r\n0\r\n\r\n`],
    ['less than its size', `${(body.length + 5).toString(16)}\r\n${body}\r\n0\r\n\r\n`],
    ['line ends of one character', `${size}\n${body}\n0\n\n`],
    ['no last chunk', `${size}\r\n${body}\r\n`],
  ];
  for (const [title, chunks] of cases) {
    const answer = await rawExchange(receiver.port, [head('Transfer-Encoding: chunked'), chunks], {
      hangUp: true,
    });
    assert.doesNotMatch(answer, /^HTTP\/1\.1 2/, title);
  }
  await sleep(50);
  assert.equal((await receiver.rows()).length, 0);
  const whole = `${size}\r\n${body}\r\n0\r\n\r\n`;
  // Who hangs up at once hears nothing: Node ends its side, too, while the message is being stored.
  const answer = await rawExchange(receiver.port, [
    head('Transfer-Encoding: chunked', 'Connection: close'),
    whole,
  ]);
  assert.match(answer, /^HTTP\/1\.1 200 /, 'and takes those that are');
});

it('checks what it keeps, where a name is there twice', async (t) => {
  const receiver = await startTestReceiver(t);
  const post = (extra: string, headers: Record<string, string> = {}) =>
    fetch(`${receiver.url}/submissions`, {
      method: 'POST',
      body: JSON.stringify(contact()).replace(/}$/, `,${extra}}`),
      headers: { 'Content-Type': 'application/json', ...headers },
    });
  const refused = await post('"email":"ane@example.eus","email":"a@example.com, b@example.com"');
  assert.deepEqual([refused.status, await errorCodes(refused)], [422, ['email:email']]);
  const id = 'b2e5f9d0-1111-4222-8333-444455556666';
  const row = await receiver.kept(
    await post(`"submission_id":"x","submission_id":"${id}","message":"azkena"`),
  );
  assert.deepEqual([row.id, row.fields['submission_id'], row.fields['message']], [id, id, 'azkena']);
  assert.deepEqual(
    await errorCodes(await post(`"submission_id":"${id}"`, { 'Idempotency-Key': `x, ${id}` })),
    ['submission_id:idempotency_key'],
  );
  assert.equal((await receiver.rows()).length, 1);
});

it('answers who says all and then closes their side of the connection', async (t) => {
  const receiver = await startTestReceiver(t);
  const sent = contact();
  const body = JSON.stringify(sent);
  const answer = await rawExchange(receiver.port, [head(`Content-Length: ${body.length}`), body], {
    hangUp: true,
  });
  assert.match(answer, /^HTTP\/1\.1 200 /);
  assert.match(answer, new RegExp(`"submission_id":"${String(sent['submission_id'])}"`));
  assert.equal((await receiver.rows()).length, 1);
});

it('keeps nothing of an upload whose connection is cut half-way', async (t) => {
  const receiver = await startTestReceiver(t);
  const form = new FormData();
  for (const [name, value] of Object.entries(contactTexts())) form.append(name, value);
  for (const name of ['a.png', 'b.png']) form.append('attachment', new File([new Uint8Array(90_000)], name));
  const whole = new Response(form);
  const type = whole.headers.get('content-type')!;
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const start = `POST /submissions HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: ${bytes.length}\r\n\r\n`;
  for (const length of [bytes.length - 1, bytes.length - 40_000, 100_000, 500]) {
    const answer = await rawExchange(receiver.port, [start, bytes.subarray(0, length)], { hangUp: true });
    assert.doesNotMatch(answer, /^HTTP\/1\.1 2/, `${length} bytes`);
  }
  await sleep(50);
  const { store } = receiver;
  assert.equal((await receiver.rows()).length, 0);
  assert.deepEqual(await store.topics(), []);
  assert.equal((await receiver.post(contact())).status, 200, 'and the next one is served');
});

it('keeps nothing of a multipart body that is cut half-way, even where its length agrees', async (t) => {
  const receiver = await startTestReceiver(t);
  const form = new FormData();
  for (const [name, value] of Object.entries(contactTexts())) form.append(name, value);
  form.append('attachment', new File([new Uint8Array(100_000)], 'photo.png'));
  const whole = new Response(form);
  const type = whole.headers.get('content-type')!;
  const bytes = new Uint8Array(await whole.arrayBuffer());
  for (const length of [bytes.length - 4, bytes.length - 50_000, 300, 0]) {
    const response = await fetch(`${receiver.url}/submissions`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: bytes.slice(0, length),
    });
    assert.deepEqual([response.status, await errorCodes(response)], [400, [':malformed']], `${length} bytes`);
  }
  const boundaryless = await fetch(`${receiver.url}/submissions`, {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data' },
    body: bytes,
  });
  assert.equal(boundaryless.status, 400);
  assert.equal((await receiver.rows()).length, 0);
});

it('takes the content types it knows, and is not tricked by their parameters', async (t) => {
  const receiver = await startTestReceiver(t);
  const post = (contentType: string | undefined, headers: Record<string, string> = {}) =>
    fetch(`${receiver.url}/submissions`, {
      method: 'POST',
      headers: { ...headers, ...(contentType !== undefined && { 'Content-Type': contentType }) },
      body: new TextEncoder().encode(JSON.stringify(contact())),
    });
  for (const type of [
    undefined,
    '',
    'application/xml',
    'application/json5',
    'text/html',
    'json',
    'multipart/mixed; boundary=x',
    'application/problem+json',
    'application/json; charset=utf-16',
    'text/plain; charset=iso-8859-1',
  ]) {
    const response = await post(type);
    assert.deepEqual([response.status, await errorCodes(response)], [415, [':content_type']], type);
  }
  assert.equal((await post('application/json', { 'Content-Encoding': 'gzip' })).status, 415);
  for (const type of [
    'application/json',
    'APPLICATION/JSON ; charset=UTF-8',
    'text/plain;charset=utf8',
    'text/plain; x=multipart/form-data; boundary=x',
  ]) {
    assert.equal((await post(type)).status, 200, type);
  }
});

it('answers only POST and the preflight', async (t) => {
  const receiver = await startTestReceiver(t);
  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
    const response = await fetch(`${receiver.url}/submissions`, { method });
    assert.equal(response.status, 405, method);
    assert.equal(response.headers.get('allow'), 'POST, OPTIONS');
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
  }
});

it('lets exactly the listed origins post', async (t) => {
  const receiver = await startTestReceiver(t, {
    allowedOrigins: new Set(['https://shop.example', 'http://localhost:8080']),
  });
  const post = (headers: Record<string, string>) => receiver.post(contact(), { headers });
  for (const origin of ['https://shop.example', 'http://localhost:8080']) {
    const response = await post({ Origin: origin });
    assert.equal(response.status, 200, origin);
    assert.equal(response.headers.get('access-control-allow-origin'), origin);
    assert.equal(response.headers.get('vary'), 'Origin');
    assert.equal(response.headers.get('access-control-allow-credentials'), null);
  }
  const before = (await receiver.rows()).length;
  for (const origin of [
    'null',
    '',
    'https://shop.example.evil.example',
    'https://evilshop.example',
    'https://shop.example:8443',
    'http://shop.example',
    'https://SHOP.example',
    'https://shop.example/',
    'https://shop.example, https://evil.example',
    '*',
  ]) {
    const response = await post({ Origin: origin });
    assert.deepEqual([response.status, await errorCodes(response)], [403, [':origin']], origin);
    assert.equal(response.headers.get('access-control-allow-origin'), null, origin);
  }
  assert.equal((await receiver.rows()).length, before);
  assert.equal(
    (await post({ Origin: receiver.url.replace('localhost', '127.0.0.1'), Host: new URL(receiver.url).host }))
      .status,
    403,
  );
  assert.equal((await post({})).status, 200, 'what is no browser has no origin');
});

it("lets the receiver's own pages post without being listed", async (t) => {
  const receiver = await startTestReceiver(t, { allowedOrigins: new Set() });
  assert.equal((await receiver.post(contact(), { headers: { Origin: receiver.url } })).status, 200);
  assert.equal(
    (await receiver.post(contact(), { headers: { 'Origin': receiver.url, 'Sec-Fetch-Site': 'cross-site' } }))
      .status,
    403,
  );
});

it('answers a preflight so that any profile of the kit may post', async (t) => {
  const listed = await startTestReceiver(t, { allowedOrigins: new Set(['https://shop.example']) });
  const open = await startTestReceiver(t);
  const preflight = (url: string, origin: string) =>
    fetch(`${url}/submissions`, {
      method: 'OPTIONS',
      headers: {
        'Origin': origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,idempotency-key',
      },
    });
  for (const [url, allowed] of [
    [listed.url, 'https://shop.example'],
    [open.url, '*'],
  ] as const) {
    const { status, headers } = await preflight(url, 'https://shop.example');
    assert.equal(status, 204);
    assert.equal(headers.get('access-control-allow-origin'), allowed);
    assert.equal(headers.get('access-control-allow-methods'), 'POST');
    assert.equal(headers.get('access-control-allow-headers'), 'Content-Type, Accept, Idempotency-Key');
    assert.equal(headers.get('access-control-max-age'), '7200');
  }
  const refused = await preflight(listed.url, 'https://evil.example');
  assert.equal(refused.status, 403);
  assert.equal(refused.headers.get('access-control-allow-origin'), null);
});

it('limits the rate of one address, and says when to come back', async (t) => {
  const receiver = await startTestReceiver(t, { ratePerMinute: 6 });
  const statuses: number[] = [];
  for (let i = 0; i < 3; i++) statuses.push((await receiver.post(contact())).status);
  assert.deepEqual(statuses, [200, 200, 200], 'half a minute’s worth may come at once');
  const refused = await receiver.post(contact(), { headers: { Origin: 'https://shop.example' } });
  assert.equal(refused.status, 429);
  const wait = Number(refused.headers.get('retry-after'));
  assert.ok(wait > 0 && wait <= 10, `${wait} seconds`);
  assert.equal(refused.headers.get('access-control-expose-headers'), 'Retry-After');
  assert.equal(refused.headers.get('access-control-allow-origin'), '*');
  assert.deepEqual(await errorCodes(refused), [':rate_limit']);
  assert.equal((await receiver.rows()).length, 3);
});

it('believes X-Forwarded-For only as far as its own proxies wrote it', async (t) => {
  const attempt = async (trustedProxies: number, forwarded: (i: number) => string) => {
    const receiver = await startTestReceiver(t, { ratePerMinute: 2, trustedProxies });
    const statuses = [];
    for (let i = 0; i < 3; i++) {
      statuses.push(
        (await receiver.post(contact(), { headers: { 'X-Forwarded-For': forwarded(i) } })).status,
      );
    }
    return statuses;
  };
  assert.deepEqual(await attempt(0, (i) => `203.0.113.${i}`), [200, 429, 429], 'a spoofed header is ignored');
  assert.deepEqual(
    await attempt(1, (i) => `203.0.113.${i}`),
    [200, 200, 200],
    'the proxy tells visitors apart',
  );
  assert.deepEqual(
    await attempt(1, (i) => `203.0.113.${i}, 198.51.100.7`),
    [200, 429, 429],
    'what stands before it is hearsay',
  );
  assert.deepEqual(await attempt(1, (i) => `not an address ${i}`), [200, 429, 429]);
  assert.deepEqual(await attempt(2, (i) => `203.0.113.${i}, 198.51.100.7`), [200, 200, 200]);
  assert.deepEqual(
    await attempt(1, (i) => `2001:db8:0:1::${i + 1}`),
    [200, 429, 429],
    'a customer has a whole /64',
  );
  assert.deepEqual(await attempt(1, (i) => `2001:db8:0:${i}::1`), [200, 200, 200]);
});

it('tells what is not there, and whether it is well', async (t) => {
  const receiver = await startTestReceiver(t);
  const health = await fetch(`${receiver.url}/healthz`);
  assert.deepEqual([health.status, await health.json()], [200, { ok: true }]);
  const json = await fetch(`${receiver.url}/nothing`);
  assert.equal(json.status, 404);
  assert.deepEqual(await errorCodes(json), [':not_found']);
  const page = await fetch(`${receiver.url}/nothing`, { headers: { Accept: 'text/html,*/*' } });
  assert.equal(page.status, 404);
  assert.match(await page.text(), /<h1>There is nothing here<\/h1>/);
  for (const response of [health, json, page]) {
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  }
});

it('writes no personal data into its log, and one line for each event', async (t) => {
  const receiver = await startTestReceiver(t);
  const secret = 'Nino\nSECRET\u001b[31m';
  await receiver.post(
    contact({ name: secret, email: 'secret@example.com', page_url: 'https://shop.example/?SECRET' }),
  );
  await receiver.post(contact({ submission_id: secret, email: 'not SECRET', [secret]: { a: secret } }));
  await fetch(`${receiver.url}/inbox?q=SECRET`, { redirect: 'manual' });
  await fetch(`${receiver.url}/SECRET`);
  await fetch(`${receiver.url}/inbox/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ password: 'SECRET' }),
  });
  assert.ok(receiver.logs.length >= 5);
  for (const line of receiver.logs) {
    assert.doesNotMatch(line, /secret/i);
    assert.doesNotMatch(line, /127\.0\.0\.1|::1/);
    assert.doesNotMatch(line.slice(0, -1), /\p{Cc}/u);
    assert.ok(JSON.parse(line));
  }
});

it('answers another address and another method as its README says, which has a row for each status', async (t) => {
  const { url } = await startTestReceiver(t);
  const wrong = await fetch(`${url}/submission`, { method: 'POST', body: '{}' });
  assert.deepEqual([wrong.status, await errorCodes(wrong)], [404, [':not_found']]);
  const read = await fetch(`${url}/submissions`);
  assert.deepEqual([read.status, read.headers.get('allow')], [405, 'POST, OPTIONS']);
  assert.deepEqual(await errorCodes(read), [':method']);

  const readme = await readFile('demo/receiver/README.md', 'utf8');
  const rows = [...readme.matchAll(/^\| (\d{3}) /gm)].map(([, status]) => Number(status));
  assert.deepEqual(rows, [200, 400, 403, 404, 405, 413, 415, 422, 429, 500, 503]);
});
