import { createReadStream, existsSync, statSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { passTo, type Receiver } from '../e2e/support/receiver.js';
import type { Site } from '../e2e/support/site.js';
import { test as base } from '../e2e/support/test.js';
import { folder } from './build.js';

export { expect } from '../e2e/support/test.js';

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

/** The built examples, each under its name, with the receiver behind `/submissions`. */
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

/** With the examples on a site of their own. */
export const test = base.extend<{ examples: Site }>({
  examples: async ({ startSite, receiver }, use) => {
    await use(await startSite({ onRequest: serve(receiver) }));
  },
});
