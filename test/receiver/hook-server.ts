import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

export interface HookRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface HookAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer, a cut connection, or nothing for ever. */
type HookBehaviour = HookAnswer | 'cut' | 'hang';

/** An endpoint of web-hooks on loopback that keeps what it gets. */
export interface HookServer {
  readonly url: string;
  readonly requests: readonly HookRequest[];
  /** One for each of the next requests; those after them get 204. */
  answer(...answers: HookBehaviour[]): void;
}

export const startHookServer = async (t: TestContext): Promise<HookServer> => {
  const requests: HookRequest[] = [];
  const answers: HookBehaviour[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests.push({
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      });
      const answer = answers.shift() ?? { status: 204 };
      if (answer === 'cut') request.socket.destroy();
      else if (answer !== 'hang') response.writeHead(answer.status, answer.headers).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    requests,
    answer: (...next) => void answers.push(...next),
  };
};
