/** Documents that aren't plain modern HTML, and elements that are moved about: the message arrives, once and as written. */
import type { Page } from '@playwright/test';
import {
  contactForm,
  control,
  endPanel,
  expectArrival,
  fillIn,
  QUESTION,
  send,
} from './support/contact-form.js';
import { html, script, twoLines, watchTroubles } from './support/pages.js';
import { passTo } from './support/receiver.js';
import { expect, test } from './support/test.js';
import type { Site } from './support/site.js';

const FORM = '<harreman-contact-form></harreman-contact-form>';

interface OddDocument {
  readonly body: (site: Site, endpoint: string) => string | Buffer;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  /** What makes the document odd, seen from inside. */
  readonly sign: () => unknown;
  readonly expected: unknown;
  /** What the visitor reads at the end. */
  readonly says?: string;
}

const documents: Readonly<Record<string, OddDocument>> = {
  'quirks mode': {
    body: (site, endpoint) => `<title>Page</title>${twoLines(site, endpoint)}`,
    sign: () => document.compatMode,
    expected: 'BackCompat',
  },
  'XHTML': {
    body: (site, endpoint) =>
      `<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>Page</title>${script(site, endpoint)}</head><body>${FORM}</body></html>`,
    headers: { 'content-type': 'application/xhtml+xml' },
    sign: () => document.contentType,
    expected: 'application/xhtml+xml',
  },
  'windows-1252 by default': {
    body: (site, endpoint) =>
      Buffer.from(
        `<!doctype html><html lang="ka"><title>Page</title><p>A\u00f1o \u20ac</p>${twoLines(site, endpoint)}`,
        'latin1',
      ),
    headers: { 'content-type': 'text/html' },
    sign: () => document.characterSet,
    expected: 'windows-1252',
    says: 'თქვენი შეკითხვა გაიგზავნა',
  },
  '<base href>': {
    path: '/deep/page',
    // Relative, so that a base would lead it elsewhere.
    body: (site) =>
      html({ head: `<base href="/elsewhere/far/">${script(site, '/submissions')}`, body: FORM }),
    sign: () => document.baseURI.endsWith('/elsewhere/far/'),
    expected: true,
  },
  'an AMD loader': {
    body: (site, endpoint) =>
      html({
        head: `<script>window.define = function () { throw Error('called'); }; define.amd = {};</script>${script(site, endpoint)}`,
        body: FORM,
      }),
    sign: () => 'define' in window,
    expected: true,
  },
  'two copies of the kit, and the complete file': {
    body: (site, endpoint) =>
      html({
        head: script(site, endpoint),
        body: `${FORM}${script(site, '/nowhere').replace('/cdn/', '/cdn/../cdn/')}<script type="module" src="${site.origin}/cdn/harreman.all.js"></script>`,
      }),
    sign: () => document.scripts.length,
    expected: 3,
  },
  'fields of its own with clobbering names': {
    body: (site, endpoint) =>
      html({
        head: script(site, endpoint),
        body: `<img name="title"><form name="location2"><input name="submit"><input name="action"></form>
          <input id="submit"><form id="forms"></form>
          <harreman-contact-form><label>Submit <input name="submit" value="s"></label>
          <label>Elements <input name="elements" value="e"></label><input type="hidden" name="action" value="a">
          <input type="hidden" name="__proto__" value="p"></harreman-contact-form>`,
      }),
    sign: () => typeof document.title,
    expected: 'object',
  },
};

for (const [
  kind,
  { body, path = '/', headers, sign, expected, says = 'Your question has been sent' },
] of Object.entries(documents)) {
  test(`${kind}: the message arrives as it was written`, async ({ page, receiver, startSite }) => {
    // The receiver's address is on the page's own origin too, for relative endpoints.
    const site = await startSite({ onRequest: passTo(receiver) });
    const troubles = watchTroubles(page);
    await page.goto(site.put(path, { body: body(site, receiver.endpoint), ...(headers && { headers }) }));
    expect(await page.evaluate(sign)).toEqual(expected);
    await expectArrival(contactForm(page), receiver);
    await expect(endPanel(contactForm(page))).toContainText(says);
    expect(troubles).toEqual([]);
  });
}

