/** Pages whose policies, styles and scripts are against us: the same look to the pixel, and the message arrives once. */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
  contactForm,
  control,
  endPanel,
  errorSummary,
  expectArrival,
  fillIn,
  QUESTION,
  send,
} from './support/contact-form.js';
import { hostileCss, nosyScripts, pollution } from './support/hostile.js';
import { inventory } from './support/inventory.js';
import { html, script, twoLines, watchTroubles } from './support/pages.js';
import { expect, test } from './support/test.js';

test.describe("a strict Content-Security-Policy with Trusted Types, which doesn't let forms be submitted", () => {
  const allowed = {
    'our policy': 'trusted-types harreman',
    "another Lit's policy": 'trusted-types lit-html',
    'no policy': "trusted-types 'none'",
  };
  for (const [what, trustedTypes] of Object.entries(allowed)) {
    test(`with ${what} allowed: renders and sends, without a violation`, async ({
      page,
      receiver,
      startSite,
    }) => {
      const cdn = await startSite();
      const site = await startSite();
      const policy =
        `default-src 'none'; script-src ${cdn.origin}; style-src 'self'; connect-src ${receiver.origin}; base-uri 'none'; ` +
        `form-action 'none'; require-trusted-types-for 'script'; ${trustedTypes}`;
      const violations: string[] = [];
      await page.exposeFunction('reportViolation', (text: string) => violations.push(text));
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
          const { reportViolation } = window as unknown as { reportViolation: (text: string) => void };
          reportViolation(`${effectiveDirective} ${blockedURI} ${sample}`);
        });
      });
      const troubles = watchTroubles(page);
      const body = html({
        head: script(cdn, receiver.endpoint),
        body: '<harreman-contact-form max-files="1" review privacy-url="/privacy"></harreman-contact-form>',
      });
      await page.goto(site.put('/', { body, headers: { 'content-security-policy': policy } }));
      const form = contactForm(page);
      // Every kind of template: errors, files, the answers once more, the end.
      await send(form);
      await expect(errorSummary(form)).toBeVisible();
      await control(form, 'attachment').setInputFiles({
        name: 'a.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('a'),
      });
      await control(form, 'consent').check();
      await fillIn(form);
      await send(form);
      await expect(form.locator('[part~="review"]')).toBeVisible();
      await send(form);
      await expect(endPanel(form)).toBeVisible();
      expect(await receiver.rows()).toHaveLength(1);
      expect(troubles).toEqual([]);
      expect(violations).toEqual([]);
    });
  }
});

test('a policy that does not let us send is told to the owner; the visitor keeps the text', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  await page.goto(
    site.put('/', {
      body: html({ body: twoLines(site, receiver.endpoint) }),
      headers: { 'content-security-policy': "connect-src 'self'" },
    }),
  );
  const form = contactForm(page);
  await fillIn(form);
  await send(form);
  await expect(form).toContainText('Your message has not been sent');
  await expect(control(form, 'message')).toHaveValue(QUESTION.message);
  expect(told.join('\n')).toContain(`blocks ${receiver.origin}`);
  expect(told.join('\n')).toContain('connect-src');
});

test.describe('hostile CSS', () => {
  // The page places the element; what its rules do to the place itself is not the element's to undo.
  const place =
    'position:absolute; left:20px; top:20px; display:block; width:600px; padding:0 0 9px; border:0; border-radius:0; background:#fff'.replace(
      /(?=;|$)/g,
      ' !important',
    );

  /** The form as it looks at first, and with errors, on a page with this style sheet. */
  const looks = async (page: Page, url: string): Promise<Buffer[]> => {
    await page.goto(url);
    const form = contactForm(page);
    const shots: Buffer[] = [];
    await expect(control(form, 'message')).toBeVisible();
    shots.push(await form.screenshot({ animations: 'disabled' }));
    await control(form, 'email').fill('ane@');
    await send(form);
    await expect(errorSummary(form)).toBeFocused();
    shots.push(await form.screenshot({ animations: 'disabled' }));
    return shots;
  };

  for (const [kind, css] of Object.entries(hostileCss)) {
    test(`${kind}: looks as on a blank page, to the pixel`, async ({ page, startSite }) => {
      const site = await startSite();
      const body = `<div style="${place}"><harreman-contact-form privacy-url="/privacy" max-files="2"></harreman-contact-form></div>`;
      const withStyle = (style: string) =>
        html({ head: `<style>${style}</style>${script(site, '/submissions')}`, body });
      const blank = await looks(page, site.put('/blank', withStyle('')));
      const hostile = await looks(page, site.put('/hostile', withStyle(css)));
      const same = blank.map((shot, index) => shot.equals(hostile[index]!));
      if (same.includes(false)) {
        mkdirSync('.shots', { recursive: true });
        const name = kind.replace(/\W+/g, '-');
        blank.forEach((shot, index) => writeFileSync(`.shots/css-${name}-${index}-blank.png`, shot));
        hostile.forEach((shot, index) => writeFileSync(`.shots/css-${name}-${index}-hostile.png`, shot));
      }
      expect(same, 'at first and with errors; compare .shots/css-*').toEqual([true, true]);
    });
  }

  test('a page in capitals gets the text as it was written', async ({ page, receiver, startSite }) => {
    const site = await startSite();
    const head = `<style>* { text-transform: uppercase !important }</style>${script(site, receiver.endpoint)}`;
    await page.goto(site.put('/', html({ head, body: '<harreman-contact-form></harreman-contact-form>' })));
    await expectArrival(contactForm(page), receiver);
  });
});

