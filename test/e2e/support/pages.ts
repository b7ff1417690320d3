import type { Page } from '@playwright/test';

/** The two lines that an owner pastes, and nothing else. */
export const twoLines = (cdn: { readonly origin: string }, endpoint: string, attributes = ''): string =>
  `${script(cdn, endpoint)}<harreman-contact-form${attributes && ` ${attributes}`}></harreman-contact-form>`;

export const script = (cdn: { readonly origin: string }, endpoint: string, settings = ''): string =>
  `<script src="${cdn.origin}/cdn/harreman.js" data-endpoint="${endpoint}"${settings && ` ${settings}`}></script>`;

/** A whole page. */
export const html = ({ head = '', body = '', lang = 'en', attributes = '' }): string =>
  `<!doctype html><html lang="${lang}" ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>A shop</title>${head}</head><body>${body}</body></html>`;

/** A page with the contact form, whose consent is asked for, and a link to the next page. */
export const formPage = (cdn: { readonly origin: string }, endpoint: string, attributes = ''): string =>
  html({
    head: script(cdn, endpoint),
    body: `<harreman-contact-form privacy-url="/privacy" ${attributes}></harreman-contact-form><a href="/next">Next</a>`,
  });

/** What goes wrong in a page from now on: errors that are thrown, and refusals of its Content-Security-Policy. */
export const watchTroubles = (page: Page): string[] => {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type/i.test(message.text())) troubles.push(message.text());
  });
  return troubles;
};
