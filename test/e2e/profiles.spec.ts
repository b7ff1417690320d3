/** The two pasted lines on somebody's page: what arrives at each kind of endpoint, and what its answers become. */
import type { Page } from '@playwright/test';
import type { Endpoint } from '../endpoints/start.js';
import type { ServiceName } from '../endpoints/services.js';
import {
  contactForm,
  control,
  endPanel,
  errorAt,
  errorSummary,
  expectArrival,
  failurePanel,
  fillIn,
  QUESTION,
  send,
} from './support/contact-form.js';
import { html, script, twoLines } from './support/pages.js';
import { atExample } from './support/plain-http.js';
import type { Site } from './support/site.js';
import { expect, test } from './support/test.js';

test('two lines over plain HTTP, from another origin: the message is in the receiver', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const cdn = { origin: atExample(site.origin, 'cdn.example') };
  await page.goto(atExample(site.put('/', twoLines(cdn, atExample(receiver.endpoint, 'receiver.example')))));
  expect(await page.evaluate(() => [isSecureContext, document.compatMode])).toEqual([false, 'BackCompat']);
  const form = contactForm(page);
  await expectArrival(form, receiver);
  const [row] = await receiver.rows();
  const { fields, reference, quarantined } = row!;
  expect(fields).toMatchObject({ widget: 'contact', locale: 'en', page_url: page.url() });
  expect(quarantined).toBe(false);
  await expect(form.locator('[part~="reference"]')).toHaveText(reference);
});

/** An endpoint as an owner writes it, and what the service then gets. */
interface ProfileCase {
  readonly service: ServiceName;
  readonly profile: string;
  /** Hidden controls that the service asks for. */
  readonly controls?: string;
  /** Whether the page is the service's own. */
  readonly sameOrigin?: boolean;
  readonly type: 'application/json' | 'application/x-www-form-urlencoded' | 'text/plain';
  /** Whether the browser asks by OPTIONS first. */
  readonly asksFirst: boolean;
  /** What the service gets besides what the visitor wrote. */
  readonly constants?: Readonly<Record<string, string>>;
  /** Where the service's remark on an e-mail address is shown, if it can make one. */
  readonly errorsAt: 'field' | 'summary' | 'nowhere';
  /** Names under which two files arrive, if the service takes files. */
  readonly fileFields?: readonly string[];
}

const URLENCODED = 'application/x-www-form-urlencoded';
const cases: readonly ProfileCase[] = [
  {
    service: 'json',
    profile: 'json',
    type: 'application/json',
    asksFirst: true,
    errorsAt: 'field',
    fileFields: ['attachment', 'attachment'],
  },
  { service: 'text', profile: 'text', type: 'text/plain', asksFirst: false, errorsAt: 'field' },
  {
    service: 'form',
    profile: 'form',
    type: URLENCODED,
    asksFirst: false,
    errorsAt: 'field',
    fileFields: ['attachment', 'attachment_2'],
  },
  {
    service: 'formspree',
    profile: 'formspree',
    type: 'application/json',
    asksFirst: true,
    errorsAt: 'field',
    fileFields: ['attachment', 'attachment'],
  },
  {
    service: 'web3forms',
    profile: 'web3forms',
    controls: '<input type="hidden" name="access_key" value="11111111-2222-4333-8444-555555555555">',
    type: 'application/json',
    asksFirst: true,
    constants: { access_key: '11111111-2222-4333-8444-555555555555' },
    errorsAt: 'summary',
    fileFields: ['attachment', 'attachment_2'],
  },
  {
    service: 'netlify',
    profile: 'netlify',
    controls: '<input type="hidden" name="form-name" value="contact">',
    sameOrigin: true,
    type: URLENCODED,
    asksFirst: false,
    errorsAt: 'nowhere',
    fileFields: ['attachment', 'attachment_2'],
  },
  { service: 'apps-script', profile: 'apps-script', type: URLENCODED, asksFirst: false, errorsAt: 'field' },
];

type StartSite = (options?: object) => Promise<Site>;
type StartService = (kind: ServiceName, options?: { page: string }) => Promise<Endpoint>;

/** Opens a page whose form sends to the stand-in of a service. */
const open = async (
  page: Page,
  { service, profile, controls = '', sameOrigin = false }: ProfileCase,
  starters: { startSite: StartSite; startService: StartService },
  attributes = '',
): Promise<Endpoint> => {
  const site = await starters.startSite();
  const pageFor = (endpoint: string) =>
    html({
      head: script(site, endpoint),
      body: `<harreman-contact-form profile="${profile}" ${attributes}>${controls}</harreman-contact-form>`,
    });
  const endpoint = await starters.startService(service, { page: pageFor('/') });
  await page.goto(atExample(sameOrigin ? `${endpoint.origin}/` : site.put('/', pageFor(endpoint.url))));
  return endpoint;
};

