/**
 * Whether an endpoint is plainly right, so that {@link checkEndpoint} need not be fetched to say so: a path, or an
 * address without user and password in a scheme that the page may send to. Anything else deserves a closer look.
 */
export const isPlainEndpoint = (value: string, page: Pick<Location, 'protocol'>): boolean =>
  /^(?:https:\/\/|\.{0,2}\/(?!\/))[^\s@]+$/i.test(value) ||
  (page.protocol === 'http:' && /^http:\/\/[^\s@]+$/i.test(value));
