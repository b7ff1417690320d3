import { resolve } from 'node:path';
import { isEmail } from '../../src/validation/email.js';
import { readCallbackSettings, type CallbackSettings } from './callbacks/settings.js';
import { matchLocale, locales, type Locale } from '../../src/localization/locale.js';
import { readAppointmentSettings, type AppointmentSettings } from './appointments/settings.js';
import type { AllowedOrigins } from './http/origin.js';
import type { MailSettings } from './outgoing/mail-server.js';
import type { WebhookSettings } from './outgoing/webhook.js';
import { SettingsReader, type Environment } from './settings-reader.js';
import { readSurveySettings, SURVEY_SECRETS, type SurveySettings } from './surveys/settings.js';

/** What an owner sets, by environment variables; the README lists them. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly allowedOrigins: AllowedOrigins;
  readonly trustedProxies: number;
  readonly ratePerMinute: number;
  readonly spamThreshold: number;
  /** Without one, a password is generated and kept in the data folder. */
  readonly inboxPassword?: string | undefined;
  /** See `passwordCheck`. No owner's to lower: nothing of the environment sets it. */
  readonly passwordCost?: number | undefined;
  /** Language of the inbox and of mails to the owner. Without, each browser's own, and English mails. */
  readonly inboxLanguage?: Locale | undefined;
  /** A mail for every submission, or none. */
  readonly mail?: MailSettings | undefined;
  /** A web-hook for every submission, or none. */
  readonly webhook?: WebhookSettings | undefined;
  /** Where the receiver is reached from outside, for links in mails. Without a slash at the end. */
  readonly publicUrl?: string | undefined;
  /** Days after which a message is erased. Without, never. */
  readonly messagesKeptDays?: number | undefined;
  readonly appointments: AppointmentSettings;
  readonly callbacks: CallbackSettings;
  readonly surveys: SurveySettings;
}

export type SettingsDefaults = Pick<Settings, 'port' | 'dataDir' | 'allowedOrigins'>;

/** Settings that make no sense, each named with its value, so that all can be mended at once. */
class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Reads the environment. An empty variable counts as one that is not set. @throws {SettingsError} */
export const readSettings = (environment: Environment, defaults: SettingsDefaults): Settings => {
  const reader = new SettingsReader(environment, SECRETS);
  const read = reader.read.bind(reader);

  reader.needs('SMTP_URL', 'MAIL_TO');
  reader.needs('MAIL_TO', 'SMTP_URL');
  reader.needs('WEBHOOK_URL', 'WEBHOOK_SECRET');
  reader.needs('WEBHOOK_SECRET', 'WEBHOOK_URL');
  const smtpUrl = read(
    'SMTP_URL',
    undefined,
    mailServer,
    'write smtp://user:password@host:587 or smtps://…:465',
  );
  const to = read(
    'MAIL_TO',
    undefined,
    addressList,
    'one e-mail address, or several with commas between them',
  );
  const from = read('MAIL_FROM', to?.[0], oneAddress, 'one e-mail address');
  const url = read(
    'WEBHOOK_URL',
    undefined,
    webAddress,
    'write https://…, without a user and a password in it',
  );
  const secret = read('WEBHOOK_SECRET', undefined, webhookSecret, SECRET_WANTED);

  const settings: Settings = {
    host: read('HOST', '127.0.0.1', (text) => text, ''),
    port: reader.whole('PORT', defaults.port, 0, 65_535, 'a port is a number from 0 to 65535'),
    dataDir: read('DATA_DIR', defaults.dataDir, (text) => resolve(text), ''),
    databaseUrl: read(
      'DATABASE_URL',
      undefined,
      postgresUrl,
      'write postgres://user:password@host:5432/database',
    ),
    allowedOrigins: read('ALLOWED_ORIGINS', defaults.allowedOrigins, originList, ORIGINS_WANTED),
    trustedProxies: reader.whole(
      'TRUST_PROXY',
      0,
      0,
      10,
      'how many proxies of your own stand in front, 0 to 10',
    ),
    ratePerMinute: reader.whole('RATE_LIMIT_PER_MINUTE', 60, 1, 1_000_000, 'a whole number from 1'),
    spamThreshold: reader.whole('SPAM_THRESHOLD', 80, 0, 100),
    inboxPassword: read('INBOX_PASSWORD', undefined, longEnough, 'use at least 12 characters'),
    inboxLanguage: read('INBOX_LANGUAGE', undefined, language, `one of ${locales.join(', ')}`),
    mail: smtpUrl && to && from ? { smtpUrl, to, from } : undefined,
    webhook: url && secret ? { url, secret } : undefined,
    publicUrl: read(
      'PUBLIC_URL',
      undefined,
      publicAddress,
      'write https://receiver.example.com, with no path',
    ),
    messagesKeptDays: reader.days('MESSAGES_KEPT_DAYS', 1),
    appointments: readAppointmentSettings(reader),
    callbacks: readCallbackSettings(reader),
    surveys: readSurveySettings(reader),
  };
  if (reader.problems.length) throw new SettingsError(reader.problems.join('\n'));
  return settings;
};

