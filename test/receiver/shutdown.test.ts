import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { it } from 'node:test';
import { openStore } from '../../demo/receiver/store/open.js';
import { startHookServer } from './hook-server.js';
import { startProcess } from './process.js';
import { contact, postJson } from './receiver.js';
import { temporaryFolder, until } from './support.js';

const rowsIn = async (dataDir: string) => {
  const store = await openStore({ dataDir });
  try {
    return (await store.listFull({}, 100)).items.map(({ fields }) => fields['submission_id']);
  } finally {
    await store.close();
  }
};

/** Sends a submission, but for its last byte. Resolves when the receiver has begun to read it. */
const beginPost = async (url: string, fields: object) => {
  const body = JSON.stringify(fields);
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await once(socket, 'connect');
  const head = `POST /submissions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  socket.write(head);
  await until(() => answer.includes(' 100 '), 'the receiver has begun to read');
  socket.write(body.slice(0, -1));
  return { socket, closed, answer: () => answer, finish: () => socket.write(body.slice(-1)) };
};

const refuses = (url: string) =>
  fetch(`${url}/healthz`).then(
    () => false,
    () => true,
  );

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  it(`finishes what has begun after ${signal}, takes nothing new, and ends`, async (t) => {
    const dataDir = await temporaryFolder(t);
    const receiver = await startProcess(t, { env: { DATA_DIR: dataDir } });
    const idle = connect(Number(new URL(receiver.url).port), '127.0.0.1');
    await once(idle, 'connect');
    const sent = contact();
    const begun = await beginPost(receiver.url, sent);
    const begin = performance.now();
    receiver.kill(signal);
    await until(() => refuses(receiver.url), 'it takes no new connection');
    // On the connection that is still there, one that has begun is finished, and the next is not served.
    begun.finish();
    await until(() => begun.answer().includes('"ok":true'), 'what has begun is answered');
    const late = contact();
    await askAgain(begun.socket, late);
    assert.deepEqual(await receiver.ended, { code: 0, signal: null });
    await begun.closed;
    assert.ok(performance.now() - begin < 5_000, 'at once');
    assert.equal(begun.answer().match(/"ok":true/g)?.length, 1);
    assert.deepEqual(await rowsIn(dataDir), [sent['submission_id']]);
  });
}

const askAgain = async (socket: Socket, fields: object) => {
  const body = JSON.stringify(fields);
  socket.write(
    `POST /submissions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    () => undefined,
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
};

it('does not wait for ever: not for a sender who stalls, nor for a web-hook that hangs', async (t) => {
  const dataDir = await temporaryFolder(t);
  const hook = await startHookServer(t);
  hook.answer('hang');
  const receiver = await startProcess(t, {
    env: {
      DATA_DIR: dataDir,
      WEBHOOK_URL: hook.url,
      WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
    },
  });
  const sent = contact();
  assert.equal((await postJson(receiver.url, sent)).status, 200);
  await until(() => hook.requests.length === 1, 'the web-hook hangs');
  const stalled = await beginPost(receiver.url, contact());
  const begin = performance.now();
  receiver.kill('SIGTERM');
  assert.deepEqual(await receiver.ended, { code: 0, signal: null });
  const seconds = (performance.now() - begin) / 1000;
  assert.ok(seconds < 10, `${seconds} seconds: less than Docker waits`);
  await stalled.closed;
  assert.doesNotMatch(stalled.answer(), / 200 /);
  assert.deepEqual(await rowsIn(dataDir), [sent['submission_id']]);

  const store = await openStore({ dataDir });
  t.after(() => store.close());
  const [message] = await store.outgoing.of(String(sent['submission_id']));
  assert.deepEqual(
    [message?.state, message?.attempts],
    ['waiting', 1],
    'it is delivered after the next start',
  );
});
