/** The loader on pages with a Content-Security-Policy, and in documents that are not plain modern HTML. */
import { expect, type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expectUsable } from './support/form.js';
import type { Site } from './support/site.js';
import { test } from './support/test.js';

const FORM = '<harreman-contact-form endpoint="/in"><p>Write to us</p></harreman-contact-form>';

const page = (head: string, body = FORM) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`;

/** Puts a page under a policy on a site that has everything itself, and opens it. */
const openUnder = async (tab: Page, site: Site, policy: string, body: string) => {
  const thrown: string[] = [];
  tab.on('pageerror', (error) => thrown.push(error.message));
  await tab.goto(site.put('/', { body, headers: { 'content-security-policy': policy } }));
  return thrown;
};

const strict = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'";
const files = ['harreman.js', 'harreman.all.js'];

for (const file of files) {
  test(`${file} works under a policy that allows only the site's own files`, async ({
    page: tab,
    startSite,
  }) => {
    const site = await startSite();
    const refused: string[] = [];
    tab.on('console', (message) => refused.push(message.text()));
    const thrown = await openUnder(tab, site, strict, page(`<script src="/cdn/${file}"></script>`));
    await expectUsable(tab);
    expect(thrown).toEqual([]);
    expect(refused.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
  });

  test(`${file} works with a nonce and strict-dynamic`, async ({ page: tab, startSite }) => {
    const site = await startSite();
    const policy = "script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'; base-uri 'none'";
    const thrown = await openUnder(
      tab,
      site,
      policy,
      page(`<script nonce="abc" src="/cdn/${file}"></script>`),
    );
    await expectUsable(tab);
    expect(thrown).toEqual([]);
  });

  const trustedTypes = {
    'the policy harreman alone': 'trusted-types harreman',
    'no policy at all': "trusted-types 'none'",
    "another Lit's policy": 'trusted-types lit-html',
    'policies of any name': '',
  };
  for (const [allowed, directive] of Object.entries(trustedTypes)) {
    test(`${file} works where Trusted Types are enforced and ${allowed} is allowed`, async ({
      page: tab,
      startSite,
    }) => {
      const site = await startSite();
      const policy = `require-trusted-types-for 'script'; ${directive}`;
      const thrown = await openUnder(tab, site, policy, page(`<script src="/cdn/${file}"></script>`));
      await expectUsable(tab);
      expect(thrown).toEqual([]);
    });
  }
}

const hashOf = (name: string): string =>
  `sha384-${createHash('sha384')
    .update(readFileSync(`dist/cdn/${name}`))
    .digest('base64')}`;

// What the guide says of hashes in place of a nonce: a browser does not pass them on to what a script loads.
test('harreman.all.js works under a policy that names nothing but its hash', async ({
  page: tab,
  startSite,
}) => {
  const site = await startSite();
  const hash = hashOf('harreman.all.js');
  const policy = `default-src 'none'; script-src '${hash}'; connect-src 'self'; base-uri 'none'`;
  const script = `<script src="/cdn/harreman.all.js" integrity="${hash}"></script>`;
  expect(await openUnder(tab, site, policy, page(script))).toEqual([]);
  await expectUsable(tab);
});

test('the loader under a policy of hashes leaves what stands in the tag, and says in the console why', async ({
  page: tab,
  startSite,
}) => {
  const site = await startSite();
  const said: string[] = [];
  tab.on('console', (message) => said.push(message.text()));
  const hash = hashOf('harreman.js');
  const script = `<script src="/cdn/harreman.js" integrity="${hash}"></script>`;
  await openUnder(tab, site, `script-src '${hash}' 'strict-dynamic'`, page(script));
  await expect.poll(() => said.join('\n')).toContain('allowed by the CSP?');
  await expect(tab.getByText('Write to us')).toBeVisible();
});

test('a page that took the policy name for itself gets a working form', async ({ page: tab, startSite }) => {
  const site = await startSite();
  const taken = `<script>trustedTypes.createPolicy('harreman', {})</script><script src="/cdn/harreman.js"></script>`;
  const policy = "require-trusted-types-for 'script'; trusted-types harreman";
  expect(await openUnder(tab, site, policy, page(taken))).toEqual([]);
  await expectUsable(tab);
});

test('a browser with neither a policy nor setHTML keeps the content and says what to add', async ({
  page: tab,
  startSite,
}) => {
  const site = await startSite();
  const errors: string[] = [];
  tab.on('console', (message) => errors.push(message.text()));
  const without = '<script>delete Element.prototype.setHTML</script><script src="/cdn/harreman.js"></script>';
  await openUnder(tab, site, "require-trusted-types-for 'script'; trusted-types 'none'", page(without));
  await expect.poll(() => errors.join()).toContain('Add: trusted-types harreman');
  await expect(tab.getByText('Write to us')).toBeVisible();
});

for (const file of files) {
  const script = `<script src="/cdn/${file}"></script>`;
  const documents: Record<string, { path: string; body: string | Buffer; headers?: Record<string, string> }> =
    {
      'quirks mode': { path: '/', body: `<title>Page</title>${script}${FORM}` },
      '<base href>': { path: '/deep/page', body: page(`<base href="/elsewhere/far/">${script}`) },
      'AMD define': {
        path: '/',
        body: page(
          `<script>window.define = function () { throw Error('called'); }; define.amd = {};</script>${script}`,
        ),
      },
      'enumerable keys on prototypes': {
        path: '/',
        body: page(`<script>Object.prototype.extra = 1; Array.prototype.extra = [];</script>${script}`),
      },
      'XHTML': {
        path: '/',
        body: `<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>Page</title>${script}</head><body>${FORM}</body></html>`,
        headers: { 'content-type': 'application/xhtml+xml' },
      },
    };
  for (const [kind, { path, ...content }] of Object.entries(documents)) {
    test(`${file} works in a page with ${kind}`, async ({ page: tab, startSite }) => {
      const site = await startSite();
      const thrown: string[] = [];
      tab.on('pageerror', (error) => thrown.push(error.message));
      await tab.goto(site.put(path, content));
      await expectUsable(tab);
      expect(thrown).toEqual([]);
    });
  }

  test(`${file} reads the same in a windows-1252 page`, async ({ page: tab, startSite }) => {
    const site = await startSite();
    const body = Buffer.from(
      `<!doctype html><html lang="ka"><title>Page</title>${script}${FORM}</html>`,
      'latin1',
    );
    await tab.goto(site.put('/', { body, headers: { 'content-type': 'text/html; charset=windows-1252' } }));
    await expectUsable(tab);
    expect(await tab.evaluate(() => document.characterSet)).toBe('windows-1252');
    await expect(
      tab
        .locator('harreman-contact-form')
        .getByText(/^[\u10d0-\u10fa\s?]+$/)
        .first(),
    ).toBeVisible();
  });
}
