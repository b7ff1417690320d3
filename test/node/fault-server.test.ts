import assert from 'node:assert/strict';
import { createServer, request as httpRequest, Agent } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';
import { FAULTS, type FaultName } from '../faults/catalogue.js';
import type { Fault } from '../faults/fault.js';
import { startFaultServer, type FaultServer } from '../faults/fault-server.js';
import { until } from '../receiver/support.js';

const ID = 'f47ac10b-58cc-4372-a567-0e02b2c3d479';
const ANSWER = JSON.stringify({ ok: true, submission_id: ID });
const HALF = ANSWER.slice(0, ANSWER.length / 2);
const JSON_BODY = JSON.stringify({ submission_id: ID, message: 'Kaixo' });

/** A receiver that takes all, and the fault server in front of it. */
const start = async (t: TestContext) => {
  const taken: string[] = [];
  const upstream = createServer((request, response) => {
    void text(request).then((body) => {
      if (request.method === 'POST') taken.push(body);
      response.writeHead(request.method === 'OPTIONS' ? 204 : 200, {
        'access-control-allow-origin': 'https://shop.example',
        'content-type': 'application/json',
        'x-method': request.method,
      });
      response.end(request.method === 'OPTIONS' ? '' : ANSWER);
    });
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const stopUpstream = () =>
    new Promise((resolve) => {
      upstream.close(resolve);
      upstream.closeAllConnections();
    });
  const { port } = upstream.address() as AddressInfo;
  const server = await startFaultServer({ upstream: `http://127.0.0.1:${port}/submissions` });
  t.after(async () => {
    await server.close();
    await stopUpstream();
  });
  return { server, taken, stopUpstream };
};

const post = (server: FaultServer, init: RequestInit = {}) =>
  fetch(server.endpoint, {
    method: 'POST',
    body: JSON_BODY,
    headers: { 'content-type': 'application/json', 'idempotency-key': `"${ID}"` },
    ...init,
  });

/** Milliseconds after which a connection that is expected to stay open is taken to have done so. */
const QUIET = 200;

const rawPost = (body: string, length = body.length) =>
  `POST /submissions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`;

/** Writes bytes on a connection of its own, and tells what comes back until it ends or is quiet for `patience` ms. */
const talk = (server: FaultServer, bytes: string, patience = 5000) =>
  new Promise<{ got: string; ending: string }>((resolve) => {
    let got = '';
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    const end = (ending: string) => {
      clearTimeout(timer);
      resolve({ got, ending });
      socket.destroy();
    };
    socket.setEncoding('latin1').on('data', (data) => {
      got += String(data);
      clearTimeout(timer);
      timer = setTimeout(() => end('open'), 500);
      if (got.length > 1_000_000) end('a megabyte');
    });
    socket.on('end', () => end('close'));
    socket.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? ''));
    let timer = setTimeout(() => end('open'), patience);
    socket.write(bytes);
  });

const cut = (at: Extract<Fault, { kind: 'cut' }>['at'], by: 'reset' | 'close' = 'reset'): Fault => ({
  ...{ kind: 'cut', at, by },
});

const ENDINGS = { reset: 'ECONNRESET', close: 'close' } as const;

test('what passes, passes as it is, preflights too', async (t) => {
  const { server, taken } = await start(t);
  const answer = await post(server);
  assert.deepEqual([answer.status, answer.headers.get('x-method')], [200, 'POST']);
  assert.deepEqual(await answer.json(), { ok: true, submission_id: ID });
  assert.deepEqual(taken, [JSON_BODY]);
  const preflight = await fetch(server.endpoint, { method: 'OPTIONS' });
  assert.deepEqual(
    [
      preflight.status,
      preflight.headers.get('access-control-allow-origin'),
      preflight.headers.get('content-length'),
    ],
    [204, 'https://shop.example', null],
  );
  const [first, second] = server.log;
  assert.ok(Math.abs(first!.time - Date.now()) < 5000);
  assert.deepEqual(
    { ...first, time: 0 },
    {
      ...{
        time: 0,
        method: 'POST',
        target: '/submissions',
        earlier: 0,
        idempotencyKey: ID,
        submissionId: ID,
      },
      ...{ fault: 'pass', forwarded: 1, upstream: [200], replied: 200 },
    },
  );
  assert.deepEqual([second!.method, second!.fault, second!.upstream], ['OPTIONS', 'pass', [204]]);
});

