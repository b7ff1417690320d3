/** The snippet builder of the demo: each snippet is pasted into a page of its own, and works there. */
import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rolldown } from 'rolldown';
import { violations } from './support/axe.js';
import { contactForm, control, endPanel, fillIn, send } from './support/contact-form.js';
import { expect, signIn, test } from './support/demo.js';
import { html } from './support/pages.js';
import type { Site } from './support/site.js';

// A builder, a pasted page and an inbox in each: on a busy machine they take their time.
test.describe.configure({ timeout: 90_000 });

const snippet = (page: Page, kind: 'html' | 'wordpress' | 'react'): Promise<string> =>
  page.locator(`#${kind}`).evaluate((code) => code.textContent);

/** Chooses what the tests have in common: a theme, a language, an absolute endpoint, and the kit's files on a site. */
const choose = async (page: Page, demo: string, site: Site): Promise<void> => {
  await page.goto(`${demo}/builder/`);
  await page.locator('[name="endpoint"]').fill(`${demo}/submissions`);
  await page.locator('[name="locale"]').selectOption('lv');
  await page.locator('[name="theme"]').selectOption('warm');
  await page.locator('[name="files"]').fill(`${site.origin}/cdn/`);
  for (const kind of ['html', 'wordpress'])
    await expect(page.locator(`#${kind}`)).toContainText(`${site.origin}/cdn/harreman.js`);
};

const styled = (site: Site): void => {
  const headers = { 'content-type': 'text/css' };
  site.put('/cdn/warm.css', { body: readFileSync('dist/themes/warm.css'), headers });
};

/** A site with a style sheet of the theme, for which the builder's choices are made. */
const chosenFor = async (page: Page, demo: string, startSite: () => Promise<Site>): Promise<Site> => {
  const site = await startSite();
  styled(site);
  await choose(page, demo, site);
  return site;
};

/** As a visitor of the pasted page: what was chosen is there, and a message arrives. */
const expectItWorks = async (form: Locator, name: string, owner: Page, demo: string) => {
  await expect(form.locator('[part~="submit-button"]')).toBeVisible({ timeout: 25_000 });
  await expect(form.locator('[part~="submit-button"]')).toHaveCSS('background-color', 'rgb(162, 63, 29)');
  await expect(form.locator('[part~="base"]')).toHaveAttribute('lang', 'lv');
  await fillIn(form, { topic: 'question', name, email: 'ane@example.com', message: 'Kaixo!' });
  await send(form);
  await expect(endPanel(form)).toBeVisible();
  await signIn(owner, demo);
  await expect(owner.getByRole('row', { name })).toHaveCount(1);
};

for (const kind of ['html', 'wordpress'] as const) {
  test(`the snippet for ${kind}, pasted into a page, sends a message`, async ({
    page,
    demo,
    startSite,
    browser,
  }) => {
    const site = await chosenFor(page, demo, startSite);
    const body = `<main><p>My company.</p>${await snippet(page, kind)}</main>`;
    const visitor = await browser.newPage();
    await visitor.goto(site.put('/', html({ body })));
    await expectItWorks(contactForm(visitor), `From ${kind}`, page, demo);
    await visitor.close();
  });
}

test('the snippet for React, compiled and bundled, sends a message', async ({
  page,
  demo,
  startSite,
  browser,
}) => {
  const site = await startSite();
  await choose(page, demo, site);
  const app = await snippet(page, 'react');
  const theme = `import 'harreman/themes/warm.css';\n`;
  expect(app).toContain(theme);
  site.put('/app.js', {
    body: await bundled(app.replace(theme, '')),
    headers: { 'content-type': 'text/javascript' },
  });
  const head = `<style>${readFileSync('dist/themes/warm.css', 'utf8')}</style>`;
  const body = '<div id="root"></div><script type="module" src="/app.js"></script>';
  const visitor = await browser.newPage();
  await visitor.goto(site.put('/', html({ head, body })));
  await expectItWorks(contactForm(visitor), 'From React', page, demo);
  await visitor.close();
});

