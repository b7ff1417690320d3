import assert from 'node:assert/strict';
import { once } from 'node:events';
import { cp, readdir, symlink } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { signedIn } from './inbox-client.js';
import { contact, postJson } from './receiver.js';
import { spawnReceiver, startProcess } from './process.js';
import { temporaryFolder } from './support.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

for (const script of ['demo/receiver/main.ts', 'demo/server.ts']) {
  it(`${script} tells how to sign in, serves, and stops in order when it is asked to`, async (t) => {
    const receiver = await startProcess(t, { script, env: { DATA_DIR: await temporaryFolder(t) } });
    const password = /password ([\w-]+) \(kept in/.exec(receiver.output())?.[1];
    assert.ok(password);
    const inbox = await signedIn(receiver, password);
    assert.equal((await postJson(receiver.url, contact({ message: 'Kaixo' }))).status, 200);
    assert.match(await inbox.page('/inbox'), />Kaixo</);
    receiver.kill('SIGTERM');
    assert.deepEqual(await receiver.ended, { code: 0, signal: null });
  });

  it(`${script} serves on where its words can't be written: a full disk, a reader that is gone`, async (t) => {
    const env = { DATA_DIR: await temporaryFolder(t) };
    const mute = await startProcess(t, { script, env, before: 'exec >/dev/full 2>&1' });
    for (const message of ['Bat', 'Bi'])
      assert.equal((await postJson(mute.url, contact({ message }))).status, 200);
    mute.kill('SIGTERM');
    assert.deepEqual(await mute.ended, { code: 0, signal: null });
  });

  it(`${script} says in words why it cannot start`, async (t) => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    t.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    const dataDir = await temporaryFolder(t);
    const taken = spawnReceiver(t, { script, env: { DATA_DIR: dataDir, PORT: `${port}` } });
    assert.equal((await taken.ended).code, 1);
    assert.equal(
      taken.output().trim(),
      `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1}.`,
    );

    const wrong = spawnReceiver(t, { script, env: { DATA_DIR: dataDir, PORT: 'http' } });
    assert.equal((await wrong.ended).code, 1);
    assert.equal(wrong.output().trim(), 'PORT="http": a port is a number from 0 to 65535');
  });

  it(`${script} says so where the build is missing`, async (t) => {
    const folder = await temporaryFolder(t);
    const unneeded = new Set(['.data', 'frameworks', 'site'].map((name) => join(ROOT, 'demo', name)));
    await cp(join(ROOT, 'demo'), join(folder, 'demo'), {
      recursive: true,
      filter: (path) => !unneeded.has(path),
    });
    for (const name of ['src', 'node_modules', 'package.json', 'tsconfig.json'])
      await symlink(join(ROOT, name), join(folder, name));
    const unbuilt = spawnReceiver(t, {
      script: join(folder, script),
      env: { DATA_DIR: join(folder, 'data'), PORT: '0' },
    });
    assert.equal((await unbuilt.ended).code, 1);
    assert.match(unbuilt.output(), /Run "npm run build" first\./);
    assert.ok(!(await readdir(folder)).includes('data'), 'and nothing was made');
  });
}

it('the demo serves its site, the built files for any origin, and nothing else of this folder', async (t) => {
  const demo = await startProcess(t, {
    script: 'demo/server.ts',
    env: { DATA_DIR: await temporaryFolder(t) },
  });
  const site = await fetch(`${demo.url}/`, { headers: { Accept: 'text/html' } });
  assert.equal(site.status, 200);
  assert.match(site.headers.get('content-type') ?? '', /text\/html/);
  const folder = await fetch(`${demo.url}/ka`, { redirect: 'manual' });
  assert.deepEqual([folder.status, folder.headers.get('location')], [301, '/ka/']);
  const built = await fetch(`${demo.url}/dist/cdn/harreman.js`);
  assert.equal(built.status, 200);
  assert.equal(built.headers.get('access-control-allow-origin'), '*');
  assert.match(built.headers.get('content-type') ?? '', /javascript/);
  for (const path of [
    '/dist/',
    '/dist/../package.json',
    '/dist/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/.data/receiver.db',
    '/receiver/main.ts',
    '/server.ts',
    '/nothing',
  ]) {
    assert.equal((await fetch(`${demo.url}${path}`)).status, 404, path);
  }
});
