/** Delivery in a real browser, from pages of another origin: what only a browser allows, refuses or tells. */
import { expect, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import type { DeliveryRequest } from '../../src/delivery/deliver.js';
import { ownKeysOnly } from '../../.build/cdn-plugins.mjs';
import type { AttemptOutcome } from '../../src/delivery/states.js';
import type { ServiceName } from '../endpoints/services.js';
import { start, type Endpoint, type EndpointOptions } from '../endpoints/start.js';
import type * as Kit from './support/delivery-kit.js';
import { test as base } from './support/test.js';

/** The modules under test as one classic script, which runs on any page and after any pollution. */
const bundle = async (): Promise<string> => {
  const entry = fileURLToPath(new URL('support/delivery-kit.ts', import.meta.url));
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [ownKeysOnly],
    build: { write: false, lib: { entry, formats: ['iife'], name: 'kit', fileName: 'kit' } },
  })) as Rolldown.RolldownOutput[];
  return result[0]!.output[0].code;
};

interface Attempt extends Partial<Omit<DeliveryRequest, 'files' | 'record' | 'signal' | 'onProgress'>> {
  /** Size in bytes of a file to attach. */
  readonly file?: number;
  readonly own?: readonly (readonly [string, string])[];
}
interface Ended {
  readonly outcome: AttemptOutcome;
  readonly progress: readonly number[];
}

interface Fixtures {
  script: string;
  standIn: (kind: ServiceName, options?: EndpointOptions) => Promise<Endpoint>;
  /** Opens a page of a site of its own, with the modules under test. */
  open: (options?: { headers?: Record<string, string>; head?: string }) => Promise<Page>;
}
/** Once for all tests of a worker; not as a fixture of workers, for which they would start anew. */
let bundled: Promise<string> | undefined;

const test = base.extend<Fixtures>({
  script: async ({}, use) => use(await (bundled ??= bundle())),
  standIn: async ({}, use) => {
    const endpoints: Endpoint[] = [];
    await use(async (kind, options) => {
      const endpoint = await start(kind, options);
      endpoints.push(endpoint);
      return endpoint;
    });
    await Promise.all(endpoints.map((endpoint) => endpoint.close()));
  },
  open: async ({ page, startSite, script }, use) => {
    await use(async ({ headers = {}, head = '' } = {}) => {
      const site = await startSite({
        pages: {
          '/page': { body: `<!doctype html>${head}<script src="/kit.js"></script>`, headers },
          '/kit.js': { body: script, headers: { 'content-type': 'text/javascript' } },
          '/other': '<!doctype html>Another page',
        },
      });
      await page.goto(`${site.origin}/page?secret=1`);
      return page;
    });
  },
});

declare const kit: typeof Kit;

/** One attempt from the page. */
const attempt = (page: Page, { url }: Endpoint, request: Attempt = {}): Promise<Ended> =>
  page.evaluate(
    async ({ file, own = [], ...rest }) => {
      const record = kit.buildRecord({
        id: kit.mintSubmissionId(),
        widget: 'contact',
        createdAt: new Date(),
        locale: 'eu',
        fields: [['message', 'Kaixo ქ']],
        ownFields: own,
        context: { page_url: location.href },
      });
      const progress: number[] = [];
      const files =
        file === undefined ? [] : [{ field: 'attachment', file: new File([new Uint8Array(file)], 'a.bin') }];
      const outcome = await kit.deliver({
        ...rest,
        record,
        files,
        onProgress: (share) => progress.push(share),
      });
      return { outcome, progress };
    },
    { endpoint: url, ...request },
  );

const reasonOf = ({ outcome }: Ended) =>
  outcome.state === 'failed' ? `${outcome.reason}, arrived: ${outcome.arrived}` : outcome.state;

for (const [kind, profile, asks] of [
  ['json', undefined, true],
  ['n8n', 'json', true],
  ['formspree', 'formspree', true],
  ['web3forms', 'web3forms', true],
  ['harreman', 'harreman', true],
  ['text', 'text', false],
  ['form', 'form', false],
  ['apps-script', 'apps-script', false],
] as const) {
  test(`${kind} takes what its profile sends from another origin, ${asks ? 'after' : 'without'} a preflight`, async ({
    open,
    standIn,
  }) => {
    const endpoint = await standIn(kind);
    const own = [['access_key', 'k']] as const;
    const ended = await attempt(await open(), endpoint, { ...(profile && { profile }), own });
    expect(ended.outcome.state).toBe('sent');
    expect(endpoint.requests.map((request) => request.split(' ')[0])).toEqual(
      asks ? ['OPTIONS', 'POST'] : ['POST'],
    );
    expect(endpoint.received).toHaveLength(1);
    expect(endpoint.received[0]).toMatchObject({ kept: true, fields: { message: 'Kaixo ქ' } });
  });
}

