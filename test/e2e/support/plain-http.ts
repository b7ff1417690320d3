import { chromiumFlags, findChromium } from '../../../.build/browsers.mjs';

const executablePath = findChromium();

/**
 * For `test.use`: a browser to which every `*.example` is this machine. Unlike on a loopback address, pages there
 * are no secure context, as on any site over plain HTTP: no clipboard, no `crypto.randomUUID`, no locks.
 */
export const plainHttp = {
  launchOptions: {
    args: [...chromiumFlags, '--host-resolver-rules=MAP *.example 127.0.0.1'],
    ...(executablePath && { executablePath }),
  },
};

/** A loopback address as the site of another company, which is plain HTTP. */
export const atExample = (url: string, host = 'shop.example'): string => url.replace('127.0.0.1', host);
