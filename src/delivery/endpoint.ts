import { parseUrl } from '../submission/url.js';

/** A host and a path: as a relative address, a folder that no site has. But `index.php/contact` is a script with a path. */
const WITHOUT_SCHEME = /^[\w.-]+\.(?!php|cgi|as[hmp]|cfm|dll|html|jsp|svc)[a-z]{2,}\//i;

/**
 * The address that an `endpoint` attribute means, or what is wrong with it: a sentence for the owner that names
 * the attribute and its value.
 *
 * Relative addresses are resolved against the page's own (`location.href`), never against `<base>`, which belongs
 * to the page's links. Called before anything is sent, because the browser's own refusals (a `TypeError` without a
 * reason) can't be told from a lost connection.
 */
export function checkEndpoint(value: string | null | undefined, pageUrl: string): URL | string {
  const written = value?.trim();
  if (!written) return 'endpoint is missing: set it on the element, or data-endpoint on the script';
  const named = `endpoint="${written.slice(0, 200)}"`;
  const url = parseUrl(written, pageUrl);
  if (!url || WITHOUT_SCHEME.test(written))
    return `${named} is no address here: write it whole, with https://`;
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return `${named} must be an http or https address`;
  if (url.username || url.password) {
    // The value is not repeated here: it would put the password into the console.
    return `endpoint on ${url.host}: browsers don't send to an address with user or password`;
  }
  if (url.protocol === 'http:' && pageUrl.startsWith('https:') && !isLoopback(url.hostname)) {
    return `${named} is http on an https page, which browsers block (mixed content)`;
  }
  url.hash = ''; // Never sent; without it the address compares with that of the answer.
  return url;
}

/** Hosts that count as secure without TLS (W3C Secure Contexts §3.1), so that a local receiver can be tried. */
function isLoopback(hostname: string): boolean {
  return /^(?:127(?:\.\d+){3}|\[::1\]|(?:.+\.)?localhost)$/.test(hostname);
}
