import assert from 'node:assert/strict';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import type { TestContext } from 'node:test';
import { createLog } from '../../demo/receiver/log.js';
import { notFound } from '../../demo/receiver/server.js';
import { readSettings, type Settings } from '../../demo/receiver/settings.js';
import { listen, openReceiver } from '../../demo/receiver/start.js';
import { openStore } from '../../demo/receiver/store/open.js';
import type { StoredSubmission, SubmissionStore } from '../../demo/receiver/store/store.js';
import { temporaryFolder } from './support.js';

export const PASSWORD = 'correct horse battery';

/** A receiver on loopback with a database of its own, and a second way into that database. */
export interface TestReceiver {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly logs: string[];
  readonly store: SubmissionStore;
  /** Everything that is stored, newest first. */
  rows(): Promise<readonly StoredSubmission[]>;
  /** What was stored of the submission that this answer accepts; fails where it is no acceptance. */
  kept(response: Response, what?: string): Promise<StoredSubmission>;
  post(fields: object, init?: RequestInit): Promise<Response>;
  /** Takes it down before the test ends. What is stored can still be read. */
  stop(): Promise<void>;
}

/** As the environment would set them: `HOURS`, `TIMEZONE` … */
export const appointmentSettings = (environment: Readonly<Record<string, string>> = {}) =>
  readSettings({ TIMEZONE: 'Europe/Madrid', ...environment }, { port: 0, dataDir: '', allowedOrigins: '*' })
    .appointments;

/** As the environment would set them: `PHONE_COUNTRY`, `CALLBACKS_PER_HOUR` … */
export const callbackSettings = (environment: Readonly<Record<string, string>> = {}) =>
  readSettings(environment, { port: 0, dataDir: '', allowedOrigins: '*' }).callbacks;

export const startTestReceiver = async (
  t: TestContext,
  over: Partial<Settings> = {},
): Promise<TestReceiver> => {
  const dataDir = over.dataDir ?? (await temporaryFolder(t));
  const settings: Settings = {
    appointments: appointmentSettings(),
    callbacks: callbackSettings(),
    surveys: { perMinute: 6_000 },
    host: '127.0.0.1',
    port: 0,
    dataDir,
    allowedOrigins: '*',
    trustedProxies: 0,
    ratePerMinute: 100_000,
    spamThreshold: 80,
    inboxPassword: PASSWORD,
    passwordCost: 2,
    ...over,
  };
  const logs: string[] = [];
  const receiver = await openReceiver(
    settings,
    createLog((line) => logs.push(line)),
  );
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route('/', receiver.app);
  app.notFound(notFound);
  const server = await listen(app, settings);
  const store = await openStore(settings);
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= server.close().then(() => receiver.close()));
  t.after(async () => {
    await stop();
    await store.close();
  });
  return {
    url: server.url,
    port: Number(new URL(server.url).port),
    dataDir,
    logs,
    store,
    rows: async () => (await store.listFull({}, 1000)).items,
    kept: async (response, what = '') => {
      const text = await response.text();
      assert.equal(response.status, 200, `${what}: ${text}`);
      const { submission_id: id } = JSON.parse(text) as { submission_id: string };
      const row = await store.get(id);
      assert.ok(row, `${what}: said to be kept, but there is no row`);
      return row;
    },
    post: (fields, init) => postJson(server.url, fields, init),
    stop,
  };
};

export const postJson = (url: string, fields: object, init: RequestInit = {}): Promise<Response> =>
  fetch(`${url}/submissions`, {
    method: 'POST',
    body: JSON.stringify(fields),
    ...init,
    headers: { 'Content-Type': 'application/json', ...(init.headers as Record<string, string> | undefined) },
  });

/** The least that a contact form sends, with a new id. */
export const contact = (over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  submission_id: randomUUID(),
  reference: 'AAAA-AAAA-A',
  widget: 'contact',
  created_at: '2026-11-22T10:00:00.000Z',
  locale: 'eu',
  page_url: 'https://shop.example/',
  message: 'Kaixo',
  ...over,
});

/** The least that an appointment request sends, with a new id. */
export const appointment = (over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => {
  const { message: _, ...base } = contact();
  return { ...base, widget: 'appointment', timezone: 'Europe/Madrid', ...over };
};

/** The least that the callback button sends, with a new id. */
export const callback = (over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => {
  const { message: _, ...base } = contact();
  return { ...base, widget: 'callback', phone: '+34943000000', timezone: 'Europe/Madrid', ...over };
};

/** The least that a survey sends, with a new id: 4 of 5. */
export const surveyAnswer = (over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => {
  const { message: _, ...base } = contact();
  const scale = { metric: 'csat', score: 4, score_min: 1, score_max: 5 };
  return {
    ...base,
    created_at: new Date().toISOString(),
    widget: 'survey',
    survey: 'visit',
    ...scale,
    ...over,
  };
};

/** The same as texts, as a form has them. */
export const contactTexts = (over: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(contact(over)).map(([name, value]) => [name, String(value)]));

export interface ErrorBody {
  readonly ok: boolean;
  readonly errors: readonly { field?: string; code?: string; message?: string }[];
}

/** The errors of an answer as `field:code`. */
export const errorCodes = async (response: Response): Promise<string[]> => {
  const { errors } = (await response.json()) as ErrorBody;
  return errors.map(({ field, code }) => `${field ?? ''}:${code ?? ''}`);
};

/** Writes bytes as they are and gives back all that the server answers until it, or we, hang up. */
export const rawExchange = (
  port: number,
  parts: readonly (string | Uint8Array)[],
  { hangUp = false, timeout = 5_000 }: { hangUp?: boolean; timeout?: number } = {},
): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setTimeout(timeout, () => socket.destroy());
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('error', () => undefined); // A server that cuts an overlong body off resets the connection.
    socket.on('close', () => resolve(answer));
    for (const part of parts) socket.write(part);
    if (hangUp) socket.end();
  });
