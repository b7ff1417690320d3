import type { HostPage, Kit } from '../host-page.js';

const inner = ({ head, place, script }: Kit): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Frame</title>${head}${script}</head><body>${place}</body></html>`;

const frame = (attributes: string) => ({
  body: () =>
    `<h1>A shop</h1><iframe title="Write to us" width="720" height="1200" src="frame.html" ${attributes}></iframe>`,
  files: (kit: Kit) => ({ '/frame.html': inner(kit) }),
  bringsScript: true as const,
  inFrame: true as const,
});

/** The widget in a frame of the page. */
export const frames: readonly HostPage[] = [
  {
    ...frame(''),
    name: 'a frame of the same site',
    about: 'A builder that puts pasted HTML into a frame.',
    sign: () => document.querySelector('iframe')!.contentDocument !== null,
  },
  {
    ...frame('sandbox="allow-scripts allow-forms allow-popups"'),
    name: 'a sandboxed frame',
    about: 'No origin, no storage, no cookies, no locks.',
    sign: () => document.querySelector('iframe')!.contentDocument === null,
  },
  {
    ...frame('sandbox="allow-scripts"'),
    name: 'a sandboxed frame without forms',
    about: 'Where even submitting a form is refused.',
    sign: () => document.querySelector('iframe')!.contentDocument === null,
  },
  {
    name: 'a frame by srcdoc',
    about: 'The address is about:srcdoc; relative addresses are those of the page.',
    bringsScript: true,
    inFrame: true,
    body: (kit) =>
      `<h1>A shop</h1><iframe title="Write to us" width="720" height="1200" srcdoc="${inner(kit).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`,
    sign: () => document.querySelector('iframe')!.hasAttribute('srcdoc'),
  },
];
