import { serveStatic } from '@hono/node-server/serve-static';
import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { builderRoutes } from './builder/page.js';
import { guideRoutes } from './guide-pages.js';
import { run } from './receiver/cli.js';
import { notFound } from './receiver/server.js';
import { keepTimeOf, readSettings } from './receiver/settings.js';
import { listen, openReceiver } from './receiver/start.js';

/*
 * `npm start`: the demo site, the guide, the built files and a receiver, on one port.
 */

const SITE = fileURLToPath(new URL('site', import.meta.url));
const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const DATA = fileURLToPath(new URL('.data', import.meta.url));

/** Of the demo's company, where nothing else is set: three people, each with a customer of their own. */
const HOURS = { HOURS: 'Mo-Fr 09:00-13:00,15:00-18:00', TIMEZONE: 'Europe/Madrid', AT_ONCE: '3' };

const start = async () => {
  if (!existsSync(`${DIST}/cdn/harreman.js`)) {
    throw new Error('The built files are missing: dist/cdn/harreman.js. Run "npm run build" first.');
  }
  // Any site may post to the demo, as the kit's own documentation shows; the answers carry no cookie.
  const environment = { ...HOURS, ...process.env };
  const settings = readSettings(environment, { port: 4173, dataDir: DATA, allowedOrigins: '*' });
  keepTimeOf(settings, process.env);
  const receiver = await openReceiver(settings);
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use('/dist/*', forAnyOrigin);
  const withoutPrefix = (path: string) => path.slice('/dist'.length);
  app.get('/dist/*', serveStatic({ root: DIST, rewriteRequestPath: withoutPrefix, onFound: always }));
  app.route('/', receiver.app);
  app.route('/', guideRoutes());
  app.route('/', builderRoutes());
  app.get('*', withSlash, serveStatic({ root: SITE, onFound: always }));
  app.notFound(notFound);
  try {
    const server = await listen(app, settings);
    const close = async () => {
      await server.close();
      await receiver.close();
    };
    return { ...server, close, signInHint: receiver.signInHint };
  } catch (error) {
    await receiver.close();
    throw error;
  }
};

/** Modules load across origins only where the server says so; a script tag on another site needs it. */
const forAnyOrigin: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('Access-Control-Allow-Origin', '*');
};

/** A folder without its slash would be served, and its relative links would point beside it. */
const withSlash: MiddlewareHandler = async (c, next) => {
  const { path } = c.req;
  if (!path.endsWith('/') && existsSync(`${SITE}${path}/index.html`)) return c.redirect(`${path}/`, 301);
  return next();
};

/** Files change while one works on them. */
const always = (_path: string, c: Context): void => {
  c.header('Cache-Control', 'no-cache');
  c.header('X-Content-Type-Options', 'nosniff');
};

await run(start, ({ url, signInHint }) =>
  [
    `Demo site  ${url}/`,
    `Guide      ${url}/guide/`,
    `Snippets   ${url}/builder/`,
    `Inbox      ${url}/inbox`,
    `Sign in    ${signInHint}`,
    `Endpoint   ${url}/submissions`,
    `Free times ${url}/availability`,
    `FAQ        ${url}/faq.json`,
    'Stop       Ctrl+C',
  ].join('\n'),
);