test('bodies come through whole: chunked, long, and in every encoding with its id', async (t) => {
  const { server, taken } = await start(t);
  const form = new FormData();
  form.append('message', 'name="submission_id"');
  form.append('submission_id', ID);
  const long = JSON.stringify({ submission_id: ID, message: 'გ'.repeat(300_000) });
  const bodies: RequestInit[] = [
    { body: new Blob([long]).stream(), duplex: 'half' } as RequestInit,
    { body: long },
    { body: form, headers: {} },
    { body: new URLSearchParams({ submission_id: ID }), headers: {} },
    { body: '[1' },
  ];
  for (const init of bodies) assert.equal((await post(server, init)).status, 200);
  assert.deepEqual([taken[0], taken[1], taken[4]], [long, long, '[1']);
  assert.deepEqual(
    server.log.map(({ submissionId }) => submissionId),
    [ID, ID, ID, ID, undefined],
  );
});

test('a connection is cut where it is said, by RST or FIN', async (t) => {
  const { server, taken } = await start(t);
  const committed: Record<string, number> = { head: 0, body: 0, request: 0, commit: 1, reply: 1 };
  for (const by of ['reset', 'close'] as const) {
    for (const at of ['head', 'body', 'request', 'commit', 'reply'] as const) {
      taken.length = 0;
      server.queue.push(cut(at, by));
      const { got, ending } = await talk(server, rawPost(JSON_BODY));
      assert.deepEqual([at, ending, taken.length], [at, ENDINGS[by], committed[at]]);
      assert.equal(got.slice(got.indexOf('{')), at === 'reply' ? HALF : '');
      assert.equal(got.includes(`content-length: ${ANSWER.length}\r\n`), at === 'reply');
      assert.deepEqual([server.log.at(-1)!.fault, server.log.at(-1)!.forwarded], ['cut', committed[at]]);
    }
  }
});

test('the cuts of the catalogue are what their names say', async (t) => {
  const { server, taken } = await start(t);
  for (const [name, make] of Object.entries(FAULTS)) {
    const [, by, where] = /^(reset|close)-(after-\w+|in-\w+)$/.exec(name) ?? [];
    if (!where) continue;
    taken.length = 0;
    server.queue.push(make());
    const { got, ending } = await talk(server, rawPost(JSON_BODY));
    assert.deepEqual([name, ending], [name, ENDINGS[by as keyof typeof ENDINGS]]);
    const isCommitted = where === 'after-commit' || where === 'in-reply';
    assert.deepEqual([name, taken.length, got !== ''], [name, isCommitted ? 1 : 0, where === 'in-reply']);
    // Of a body that never comes, a head is enough to cut at.
    server.queue.push(make());
    const headOnly = await talk(server, rawPost('', 1000), where === 'after-head' ? 5000 : QUIET);
    assert.equal(headOnly.ending !== 'open', where === 'after-head', name);
  }
});

test('a body is cut before it is read, or half-way', async (t) => {
  const { server } = await start(t);
  // Of a body that never comes, a head is enough; of half a body, half.
  for (const [at, sent] of [
    ['head', ''],
    ['body', 'x'.repeat(500)],
  ] as const) {
    server.queue.push(cut(at));
    assert.deepEqual(await talk(server, rawPost(sent, 1000)), { got: '', ending: 'ECONNRESET' });
    server.queue.push(at === 'head' ? cut('body') : cut('request'));
    assert.deepEqual(await talk(server, rawPost(sent, 1000), QUIET), { got: '', ending: 'open' });
  }
});

test('FIN stays FIN, however much of the body is on its way', async (t) => {
  const { server } = await start(t);
  server.queue.push('close-after-head');
  const socket = connect({
    port: Number(new URL(server.origin).port),
    host: '127.0.0.1',
    allowHalfOpen: true,
  });
  let ended = false;
  socket.resume().on('end', () => {
    ended = true;
    socket.end();
  });
  const closed = new Promise<boolean>((resolve) => socket.on('close', resolve));
  socket.on('error', () => undefined);
  setTimeout(() => socket.destroy(new Error('the server reads no more')), 2000).unref();
  socket.write(rawPost('x'.repeat(20_000_000)));
  assert.deepEqual([await closed, ended], [false, true]);
});

test('what hangs says nothing until it is released, and then goes on', async (t) => {
  const { server, taken } = await start(t);
  for (const [at, committed] of Object.entries({ head: 0, body: 0, request: 0, commit: 1 })) {
    taken.length = 0;
    server.queue.push({ kind: 'hang', at: at as 'head' });
    const pending = post(server);
    await until(() => server.hanging === 1, 'it hangs');
    await new Promise((resolve) => setTimeout(resolve, 40));
    assert.deepEqual([at, taken.length], [at, committed]);
    assert.equal(await Promise.race([pending, Promise.resolve('nothing')]), 'nothing');
    server.release();
    assert.equal((await pending).status, 200);
    assert.equal(taken.length, 1);
  }
  server.queue.push('hang-in-reply');
  const { got, ending } = await talk(server, rawPost(JSON_BODY));
  assert.deepEqual([got.slice(got.indexOf('{')), ending], [HALF, 'open']);
});

