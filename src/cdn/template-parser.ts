/**
 * How the CDN builds parse Lit's templates. The build puts these two functions into lit-html (`.build/lit-templates.mjs`),
 * because an embedded widget meets pages that lit-html does not expect:
 *
 * - Another Lit on the page owns the policy name `lit-html`: ours is `harreman`.
 * - The page's CSP allows no policy of ours, or the name is taken by another copy. `Element.setHTML` (HTML Standard,
 *   Sanitizer API) needs none. It refuses script and event-handler attributes, which no template of the kit has.
 * - In an XHTML page `innerHTML` would use the XML parser: templates are made in an HTML document.
 */

/** The Sanitizer API is not in TypeScript's DOM library. */
type SafelySettable = HTMLTemplateElement & {
  setHTML?: (html: string, options: { sanitizer: object }) => void;
};

interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML: (html: string) => string }): unknown;
}

const htmlDocument =
  document.contentType === 'text/html' ? document : document.implementation.createHTMLDocument('');

/** Keeps everything that is not unsafe, and the comments that mark where values go. */
const sanitizer = { removeElements: [], removeAttributes: [], comments: true };

/**
 * A `<template>` with this content.
 * @param html from lit-html: a string, or a TrustedHTML when there is a policy
 */
export const createTemplate = (html: unknown): HTMLTemplateElement => {
  const template: SafelySettable = htmlDocument.createElement('template');
  if (typeof html === 'string' && 'trustedTypes' in globalThis && template.setHTML) {
    template.setHTML(html, { sanitizer });
  } else {
    // eslint-disable-next-line no-restricted-syntax -- the one place where the kit's own constant templates are parsed
    template.innerHTML = html as string;
  }
  return template;
};

/**
 * The kit's Trusted Types policy, or `undefined` where there can be none.
 * @throws Error where templates cannot be parsed at all, so that no tag is defined and the page's own HTML stays
 */
export const createPolicy = (factory: PolicyFactory): unknown => {
  // What needs no policy asks for none: a refusal would be reported to the owner as an attack.
  if ('setHTML' in Element.prototype) return undefined;
  try {
    return factory.createPolicy('harreman', { createHTML: (html) => html });
  } catch {
    try {
      createTemplate('<p></p>');
    } catch {
      throw new Error("harreman: the page's Content-Security-Policy refuses it. Add: trusted-types harreman");
    }
    return undefined;
  }
};
