import { resolve } from 'node:path';
import type { AllowedOrigins } from './http/origin.js';

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
}

export type SettingsDefaults = Pick<Settings, 'port' | 'dataDir' | 'allowedOrigins'>;

/** Settings that make no sense, each named with its value, so that all can be mended at once. */
class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment. An empty variable counts as one that is not set. @throws {SettingsError} */
export const readSettings = (environment: Environment, defaults: SettingsDefaults): Settings => {
  const problems: string[] = [];
  const read = <T>(name: string, fallback: T, parse: (text: string) => T | undefined, wanted: string): T => {
    const text = environment[name]?.trim();
    if (!text) return fallback;
    const value = parse(text);
    if (value !== undefined) return value;
    // A password in a log is worse than a message that says less.
    problems.push(/PASSWORD|DATABASE_URL/.test(name) ? `${name}: ${wanted}` : `${name}="${text}": ${wanted}`);
    return fallback;
  };
  const whole = (min: number, max: number) => (text: string) =>
    /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined;

  const settings: Settings = {
    host: read('HOST', '127.0.0.1', (text) => text, ''),
    port: read('PORT', defaults.port, whole(0, 65_535), 'a port is a number from 0 to 65535'),
    dataDir: read('DATA_DIR', defaults.dataDir, (text) => resolve(text), ''),
    databaseUrl: read(
      'DATABASE_URL',
      undefined,
      postgresUrl,
      'write postgres://user:password@host:5432/database',
    ),
    allowedOrigins: read('ALLOWED_ORIGINS', defaults.allowedOrigins, originList, ORIGINS_WANTED),
    trustedProxies: read(
      'TRUST_PROXY',
      0,
      whole(0, 10),
      'how many proxies of your own stand in front, 0 to 10',
    ),
    ratePerMinute: read('RATE_LIMIT_PER_MINUTE', 60, whole(1, 1_000_000), 'a whole number from 1'),
    spamThreshold: read('SPAM_THRESHOLD', 80, whole(0, 100), 'a whole number from 0 to 100'),
    inboxPassword: read('INBOX_PASSWORD', undefined, longEnough, 'use at least 12 characters'),
  };
  if (problems.length) throw new SettingsError(problems.join('\n'));
  return settings;
};

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