test('a connection can end before a byte is read', async (t) => {
  const { server } = await start(t);
  for (const [mode, ending] of [
    ['reset', 'ECONNRESET'],
    ['close', 'close'],
    ['hang', 'open'],
  ] as const) {
    server.connections = mode;
    assert.deepEqual(await talk(server, rawPost(JSON_BODY), mode === 'hang' ? QUIET : 5000), {
      got: '',
      ending,
    });
  }
  assert.equal(server.log.length, 0);
  server.connections = 'accept';
  assert.equal((await post(server)).status, 200);
});

test('down refuses connections and resets what is open; up is the same address', async (t) => {
  const { server, taken } = await start(t);
  server.queue.push('hang-after-commit');
  const open = talk(server, rawPost(JSON_BODY));
  await until(() => server.hanging === 1, 'it hangs');
  assert.equal(taken.length, 1);
  await server.down();
  assert.equal((await open).ending, 'ECONNRESET');
  assert.equal((await talk(server, rawPost(JSON_BODY))).ending, 'ECONNREFUSED');
  await server.up();
  assert.equal((await post(server)).status, 200);
});

test('a receiver that is down is a connection that breaks', async (t) => {
  const { server, stopUpstream } = await start(t);
  await stopUpstream();
  assert.deepEqual(await talk(server, rawPost(JSON_BODY)), { got: '', ending: 'ECONNRESET' });
  assert.deepEqual(server.log[0]!.upstream, ['no answer']);
});

test('a kept-alive connection goes stale: the next POST on it is cut', async (t) => {
  const { server, taken } = await start(t);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  t.after(() => agent.destroy());
  const send = () =>
    new Promise<number | string>((resolve) => {
      const request = httpRequest(server.endpoint, { method: 'POST', agent }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0));
      });
      request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
      request.end(JSON_BODY);
    });
  server.queue.push('stale-after-commit', 'status-503');
  assert.deepEqual([await send(), await send(), await send()], [200, 'ECONNRESET', 503]);
  assert.equal(taken.length, 2);
  assert.deepEqual(
    server.log.map(({ earlier, fault }) => [earlier, fault]),
    [
      [0, 'stale-after-commit'],
      [1, 'stale'],
      [0, 'status-503'],
    ],
  );
  server.keepAlive = false;
  assert.deepEqual([await send(), await send()], [200, 200]);
  assert.deepEqual([server.log.at(-1)!.earlier], [0]);
});

test('a request is delivered twice', async (t) => {
  const { server, taken } = await start(t);
  server.queue.push('duplicate');
  assert.equal((await post(server)).status, 200);
  assert.deepEqual(taken, [JSON_BODY, JSON_BODY]);
  assert.deepEqual(server.log[0]!.upstream, [200, 200]);
});

test('preflights are refused, hang, break, or are allowed here', async (t) => {
  const { server, stopUpstream } = await start(t);
  const ask = () =>
    fetch(server.endpoint, {
      method: 'OPTIONS',
      headers: { 'access-control-request-headers': 'idempotency-key' },
      signal: AbortSignal.timeout(server.preflights === 'hang' ? 100 : 5000),
    }).then(
      ({ status, headers }) =>
        [
          status,
          headers.get('access-control-allow-origin'),
          headers.get('access-control-allow-headers'),
        ] as const,
      (error: unknown) => (error as Error).name,
    );
  await stopUpstream();
  server.preflights = 'refuse';
  assert.deepEqual(await ask(), [403, null, null]);
  server.preflights = 'permit';
  assert.deepEqual(await ask(), [204, '*', 'idempotency-key']);
  server.preflights = 'hang';
  assert.equal(await ask(), 'TimeoutError');
  server.preflights = 'reset';
  assert.equal(await ask(), 'TypeError');
  assert.ok(server.log.every(({ forwarded }) => forwarded === 0));
});

test('a script chooses by number, key and body, and may change while the server runs', async (t) => {
  const { server, taken } = await start(t);
  server.script = async ({ idempotencyKey, body }, n) =>
    n === 1 && idempotencyKey === ID && String(await body()) === JSON_BODY ? 'reset-after-request' : 'pass';
  assert.equal((await post(server)).status, 200);
  await assert.rejects(post(server));
  assert.equal((await post(server)).status, 200);
  server.script = () => 'status-425';
  server.queue.push('status-408');
  assert.deepEqual([(await post(server)).status, (await post(server)).status], [408, 425]);
  assert.equal(taken.length, 2);
});

test('a slow answer drips', async (t) => {
  const { server } = await start(t);
  server.queue.push({ kind: 'drip', bytes: 40, every: 15 });
  const started = performance.now();
  const answer = await post(server);
  assert.deepEqual(await answer.json(), { ok: true, submission_id: ID });
  assert.ok(performance.now() - started > 60);
});

