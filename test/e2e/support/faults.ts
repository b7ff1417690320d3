import type { Locator, Page } from '@playwright/test';
import type { FaultName } from '../../faults/catalogue.js';
import { startFaultServer, type FaultServer, type LogEntry } from '../../faults/fault-server.js';
import { contactForm, endPanel, failurePanel, fillIn, QUESTION, send } from './contact-form.js';
import { html, script } from './pages.js';
import type { Receiver } from './receiver.js';
import type { Site } from './site.js';
import { expect, test as base } from './test.js';

export { expect } from './test.js';

/** A shop whose pages reach the receiver through a fault server. */
export interface Shop extends Site {
  /** The page with the form. */
  readonly form: string;
  /** A page with the kit's script and no form. */
  readonly other: string;
  /** A page without the kit. */
  readonly bare: string;
  /** Opens the page with the form. */
  visit(page: Page): Promise<Locator>;
}

/** How the page with the form is written. */
export interface ShopOptions {
  readonly profile?: string;
  readonly attributes?: string;
  readonly endpoint?: string;
  readonly lang?: string;
  /** Further HTML of the body. */
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

interface Fixtures {
  faults: FaultServer;
  openShop: (options?: ShopOptions) => Promise<Shop>;
  shop: Shop;
}

export const CONTACTS =
  '<a href="tel:+34943000000">943 00 00 00</a> <a href="mailto:us@shop.example">us@shop.example</a>';

/**
 * Playwright's `test` with the fault server and a shop. `chance` is what `Math.random` gives on all pages: at 0 a
 * retry is due at once, and made when a page is loaded; before that the page itself lets ten seconds pass.
 */
export const test = base.extend<Fixtures & { chance: number }>({
  chance: [0, { option: true }],
  context: async ({ context, chance }, use) => {
    await context.addInitScript((value) => {
      Math.random = () => value;
    }, chance);
    await use(context);
  },
  faults: async ({ receiver }, use) => {
    const faults = await startFaultServer({ upstream: receiver.endpoint });
    // On connections that stay open Chromium sends a cut POST again by itself.
    faults.keepAlive = false;
    await use(faults);
    await faults.close();
  },
  openShop: async ({ faults, startSite }, use) => {
    await use(async (options = {}) => {
      const { profile = 'harreman', attributes = '', lang = 'en', body = '', headers = {} } = options;
      const site = await startSite();
      const head = script(site, options.endpoint ?? faults.endpoint, `data-profile="${profile}"`);
      const form = `<harreman-contact-form ${attributes}>${CONTACTS}</harreman-contact-form>${body}`;
      return {
        ...site,
        form: site.put('/', { body: html({ head, lang, body: form }), headers }),
        other: site.put('/other', html({ head, lang, body: 'Other' })),
        bare: site.put('/bare', html({ body: 'Bare' })),
        visit: async (page) => {
          await page.goto(`${site.origin}/`);
          return contactForm(page);
        },
      };
    });
  },
  shop: async ({ openShop }, use) => use(await openShop()),
});

export const postsTo = ({ log }: FaultServer): LogEntry[] => log.filter(({ method }) => method === 'POST');

/** What visitors wrote, as the owner has it, oldest first. */
export const messagesIn = async (receiver: Receiver): Promise<unknown[]> =>
  (await receiver.rows()).map(({ fields }) => fields['message']).reverse();

/** The owner has these messages and no other, each once; at the latest soon. */
export const expectRows = (receiver: Receiver, messages: readonly string[] = [QUESTION.message]) =>
  expect.poll(() => messagesIn(receiver)).toEqual(messages);

/** An entry of the outbox, as far as tests look at it. */
export interface Kept {
  readonly id: string;
  readonly state: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** What is committed to this device, read without the kit. */
export const keptOn = (page: Page): Promise<Kept[]> =>
  page.evaluate(async () => {
    const name = 'harreman-outbox';
    if (!(await indexedDB.databases()).some((database) => database.name === name)) return [];
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
    const database = await result(indexedDB.open(name));
    const entries = await result(database.transaction('entries').objectStore('entries').getAll());
    database.close();
    return entries as Kept[];
  });

export const statesOn = async (page: Page): Promise<string[]> =>
  (await keptOn(page)).map(({ state }) => state);

/** Fills the form in and sends it. */
export const write = async (form: Locator, message: string = QUESTION.message): Promise<void> => {
  await fillIn(form, { ...QUESTION, message });
  await send(form);
};

/** The visitor reads that it is kept here; and so it is. */
export const expectSaved = async (form: Locator): Promise<void> => {
  await expect(endPanel(form)).toContainText('Saved on this device');
  await expect(endPanel(form)).toContainText('It will be sent when you open this site again.');
  expect((await keptOn(form.page())).some(({ state, record }) => state !== 'sent' && record['message'])).toBe(
    true,
  );
};

/**
 * Sends one message by each fault, named like it, and reads each time that it is kept. Its first try meets the fault,
 * each further one a 500.
 * @returns the idempotency keys that were seen, and `mend`, after which every further try passes
 */
export const saveByEach = async (
  form: Locator,
  faults: FaultServer,
  names: readonly FaultName[],
): Promise<{ readonly known: ReadonlySet<string | undefined>; mend(): void }> => {
  let fault: FaultName = 'pass';
  let isMended = false;
  const known = new Set<string | undefined>();
  faults.script = ({ idempotencyKey }) => {
    if (known.has(idempotencyKey)) return isMended ? 'pass' : 'status-500';
    known.add(idempotencyKey);
    return fault;
  };
  for (fault of names) {
    await base.step(fault, async () => {
      await write(form, fault);
      await expectSaved(form);
      await form.getByRole('button', { name: 'Send another message' }).click();
    });
  }
  return { known, mend: () => (isMended = true) };
};

export const expectSent = (form: Locator): Promise<void> =>
  expect(endPanel(form)).toContainText('Your question has been sent');

/** The visitor reads that it is not known to have arrived, or known not to; never that it is kept or sent. */
export const expectFailure = async (form: Locator, title: RegExp | string): Promise<void> => {
  await expect(failurePanel(form)).toContainText(title);
  await expect(failurePanel(form)).toContainText('What you wrote is still here.');
  await expect(endPanel(form)).toBeHidden();
};

export const NOT_SENT = 'Your message has not been sent';
export const NOT_CONFIRMED = 'We could not confirm that your message arrived';
export const REFUSED = 'The service takes no messages for several days';

/** What is told above the form of messages that were kept. */
export const notices = (form: Locator): Locator => form.locator('[part~="notice"]');

export const expectNotice = (form: Locator, text: RegExp | string): Promise<void> =>
  expect(notices(form).filter({ hasText: text })).toBeVisible();

export const SENT_NOTICE = /Your message \(.+\) has now been sent\. Reference number: \S+/;

/** From now on, pages of this context are so many milliseconds in the future. */
export const shiftClock = (page: Page, milliseconds: number): Promise<unknown> =>
  page.addInitScript((shift) => {
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given: []) {
        if (given.length) super(...given);
        else super(Real.now() + shift);
      }
      static override now = () => Real.now() + shift;
    } as DateConstructor;
  }, milliseconds);

/** Longer than a lease. */
export const PAST_LEASE = 100_000;

/** Kills the tab's process, so that nothing of the page runs any more. */
export const crash = async (page: Page): Promise<void> => {
  const crashed = page.waitForEvent('crash');
  const devtools = await page.context().newCDPSession(page);
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
};
