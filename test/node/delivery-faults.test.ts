import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Behaviour } from '../endpoints/start.js';
import { failure, file, ID, send, standIn } from './delivery-support.js';

test('200 is no success with a page, nothing, half, or no end of an answer', async (t) => {
  const endpoint = await standIn(t, 'json');
  for (const behaviour of ['page', 'empty', 'truncated', 'huge', 'endless'] as const) {
    endpoint.behaviour = behaviour;
    const { reason, arrived, status } = failure(await send(endpoint));
    assert.deepEqual([behaviour, reason, arrived, status], [behaviour, 'unreadable', 'unknown', 200]);
  }
  assert.equal(endpoint.received.length, 5);
  assert.ok(endpoint.received.every(({ kept }) => kept)); // Which is why nobody may say "not sent".
});

test('an answer that is cut off is a lost connection', async (t) => {
  const endpoint = await standIn(t, 'json', 'cut');
  const { reason, arrived } = failure(await send(endpoint));
  assert.deepEqual([reason, arrived], ['network', 'unknown']);
});

test('an endpoint that nobody listens at is a lost connection', async (t) => {
  const endpoint = await standIn(t, 'json');
  await endpoint.close();
  const { reason, arrived, diagnosis } = failure(await send(endpoint));
  assert.deepEqual([reason, arrived], ['network', 'unknown']);
  assert.ok(diagnosis.includes(endpoint.origin));
});

test('an endpoint that hangs, before or within its answer, is given up in time', async (t) => {
  const endpoint = await standIn(t, 'json');
  for (const behaviour of ['hang', 'hang-body'] as const) {
    endpoint.behaviour = behaviour;
    const started = performance.now();
    const { reason, arrived } = failure(await send(endpoint, { timeout: 200 }));
    const took = performance.now() - started;
    assert.deepEqual([reason, arrived], ['timeout', 'unknown']);
    assert.ok(took > 190 && took < 2000, `${took} ms`);
  }
});

test('an upload that cannot be watched has longer, by its size', async (t) => {
  const endpoint = await standIn(t, 'json', 'hang');
  const started = performance.now();
  // 16 KB are half a second at 32 KB a second.
  const outcome = failure(
    await send(endpoint, { timeout: 100, files: [file('a.txt', 'x'.repeat(16 * 1024))] }),
  );
  assert.equal(outcome.reason, 'timeout');
  assert.ok(performance.now() - started > 550);
});

test('a fetch that ignores its signal is given up all the same', async (t) => {
  const endpoint = await standIn(t, 'json');
  t.mock.method(globalThis, 'fetch', () => new Promise(() => {}));
  assert.equal(failure(await send(endpoint, { timeout: 50 })).reason, 'timeout');
});

test('an aborted attempt says so, and whether anything had left', async (t) => {
  const endpoint = await standIn(t, 'json', 'hang');
  const controller = new AbortController();
  const attempt = send(endpoint, { signal: controller.signal });
  while (!endpoint.received.length) await new Promise((resolve) => setTimeout(resolve, 5));
  controller.abort();
  const during = failure(await attempt);
  assert.deepEqual([during.reason, during.arrived], ['aborted', 'unknown']);
  const before = failure(await send(endpoint, { signal: controller.signal }));
  assert.deepEqual([before.reason, before.arrived, endpoint.received.length], ['aborted', 'no', 1]);
});

test('a browser that is offline sends nothing', async (t) => {
  const endpoint = await standIn(t, 'json');
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: false }, configurable: true });
  t.after(() => {
    if (before) Object.defineProperty(globalThis, 'navigator', before);
    else Reflect.deleteProperty(globalThis, 'navigator');
  });
  const { reason, arrived } = failure(await send(endpoint));
  assert.deepEqual([reason, arrived, endpoint.requests.length], ['offline', 'no', 0]);
});