for (const sandbox of ['allow-scripts allow-forms', 'allow-scripts']) {
  test(`a frame with sandbox="${sandbox}", where storage throws`, async ({ page, receiver, startSite }) => {
    const site = await startSite();
    const troubles = watchTroubles(page);
    site.put('/frame', html({ body: twoLines(site, receiver.endpoint) }));
    await page.goto(
      site.put(
        '/',
        html({ body: `<iframe sandbox="${sandbox}" src="/frame" width="700" height="900"></iframe>` }),
      ),
    );
    const frame = page.frame({ url: /frame/ })!;
    expect(
      await frame.evaluate(() => {
        try {
          return localStorage.length;
        } catch (error) {
          return (error as Error).name;
        }
      }),
    ).toBe('SecurityError');
    await expectArrival(contactForm(page.frameLocator('iframe')), receiver);
    expect(troubles).toEqual([]);
  });
}

test.describe('elements that are moved about keep what was typed, and send once', () => {
  const moves: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    'moved to another place': (page) =>
      page.evaluate(() =>
        document.querySelector('aside')!.append(document.querySelector('harreman-contact-form')!),
      ),
    'taken out and put back later': (page) =>
      page.evaluate(async () => {
        const form = document.querySelector('harreman-contact-form')!;
        form.remove();
        await new Promise((resolve) => setTimeout(resolve));
        document.querySelector('aside')!.append(form);
      }),
    'adopted by another document and back': (page) =>
      page.evaluate(() => {
        const form = document.querySelector('harreman-contact-form')!;
        const frame = document.querySelector('iframe')!;
        frame.contentDocument!.body.append(form);
        document.querySelector('aside')!.append(form);
      }),
    'put into a shadow root of the page': (page) =>
      page.evaluate(() => {
        const form = document.querySelector('harreman-contact-form')!;
        document.querySelector('aside')!.attachShadow({ mode: 'open' }).append(form);
      }),
  };
  for (const [how, move] of Object.entries(moves)) {
    test(how, async ({ page, receiver, startSite }) => {
      const site = await startSite();
      const body = `<main>${twoLines(site, receiver.endpoint)}</main><aside></aside><iframe></iframe>`;
      await page.goto(site.put('/', html({ body })));
      const form = contactForm(page);
      await fillIn(form);
      await move(page);
      await expect(control(form, 'message')).toHaveValue(QUESTION.message);
      await expect(form.locator('[part~="base"]')).toHaveCSS('display', 'block');
      await send(form);
      await expect(endPanel(form)).toBeVisible();
      expect((await receiver.rows()).map(({ fields }) => fields)).toEqual([
        expect.objectContaining(QUESTION),
      ]);
    });
  }

  test('adopted by another document, where it is used', async ({ page, receiver, startSite }) => {
    const site = await startSite();
    await page.goto(
      site.put(
        '/',
        html({ body: `${twoLines(site, receiver.endpoint)}<iframe width="700" height="900"></iframe>` }),
      ),
    );
    await control(contactForm(page), 'name').fill('Ane');
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')!;
      frame.contentDocument!.body.append(document.querySelector('harreman-contact-form')!);
    });
    const form = contactForm(page.frameLocator('iframe'));
    await expect(control(form, 'name')).toHaveValue('Ane');
    await expect(form.locator('[part~="submit-button"]')).toHaveCSS('background-color', 'rgb(11, 92, 173)');
    await expectArrival(form, receiver);
  });

  test('a clone is a form of its own, and empty', async ({ page, receiver, startSite }) => {
    const site = await startSite();
    await page.goto(site.put('/', html({ body: twoLines(site, receiver.endpoint) })));
    await fillIn(contactForm(page));
    await page.evaluate(() => {
      const form = document.querySelector('harreman-contact-form')!;
      form.after(form.cloneNode(true));
    });
    const [first, second] = [contactForm(page).first(), contactForm(page).last()];
    await expect(control(second, 'message')).toHaveValue('');
    await expectArrival(first, receiver);
    await expect(control(second, 'message')).toBeVisible();
  });
});
