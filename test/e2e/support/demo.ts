import { expect, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from './site.js';

export { expect };

const PASSWORD = 'correct horse battery';

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** With the demo server as a process of its own, with a database of its own: what `npm start` runs after the build. */
export const test = base.extend<object, { demo: string }>({
  demo: [
    async ({}, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'harreman-demo-'));
      const child = spawn(process.execPath, ['--import', 'tsx', 'demo/server.ts'], {
        env: { ...process.env, PORT: `${await freePort()}`, DATA_DIR: dataDir, INBOX_PASSWORD: PASSWORD },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      const url = await new Promise<string>((resolve, reject) => {
        child.stderr.on('data', (chunk: Buffer) => {
          said += chunk.toString();
          const found = /Demo site\s+(\S+?)\/?\s/.exec(said)?.[1];
          if (found) resolve(found);
        });
        child.on('exit', (code) => reject(new Error(`demo/server.ts ended with ${code}: ${said}`)));
      });
      await use(url);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
    // To begin with, a busy machine takes longer than a test may.
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** To the list of messages. */
export const signIn = async (page: Page, demo: string) => {
  await page.goto(`${demo}/inbox`);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Messages' })).toBeVisible();
};
