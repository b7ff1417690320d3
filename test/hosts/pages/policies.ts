import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { shop, type HostPage, type Kit } from '../host-page.js';

const policy = (directives: string) => ({ 'content-security-policy': directives });

/** Whether text can't be parsed as HTML by a script. */
const enforcesTrustedTypes = () => {
  try {
    document.createElement('p').innerHTML = 'x';
    return false;
  } catch {
    return true;
  }
};
/** Whether an inline style is refused. */
const refusesStyles = () => {
  const style = document.createElement('style');
  style.textContent = 'hr { margin: 77px }';
  document.head.append(style);
  const isRefused = style.sheet === null || style.sheet.cssRules.length === 0;
  style.remove();
  return isRefused;
};

const integrityOf = (file: string): string =>
  `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/** Content-Security-Policies, and what else a server says with a page. */
export const policies: readonly HostPage[] = [
  {
    name: 'a strict policy',
    about:
      "Nothing but the site's own files and the kit's; no style but from a file; no form may be submitted.",
    headers: ({ cdn, endpointOrigin }) =>
      policy(
        `default-src 'none'; script-src ${cdn} 'nonce-page'; style-src 'self'; connect-src ${endpointOrigin}; base-uri 'none'; form-action 'none'`,
      ),
    sign: refusesStyles,
  },
  {
    name: 'a strict policy with Trusted Types',
    isInCI: true,
    about: 'The same, and no text becomes HTML but by our policy.',
    headers: ({ cdn, endpointOrigin }) =>
      policy(
        `default-src 'none'; script-src ${cdn} 'nonce-page'; style-src 'self'; connect-src ${endpointOrigin}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types harreman`,
      ),
    sign: enforcesTrustedTypes,
  },
  {
    name: "Trusted Types 'none'",
    about: 'No policy may be made, not even ours.',
    headers: () => policy("require-trusted-types-for 'script'; trusted-types 'none'"),
    sign: enforcesTrustedTypes,
  },
  {
    name: 'Trusted Types for another Lit',
    about: 'The only policy that is allowed is that of another copy of Lit.',
    headers: () => policy("require-trusted-types-for 'script'; trusted-types lit-html"),
    sign: enforcesTrustedTypes,
  },
  {
    name: 'a policy with a nonce and strict-dynamic',
    about: 'Addresses count for nothing; what a trusted script loads is trusted.',
    bringsScript: true,
    head: ({ script }) => script.replace('<script', '<script nonce="page"'),
    headers: ({ endpointOrigin }) =>
      policy(
        `script-src 'nonce-page' 'strict-dynamic' https: 'unsafe-inline'; object-src 'none'; base-uri 'none'; style-src 'self'; connect-src ${endpointOrigin}`,
      ),
    sign: refusesStyles,
  },
  {
    name: 'a policy by hashes',
    about: 'One file by its hash (SRI), and nothing that it would fetch.',
    bringsScript: true,
    head: ({ completeSrc, endpoint }) =>
      `<script src="${completeSrc}" data-endpoint="${endpoint}"${
        completeSrc.endsWith('harreman.all.js')
          ? ` integrity="${integrityOf('dist/cdn/harreman.all.js')}" crossorigin`
          : ''
      }></script>`,
    headers: ({ endpointOrigin }) =>
      policy(
        `script-src '${integrityOf('dist/cdn/harreman.all.js')}' 'self'; style-src 'self'; object-src 'none'; connect-src ${endpointOrigin}`,
      ),
    sign: refusesStyles,
  },
  {
    name: 'a policy in a meta element',
    about: 'Pages on hosts that send no headers of their own.',
    head: ({ cdn, endpointOrigin }) =>
      `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src ${cdn} 'nonce-page'; connect-src ${endpointOrigin}; require-trusted-types-for 'script'; trusted-types harreman">`,
    sign: enforcesTrustedTypes,
  },
  {
    name: 'isolated from other origins',
    about: 'COOP and COEP: what other sites send must say that it may be used.',
    bringsScript: true,
    head: ({ script }) => script.replace('<script', '<script crossorigin'),
    headers: () => ({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    }),
    sign: () => crossOriginIsolated,
  },
  {
    name: 'a page that sends no referrer and permits nothing',
    about: 'Permissions-Policy, Referrer-Policy and no sniffing.',
    headers: () => ({
      'permissions-policy': 'clipboard-write=(), web-share=(), geolocation=()',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    }),
    body: ({ place }: Kit) => shop(place),
    sign: () => document.referrer === '',
  },
];
