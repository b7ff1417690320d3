import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { FieldError } from '../../../src/delivery/states.js';
import { BodyTooLarge, readBody } from '../http/read-body.js';
import { RETRY_LATER } from '../http/unavailable.js';
import { sameText } from '../inbox/sessions.js';
import { listProblemText } from '../inbox/survey-words.js';
import { inboxWords } from '../inbox/words/words.js';
import { describeError, type Log } from '../log.js';
import type { MailSettings } from '../outgoing/mail-server.js';
import type { InviteOutcome } from '../store/surveys.js';
import type { SubmissionStore } from '../store/store.js';
import { checkInvitee } from './invitation-list.js';
import { invite } from './invite.js';
import type { SurveySettings } from './settings.js';
import { SETUP_NUMBERS } from './setup.js';

export interface InvitationOptions {
  readonly store: SubmissionStore;
  readonly log: Log;
  readonly surveys: SurveySettings;
  readonly mail?: MailSettings | undefined;
  readonly publicUrl?: string | undefined;
}

const MAX_BODY_BYTES = 16 * 1024;
const MAX_AHEAD_MS = SETUP_NUMBERS.delayHours.max * 60 * 60 * 1000;

/** Whether invitations can leave at all. */
export const canInvite = ({ mail, publicUrl }: Pick<InvitationOptions, 'mail' | 'publicUrl'>): boolean =>
  mail !== undefined && publicUrl !== undefined;

/**
 * `POST /surveys/:survey/invitations`: another program of the owner's invites somebody, at the end of a service. Called
 * again with the same address and reference, it invites nobody again and answers `already`.
 */
export const invitationRoutes = (options: InvitationOptions): Hono<{ Bindings: HttpBindings }> => {
  const { store, log, surveys } = options;
  const app = new Hono<{ Bindings: HttpBindings }>();

  app.post('/surveys/:survey/invitations', async (c) => {
    const fail = (status: 400 | 401 | 404 | 409 | 413 | 422 | 503, ...errors: FieldError[]) =>
      c.json({ ok: false, errors }, status);
    const [, key = ''] = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '') ?? [];
    if (!surveys.apiKey || !sameText(key, surveys.apiKey)) {
      c.header('WWW-Authenticate', 'Bearer');
      return fail(401, {
        code: 'api_key',
        message: surveys.apiKey ? 'This is not the key.' : 'There is no key: set SURVEY_API_KEY.',
      });
    }
    if (!canInvite(options))
      return fail(409, {
        code: 'no_mail',
        message: 'Invitations cannot be sent: set SMTP_URL, MAIL_TO and PUBLIC_URL.',
      });
    try {
      const setup = await store.surveys.setup(c.req.param('survey'));
      if (!setup) return fail(404, { code: 'survey', message: 'This survey is not set up in the inbox.' });
      const body = await jsonObject(c.req.raw);
      if (body === 'too large') return fail(413, { code: 'too_large', message: 'This is too large.' });
      if (!body) return fail(400, { code: 'malformed', message: 'The body is not a JSON object.' });
      const request = readRequest(body, Date.now());
      if ('code' in request) return fail(422, request);
      const [outcome] = await invite(store.surveys, setup, [request.invitee], new Date(), request.sendAt);
      log.info('invitation asked for', { outcome });
      return c.json({ ok: true, status: outcome satisfies InviteOutcome | undefined });
    } catch (error) {
      log.error('invitation not kept', describeError(error));
      c.header('Retry-After', RETRY_LATER['Retry-After']);
      return fail(503, { code: 'unavailable', message: 'This cannot be kept right now. Try again later.' });
    }
  });
  return app;
};

const jsonObject = async (
  request: Request,
): Promise<Readonly<Record<string, unknown>> | 'too large' | undefined> => {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(await readBody(request, MAX_BODY_BYTES)));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch (error) {
    if (error instanceof BodyTooLarge) return 'too large';
    return undefined;
  }
};

const FIELDS = ['email', 'name', 'lang', 'reference', 'send_at'] as const;

const readRequest = (body: Readonly<Record<string, unknown>>, now: number) => {
  const wrong = (field: string, code: string, message: string): FieldError & { code: string } => ({
    ...{ field, code, message },
  });
  const texts: Record<string, string> = {};
  for (const name of FIELDS) {
    const value = Object.hasOwn(body, name) ? body[name] : '';
    if (typeof value !== 'string') return wrong(name, 'type', 'This must be a text.');
    texts[name] = value;
  }
  const { email = '', name = '', lang = '', reference = '', send_at = '' } = texts;
  const invitee = checkInvitee({ email, name, locale: lang, reference });
  if ('code' in invitee) return wrong('email', 'format', listProblemText(inboxWords(['en']), invitee));
  if (!send_at) return { invitee };
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/i.test(send_at)
    ? Date.parse(send_at)
    : NaN;
  if (Number.isNaN(at)) return wrong('send_at', 'format', 'Write the date and time as RFC 3339.');
  if (at > now + MAX_AHEAD_MS) return wrong('send_at', 'too_late', 'This is more than 90 days ahead.');
  return { invitee, sendAt: new Date(Math.max(at, now)) };
};
