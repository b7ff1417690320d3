import { Hono, type Context } from 'hono';
import { readDecision, timeKey } from '../appointments/decision-form.js';
import type { Period } from '../appointments/period.js';
import type { AppointmentSettings } from '../appointments/settings.js';
import {
  actionsOf,
  DECISION_OF,
  offeredTimes,
  standingOf,
  visitorAddress,
  type DecisionAction,
} from '../appointments/standing.js';
import { requestOf } from '../appointments/request.js';
import { FILE_NAME, visitorFile } from '../appointments/visitor-file.js';
import { localeOf, visitorText } from '../appointments/visitor-text.js';
import { attachmentDisposition } from '../files/names.js';
import type { MailSettings } from '../outgoing/mail-server.js';
import { isFree } from '../store/appointments.js';
import type { StoredSubmission, SubmissionStore } from '../store/store.js';
import { checkedForm, FormError, sameOriginOnly, type InboxEnv } from './forms.js';
import { notFound } from './not-found.js';
import type { AppointmentView, DecisionDraft } from './pages/appointment-view.js';

export interface AppointmentInboxOptions {
  readonly store: SubmissionStore;
  readonly appointments: AppointmentSettings;
  /** Without it nothing can be sent to visitors from here. */
  readonly mail?: MailSettings | undefined;
}

/** Of an answer: a sentence of a thousand letters is nine times as long in percent-encoded Georgian. */
const MAX_ANSWER_BYTES = 32 * 1024;

/** What the page of a request shows, or `undefined` where the submission is none. */
export const appointmentView = async (
  submission: StoredSubmission,
  { store, appointments: settings, mail }: AppointmentInboxOptions,
  draft?: DecisionDraft,
): Promise<AppointmentView | undefined> => {
  if (!submission.appointment) return undefined;
  const address = visitorAddress(submission.fields);
  const last = submission.appointment.decisions.at(-1);
  const sending = mail && address ? { organizer: mail.to[0]!, attendee: address } : undefined;
  const file = last && visitorFile(submission, last, settings, sending);
  return {
    settings,
    taken: await takenTimes(submission, store, settings),
    way: sending ? { locale: localeOf(submission.fields) } : { missing: mail ? 'address' : 'smtp' },
    answer: last && {
      text: visitorText(submission, last, settings, sending !== undefined && file !== undefined).text,
      hasFile: file !== undefined,
    },
    draft,
  };
};

/** Keys of those of a request's times that it can't have beside what others have. */
const takenTimes = async (
  { id, fields, appointment, ...submission }: StoredSubmission,
  store: SubmissionStore,
  { atOnce, slotMinutes }: AppointmentSettings,
): Promise<ReadonlySet<string>> => {
  const times = [
    ...offeredTimes({ id, fields, ...submission, ...(appointment && { appointment }) }, slotMinutes),
    ...(appointment?.decisions ?? []).flatMap((decision) => decision.times),
  ];
  if (!times.length) return new Set();
  const during: Period = {
    start: times.map(({ start }) => start).reduce((a, b) => (a < b ? a : b)),
    end: times.map(({ end }) => end).reduce((a, b) => (a > b ? a : b)),
  };
  const others = (await store.appointments.holds(during)).filter(({ submissionId }) => submissionId !== id);
  const { staff } = requestOf(fields);
  return new Set(times.filter((time) => !isFree(time, staff, atOnce, others)).map(timeKey));
};

/**
 * Answers to requests, and their calendar files.
 * @param showAgain the page of a request with a form that could not be taken
 */
export const appointmentRoutes = (
  options: AppointmentInboxOptions,
  showAgain: (c: Context<InboxEnv>, submission: StoredSubmission, draft: DecisionDraft) => Promise<Response>,
): Hono<InboxEnv> => {
  const { store, appointments: settings, mail } = options;
  const app = new Hono<InboxEnv>();

  app.post('/:id{[\\da-f-]{36}}/appointment', sameOriginOnly, async (c) => {
    const form = await checkedForm(c, MAX_ANSWER_BYTES);
    const submission = await store.get(c.req.param('id'));
    if (!submission?.appointment) return notFound(c);
    const action = (Object.keys(DECISION_OF) as DecisionAction[]).find((one) => one === form.get('action'));
    const sequence = Number(form.get('sequence'));
    if (!action || !Number.isInteger(sequence) || sequence < 1)
      throw new FormError(400, c.var.words.text.frame.errors.unknownAction);
    const { times, sentence, problems } = readDecision(action, form, submission, settings, Date.now());
    if (problems.length) return showAgain(c, submission, { action, form, problems });
    const overlap = times.map(timeKey).join(' ');
    const outcome = isTooLate(action, sequence, submission)
      ? 'stale'
      : await store.appointments.decide({
          submissionId: submission.id,
          sequence,
          kind: DECISION_OF[action],
          decidedAt: new Date().toISOString(),
          times,
          sentence,
          staff: requestOf(submission.fields).staff,
          atOnce: settings.atOnce,
          // What was ticked for one time does not count for another.
          isDoubled: form.get('all_the_same') === overlap,
          byMail: mail !== undefined && visitorAddress(submission.fields) !== undefined,
        });
    switch (outcome) {
      case 'decided':
      case 'same':
        return c.redirect(`/inbox/${submission.id}`, 303);
      case 'taken':
        return showAgain(c, submission, { action, form, problems: [], overlap });
      case 'unknown':
        return notFound(c);
      case 'quarantined':
        throw new FormError(409, c.var.words.text.appointments.errors.quarantined);
      case 'stale':
        throw new FormError(409, c.var.words.text.appointments.errors.stale);
    }
  });

  app.get('/:id{[\\da-f-]{36}}/appointment.ics', async (c) => {
    const submission = await store.get(c.req.param('id'));
    const last = submission?.appointment?.decisions.at(-1);
    // A snapshot, to be handed on by whatever way: only a mail asks the visitor's calendar to do something.
    const file = submission && last && visitorFile(submission, last, settings);
    if (!file) return notFound(c);
    return c.body(file.content, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': attachmentDisposition(FILE_NAME),
    });
  });
  return app;
};

/** A first answer of a kind that fits no more. One that is only repeated is told by the store. */
const isTooLate = (action: DecisionAction, sequence: number, submission: StoredSubmission): boolean =>
  sequence === (submission.appointment?.decisions.length ?? 0) + 1 &&
  !actionsOf(standingOf(submission)).includes(action);