for (const one of cases) {
  test.describe(`profile="${one.profile}"`, () => {
    test('posts what the service accepts, once', async ({ page, startSite, startService }) => {
      const service = await open(page, one, { startSite, startService });
      const form = contactForm(page);
      await fillIn(form);
      await send(form);
      await expect(endPanel(form)).toBeVisible();

      expect(service.received).toHaveLength(1);
      const [{ type, fields, headers, kept }] = service.received as [(typeof service.received)[0]];
      expect(kept).toBe(true);
      expect(type).toBe(one.type);
      expect(fields).toMatchObject({ ...QUESTION, ...one.constants });
      expect(fields['submission_id']).toMatch(
        /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      );
      expect(headers.accept).toBe('application/json');
      expect(headers['idempotency-key']).toBeUndefined();
      expect(service.requests.some((request) => request.startsWith('OPTIONS'))).toBe(one.asksFirst);
    });

    test('a captcha page with status 200 is no success, and the text is kept', async ({
      page,
      startSite,
      startService,
    }) => {
      const service = await open(page, one, { startSite, startService });
      service.behaviour = 'page';
      const form = contactForm(page);
      await fillIn(form);
      await send(form);
      await expect(failurePanel(form)).toContainText('We could not confirm that your message arrived');
      await expect(endPanel(form)).toBeHidden();
      await expect(control(form, 'message')).toHaveValue(QUESTION.message);
    });

    if (one.errorsAt !== 'nowhere') {
      test('what the service finds wrong is shown, as text, and can be mended', async ({
        page,
        startSite,
        startService,
      }) => {
        const service = await open(page, one, { startSite, startService });
        const remark = 'This address <img src=x onerror=alert(1)> bounces';
        service.behaviour = { fieldErrors: { email: remark } };
        const form = contactForm(page);
        await fillIn(form);
        await send(form);
        await expect(errorSummary(form)).toContainText(remark);
        await expect(errorSummary(form)).toBeFocused();
        if (one.errorsAt === 'field') {
          await expect(errorAt(form, 'email')).toContainText(remark);
          await expect(control(form, 'email')).toHaveAttribute('aria-invalid', 'true');
        }
        await expect(control(form, 'message')).toHaveValue(QUESTION.message);

        service.behaviour = 'ok';
        await control(form, 'email').fill('ane@example.net');
        await send(form);
        await expect(endPanel(form)).toBeVisible();
        expect(service.received.map(({ kept, fields }) => kept && fields['email'])).toEqual([
          false,
          'ane@example.net',
        ]);
        // What is edited is another submission.
        const [first, second] = service.received.map(({ fields }) => fields['submission_id']);
        expect(second).not.toBe(first);
      });
    }

    test(
      one.fileFields ? 'files travel as multipart' : 'takes no files: that is said, and they can be removed',
      async ({ page, startSite, startService }) => {
        const service = await open(page, one, { startSite, startService }, 'max-files="2"');
        const form = contactForm(page);
        await fillIn(form);
        await control(form, 'attachment').setInputFiles([
          { name: 'argazkia ñ.png', mimeType: 'image/png', buffer: Buffer.alloc(70_000, 1) },
          { name: 'faktura.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
        ]);
        await expect(form.locator('[part~="file-list"] li')).toHaveCount(2);
        await send(form);
        if (one.fileFields) {
          await expect(endPanel(form)).toBeVisible();
          expect(service.received).toHaveLength(1);
          const [{ type, files, fields }] = service.received as [(typeof service.received)[0]];
          expect(type).toBe('multipart/form-data');
          // In multipart a line ends with CR LF (HTML Standard, multipart/form-data encoding).
          expect(fields).toMatchObject({ ...QUESTION, message: QUESTION.message.replace('\n', '\r\n') });
          expect(files).toEqual([
            { field: one.fileFields[0], name: 'argazkia ñ.png', type: 'image/png', size: 70_000 },
            { field: one.fileFields[1], name: 'faktura.pdf', type: 'application/pdf', size: 8 },
          ]);
          return;
        }
        await expect(form).toContainText('We cannot receive files here. Remove them to send your message.');
        expect(service.received).toHaveLength(0);
        for (const name of ['argazkia ñ.png', 'faktura.pdf'])
          await form.getByRole('button', { name: `Remove ${name}` }).click();
        await send(form);
        await expect(endPanel(form)).toBeVisible();
        expect(service.received.map(({ kept }) => kept)).toEqual([true]);
      },
    );
  });
}