test('busy is busy, and tells how long', async (t) => {
  const endpoint = await standIn(t, 'json', { retryAfter: '7' });
  const seconds = failure(await send(endpoint));
  assert.deepEqual(
    [seconds.reason, seconds.arrived, seconds.status, seconds.retryAfter],
    ['busy', 'no', 429, 7000],
  );
  endpoint.behaviour = { retryAfter: new Date(Date.now() + 90_000).toUTCString() };
  const { retryAfter } = failure(await send(endpoint));
  assert.ok(retryAfter! > 80_000 && retryAfter! <= 91_000, `${retryAfter}`);
  endpoint.behaviour = { retryAfter: 'whenever' };
  assert.equal('retryAfter' in failure(await send(endpoint)), false);
  // No later attempt will tell, and the limit that was hit may have counted what the browser repeated by itself.
  endpoint.behaviour = { retryAfter: '315360000' };
  assert.equal(failure(await send(endpoint)).arrived, 'unknown');
});

test("a date in Retry-After is measured by the endpoint's clock, not the visitor's", async (t) => {
  const endpoint = await standIn(t, 'json', {
    status: 503,
    headers: { 'date': 'Sun, 06 Nov 1994 08:49:37 GMT', 'retry-after': 'Sun, 06 Nov 1994 08:50:07 GMT' },
  });
  const { retryAfter, arrived } = failure(await send(endpoint));
  assert.deepEqual([retryAfter, arrived], [30_000, 'unknown']);
});

test('who asks to wait for longer than a submission is kept has refused this try, and may have another copy of it', async (t) => {
  const DAYS = 24 * 3600;
  const endpoint = await standIn(t, 'json');
  const expected: readonly [status: number, seconds: number, reason: string, arrived: string][] = [
    [429, 3 * DAYS, 'busy', 'no'],
    [429, 3 * DAYS + 1, 'refused', 'unknown'],
    [425, 3650 * DAYS, 'refused', 'unknown'],
    [503, 3650 * DAYS, 'busy', 'unknown'],
  ];
  for (const [status, seconds, reason, arrived] of expected) {
    const headers = { 'retry-after': `${seconds}`, 'access-control-expose-headers': 'Retry-After' };
    endpoint.behaviour = { status, headers, body: {} };
    const outcome = failure(await send(endpoint));
    assert.deepEqual(
      [outcome.reason, outcome.arrived, outcome.retryAfter],
      [reason, arrived, seconds * 1000],
    );
  }
});

test('each status means what it means, whatever the body says', async (t) => {
  const endpoint = await standIn(t, 'json');
  const expected: Record<number, [string, string]> = {
    401: ['blocked', 'no'],
    403: ['blocked', 'no'],
    404: ['blocked', 'no'],
    405: ['blocked', 'no'],
    406: ['blocked', 'no'],
    408: ['busy', 'no'],
    410: ['blocked', 'no'],
    413: ['too-large', 'no'],
    415: ['blocked', 'no'],
    425: ['busy', 'no'],
    429: ['busy', 'no'],
    500: ['busy', 'unknown'],
    502: ['busy', 'unknown'],
    503: ['busy', 'unknown'],
    599: ['busy', 'unknown'],
    304: ['unreadable', 'unknown'],
  };
  for (const [status, [reason, arrived]] of Object.entries(expected)) {
    endpoint.behaviour = { status: Number(status), body: status === '304' ? '' : { ok: true } };
    const outcome = failure(await send(endpoint));
    assert.deepEqual([status, outcome.reason, outcome.arrived], [status, reason, arrived]);
    assert.equal(outcome.status, Number(status));
  }
  endpoint.behaviour = 'broken';
  assert.equal(failure(await send(endpoint)).reason, 'busy');
  endpoint.behaviour = { status: 415 };
  assert.equal(failure(await send(endpoint, { files: [file('a.txt')] })).reason, 'too-large');
});

test('the console names the address that answered, whole: a missing "https://" is seen in it', async (t) => {
  const endpoint = await standIn(t, 'json', { status: 404 });
  const { diagnosis } = failure(await send(endpoint));
  assert.ok(diagnosis.startsWith(`${endpoint.url} answered 404`), diagnosis);
});

test('what the endpoint refuses comes back with its errors', async (t) => {
  const endpoint = await standIn(t, 'json', { fieldErrors: { email: 'no mail there', unknown: 'x' } });
  assert.deepEqual(await send(endpoint), {
    state: 'rejected',
    status: 422,
    errors: [
      { field: 'email', message: 'no mail there' },
      { field: 'unknown', message: 'x' },
    ],
  });
  const cases: [Behaviour, number, object[]][] = [
    ['refusal', 200, [{ code: '200' }]],
    [{ status: 400, body: '<h1>Bad request</h1>' }, 400, [{ code: '400' }]],
    [{ status: 409, body: { message: 'Already there' } }, 409, [{ message: 'Already there' }]],
    [{ status: 200, body: { success: 'false', message: '<b>No</b>' } }, 200, [{ message: '<b>No</b>' }]],
  ];
  for (const [behaviour, status, errors] of cases) {
    endpoint.behaviour = behaviour;
    assert.deepEqual(await send(endpoint), { state: 'rejected', status, errors });
  }
});

