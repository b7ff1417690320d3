import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { test as base } from '@playwright/test';
import { passTo, startReceiver, type Receiver } from '../e2e/support/receiver.js';
import { folder } from './build.js';

export { expect } from '@playwright/test';

/** The built examples, each under its name, with the receiver behind `/submissions`. */
interface Examples {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly receiver: Receiver;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

const fileOf = (path: string): string | undefined => {
  const [, name = '', ...rest] = normalize(decodeURIComponent(path)).split('/');
  const root = name === 'harreman' ? `${folder}/node_modules/harreman/dist/cdn` : `${folder}/${name}/dist`;
  const file = join(root, rest.join('/') || 'index.html');
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
};

const serve =
  (receiver: Receiver): RequestListener =>
  (request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    if (path.startsWith('/submissions')) {
      passTo(receiver)(request, response);
      return;
    }
    const file = fileOf(path);
    if (file) {
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).pipe(response);
    } else {
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    }
  };

/** Playwright's `test` with the examples on a site of their own, one for all tests of a worker. */
export const test = base.extend<object, { examples: Examples }>({
  examples: [
    async ({}, use) => {
      const receiver = await startReceiver();
      const server = createServer(serve(receiver));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      await use({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, receiver });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await receiver.close();
    },
    { scope: 'worker' },
  ],
});
