import { Hono, type Context } from 'hono';
import type { TimeZone } from '../../../src/schedule/time-zone.js';
import { BodyTooLarge, readBody } from '../http/read-body.js';
import type { MailSettings } from '../outgoing/mail-server.js';
import type { SubmissionStore } from '../store/store.js';
import { INVITATION_STATUSES } from '../store/surveys.js';
import { MAX_LIST_LENGTH, readInvitationList } from '../surveys/invitation-list.js';
import { canInvite } from '../surveys/invitation-routes.js';
import { foresee, invite } from '../surveys/invite.js';
import type { SurveySetup } from '../surveys/setup.js';
import { checkedForm, FormError, requireToken, sameOriginOnly, type InboxEnv } from './forms.js';
import { notFound } from './not-found.js';
import type { Frame } from './pages/layout.js';
import { surveyAnswersPage } from './pages/survey-answers.js';
import { invitationsPage, previewPage } from './pages/survey-invitations.js';
import { surveyListPage } from './pages/survey-list.js';
import { surveySettingsPage } from './pages/survey-settings.js';
import { separatorFor } from './csv.js';
import { exportAnswers } from './survey-export.js';
import { parseSurveyQuery, surveyPath } from './survey-query.js';
import { readSetupForm, type SetupProblem, type SetupValues } from './survey-setup-form.js';
import { surveyView } from './survey-view.js';
import type { InboxWords } from './words/words.js';
import { suppressionRoutes } from './suppression-routes.js';

export interface SurveyInboxOptions {
  readonly store: SubmissionStore;
  readonly mail?: MailSettings | undefined;
  readonly publicUrl?: string | undefined;
}

/** What the inbox gives to these pages. */
export interface InboxSupport {
  readonly timeZone: TimeZone;
  readonly frame: (c: Context<InboxEnv>) => Promise<Frame>;
  readonly download: (
    c: Context<InboxEnv>,
    name: string,
    type: string,
    lines: AsyncGenerator<string, void>,
  ) => Promise<Response>;
}

const MAX_SETUP_BYTES = 32 * 1024;
/** A character of Georgian is nine bytes in percent-encoding. */
const MAX_LIST_BYTES = 9 * MAX_LIST_LENGTH + 64 * 1024;
const PAGE_LENGTH = 100;

const TAKEN: SetupProblem = { field: 'id', code: 'taken' };