/**
 * Has this process write times as the company's clocks show them, unless `TZ` asks for others. A server's own zone is
 * mostly UTC: an inbox would write when a message came in one zone, and beside it what was promised in another.
 */
export const keepTimeOf = ({ appointments }: Settings, environment: NodeJS.ProcessEnv): void => {
  environment['TZ'] ||= appointments.timeZone.name;
};

/** What is not repeated when it makes no sense: a password in a log is worse than a message that says less. */
const SECRETS: readonly string[] = [
  'INBOX_PASSWORD',
  'DATABASE_URL',
  'SMTP_URL',
  'WEBHOOK_URL',
  'WEBHOOK_SECRET',
  ...SURVEY_SECRETS,
];

const SECRET_WANTED =
  "write whsec_ and 24 to 64 random bytes in base64; one is made by: node -p \"'whsec_'+crypto.randomBytes(32).toString('base64')\"";

const ORIGINS_WANTED =
  'write origins as browsers send them, like https://example.com, with no path or slash at the end, commas between them; or * for any';

const originList = (text: string): AllowedOrigins | undefined => {
  if (text === '*') return '*';
  const origins = text
    .split(',')
    .map((origin) => origin.trim())
    .filter(Boolean);
  return origins.length && origins.every(isOrigin) ? new Set(origins) : undefined;
};

/** Compared as whole texts later, so only the form that browsers send is of use. */
const isOrigin = (text: string): boolean =>
  /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;

const postgresUrl = (text: string): string | undefined =>
  URL.canParse(text) && /^postgres(?:ql)?:$/.test(new URL(text).protocol) ? text : undefined;

const longEnough = (text: string): string | undefined => (text.length >= 12 ? text : undefined);

const language = (text: string): Locale | undefined => matchLocale([text]);

const mailServer = (text: string): string | undefined =>
  URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname ? text : undefined;

const oneAddress = (text: string): string | undefined => (isEmail(text) ? text : undefined);

const addressList = (text: string): readonly string[] | undefined => {
  const addresses = text.split(',').map((address) => address.trim());
  return addresses.every(isEmail) ? addresses : undefined;
};

const webAddress = (text: string): string | undefined => {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const { username, password } = new URL(text);
  return username || password ? undefined : text;
};

const publicAddress = (text: string): string | undefined => {
  const address = text.replace(/\/$/, '');
  return isOrigin(address) ? address : undefined;
};

/** Standard Webhooks asks for 24 to 64 bytes. */
const webhookSecret = (text: string): string | undefined => {
  const [, base64] = /^whsec_([A-Za-z\d+/]+={0,2})$/.exec(text) ?? [];
  const length = Buffer.from(base64 ?? '', 'base64').length;
  return length >= 24 && length <= 64 ? text : undefined;
};
