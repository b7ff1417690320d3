/** `Sun, 06 Nov 1994 08:49:37 GMT`. `Date.parse` alone would also take `try later 5` for a date. */
const HTTP_DATE = /^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/;

/**
 * Milliseconds to wait, from a `Retry-After` header in either form (RFC 9110 §10.2.3), a past date being 0.
 * `undefined` for anything else. Not capped: a wait of ten years is what the endpoint asked for, and whoever
 * plans the next attempt decides what that means.
 *
 * @param now the answer's own `Date` where it can be read, because a visitor's clock may be years off.
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,12}$/.test(text)) return Number(text) * 1000;
  const wait = HTTP_DATE.test(text) ? Date.parse(text) - now : NaN;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
