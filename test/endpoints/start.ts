/**
 * Stand-ins for the services that submissions are sent to, each on a loopback port of its own. They answer as the
 * services do, as far as a browser notices: content types, preflights, CORS, bodies of success and error.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseBody, type ReceivedFile } from './body.js';
import { faults, type FaultName } from './faults.js';
import { services, type Service, type ServiceAnswer, type ServiceName } from './services.js';

/** How a stand-in behaves, besides `ok`. */
export type Behaviour =
  | 'ok'
  /** The service's own way of saying no. */
  | 'refusal'
  /** Its way of saying that fields are wrong. */
  | { readonly fieldErrors: Readonly<Record<string, string>> }
  /** 429, with this `Retry-After`. */
  | { readonly retryAfter: string }
  /** Another address of the same site, or elsewhere, with a page there. */
  | { readonly redirect: 'login' | 'thanks' | 'slash' | 'elsewhere' }
  /** This, after the submission was kept. */
  | ServiceAnswer
  | FaultName;

/** A POST that reached a stand-in. */
export interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly type: string;
  readonly text: string;
  /** As the service would show them to the owner. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly ReceivedFile[];
  /** Whether the owner gets it. */
  readonly kept: boolean;
}

export interface EndpointOptions {
  readonly behaviour?: Behaviour;
  /** Served for GET at any path that has no other use, with these headers. */
  readonly page?: string;
  readonly pageHeaders?: Readonly<Record<string, string>>;
  /** Milliseconds before a preflight is answered, as on a poor network. */
  readonly preflightDelay?: number;
}

export interface Endpoint {
  /** The address that an owner would write in `endpoint`. */
  readonly url: string;
  readonly origin: string;
  readonly received: Received[];
  /** All requests: `OPTIONS /f/xyzabcd`. */
  readonly requests: string[];
  behaviour: Behaviour;
  close(): Promise<void>;
}

export async function start(kind: ServiceName, options: EndpointOptions = {}): Promise<Endpoint> {
  const service: Service = services[kind];
  // Where redirects lead to: Google's second host, or somebody else's page.
  const elsewhere = await listen(
    createServer((request, response) => {
      const [, answer = ''] = (request.url ?? '').split('?');
      const { type = 'text/html', body = '<!doctype html>Sign in to the free Wi-Fi' } = Object.fromEntries(
        new URLSearchParams(answer),
      );
      response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': type }).end(body);
    }),
  );
  const server = await listen(
    createServer((request, response) => {
      endpoint.requests.push(`${request.method} ${request.url}`);
      if (request.method === 'OPTIONS')
        setTimeout(answerPreflight, options.preflightDelay, service, request, response);
      else if (request.method === 'POST') void answerPost(request, response);
      else answerGet(request, response);
    }),
  );
  const endpoint: Endpoint = {
    url: server.origin + service.path,
    origin: server.origin,
    received: [],
    requests: [],
    behaviour: options.behaviour ?? 'ok',
    close: async () => {
      await Promise.all([server.close(), elsewhere.close()]);
    },
  };
  const readable: Record<string, string> = service.crossOrigin ? { 'access-control-allow-origin': '*' } : {};

  async function answerPost(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await parseBody(request).catch(() => undefined);
    if (!body) return; // Cut within the upload.
    const { behaviour } = endpoint;
    const taken = service.take(body, request.headers.accept ?? '');
    const stands =
      typeof behaviour === 'string'
        ? behaviour !== 'refusal'
        : !('fieldErrors' in behaviour || 'retryAfter' in behaviour);
    endpoint.received.push({
      headers: request.headers,
      type: body.type,
      text: body.text,
      fields: taken.fields ?? {},
      files: taken.files ?? [],
      kept: taken.kept && stands,
    });
    if (taken.kept && isFault(behaviour)) faults[behaviour](response, readable);
    else send(taken.kept ? answerFor(behaviour, taken.answer) : taken.answer, response);
  }

  function answerFor(behaviour: Behaviour, ok: ServiceAnswer): ServiceAnswer {
    if (typeof behaviour === 'string') return behaviour === 'refusal' ? service.refusal : ok;
    if ('fieldErrors' in behaviour) return service.fieldErrors(behaviour.fieldErrors);
    if ('retryAfter' in behaviour) {
      const headers = { 'retry-after': behaviour.retryAfter, 'access-control-expose-headers': 'retry-after' };
      return { status: 429, headers, body: { ok: false } };
    }
    if (!('redirect' in behaviour)) return behaviour;
    const targets = {
      login: '/login',
      thanks: '/thanks',
      slash: `${service.path}/`,
      elsewhere: `${elsewhere.origin}/`,
    };
    return { status: 302, headers: { location: targets[behaviour.redirect] } };
  }

  function send(
    { status = 200, body = '', headers, unreadable }: ServiceAnswer,
    response: ServerResponse,
  ): void {
    const [type, text] =
      typeof body === 'string' ? ['text/html', body] : ['application/json', JSON.stringify(body)];
    if (service.answersElsewhere && status === 200) {
      const location = `${elsewhere.origin}/macros/echo?${new URLSearchParams({ type, body: text })}`;
      response.writeHead(302, { ...readable, location }).end();
    } else {
      response
        .writeHead(status, { ...(unreadable ? {} : readable), 'content-type': type, ...headers })
        .end(text);
    }
  }

  function answerGet({ url }: IncomingMessage, response: ServerResponse): void {
    const pages: Record<string, string> = {
      '/login': '<!doctype html><form><input type="password" name="pwd"></form>',
      '/thanks': '<!doctype html><h1>Thank you!</h1>',
    };
    response.writeHead(200, { ...readable, 'content-type': 'text/html', ...options.pageHeaders });
    response.end(pages[url ?? ''] ?? options.page ?? '<!doctype html><h1>A page</h1>');
  }

  return endpoint;
}

function isFault(behaviour: Behaviour): behaviour is FaultName {
  return typeof behaviour === 'string' && Object.hasOwn(faults, behaviour);
}

/** CORS for requests that a browser asks about beforehand (Fetch §4.8). */
function answerPreflight(
  { preflight, crossOrigin }: Service,
  { headers }: IncomingMessage,
  response: ServerResponse,
): void {
  if (preflight === 'none' || !crossOrigin) {
    response.writeHead(405).end();
    return;
  }
  const allowed =
    preflight === 'echo' ? (headers['access-control-request-headers'] ?? '') : preflight.join(', ');
  response.writeHead(204, {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-allow-headers': allowed,
  });
  response.end();
}

async function listen(server: Server): Promise<{ origin: string; close: () => Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
