import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { test as base } from '@playwright/test';
import { Hono } from 'hono';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the built Storybook is. */
export const FOLDER =
  process.env.STORYBOOK_DIR ?? fileURLToPath(new URL('../../storybook-static', import.meta.url));

export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: string;
}

/** What a built Storybook has. */
export function readIndex(folder: string): Readonly<Record<string, Entry>> {
  const index = join(folder, 'index.json');
  if (!existsSync(index)) throw new Error(`${index} is missing: run "npm run build-storybook" first`);
  return (JSON.parse(readFileSync(index, 'utf8')) as { entries: Record<string, Entry> }).entries;
}

/** Tests with the built Storybook on a port of its own. */
export const test = base.extend<object, { site: string }>({
  site: [
    async ({}, use) => {
      const app = new Hono().get('*', serveStatic({ root: FOLDER }));
      const server = serve({ fetch: app.fetch, port: 0 });
      await new Promise((resolve) => server.once('listening', resolve));
      await use(`http://localhost:${(server.address() as AddressInfo).port}`);
      server.close();
    },
    { scope: 'worker' },
  ],
});
