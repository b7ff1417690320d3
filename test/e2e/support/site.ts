import { test as base } from '@playwright/test';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  // No charset: a script's encoding is then the page's.
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
};

/** One page of a test's site. */
export interface Page {
  body: string | Buffer;
  headers?: Record<string, string>;
}

export interface SiteOptions {
  pages?: Readonly<Record<string, string | Page>>;
  /** Headers of everything under `/cdn/`; by default those of a public CDN. */
  cdnHeaders?: Record<string, string>;
  /** Sees each request under `/cdn/` first; `false` answers 404, a promise delays the answer. */
  onCdnRequest?: (name: string) => boolean | Promise<boolean>;
  /** Any other request. */
  onRequest?: (request: IncomingMessage, response: ServerResponse) => void;
}

/** A web site on a port of its own: the test's pages, and the built files under `/cdn/`. */
export interface Site {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** What was asked for under `/cdn/`, in order, without the hash of a chunk: `chunks/lit.js`. */
  readonly cdnRequests: string[];
  /** Adds or replaces a page, and gives its address. */
  put(path: string, page: string | Page): string;
  close(): Promise<void>;
}

/** `chunks/abcd1234/contact-form.js` is `chunks/contact-form.js`. */
export const withoutHash = (path: string): string => path.replace(/^chunks\/[\da-z]{8}\//, 'chunks/');

/** What the build says of each tag: its chunks, and those of each language. */
export const builtWidgets = (
  JSON.parse(readFileSync('dist/cdn/manifest.json', 'utf8')) as {
    widgets: Record<string, { chunks: string[]; languages: Record<string, string[]> }>;
  }
).widgets;

export const startSite = async (options: SiteOptions = {}): Promise<Site> => {
  const pages = new Map(Object.entries(options.pages ?? {}));
  const cdnRequests: string[] = [];

  const answerCdn = async (path: string, response: ServerResponse) => {
    const name = withoutHash(path);
    cdnRequests.push(name);
    const file = join('dist/cdn', normalize(path));
    const found = (await options.onCdnRequest?.(name)) !== false && existsSync(file);
    response.writeHead(found ? 200 : 404, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      ...(options.cdnHeaders ?? { 'access-control-allow-origin': '*' }),
    });
    if (found) createReadStream(file).pipe(response);
    else response.end();
  };

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    const page = pages.get(path);
    if (page !== undefined) {
      const { body, headers } = typeof page === 'object' ? page : { body: page };
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
    } else if (path.startsWith('/cdn/')) {
      void answerCdn(path.slice('/cdn/'.length), response);
    } else if (options.onRequest) {
      options.onRequest(request, response);
    } else {
      // Chromium asks every site for an icon, and writes an error into the console where there is none.
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    cdnRequests,
    put(path, page) {
      pages.set(path, page);
      return origin + path;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** Playwright's `test`, with sites that are closed when the test ends. */
export const test = base.extend<{ startSite: (options?: SiteOptions) => Promise<Site> }>({
  startSite: async ({}, use) => {
    const sites: Site[] = [];
    await use(async (options) => {
      const site = await startSite(options);
      sites.push(site);
      return site;
    });
    await Promise.all(sites.map((site) => site.close()));
  },
});
