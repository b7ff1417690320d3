/** Each state of the form as axe sees it, in light and in dark, on the built page. Its stories are looked at in every run. */
import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe.js';
import {
  contactForm,
  control,
  endPanel,
  errorSummary,
  failurePanel,
  fillIn,
  send,
} from './support/contact-form.js';
import type { Front } from './support/front.js';
import { MORE } from './support/more.js';
import { html, script } from './support/pages.js';
import { shoot } from './support/shoot.js';
import { expect, test } from './support/test.js';

interface State {
  readonly attributes?: string;
  readonly inside?: string;
  /** Brings the form into the state. */
  readonly reach: (form: Locator, front: Front, page: Page) => Promise<void>;
}

const file = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
const contacts = '<a href="tel:1">943 00 00 00</a> <a href="mailto:a@b.example">a@b.example</a>';

const states: Readonly<Record<string, State>> = {
  'empty': {
    attributes: 'privacy-url="/privacy" reply-within="2"',
    reach: (form) => expect(control(form, 'message')).toBeVisible(),
  },
  'either e-mail or phone, with an intro': {
    attributes: 'reply-by="either"',
    inside: '<p slot="intro">Write to us.</p><h2 slot="heading">Hello</h2>',
    reach: (form) => expect(control(form, 'message')).toBeVisible(),
  },
  'errors': {
    attributes: 'privacy-url="/privacy" max-files="2"',
    reach: async (form) => {
      await form.locator('[value="complaint"]').click();
      await control(form, 'email').fill('ane@');
      await control(form, 'attachment').setInputFiles({ ...file, buffer: Buffer.alloc(0) });
      await send(form);
      await expect(errorSummary(form)).toBeVisible();
    },
  },
  'complaint': {
    inside: '<p slot="rights">Your rights.</p>',
    reach: async (form) => {
      await form.locator('[value="complaint"]').click();
      await expect(control(form, 'order_number')).toBeVisible();
    },
  },
  'files and a suggestion for the address': {
    attributes: 'max-files="2"',
    reach: async (form) => {
      await control(form, 'attachment').setInputFiles(file);
      await control(form, 'email').fill('ane@gmial.com');
      await control(form, 'message').focus();
      await expect(form.getByRole('button', { name: 'Yes, use this address' })).toBeVisible();
    },
  },
  'almost too long a text': {
    inside: '<textarea name="message" maxlength="20"></textarea>',
    reach: async (form) => {
      await control(form, 'message').fill('x'.repeat(30));
      await expect(form.getByText('10 characters too many').first()).toBeVisible();
    },
  },
  'a draft that was kept': {
    reach: async (form, _front, page) => {
      await fillIn(form);
      await page.reload();
      await expect(form.getByRole('button', { name: 'Clear the form' })).toBeVisible();
    },
  },
  'the answers once more': {
    attributes: 'review',
    reach: async (form) => {
      await fillIn(form);
      await send(form);
      await expect(form.locator('[part~="review"]')).toBeVisible();
    },
  },
  'sending': {
    reach: async (form, front) => {
      front.incidents.push('hold-reply');
      await fillIn(form);
      await send(form);
      await expect(form.locator('[part~="status"]')).toHaveText('Sending…');
    },
  },
  'not confirmed': {
    attributes: 'profile="json"',
    inside: contacts,
    reach: async (form, front) => {
      front.incidents.push('page');
      await fillIn(form);
      await send(form);
      await expect(failurePanel(form)).toBeVisible();
    },
  },
  'saved on this device': {
    attributes: 'profile="harreman"',
    inside: contacts,
    reach: async (form, front) => {
      front.incidents.push({ status: 429, headers: { 'retry-after': '600' } });
      await fillIn(form);
      await send(form);
      await expect(endPanel(form).getByRole('button', { name: 'Delete saved message' })).toBeVisible();
    },
  },
  'to be tried later': {
    attributes: 'persist="off"',
    inside: contacts,
    reach: async (form, front) => {
      front.incidents.push({ status: 429, headers: { 'retry-after': '600' } });
      await fillIn(form);
      await send(form);
      await expect(failurePanel(form)).toBeVisible();
    },
  },
  'rejected': {
    reach: async (form, front) => {
      const errors = [{ field: 'email', message: 'Bounces' }, { message: 'Something else' }];
      front.incidents.push({ status: 422, body: { ok: false, errors } });
      await fillIn(form);
      await send(form);
      await expect(errorSummary(form)).toBeVisible();
    },
  },
  'sent': {
    inside: '<p slot="thanks">Thank you!</p>',
    reach: async (form) => {
      await fillIn(form);
      await send(form);
      await expect(endPanel(form)).toBeVisible();
    },
  },
  'a form that was taken over': {
    inside: `<form action="/submissions" method="post"><label>Name <input name="name" required></label>
      <label>Service <select name="service"><option>Garden<option>House</select></label>
      <fieldset><legend>Days</legend><label><input type="checkbox" name="days" value="1">Monday</label>
      <label><input type="checkbox" name="days" value="2">Tuesday</label></fieldset>
      <label><input type="checkbox" name="public" required> May be published</label>
      <label>Idea <textarea name="message" maxlength="200"></textarea></label><button>Send it</button></form>`,
    reach: (form) => expect(control(form, 'message')).toBeVisible(),
  },
};

for (const [state, { attributes = '', inside = '', reach }] of Object.entries(states)) {
  test(`${state}: no violation`, MORE, async ({ page, front, startSite }) => {
    const site = await startSite();
    const body = `<main><h1>A shop</h1><harreman-contact-form ${attributes}>${inside}</harreman-contact-form></main>`;
    const head = `<meta name="color-scheme" content="light dark">${script(site, front.endpoint)}`;
    await page.goto(site.put('/', html({ head, body })));
    await reach(contactForm(page), front, page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), colorScheme).toEqual([]);
      await shoot(page, `${state.replace(/\W+/g, '-')}-${colorScheme}`);
    }
    const background = contactForm(page).locator('[part~="base"]');
    // Dark was dark.
    await expect(background).toHaveCSS('background-color', 'rgb(25, 27, 32)');
  });
}
