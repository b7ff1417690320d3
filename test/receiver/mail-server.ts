import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What becomes of the next mail, once its last byte is there. */
export type MailBehaviour =
  | 'take'
  /** Takes it and dies before it says so: the sender can't know. */
  | 'die'
  /** Says nothing, for ever. */
  | 'hang'
  /** An answer of its own, with this code. */
  | number;

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the wire. */
  readonly raw: string;
  /** Unfolded, by lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
}

/** A mail server on loopback that keeps what it gets. */
export interface MailServer {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** One for each of the next mails; those after them are taken. */
  behave(...behaviours: MailBehaviour[]): void;
  /** Refuses an address, with an answer whose first three digits are its code; without one, takes it again. */
  refuse(address: string, answer?: string): void;
}

/** @param t whose end is the server's: a test of Node's runner, or whatever else says when it is over */
export const startMailServer = async (t: { after(end: () => Promise<void>): void }): Promise<MailServer> => {
  const mails: ReceivedMail[] = [];
  const behaviours: MailBehaviour[] = [];
  const refused = new Map<string, string>();
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, callback) {
      const answer = refused.get(address);
      const responseCode = Number(answer?.slice(0, 3));
      callback(answer ? Object.assign(new Error(answer.slice(4)), { responseCode }) : null);
    },
    onData(stream, session, callback) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString('latin1')));
      stream.on('end', () => {
        const behaviour = behaviours.shift() ?? 'take';
        if (typeof behaviour === 'number') {
          callback(Object.assign(new Error('Ez dago halakorik'), { responseCode: behaviour }));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw,
          headers: headersOf(raw),
        });
        if (behaviour === 'take') callback();
        if (behaviour === 'die') for (const socket of sockets) socket.destroy();
      });
    },
  });
  server.on('error', () => undefined); // Of connections that were cut.
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  t.after(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    behave: (...next) => void behaviours.push(...next),
    refuse: (address, answer) => {
      if (answer) refused.set(address, answer);
      else refused.delete(address);
    },
  };
};

const headersOf = (raw: string): Map<string, string> => {
  const [head = ''] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
};

/** The subject of a mail, decoded (RFC 2047). */
export const subjectOf = ({ headers }: Pick<ReceivedMail, 'headers'>): string =>
  (headers.get('subject') ?? '')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(?:=\?UTF-8\?[BQ]\?[^?]*\?=)+/gi, (words) =>
      Buffer.concat(
        [...words.matchAll(/\?([BQ])\?([^?]*)\?=/gi)].map(([, kind, text]) =>
          kind!.toUpperCase() === 'B' ? Buffer.from(text!, 'base64') : quotedBytes(text!),
        ),
      ).toString(),
    );

const quotedBytes = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll('_', ' ')
      .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );

/** The text of a mail, decoded: all of a plain one, else its first part of plain text. */
export const textOf = ({ raw }: Pick<ReceivedMail, 'raw'>): string => decoded(partOf(raw, 'text/plain'));

/** The HTML of a mail, decoded. */
export const htmlOf = ({ raw }: Pick<ReceivedMail, 'raw'>): string => decoded(partOf(raw, 'text/html'));

/** The calendar file in a mail. */
export const calendarOf = ({ raw }: Pick<ReceivedMail, 'raw'>): string =>
  decoded(partOf(raw, 'text/calendar'));

/** The first part of a type, with its headers. */
const partOf = (raw: string, type: string): string => {
  const boundaries = [...raw.matchAll(/boundary="([^"]+)"/g)].map(([, boundary]) => boundary!);
  const parts = boundaries.reduce(
    (all, boundary) =>
      all.flatMap((part) => part.split(`--${boundary}`).map((one) => one.replace(/^\r\n/, ''))),
    [raw],
  );
  return parts.find((part) => headersOf(part).get('content-type')?.startsWith(type)) ?? '';
};

const decoded = (part: string): string => {
  const body = part.slice(part.indexOf('\r\n\r\n') + 4);
  switch (headersOf(part).get('content-transfer-encoding')?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString();
    case 'quoted-printable':
      return Buffer.from(
        body
          .replace(/=\r\n/g, '')
          .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      ).toString();
    default:
      return body;
  }
};