test('polluted prototypes: what arrives is right, lists too', async ({ page, receiver, startSite }) => {
  const site = await startSite();
  const troubles = watchTroubles(page);
  const colours = '<select multiple name="colours"><option>red<option>blue<option>green</select>';
  await page.goto(
    site.put(
      '/',
      html({
        head: `${pollution}${script(site, receiver.endpoint, 'data-profile="harreman"')}`,
        body: `<harreman-contact-form><label>Colours ${colours}</label></harreman-contact-form>`,
      }),
    ),
  );
  const form = contactForm(page);
  await form.getByRole('checkbox', { name: 'red' }).click();
  await form.getByRole('checkbox', { name: 'green' }).click();
  await expectArrival(form, receiver);
  const [row] = await receiver.rows();
  expect(row!.fields['colours']).toEqual(['red', 'green']);
  expect(row!.fields['created_at']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(troubles).toEqual([]);
});

test('hotkeys and handlers of the page that cancel what is not in an input of its own', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  await page.goto(site.put('/', html({ head: nosyScripts, body: twoLines(site, receiver.endpoint) })));
  const form = contactForm(page);
  await form.getByText('Complaint', { exact: true }).click();
  await form.getByText('Repair', { exact: true }).click();
  // By the keyboard, for that is what such scripts take away.
  const texts = { name: 'Ane 2', email: 'ane@example.com', message: 'j/k? 1 2 3\n#4' };
  for (const [name, text] of Object.entries(texts)) {
    await control(form, name).click();
    await page.keyboard.type(text);
  }
  await send(form);
  await expect(endPanel(form)).toBeVisible();
  const rows = await receiver.rows();
  expect(rows.map(({ fields }) => fields)).toEqual([
    expect.objectContaining({ ...texts, topic: 'complaint', remedy: 'repair' }),
  ]);
});

test('inside a form of the page: Enter and send do not submit that one', async ({
  page,
  receiver,
  startSite,
}) => {
  const posted: string[] = [];
  const site = await startSite({
    onRequest: ({ method, url }, response) => {
      posted.push(`${method} ${url}`);
      response.writeHead(204).end();
    },
  });
  const body = `<form action="/outer" method="post" id="outer"><input name="q">${twoLines(site, receiver.endpoint)}<button>Buy</button></form>
    <script>document.getElementById('outer').addEventListener('submit', function () { document.title = 'submitted'; })</script>`;
  await page.goto(site.put('/', html({ body })));
  const form = contactForm(page);
  await fillIn(form);
  await control(form, 'email').press('Enter');
  await expect(endPanel(form)).toBeVisible();
  expect(await receiver.rows()).toHaveLength(1);
  await form.getByRole('button', { name: 'Send another message' }).click();
  await send(form);
  await expect(errorSummary(form)).toBeVisible();
  expect(posted.filter((request) => request.startsWith('POST'))).toEqual([]);
  await expect(page).toHaveTitle('A shop');
});

test('a page and its visitor find everything as it was', async ({ page, receiver, startSite }) => {
  const site = await startSite();
  const open = async (path: string, head: string) => {
    await page.goto(
      site.put(
        path,
        html({ head, body: '<main><harreman-contact-form></harreman-contact-form><p>After</p></main>' }),
      ),
    );
  };
  await open('/without', '');
  const before = await page.evaluate(inventory);
  await open('/with', script(site, receiver.endpoint));
  const form = contactForm(page);
  await expect(control(form, 'message')).toBeVisible();
  await control(form, 'name').focus();
  await page.waitForLoadState('networkidle');
  const untouched = await page.evaluate(inventory);
  const ours = (name: string) => name === 'harreman';
  const strangers = ({ globals, ...rest }: ReturnType<typeof inventory>) => ({
    ...rest,
    globals: globals.filter((name) => !ours(name)),
    // The script tag itself.
    nodes: rest.nodes.filter((name) => name !== 'HEAD>SCRIPT'),
  });
  expect(strangers(untouched)).toEqual(before);

  await expectArrival(form, receiver);
  expect(strangers(await page.evaluate(inventory))).toEqual(before);
  expect(await page.context().cookies()).toEqual([]);
});