test('an answer about another submission is no success', async (t) => {
  const endpoint = await standIn(t, 'json', { body: { ok: true, submission_id: ID.replace('f', 'a') } });
  assert.equal(failure(await send(endpoint)).reason, 'unreadable');
  endpoint.behaviour = { body: { ok: true, submission_id: ID } };
  assert.equal((await send(endpoint)).state, 'sent');
});

test('a redirect in the body is ignored, and a reference is text of bounded length', async (t) => {
  const endpoint = await standIn(t, 'json', {
    body: { ok: true, redirect: 'javascript:alert(1)', next: 'data:,x' },
  });
  assert.deepEqual(await send(endpoint), { state: 'sent' });
  endpoint.behaviour = { body: { ok: true, reference: `<b>\u202E${'7'.repeat(99)}` } };
  assert.deepEqual(await send(endpoint), { state: 'sent', reference: `<b> ${'7'.repeat(36)}` });
  endpoint.behaviour = { body: { ok: true, reference: { html: 'x' } } };
  assert.deepEqual(await send(endpoint), { state: 'sent' });
});

test('a redirect is no success for JSON: what was sent may be lost', async (t) => {
  const endpoint = await standIn(t, 'json');
  for (const redirect of ['login', 'thanks', 'slash', 'elsewhere'] as const) {
    endpoint.behaviour = { redirect };
    const { reason, arrived, diagnosis } = failure(await send(endpoint));
    assert.deepEqual([redirect, reason, arrived], [redirect, 'unreadable', 'unknown']);
    assert.match(diagnosis, /redirect to http/);
  }
});

test('nothing is sent to an address or with a profile that is wrong', async (t) => {
  const endpoint = await standIn(t, 'json');
  const wrong = [
    { endpoint: '' },
    { endpoint: 'ftp://a.example/' },
    { endpoint: endpoint.url.replace('//', '//user:pass@') },
    { endpoint: 'http://a.example/', pageUrl: 'https://shop.example/' },
    { profile: 'formspre' },
    { profile: '__proto__' },
  ];
  for (const request of wrong) {
    const { reason, arrived } = failure(await send(endpoint, request));
    assert.deepEqual([reason, arrived], ['blocked', 'no'], JSON.stringify(request));
  }
  assert.equal(endpoint.requests.length, 0);
});

test('a page that has broken what browsers offer gets an outcome, never an exception', async (t) => {
  const endpoint = await standIn(t, 'json');
  const { FormData } = globalThis;
  Object.assign(globalThis, { FormData: undefined });
  t.after(() => Object.assign(globalThis, { FormData }));
  const before = failure(await send(endpoint, { files: [file('a.txt')] }));
  assert.deepEqual([before.reason, before.arrived], ['blocked', 'no']);
  t.mock.method(globalThis, 'fetch', () => ({ status: 200 }));
  const after = failure(await send(endpoint));
  assert.equal(after.arrived, 'unknown');
});

test('an address that the browser itself sends to by https is the same address; what a service worker kept is not', async (t) => {
  const endpoint = await standIn(t, 'json');
  const { fetch } = globalThis;
  let change: (url: string) => string;
  t.mock.method(globalThis, 'fetch', async (...given: Parameters<typeof fetch>) => {
    const response = await fetch(...given);
    Object.defineProperty(response, 'url', { value: change(response.url) });
    return response;
  });
  // HSTS (RFC 6797), `upgrade-insecure-requests`: no redirect, and nothing is lost.
  change = (url) => url.replace('http:', 'https:');
  assert.equal((await send(endpoint)).state, 'sent');
  change = (url) => new URL('/offline.html', url).href;
  const { reason, arrived } = failure(await send(endpoint));
  assert.deepEqual([reason, arrived], ['network', 'unknown']);
});
