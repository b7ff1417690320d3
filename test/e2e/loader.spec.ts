/** The loader on a page: however, wherever and whenever its script is put there. */
import { expect, type Page } from '@playwright/test';
import { expectUsable } from './support/form.js';
import { builtWidgets, withoutHash, type Site } from './support/site.js';
import { test } from './support/test.js';

const FALLBACK = '<p>Write to us: <a href="mailto:us@example.com">us@example.com</a></p>';
const FORM = `<harreman-contact-form endpoint="/in">${FALLBACK}</harreman-contact-form>`;

/** A page as owners have it: the form somewhere, and the script tag that the test is about. */
const html = ({ head = '', body = FORM, lang = 'en' } = {}) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`;

const script = (site: Site, attributes = '') =>
  `<script src="${site.origin}/cdn/harreman.js" ${attributes}></script>`;

/** What the page says in its console as errors, and what is thrown in it. */
const errorsOf = (page: Page): string[] => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
};

const waysToPaste: Record<string, (site: Site) => string> = {
  'a classic script in the head': (site) => html({ head: script(site) }),
  'an async script': (site) => html({ head: script(site, 'async') }),
  'a deferred script': (site) => html({ head: script(site, 'defer') }),
  'a module script': (site) => html({ head: script(site, 'type="module"') }),
  'a script at the end of the body': (site) => html({ body: FORM + script(site) }),
  'a script right before the tag': (site) => html({ body: script(site) + FORM }),
  'two scripts': (site) => html({ head: script(site, 'type="module"'), body: FORM + script(site) }),
  'a tag manager that removes its script again': (site) =>
    html({
      body: `${FORM}<script>
        const s = document.createElement('script');
        s.src = ${JSON.stringify(`${site.origin}/cdn/harreman.js`)};
        document.head.append(s); s.remove();
      </script>`,
    }),
  'a module that a tag manager removes again': (site) =>
    html({
      body: `${FORM}<script>
        const s = document.createElement('script');
        s.type = 'module'; s.src = ${JSON.stringify(`${site.origin}/cdn/harreman.js`)};
        document.head.append(s); s.remove();
      </script>`,
    }),
  'the complete file': (site) => html({ head: script(site).replace('harreman.js', 'harreman.all.js') }),
  'the complete file as a module': (site) =>
    html({ head: script(site, 'type="module"').replace('harreman.js', 'harreman.all.js') }),
  'the loader and the complete file': (site) =>
    html({ head: script(site), body: FORM + script(site).replace('harreman.js', 'harreman.all.js') }),
};

for (const [way, page] of Object.entries(waysToPaste)) {
  test(`${way}, from another origin, makes the form usable without an error`, async ({
    page: tab,
    startSite,
  }) => {
    const cdn = await startSite();
    const host = await startSite({ pages: { '/': page(cdn) } });
    const errors = errorsOf(tab);
    await tab.goto(host.origin);
    await expectUsable(tab);
    await expect(tab.getByText('us@example.com')).toBeHidden();
    expect(errors).toEqual([]);
  });
}

test('a page without the tag loads nothing but the loader, until the tag appears', async ({
  page,
  startSite,
}) => {
  const site = await startSite();
  await page.goto(site.put('/', html({ head: script(site), body: '<main></main>' })));
  await page.waitForLoadState('networkidle');
  expect(site.cdnRequests).toEqual(['harreman.js']);
  await page.evaluate((form) => {
    const wrapper = document.createElement('div');
    wrapper.append(new DOMParser().parseFromString(form, 'text/html').body.firstElementChild!);
    document.querySelector('main')!.append(wrapper);
  }, FORM);
  await expectUsable(page);
});

test("all that the form needs is asked for at once, in the page's language", async ({ page, startSite }) => {
  let release: (found: boolean) => void = () => {};
  const held = new Promise<boolean>((resolve) => (release = resolve));
  const site = await startSite({ onCdnRequest: (name) => name === 'harreman.js' || held });
  await page.goto(site.put('/', html({ head: script(site), lang: 'eu-ES' })), { waitUntil: 'commit' });
  const { chunks, languages } = builtWidgets['harreman-contact-form']!;
  const needed = ['harreman.js', ...chunks, ...languages['eu']!].map(withoutHash);
  await expect.poll(() => [...site.cdnRequests].sort()).toEqual(needed.sort());
  const askedAtOnce = site.cdnRequests.length;
  release(true);
  await expect(page.locator('harreman-contact-form').getByRole('textbox').first()).toBeEnabled();
  // What the form needs to be usable was all there: nothing waited for a second round.
  expect(site.cdnRequests).toHaveLength(askedAtOnce);
});

test('the language is that of the tag, of the nearest lang, of the settings, or of the browser', async ({
  browser,
  startSite,
}) => {
  const site = await startSite();
  const languageFor = async (body: string, attributes = '') => {
    site.cdnRequests.length = 0;
    const tab = await browser.newPage({ locale: 'lv-LV' });
    await tab.goto(site.put('/', `<!doctype html><title>Page</title>${script(site, attributes)}${body}`));
    await expectUsable(tab);
    await tab.close();
    return site.cdnRequests.map((name) => /^chunks\/([a-z]{2})\b/.exec(name)?.[1]).find(Boolean);
  };
  const form = '<harreman-contact-form endpoint="/in"></harreman-contact-form>';
  expect(
    await languageFor(
      '<div lang="fr"><harreman-contact-form endpoint="/in" locale="de"></harreman-contact-form></div>',
    ),
  ).toBe('de');
  expect(await languageFor(`<div lang="fr">${form}</div>`, 'data-locale="es"')).toBe('fr');
  expect(await languageFor(form, 'data-locale="es"')).toBe('es');
  expect(await languageFor(form)).toBe('lv');
});

test('settings of the script tag and of the page meet at window.harreman, where the page wins', async ({
  page,
  startSite,
}) => {
  const site = await startSite();
  const settings =
    'data-endpoint="/tag" data-privacy-url="/privacy" data-phone="+34 943 000 000" data-other="x"';
  await page.goto(
    site.put(
      '/',
      html({
        head: `<script>window.harreman = { endpoint: '/page', own: 1 }</script>${script(site, settings)}`,
        // A second copy comes too late to say anything.
        body: FORM + script(site, 'data-profile="form"'),
      }),
    ),
  );
  await expectUsable(page);
  const kit = await page.evaluate(() => {
    const { version, load, ...rest } = (window as unknown as { harreman: Record<string, unknown> }).harreman;
    return { version: typeof version, load: typeof load, rest };
  });
  expect(kit).toEqual({
    version: 'string',
    load: 'function',
    rest: { endpoint: '/page', own: 1, privacyUrl: '/privacy', phone: '+34 943 000 000' },
  });
});

test('an element with id="harreman" or name="currentScript" is not taken for ours', async ({
  page,
  startSite,
}) => {
  const site = await startSite();
  const clobbering = '<form name="currentScript"></form><a id="harreman"></a><a id="harreman"></a>';
  await page.goto(
    site.put('/', html({ body: `${clobbering}${FORM}${script(site, 'data-endpoint="/here"')}` })),
  );
  await expectUsable(page);
  expect(
    await page.evaluate(() => (window as unknown as { harreman: { endpoint: string } }).harreman.endpoint),
  ).toBe('/here');
});

test('load() defines a tag that stands in a shadow root of the page, and refuses one that is not there', async ({
  page,
  startSite,
}) => {
  const site = await startSite();
  await page.goto(site.put('/', html({ head: script(site), body: '<div id="host"></div>' })));
  const refusal = await page.evaluate(async () => {
    const { load } = (window as unknown as { harreman: { load: (tag: string) => Promise<void> } }).harreman;
    document
      .getElementById('host')!
      .attachShadow({ mode: 'open' })
      .append(document.createElement('harreman-contact-form'));
    await load('harreman-contact-form');
    return load('harreman-guestbook').catch(String);
  });
  await expectUsable(page);
  expect(refusal).toContain('<harreman-guestbook>');
});

test('nothing is left behind but window.harreman', async ({ page, startSite }) => {
  const site = await startSite();
  const globals = () => page.evaluate(() => Object.getOwnPropertyNames(window));
  await page.goto(site.put('/without', html()));
  const before = await globals();
  await page.goto(site.put('/with', html({ head: script(site) })));
  await expectUsable(page);
  const added = (await globals()).filter((name) => !before.includes(name));
  expect(added).toEqual(['harreman']);
  expect(await page.locator('head > *').count()).toBe(3);
});

test.describe('when a chunk does not come', () => {
  test('the complete file takes its place, and the console stays clean', async ({ page, startSite }) => {
    const site = await startSite({ onCdnRequest: (name) => !name.startsWith('chunks/contact-form') });
    const thrown: string[] = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    await page.goto(site.put('/', html({ head: script(site), lang: 'ka' })));
    await expectUsable(page);
    expect(site.cdnRequests).toContain('harreman.all.js');
    expect(thrown).toEqual([]);
    await expect(page.locator('script')).toHaveCount(1);
  });

  test('so it is on a host that sends no CORS headers', async ({ page, startSite }) => {
    const cdn = await startSite({ cdnHeaders: {} });
    const host = await startSite({ pages: { '/': html({ head: script(cdn) }) } });
    await page.goto(host.origin);
    await expectUsable(page);
  });

  test('and in a sandboxed frame', async ({ page, startSite }) => {
    const site = await startSite({ cdnHeaders: {} });
    site.put('/frame', html({ head: script(site) }));
    await page.goto(
      site.put('/', html({ body: '<iframe sandbox="allow-scripts allow-forms" src="/frame"></iframe>' })),
    );
    const field = page.frameLocator('iframe').getByRole('textbox').first();
    await field.fill('Ane');
    await expect(field).toHaveValue('Ane');
  });

  test('and none comes: one clear error, and what stands in the tag stays visible', async ({
    page,
    startSite,
  }) => {
    const site = await startSite({ onCdnRequest: (name) => name === 'harreman.js' });
    const errors = errorsOf(page);
    await page.goto(site.put('/', html({ head: script(site), body: FORM + FORM })));
    await expect.poll(() => errors.filter((text) => text.startsWith('harreman:'))).toHaveLength(1);
    expect(errors.join()).toContain(
      `<harreman-contact-form> could not be loaded by ${site.origin}/cdn/harreman.js`,
    );
    await expect(page.getByText('us@example.com').first()).toBeVisible();
  });
});

test.describe("what opens the callback button's panel, pressed before the button is there", () => {
  const OPENERS = `<button class="harreman-callback"><b>Call me</b></button> <a class="harreman-callback" href="#">Call us</a>
    <a class="harreman-callback" href="#other">Elsewhere</a> <button>Something else</button>
    <harreman-callback-button endpoint="/in" floating></harreman-callback-button>`;

  /** The page, and what lets the widget come. */
  const slowly = async (page: Page, site: Site) => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/callback-button.js', async (route) => {
      await released;
      await route.continue();
    });
    const asked = page.waitForRequest('**/callback-button.js');
    await page.goto(site.put('/', html({ head: script(site, 'defer'), body: OPENERS })));
    await asked;
    return release;
  };
  const panel = (page: Page) => page.getByRole('dialog');

  for (const [name, role] of [
    ['Call me', 'button'],
    ['Call us', 'link'],
  ] as const)
    // prettier-ignore
    test(`${name}: opens it once it has come`, async ({ page, startSite }) => {
      const release = await slowly(page, await startSite());
      await page.getByRole(role, { name }).click();
      release();
      await expect(panel(page)).toBeVisible();
    });

  test('is forgotten once something else was pressed', async ({ page, startSite }) => {
    const thrown: Error[] = [];
    page.on('pageerror', (error) => thrown.push(error));
    const release = await slowly(page, await startSite());
    await page.getByRole('button', { name: 'Call me' }).click();
    await page.getByRole('button', { name: 'Something else' }).click();
    // As scripts of pages do, to close their menus.
    await page.evaluate(() => document.dispatchEvent(new MouseEvent('click', { bubbles: true })));
    expect(thrown).toEqual([]);
    release();
    await page.waitForFunction(() => customElements.get('harreman-callback-button'));
    await page.getByRole('button', { name: 'Something else' }).click();
    await expect(panel(page)).toBeHidden();
  });

  test('and is a link with a place of its own, leads there', async ({ page, startSite }) => {
    const release = await slowly(page, await startSite());
    await page.getByRole('link', { name: 'Elsewhere' }).click();
    expect(new URL(page.url()).hash).toBe('#other');
    release();
    await page.waitForFunction(() => customElements.get('harreman-callback-button'));
    await page.getByRole('button', { name: 'Something else' }).click();
    await expect(panel(page)).toBeHidden();
  });
});
