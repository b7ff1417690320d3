import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Prepares a server to be stopped in order. The function that is returned takes no new connections, lets requests
 * that have begun finish, for `limitMs` at most, and cuts what remains.
 *
 * `server.close()` alone waits for every connection that was opened and never used, as browsers do ahead of time,
 * and for every one that is kept alive after the request that it was busy with.
 */
export const stopper = (server: Server, limitMs: number): (() => Promise<void>) => {
  const sockets = new Set<Socket>();
  let isStopping = false;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', (_request, response: ServerResponse) => {
    response.once('close', () => {
      if (isStopping) setImmediate(() => server.closeIdleConnections());
    });
  });
  return async () => {
    isStopping = true;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    server.closeIdleConnections();
    const timer = setTimeout(() => server.closeAllConnections(), limitMs);
    await closed;
    clearTimeout(timer);
  };
};