test('all five widgets, with texts that could pass for markup, stand on the pasted page', async ({
  page,
  demo,
  startSite,
  browser,
}) => {
  const site = await startSite();
  await page.goto(`${demo}/builder/`);
  for (const name of ['Appointment request', 'FAQ chat', 'Satisfaction survey', 'Callback button'])
    await page.getByRole('checkbox', { name }).check();
  await page.locator('[name="files"]').fill(`${site.origin}/cdn/`);
  const question = 'Is <b>"5 & 6"</b> </script> {late}?';
  await page.locator('[name="faq"]').fill(`${question} | Yes: <script>alert(1)</script> 5 < 6.`);
  for (const kind of ['html', 'react']) await expect(page.locator(`#${kind}`)).toContainText('late');
  const visitor = await browser.newPage();
  const troubles: string[] = [];
  visitor.on('pageerror', ({ message }) => troubles.push(message));
  visitor.on('dialog', (dialog) => {
    troubles.push(dialog.message());
    void dialog.dismiss();
  });
  await visitor.goto(site.put('/', html({ body: await snippet(page, 'html') })));
  for (const widget of ['contact-form', 'appointment-request', 'satisfaction-survey'])
    await expect(visitor.locator(`harreman-${widget} [part~="submit-button"]`)).toBeVisible();
  await expect(visitor.locator('harreman-callback-button [part~="launcher"]')).toBeVisible();
  await expect(visitor.locator('harreman-faq-chat').getByRole('button', { name: question })).toBeVisible();
  expect(troubles).toEqual([]);
  // The same as JSX: it compiles.
  expect(await bundled((await snippet(page, 'react')).replace(/^import 'harreman.*$/gm, ''))).toContain(
    'harreman-faq-chat',
  );
  await visitor.close();
});

test.describe('a test message', () => {
  const check = async (page: Page, demo: string, endpoint: string, profile = 'json') => {
    await page.goto(`${demo}/builder/`);
    await page.locator('[name="endpoint"]').fill(endpoint);
    await page.locator('[name="profile"]').selectOption(profile);
    await page.getByRole('button', { name: 'Send a test message' }).click();
    const said = page.locator('#checked');
    await expect(said).toContainText(/[✓✗]/);
    return said;
  };

  interface Answer {
    readonly status: number;
    /** A text is a page. */
    readonly body: unknown;
    /** Whether others may read it. */
    readonly cors: boolean;
  }

  /** An endpoint on another origin. */
  const endpoint = async ({ status, body, cors }: Answer) => {
    const isPage = typeof body === 'string';
    const server = createServer((request, response) => {
      response.writeHead(request.method === 'POST' ? status : 204, {
        'content-type': isPage ? 'text/html' : 'application/json',
        ...(cors && { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }),
      });
      response.end(request.method === 'POST' ? (isPage ? body : JSON.stringify(body)) : undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return {
      url: `http://127.0.0.1:${port}/`,
      close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
    };
  };

  test('arrives, marked as one', async ({ page, demo }) => {
    const said = await check(page, demo, '/submissions', 'harreman');
    await expect(said).toContainText('has taken the test message');
    await signIn(page, demo);
    await expect(page.getByRole('row', { name: 'Test of Harreman' })).toHaveCount(1);
  });

  for (const { what, status, body, cors, tells } of [
    {
      ...{ what: 'is refused for a field', status: 422, cors: true },
      body: { errors: [{ field: 'email', message: 'no test addresses' }] },
      tells: [/answer: 422/, /email: no test addresses/],
    },
    { what: 'finds no route', status: 404, cors: true, body: {}, tells: [/answer: 404/, /did not arrive/] },
    { what: 'is met without CORS', status: 200, cors: false, body: { ok: true }, tells: [/CORS/] },
    {
      ...{ what: 'gets a page for signing in', status: 200, cors: true },
      body: '<!doctype html><title>Sign in</title><form method="post">Password <input type="password"></form>',
      tells: [/does not say that it has the message/, /nobody can say/],
    },
    {
      ...{ what: 'meets a fault of the server', status: 500, cors: true, body: {} },
      tells: [/fault of its own/, /answer: 500/, /nobody can say/],
    },
  ])
    test(`${what}: the owner is told so`, async ({ page, demo }) => {
      const server = await endpoint({ status, body, cors });
      const said = await check(page, demo, server.url);
      await expect(said).toContainText('✗');
      for (const text of tells) await expect(said).toContainText(text);
      await server.close();
    });

  test('finds nobody there: the owner is told so', async ({ page, demo }) => {
    const server = await endpoint({ status: 200, body: {}, cors: true });
    await server.close();
    await expect(await check(page, demo, server.url)).toContainText('Nothing answers at this address');
  });

  test('gets no answer in time: the owner is told so', async ({ page, demo }) => {
    await page.clock.install();
    const asked = page.waitForRequest(/\/silent$/);
    // Neither answered nor refused.
    await page.route(/\/silent$/, () => undefined);
    const told = check(page, demo, '/silent');
    await asked;
    await page.clock.fastForward('01:00');
    for (const text of [/✗ No answer came in time/, /nobody can say/])
      await expect(await told).toContainText(text);
  });
});

test('the builder is copied from by keys, fits 320 pixels, and has no fault that axe finds', async ({
  page,
  demo,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${demo}/builder/`);
  const form = contactForm(page.frameLocator('#preview'));
  await expect(control(form, 'message')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy the HTML' }).press('Enter');
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await snippet(page, 'html'));
});

for (const width of [390, 1000])
  test(`nothing jumps when the pasted widgets come, in a window of ${width} pixels`, async ({
    page,
    demo,
    startSite,
    browser,
  }) => {
    const site = await chosenFor(page, demo, startSite);
    for (const name of ['Appointment request', 'FAQ chat', 'Satisfaction survey'])
      await page.getByRole('checkbox', { name, exact: true }).check();
    const rules = page.locator('#html');
    const kept = /harreman-satisfaction-survey:not\(:defined\) \{ min-height: [1-9]\d+px \}/g;
    await expect.poll(async () => (await rules.textContent())?.match(kept)?.length).toBe(2);
    const visitor = await browser.newPage({ viewport: { width, height: 900 } });
    await visitor.addInitScript(() => {
      const shifts: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
      Object.assign(globalThis, { shifts });
    });
    // The page is painted long before the widgets are there.
    await visitor.route(/\/chunks\//, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    const body = `<style>body { margin: 16px; max-width: 760px }</style>${await snippet(page, 'html')}<p>My company.</p>`;
    await visitor.goto(site.put('/', html({ body })));
    await expect(visitor.locator('harreman-satisfaction-survey [part~="base"]')).toBeVisible();
    await expect(control(contactForm(visitor), 'message')).toBeVisible();
    await visitor.waitForLoadState('networkidle');
    const shifts = await visitor.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);
  });

test('the preview sends nothing and keeps nothing', async ({ page, demo }) => {
  await page.goto(`${demo}/builder/`);
  const form = contactForm(page.frameLocator('#preview'));
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.url());
  });
  await fillIn(form);
  await send(form);
  await expect(endPanel(form)).toBeVisible();
  expect(posts).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('the preview shows the whole widget, and grows with it', async ({ page, demo }) => {
  await page.goto(`${demo}/builder/`);
  const frame = page.locator('#preview');
  const form = contactForm(page.frameLocator('#preview'));
  const button = form.locator('[part~="submit-button"]');
  const isInFrame = async () => {
    const [inner, outer] = [await button.boundingBox(), await frame.boundingBox()];
    return inner!.y + inner!.height <= outer!.y + outer!.height;
  };
  await expect(button).toBeVisible();
  await expect.poll(isInFrame).toBe(true);
  await button.click();
  await expect(form.locator('[part~="error-summary"]')).toBeVisible();
  await expect.poll(isInFrame).toBe(true);
});

/** What a React project's bundler makes of the snippet. */
const bundled = async (app: string): Promise<string> => {
  const files: Readonly<Record<string, string>> = {
    'main.jsx': `import { createRoot } from 'react-dom/client';\nimport { Contact } from './app.jsx';\ncreateRoot(document.getElementById('root')).render(<Contact />);`,
    'app.jsx': app,
  };
  const idOf = (name: string): string => `${process.cwd()}/${name}`;
  const bundle = await rolldown({
    input: idOf('main.jsx'),
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'snippet',
        resolveId: (source) => (/(?:main|app)\.jsx$/.test(source) ? idOf(source.replace(/.*\//, '')) : null),
        load: (id) => files[id.replace(/.*\//, '')] ?? null,
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  return output[0].code;
};