test('a refused preflight sends nothing, and the owner hears of CORS', async ({ open, standIn }) => {
  const endpoint = await standIn('text');
  const ended = await attempt(await open(), endpoint, { profile: 'json' });
  expect(reasonOf(ended)).toBe('network, arrived: unknown');
  expect(ended.outcome).toHaveProperty('diagnosis', expect.stringContaining('CORS'));
  expect(endpoint.requests).toEqual(['OPTIONS /hook']);
});

test('a header that the endpoint does not list costs the message', async ({ open, standIn }) => {
  const endpoint = await standIn('json');
  expect(reasonOf(await attempt(await open(), endpoint, { profile: 'harreman' }))).toBe(
    'network, arrived: unknown',
  );
  expect(endpoint.received).toHaveLength(0);
});

test('web3forms would send a urlencoded mail and let nobody know', async ({ open, standIn }) => {
  const endpoint = await standIn('web3forms');
  const ended = await attempt(await open(), endpoint, { profile: 'form', own: [['access_key', 'k']] });
  expect(reasonOf(ended)).toBe('network, arrived: unknown');
  expect(endpoint.received).toMatchObject([{ kept: true }]);
});

test('an upload is watched where preflights are answered, and only there', async ({ open, standIn }) => {
  const page = await open();
  const watched = await standIn('json');
  const { outcome, progress } = await attempt(page, watched, { file: 3_000_000 });
  expect(outcome.state).toBe('sent');
  expect(progress.at(-1)).toBe(1);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect(watched.requests).toEqual(['OPTIONS /contact', 'POST /contact']);
  expect(watched.received[0]!.files).toMatchObject([{ field: 'attachment', size: 3_000_000 }]);

  const unwatched = await standIn('form');
  const silent = await attempt(page, unwatched, { profile: 'form', file: 3_000_000 });
  expect(silent).toEqual({ outcome: { state: 'sent' }, progress: [] });
  expect(unwatched.requests).toEqual(['POST /mail.php']);
});

test('netlify takes forms and watched uploads of its own site', async ({ page, script, standIn }) => {
  const netlify = await standIn('netlify', { page: `<!doctype html><script>${script}</script>` });
  await page.goto(`${netlify.origin}/eu/kontaktua`);
  const own = [['form-name', 'contact']] as const;
  expect((await attempt(page, netlify, { profile: 'netlify', own })).outcome.state).toBe('sent');
  const upload = await attempt(page, netlify, { profile: 'netlify', own, file: 500_000 });
  expect(upload.outcome.state).toBe('sent');
  expect(upload.progress.at(-1)).toBe(1);
  expect(netlify.received.map(({ type, kept }) => [type, kept])).toEqual([
    ['application/x-www-form-urlencoded', true],
    ['multipart/form-data', true],
  ]);
});

test('an upload is not cut for being slow, only for standing still', async ({ open, page, standIn }) => {
  const endpoint = await standIn('json');
  await open();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 200_000,
  });
  const started = Date.now();
  expect((await attempt(page, endpoint, { file: 500_000, timeout: 900 })).outcome.state).toBe('sent');
  expect(Date.now() - started).toBeGreaterThan(1500);
  endpoint.behaviour = 'hang';
  expect(reasonOf(await attempt(page, endpoint, { file: 1000, timeout: 500 }))).toBe(
    'timeout, arrived: unknown',
  );
});

test("a Content-Security-Policy that blocks is the owner's to mend", async ({ open, standIn }) => {
  const endpoint = await standIn('json');
  const page = await open({ headers: { 'content-security-policy': "connect-src 'self'" } });
  for (const request of [{}, { file: 10 }, { profile: 'text' }]) {
    const ended = await attempt(page, endpoint, request);
    expect(reasonOf(ended)).toBe('blocked, arrived: no');
    expect(ended.outcome).toHaveProperty('diagnosis', expect.stringContaining('connect-src'));
  }
  expect(endpoint.requests).toEqual([]);
});

test('a Content-Security-Policy that blocks only the answer leaves open whether it arrived', async ({
  open,
  standIn,
}) => {
  const endpoint = await standIn('apps-script');
  const page = await open({
    headers: { 'content-security-policy': `default-src 'self'; connect-src ${endpoint.origin}` },
  });
  expect(reasonOf(await attempt(page, endpoint, { profile: 'apps-script' }))).toBe(
    'blocked, arrived: unknown',
  );
  expect(endpoint.received).toHaveLength(1);
});

test('a policy that only reports blocks nothing, and is not blamed', async ({ open, standIn }) => {
  const endpoint = await standIn('json');
  const page = await open({ headers: { 'content-security-policy-report-only': "connect-src 'none'" } });
  expect((await attempt(page, endpoint)).outcome.state).toBe('sent');
  const refused = await standIn('text');
  expect(reasonOf(await attempt(page, refused, { profile: 'json' }))).toBe('network, arrived: unknown');
});

