/**
 * A loopback address as the site of another company. Unlike on the loopback address, a page there is no secure context, as on
 * any site over plain HTTP: no clipboard, no `crypto.randomUUID`, no locks.
 */
export const atExample = (url: string, host = 'shop.example'): string => url.replace('127.0.0.1', host);