/** The pages about surveys, below `/inbox`. */
export const surveyRoutes = (options: SurveyInboxOptions, support: InboxSupport): Hono<InboxEnv> => {
  const { surveys } = options.store;
  const app = new Hono<InboxEnv>();
  const { frame } = support;

  app.get('/surveys', async (c) =>
    c.html(surveyListPage({ ...(await frame(c)), surveys: await surveys.list() })),
  );

  app.post('/surveys', sameOriginOnly, async (c) => {
    const form = await checkedForm(c, MAX_SETUP_BYTES);
    const { values, problems, setup } = readSetupForm(form);
    const isTaken = setup && (await surveys.setup(setup.id));
    if (setup && !isTaken) {
      await surveys.saveSetup(setup);
      return c.redirect(surveyPath(setup.id, '/invitations'), 303);
    }
    const draft = {
      values,
      problems: isTaken ? [TAKEN] : problems,
    };
    return c.html(surveyListPage({ ...(await frame(c)), surveys: await surveys.list(), draft }), 422);
  });

  app.get('/surveys/:survey', async (c) => {
    const survey = c.req.param('survey');
    if (!(await surveys.has(survey))) return notFound(c);
    const query = parseSurveyQuery(new URL(c.req.url).searchParams);
    const view = await surveyView(surveys, survey, query, support.timeZone);
    return c.html(await surveyAnswersPage({ ...(await frame(c)), view }));
  });

  app.get('/surveys/:survey/answers.csv', async (c) => {
    const survey = c.req.param('survey');
    if (!(await surveys.has(survey))) return notFound(c);
    const lines = exportAnswers(options.store, survey, separatorFor(c.var.words.locale));
    return support.download(c, `${survey}.csv`, 'text/csv; charset=utf-8; header=present', lines);
  });

  app.get('/surveys/:survey/settings', async (c) => {
    const survey = c.req.param('survey');
    if (!(await surveys.has(survey))) return notFound(c);
    const setup = await surveys.setup(survey);
    const values = setup ? valuesOf(setup) : {};
    return c.html(surveySettingsPage({ ...(await frame(c)), survey, values, problems: [] }));
  });

  app.post('/surveys/:survey/settings', sameOriginOnly, async (c) => {
    const survey = c.req.param('survey');
    const form = await checkedForm(c, MAX_SETUP_BYTES);
    if (!(await surveys.has(survey))) return notFound(c);
    const { values, problems, setup } = readSetupForm(form, survey);
    if (!setup) return c.html(surveySettingsPage({ ...(await frame(c)), survey, values, problems }), 422);
    await surveys.saveSetup(setup);
    return c.redirect(surveyPath(survey, '/invitations'), 303);
  });

  app.get('/surveys/:survey/invitations', async (c) => {
    const survey = c.req.param('survey');
    if (!(await surveys.has(survey))) return notFound(c);
    const status = INVITATION_STATUSES.find((one) => one === c.req.query('status'));
    const page = Math.max(1, Math.min(100_000, Number.parseInt(c.req.query('page') ?? '1', 10) || 1));
    const found = await surveys.invitations(survey, status, PAGE_LENGTH + 1, (page - 1) * PAGE_LENGTH);
    const invited = c.req.query('invited');
    return c.html(
      invitationsPage({
        ...(await frame(c)),
        ...{ survey, status, page },
        obstacle: obstacle(c.var.words, await surveys.setup(survey)),
        numbers: await surveys.counts(survey),
        invitations: found.slice(0, PAGE_LENGTH),
        hasMore: found.length > PAGE_LENGTH,
        invited: invited !== undefined && /^\d{1,6}$/.test(invited) ? Number(invited) : undefined,
      }),
    );
  });

  app.post('/surveys/:survey/invitations/preview', sameOriginOnly, async (c) => {
    const survey = c.req.param('survey');
    const form = await multipartForm(c);
    requireToken(c, form.get('csrf'));
    const setup = await readySetup(c.var.words, survey);
    const [file, pasted] = [form.get('file'), form.get('list')];
    const text =
      file instanceof File && file.size ? await textOf(file) : typeof pasted === 'string' ? pasted : '';
    const list = readInvitationList(text);
    const outcomes = await foresee(surveys, setup, list.invitees, new Date());
    return c.html(previewPage({ ...(await frame(c)), survey, text, list, outcomes }));
  });

  app.post('/surveys/:survey/invitations', sameOriginOnly, async (c) => {
    const survey = c.req.param('survey');
    const form = await checkedForm(c, MAX_LIST_BYTES);
    const setup = await readySetup(c.var.words, survey);
    const { invitees } = readInvitationList(form.get('list') ?? '');
    const outcomes = await invite(surveys, setup, invitees, new Date());
    const invited = outcomes.filter((outcome) => outcome === 'invited').length;
    // To another address, so that reloading does not send the list again; it would invite nobody twice.
    return c.redirect(surveyPath(survey, `/invitations?invited=${invited}`), 303);
  });

  app.post('/surveys/:survey/invitations/again', sameOriginOnly, async (c) => {
    await checkedForm(c);
    const survey = c.req.param('survey');
    await surveys.sendFailedAgain(survey, new Date());
    return c.redirect(surveyPath(survey, '/invitations'), 303);
  });

  app.post('/surveys/:survey/invitations/:id{[\\da-f-]{36}}', sameOriginOnly, async (c) => {
    const form = await checkedForm(c);
    const { survey, id } = c.req.param();
    switch (form.get('action')) {
      case 'revoke':
        await surveys.revoke(id, new Date());
        break;
      case 'again':
        await surveys.sendAgain(id, new Date());
        break;
      default:
        throw new FormError(400, c.var.words.text.frame.errors.unknownAction);
    }
    // Also where somebody else was quicker: the list shows how it stands.
    return c.redirect(surveyPath(survey, '/invitations'), 303);
  });

  app.route('/', suppressionRoutes(options.store, frame));

  const obstacle = ({ text }: InboxWords, setup: SurveySetup | undefined): string | undefined => {
    const { noMail, noPage } = text.surveys.invitations.obstacles;
    if (!canInvite(options)) return noMail;
    return setup ? undefined : noPage;
  };

  const readySetup = async (words: InboxWords, survey: string): Promise<SurveySetup> => {
    const setup = await surveys.setup(survey);
    const reason = obstacle(words, setup);
    if (reason || !setup)
      throw new FormError(409, { heading: words.text.surveys.errors.notYet, text: reason ?? '' });
    return setup;
  };

  return app;
};

const valuesOf = (setup: SurveySetup): SetupValues =>
  Object.fromEntries(Object.entries(setup).map(([name, value]) => [name, String(value)]));

const multipartForm = async (c: Context<InboxEnv>): Promise<FormData> => {
  const contentType = c.req.header('content-type') ?? '';
  try {
    const bytes = await readBody(c.req.raw, MAX_LIST_BYTES);
    return await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData();
  } catch (error) {
    const { listTooLarge, listIncomplete } = c.var.words.text.surveys.errors;
    if (error instanceof BodyTooLarge) throw new FormError(413, listTooLarge);
    throw new FormError(400, listIncomplete);
  }
};

/** Spreadsheets still write the encoding of the system: what is no UTF-8 is read as Windows-1252. */
const textOf = async (file: File): Promise<string> => {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