/** Status, body or what breaks, and whether the receiver has it. */
const expected: Partial<Record<FaultName, [status: number, body: RegExp | 'broken', taken: 0 | 1]>> = {
  'busy-seconds': [429, /^\{"ok":false\}$/, 0],
  'busy-nonsense': [429, /false/, 0],
  'busy-ten-years': [429, /false/, 0],
  'status-408': [408, /false/, 0],
  'status-425': [425, /false/, 0],
  'status-500': [500, /<h1>/, 0],
  'status-500-after-commit': [500, /false/, 1],
  'status-503': [503, /false/, 0],
  'ok-with-500': [500, /^\{"ok":true\}$/, 0],
  'rejected-400': [400, /"field":"email"/, 0],
  'rejected-422': [422, /"message":"Too short"/, 0],
  'success-false': [200, /^\{"success":false\}$/, 0],
  'login-page': [200, /type="password"/, 0],
  'login-page-after-commit': [200, /type="password"/, 1],
  'redirect-to-page': [200, /type="password"/, 0],
  'empty': [200, /^$/, 0],
  'truncated': [200, new RegExp(`^${HALF}$`), 1],
  'huge': [200, /^\{"ok":true,"padding":"x{1000}/, 1],
  'other-id': [200, /"submission_id":"00000000-/, 1],
  'wrong-charset': [200, new RegExp(ID), 1],
  'byte-order-mark': [200, new RegExp(ID), 1],
  'not-readable': [200, new RegExp(ID), 1],
  'length-too-long': [200, 'broken', 1],
  'broken-chunks': [200, 'broken', 1],
  'duplicate': [200, new RegExp(ID), 1],
  'pass': [200, new RegExp(ID), 1],
  'slow': [200, new RegExp(ID), 1],
};

test('each answer of the catalogue is what its name says', async (t) => {
  for (const [name, [status, body, forwarded]] of Object.entries(expected)) {
    const { server, taken } = await start(t);
    server.queue.push(name as FaultName);
    const answer = await post(server);
    assert.deepEqual([name, answer.status], [name, status]);
    if (body === 'broken') await assert.rejects(answer.text(), name);
    else assert.match(await answer.text(), body, name);
    assert.equal(Math.min(taken.length, 1), forwarded, name);
    assert.equal(answer.headers.has('access-control-allow-origin'), name !== 'not-readable', name);
  }
});

test('answers differ in their headers and bytes, too', async (t) => {
  const { server } = await start(t);
  const answerTo = (name: FaultName) => {
    server.queue.push(name);
    return post(server);
  };
  const retryAfter = async (name: FaultName) => (await answerTo(name)).headers.get('retry-after');
  assert.equal(await retryAfter('busy-seconds'), '1');
  assert.equal(await retryAfter('busy-nonsense'), 'whenever it suits');
  assert.equal(await retryAfter('busy-ten-years'), '315360000');
  assert.equal(await retryAfter('status-503'), '1');
  const { headers } = await answerTo('busy-date');
  assert.equal(Date.parse(headers.get('retry-after')!) - Date.parse(headers.get('date')!), 2000);
  assert.match((await answerTo('wrong-charset')).headers.get('content-type')!, /utf-16/);
  const marked = new Uint8Array(await (await answerTo('byte-order-mark')).arrayBuffer());
  assert.deepEqual([...marked.slice(0, 4)], [0xef, 0xbb, 0xbf, 0x7b]);
  assert.equal((await (await answerTo('huge')).arrayBuffer()).byteLength > 10_000_000, true);
  const redirect = await answerTo('redirect-to-page');
  assert.deepEqual([redirect.redirected, redirect.url], [true, `${server.origin}/portal`]);
});

test('an answer has no end, or goes on where its length says it ends', async (t) => {
  const { server } = await start(t);
  server.queue.push('endless', 'length-too-short');
  assert.equal((await talk(server, rawPost(JSON_BODY))).ending, 'a megabyte');
  const { got, ending } = await talk(server, rawPost(JSON_BODY));
  assert.ok(got.includes(`content-length: ${HALF.length}\r\n`) && got.endsWith(`\r\n\r\n${ANSWER}`));
  assert.equal(ending, 'open');
});

test('every fault of the catalogue has been seen', () => {
  const onTheWire = /^(?:reset|close|stale|hang)-|^(?:busy-date|endless|length-too-short)$/;
  const untested = Object.keys(FAULTS).filter((name) => !(name in expected) && !onTheWire.test(name));
  assert.deepEqual(untested, []);
});

test('what is no HTTP, or ends early, ends the connection and nothing else', async (t) => {
  const { server } = await start(t);
  assert.equal((await talk(server, 'EHLO\r\n\r\n')).ending, 'close');
  await talk(server, 'POST /submissions HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc', 20);
  await talk(server, 'POST /submissions', 20);
  assert.equal((await post(server)).status, 200);
});
