import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { stopper } from './http/stop-server.js';
import { generatedPassword, passwordCheck } from './inbox/password.js';
import { Sessions } from './inbox/sessions.js';
import { createLog, describeError, lineWriter, type Log } from './log.js';
import { Dispatcher } from './outgoing/dispatcher.js';
import { invitationDelivery } from './outgoing/invitation-mail.js';
import { mailDelivery } from './outgoing/mail.js';
import { visitorMailDelivery } from './outgoing/visitor-mail.js';
import { webhookDelivery } from './outgoing/webhook.js';
import { startRetention } from './retention.js';
import { createReceiver, notFound, type Receiver } from './server.js';
import type { Settings } from './settings.js';
import { lockDataDir } from './store/file-lock.js';
import { openStore } from './store/open.js';
import type { SubmissionStore } from './store/store.js';
import { RespondentTokens } from './surveys/tokens.js';
import { loadSchemas } from './validation/schemas.js';

/** Made by `npm run build`. */
const SCHEMAS = fileURLToPath(new URL('../../dist/schemas', import.meta.url));

/**
 * How long requests that have begun may take once the server is asked to stop, and after them, mails and web-hooks.
 * Together less than the ten seconds after which Docker and others kill.
 */
const SHUTDOWN_MS = 5_000;
const OUTGOING_SHUTDOWN_MS = 3_000;

export interface OpenReceiver extends Receiver {
  /** How to sign in, for a person to read at the start. */
  readonly signInHint: string;
}

/** Opens all that the receiver needs. Rejects with a message for the owner where something is missing. */
export const openReceiver = async (settings: Settings, log: Log = standardLog): Promise<OpenReceiver> => {
  const { inboxPassword, dataDir, databaseUrl } = settings;
  const schemas = await loadSchemas(SCHEMAS);
  let tokens: RespondentTokens | undefined;
  const deliveries = deliveriesOf(settings, () => tokens!);
  const unlock = databaseUrl ? () => undefined : await lockDataDir(dataDir);
  let store: SubmissionStore | undefined;
  try {
    const generated = inboxPassword === undefined ? await generatedPassword(dataDir) : undefined;
    const password = inboxPassword ?? generated?.password ?? '';
    const checkPassword = passwordCheck(password, settings.passwordCost);
    const onIdleError = (error: Error) => log.warn('database connection lost', describeError(error));
    const onWait = (code: string) => log.warn('database not ready, waiting', { code });
    store = await openStore(
      { dataDir, databaseUrl, onIdleError, onWait },
      // Not to the visitor: what goes there are the owner's answers and invitations.
      deliveries
        .map(({ channel }) => channel)
        .filter((channel) => channel === 'mail' || channel === 'webhook'),
    );
    const secret = await store.secret('session', randomBytes(32).toString('base64url'));
    const addressKey = await store.secret('addresses', randomBytes(32).toString('base64url'));
    const sessions = new Sessions(secret, password);
    tokens = new RespondentTokens(
      settings.surveys.secret ?? (await store.secret('respondents', randomBytes(32).toString('base64url'))),
    );
    const receiver = createReceiver({
      ...{ ...settings, store, schemas, log, checkPassword, sessions, tokens, addressKey },
    });
    const dispatcher = new Dispatcher({ store, deliveries, log });
    const { messagesKeptDays, surveys } = settings;
    const stopRetention = startRetention({
      ...{ store, log, messagesKeptDays, invitationsKeptDays: surveys.keptDays },
    });
    const close = async () => {
      await stopRetention();
      await dispatcher.stop(OUTGOING_SHUTDOWN_MS);
      await receiver.close();
      unlock();
    };
    const signInHint = generated
      ? `password ${password} (kept in ${generated.file})`
      : 'password as in INBOX_PASSWORD';
    return { ...receiver, close, signInHint };
  } catch (error) {
    await store?.close();
    unlock();
    throw error;
  }
};

const deliveriesOf = (
  { mail, webhook, publicUrl, inboxLanguage, appointments, surveys }: Settings,
  tokens: () => RespondentTokens,
) => [
  ...(mail
    ? [
        mailDelivery(mail, publicUrl && `${publicUrl}/inbox`, appointments.timeZone, inboxLanguage),
        visitorMailDelivery(mail, appointments),
      ]
    : []),
  ...(mail && publicUrl
    ? [
        invitationDelivery({
          ...{ mail, publicUrl, tokens },
          perMinute: surveys.perMinute,
          companyName: appointments.companyName,
        }),
      ]
    : []),
  ...(webhook ? [webhookDelivery(webhook)] : []),
];

const STANDARD_OUTPUT = 1;
const standardLog: Log = createLog(lineWriter((bytes) => writeSync(STANDARD_OUTPUT, bytes)));

export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** Stops listening, lets requests that have begun finish, and closes what is idle. */
  close(): Promise<void>;
}

/** Listens. Rejects with a message for the owner where the port can't be had. */
export const listen = async (
  app: Hono<{ Bindings: HttpBindings }>,
  { host, port }: Pick<Settings, 'host' | 'port'>,
): Promise<RunningServer> => {
  // The global Request and Response stay Node's: an embedding process may rely on them.
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    createServer,
  }) as Server;
  // Who has said all may close their side, and still hears that it arrived. Node has it, but not in its types.
  Object.assign(server, { httpAllowHalfOpen: true });
  const close = stopper(server, SHUTDOWN_MS);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const { port: chosen } = server.address() as AddressInfo;
  return { url: `http://${displayHost(host)}:${chosen}`, close };
};

/** The receiver by itself. */
export const startReceiver = async (
  settings: Settings,
  log: Log = standardLog,
): Promise<RunningServer & { signInHint: string }> => {
  const receiver = await openReceiver(settings, log);
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route('/', receiver.app);
  app.notFound(notFound);
  try {
    const server = await listen(app, settings);
    const close = async () => {
      await server.close();
      await receiver.close();
    };
    return { url: server.url, close, signInHint: receiver.signInHint };
  } catch (error) {
    await receiver.close();
    throw error;
  }
};

const listenError = (error: NodeJS.ErrnoException, host: string, port: number): Error => {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1}.`,
    EACCES: `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=4173.`,
    EADDRNOTAVAIL: `This machine has no address "${host}". Use HOST=127.0.0.1, or 0.0.0.0 for every address.`,
    ENOTFOUND: `"${host}" is no address. Use HOST=127.0.0.1, or 0.0.0.0 for every address.`,
  };
  return new Error(reasons[error.code ?? ''] ?? error.message, { cause: error });
};

const displayHost = (host: string): string => {
  if (host === '127.0.0.1' || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
};
