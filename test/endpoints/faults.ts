import type { ServerResponse } from 'node:http';

/** Answers that no service means. Each is given the headers that let other origins read it. */
export const faults = {
  /** A captcha or login page instead of an answer. */
  'page': (response, headers) => {
    response.writeHead(200, { ...headers, 'content-type': 'text/html' });
    response.end('<!doctype html><title>One more step</title><form><div class="g-recaptcha"></div></form>');
  },
  'empty': (response, headers) => {
    response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end();
  },
  /** The script stopped in the middle of its JSON. */
  'truncated': (response, headers) => {
    response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end('{"ok":true,"succ');
  },
  /** The connection ends within the body. */
  'cut': (response, headers) => {
    response.writeHead(200, { ...headers, 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"ok":true,', () => response.destroy());
  },
  /** 10 MB of JSON that says yes. */
  'huge': (response, headers) => {
    response.writeHead(200, { ...headers, 'content-type': 'application/json' });
    response.end(`{"ok":true,"next":"/","success":true,"padding":"${'x'.repeat(10_000_000)}"}`);
  },
  'endless': (response, headers) => {
    response.writeHead(200, { ...headers, 'content-type': 'application/json' });
    const timer = setInterval(() => response.write('x'.repeat(64 * 1024)), 5);
    response.on('close', () => clearInterval(timer));
  },
  /** Never answers. */
  'hang': () => undefined,
  /** Says that all is well, and never says more. */
  'hang-body': (response, headers) => {
    response.writeHead(200, { ...headers, 'content-type': 'application/json' });
    response.write('{"ok":true');
  },
  /** Fails, and says yes. */
  'broken': (response, headers) => {
    response.writeHead(500, { ...headers, 'content-type': 'application/json' });
    response.end('{"ok":true,"success":true,"next":"/"}');
  },
} as const satisfies Readonly<
  Record<string, (response: ServerResponse, headers: Readonly<Record<string, string>>) => void>
>;

export type FaultName = keyof typeof faults;
