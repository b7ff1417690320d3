import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

/** What a page of the site sends to, as its owner has written it. */
export interface SiteSettings {
  readonly endpoint: string;
  readonly profile: string;
}

export interface Site {
  /** The address of a page with a contact form that sends there. */
  page(settings: SiteSettings): string;
  close(): Promise<void>;
}

const html = (
  endpoint: string,
  profile: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <title>A shop</title><script src="/cdn/harreman.js" data-endpoint="${endpoint}" data-profile="${profile}"></script></head>
  <body><harreman-contact-form id="home"></harreman-contact-form></body></html>`;

/** A web site with the built files, and one page that is written by its address's query. */
export const startSite = async (): Promise<Site> => {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
    const file = join('dist', normalize(pathname));
    if (pathname.startsWith('/cdn/') && existsSync(file)) {
      response
        .writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'max-age=3600' })
        .end(readFileSync(file));
    } else if (pathname === '/') {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
        .end(html(searchParams.get('endpoint') ?? '', searchParams.get('profile') ?? ''));
    } else response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    page: ({ endpoint, profile }) => `${origin}/?${new URLSearchParams({ endpoint, profile }).toString()}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