/** What Prototype.js, MooTools and careless scripts do to a page. */
const POLLUTION = `<script>
  for (const { prototype } of [Object, Array, String, Number, Date]) prototype.toJSON = () => 'broken';
  Object.assign(Array.prototype, { each() {}, last() {}, entries() { return this; } });
  Object.assign(Object.prototype, { keepalive: 1, integrity: 'sha256-x', redirect: 'error', mode: 'no-cors', window: 1 });
  Object.assign(Object.prototype, { 'X-Spare': 'x', spare: 'x', submission_id: 'other', status: 200, errors: ['x'], error: 'x' });
  Array.from = (list) => list; Date.prototype.toISOString = () => '"broken"';
</script>`;

test('what a page has put on prototypes is neither sent nor obeyed', async ({ open, standIn }) => {
  const page = await open({ head: POLLUTION });
  const list = [
    ['colour', 'red'],
    ['colour', 'blue'],
  ] as const;
  for (const [kind, request, colours] of [
    ['json', {}, ['red', 'blue']],
    ['json', { file: 10 }, ['red', 'blue']],
    ['form', { profile: 'form' }, 'red, blue'],
  ] as const) {
    const endpoint = await standIn(kind);
    // Playwright's own messages do not survive such a page: only texts cross.
    const ended = await page.evaluate(
      async (text) => {
        const { endpoint, own, file, profile } = JSON.parse(text);
        const record = kit.buildRecord({
          id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479',
          widget: 'contact',
          createdAt: new Date(Date.UTC(2026, 2, 5, 7, 8, 9)),
          locale: 'eu',
          fields: [['message', 'Kaixo']],
          ownFields: own,
          context: { page_url: 'https://shop.example/' },
        });
        const files = file ? [{ field: 'attachment', file: new File(['x'], 'a.txt') }] : [];
        const outcome = await kit.deliver({ endpoint, profile, record, files });
        return outcome.state === 'failed' ? outcome.diagnosis : outcome.state;
      },
      JSON.stringify({ endpoint: endpoint.url, own: list, ...request }),
    );
    expect(ended).toBe('sent');
    const { fields, headers } = endpoint.received[0]!;
    expect(fields).toEqual({
      submission_id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479',
      reference: '0ASC-7N3S-S',
      widget: 'contact',
      message: 'Kaixo',
      colour: colours,
      created_at: '2026-03-05T07:08:09Z',
      locale: 'eu',
      page_url: 'https://shop.example/',
    });
    expect(headers).not.toHaveProperty('x-spare');
  }
});

test('an endpoint that hangs or never ends its answer is given up', async ({ open, standIn }) => {
  const page = await open();
  const endpoint = await standIn('json');
  for (const file of [undefined, 1000]) {
    const request = file === undefined ? {} : { file };
    for (const behaviour of ['hang', 'hang-body'] as const) {
      endpoint.behaviour = behaviour;
      expect(reasonOf(await attempt(page, endpoint, { ...request, timeout: 400 }))).toBe(
        'timeout, arrived: unknown',
      );
    }
    for (const behaviour of ['endless', 'huge'] as const) {
      endpoint.behaviour = behaviour;
      expect(reasonOf(await attempt(page, endpoint, { ...request, timeout: 8000 }))).toBe(
        'unreadable, arrived: unknown',
      );
    }
  }
});

test('a browser that is offline sends nothing', async ({ open, page, standIn }) => {
  const endpoint = await standIn('json');
  await open();
  await page.context().setOffline(true);
  expect(reasonOf(await attempt(page, endpoint))).toBe('offline, arrived: no');
  await page.context().setOffline(false);
  expect((await attempt(page, endpoint)).outcome.state).toBe('sent');
  expect(endpoint.received).toHaveLength(1);
});

test('a message still leaves when the visitor goes right after pressing send', async ({
  open,
  page,
  standIn,
}) => {
  // The visitor is gone before the browser knows that it may send.
  const endpoint = await standIn('json', { preflightDelay: 400 });
  await open();
  await page.evaluate(
    ({ url }) => {
      const id = kit.mintSubmissionId();
      void kit.deliver({ endpoint: url, record: { submission_id: id, message: 'x' } });
      location.href = '/other';
    },
    { url: endpoint.url },
  );
  await page.waitForURL('**/other');
  await expect.poll(() => endpoint.received.length).toBe(1);
});

test('a relative endpoint ignores <base>, and the page address stays at home', async ({
  page,
  script,
  standIn,
}) => {
  const html = `<!doctype html><base href="https://elsewhere.example/"><meta name="referrer" content="unsafe-url"><script>${script}</script>`;
  const own = await standIn('json', { page: html });
  await page.goto(`${own.origin}/eu/page?secret=1`);
  const ended = await page.evaluate(() => kit.deliver({ endpoint: '../contact', record: { message: 'x' } }));
  expect(ended.state).toBe('sent');
  expect(own.requests).toContain('POST /contact');
  const other = await standIn('json');
  await attempt(page, other);
  expect(other.received[0]!.headers.referer).toBe(`${own.origin}/`);
});
