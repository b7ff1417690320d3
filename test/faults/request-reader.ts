import type { Socket } from 'node:net';

/** A request's first line and headers. */
export interface RequestHead {
  readonly method: string;
  /** As it stands in the request: a path with its query. */
  readonly target: string;
  readonly headers: Headers;
}

/**
 * Reads requests off a socket (HTTP/1.1, RFC 9112), as far as browsers and Node write them. What nobody has asked
 * for stays in the socket, unread: a client notices.
 */
export class RequestReader {
  #chunks: AsyncIterator<Buffer>;
  #buffer = Buffer.alloc(0);

  constructor(socket: Socket) {
    this.#chunks = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** The next request's head; `undefined` where the client has closed the connection instead. */
  async head(): Promise<RequestHead | undefined> {
    const lines = (await this.#until('\r\n\r\n'))?.split('\r\n');
    if (!lines) return undefined;
    const [, method, target] = /^([A-Z]+) (\S+) HTTP\/1\.1$/.exec(lines.shift()!) ?? [];
    if (!method || !target) throw new Error('no HTTP/1.1 request');
    const headers = new Headers();
    for (const line of lines) {
      const colon = line.indexOf(':');
      headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
    }
    return { method, target, headers };
  }

  /**
   * The body that follows this head.
   * @param halfway awaited when half of it (of a chunked one: the first chunk) is read; the rest is read afterwards
   */
  async body({ headers }: RequestHead, halfway: () => Promise<void>): Promise<Buffer> {
    if (headers.get('transfer-encoding') !== 'chunked') {
      const length = Number(headers.get('content-length') ?? 0);
      const first = await this.#bytes(length >> 1);
      if (length > 0) await halfway();
      return Buffer.concat([first, await this.#bytes(length - first.length)]);
    }
    const chunks: Buffer[] = [];
    for (;;) {
      const size = Number.parseInt((await this.#until('\r\n')) ?? '', 16);
      if (Number.isNaN(size)) throw new Error('no chunk');
      if (size === 0) break;
      chunks.push(await this.#bytes(size));
      await this.#bytes(2); // CR LF
      if (chunks.length === 1) await halfway();
    }
    while (await this.#until('\r\n')); // Trailers, and the empty line after them.
    return Buffer.concat(chunks);
  }

  /** Reads on, to no purpose, until the client closes. */
  async drain(): Promise<void> {
    while (await this.#more()) this.#buffer = Buffer.alloc(0);
  }

  /** The text before `mark`, which is read too; `undefined` where the connection ends first. */
  async #until(mark: string): Promise<string | undefined> {
    let end: number;
    while ((end = this.#buffer.indexOf(mark)) < 0) if (!(await this.#more())) return undefined;
    return this.#take(end + mark.length)
      .toString('latin1')
      .slice(0, -mark.length);
  }

  async #bytes(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let missing = count; missing > 0; missing -= parts.at(-1)!.length) {
      if (this.#buffer.length === 0 && !(await this.#more())) throw new Error('a body that ends early');
      parts.push(this.#take(missing));
    }
    return Buffer.concat(parts);
  }

  /** At most `count` bytes of what has been read. */
  #take(count: number): Buffer {
    const taken = this.#buffer.subarray(0, count);
    this.#buffer = this.#buffer.subarray(count);
    return taken;
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done) return false;
    this.#buffer = Buffer.concat([this.#buffer, value]);
    return true;
  }
}
