import { html } from 'hono/html';
import type { FieldError } from '../../../src/delivery/states.js';
import { createDateFormatter } from '../../../src/localization/date-formatter.js';
import type { CallbackInUseMessages } from '../../../src/localization/catalogue.js';
import type { Localization, TextKey } from '../../../src/localization/localization.js';
import type { TimeZone } from '../../../src/schedule/time-zone.js';
import { periodText } from '../appointments/period-text.js';
import { appointmentWords } from '../appointments/words/index.js';
import { phoneRefusals } from '../callbacks/refusals.js';
import type { StoredSubmission } from '../store/store.js';
import type { Refusal, RefusalStatus } from '../submissions/refusal.js';
import { GO_BACK } from './words.js';

type Html = ReturnType<typeof html>;
type Words = Localization<'contact-form'>;
type Key = TextKey<'contact-form'>;

/** A page for visitors. */
export const page = ({ locale }: Pick<Words, 'locale'>, title: string, content: Html): Html =>
  html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title}</title>
        <link rel="stylesheet" href="/submissions/style.css" />
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html> `;

/** By the kit's own topics; any other is a message. */
const SENT: Readonly<Record<string, Key>> = {
  question: 'sentQuestion',
  suggestion: 'sentSuggestion',
  improvement: 'sentImprovement',
  complaint: 'sentComplaint',
  quote: 'sentQuote',
};
const NEXT: Readonly<Record<string, Key>> = {
  suggestion: 'nextSuggestion',
  improvement: 'nextSuggestion',
  complaint: 'nextComplaint',
};

const byTopic = (keys: Readonly<Record<string, Key>>, topic: unknown, other: Key): Key =>
  typeof topic === 'string' && Object.hasOwn(keys, topic) ? keys[topic]! : other;

/** What the callback widget says once a request is sent. */
type CallWords = Pick<CallbackInUseMessages, 'requestSent' | 'nextCall'>;

/** Of a message that is kept. Shows nothing that the visitor wrote. @param back address of the form's page @param call of a request to be called */
export const sentPage = (
  words: Words,
  { reference, widget, fields }: StoredSubmission,
  back: string | undefined,
  call?: CallWords,
): Html => {
  const request =
    widget === 'appointment'
      ? appointmentWords[words.locale]
      : call && { sentTitle: call.requestSent, nextStep: call.nextCall };
  const title = request?.sentTitle ?? words.text(byTopic(SENT, fields['topic'], 'sentTitle'));
  return page(
    words,
    title,
    html`<h1>${title}</h1>
      <p>${words.text('reference')}: <strong class="reference">${reference}</strong></p>
      <p>${request?.nextStep ?? words.text(byTopic(NEXT, fields['topic'], 'nextStep'))}</p>
      ${back && html`<p><a href="${back}">${words.text('back')}</a></p>`}`,
  );
};

const REASONS: Readonly<Record<RefusalStatus, Key>> = {
  400: 'rejectedText',
  403: 'blockedText',
  405: 'blockedText',
  413: 'tooLargeText',
  415: 'blockedText',
  422: 'rejectedText',
  429: 'busyText',
  503: 'busyText',
};

/** Of a form that was not taken. @param timeZone the company's */
export const refusedPage = (
  words: Words,
  { status, errors, headers, slots = [] }: Refusal,
  timeZone: TimeZone,
): Html => {
  const title = words.text('notSentTitle');
  const seconds = Number(headers['Retry-After'] ?? 0);
  return page(
    words,
    `${words.text('errorPrefix')} ${title}`,
    html`<h1>${title}</h1>
      <p>${words.text(REASONS[status])} ${seconds > 0 && words.plural('waitSeconds', seconds)}</p>
      <ul>
        ${errors.map((error) => html`<li>${problem(words, error)}</li>`)}
      </ul>
      ${
        slots.length > 0 &&
        html`<h2>${appointmentWords[words.locale].nearby}</h2>
          <ul>
            ${slots.map((slot) => html`<li>${periodText(slot, timeZone, createDateFormatter(words.locale))}</li>`)}
          </ul>`
      }
      <p>${GO_BACK[words.locale]}</p>`,
  );
};

/** Of a message that was taken, but that the database does not show just now. */
export const unconfirmedPage = (words: Words, retrySeconds: number): Html => {
  const title = words.text('unconfirmedTitle');
  return page(
    words,
    `${words.text('errorPrefix')} ${title}`,
    html`<h1>${title}</h1>
      <p>${words.text('busyText')} ${words.plural('waitSeconds', retrySeconds)}</p>`,
  );
};

/** The fields of the kit that have a label of the same name in its catalogues; any other is called as it is. */
const LABELS: readonly string[] = [
  'name',
  'email',
  'phone',
  'topic',
  'subject',
  'message',
  'attachment',
  'remedy',
];
/** What the catalogues say of a problem. The rest stays in the receiver's own English. */
const PROBLEMS: Readonly<Record<string, Key>> = { email: 'emailInvalid', phone: 'phoneInvalid' };

const problem = (words: Words, { field, code, message }: FieldError): Html => {
  const { time, slotTaken, slotUnavailable } = appointmentWords[words.locale];
  if (code === 'slot_taken' || code === 'slot_unavailable')
    return html`<strong>${time}</strong> – ${code === 'slot_taken' ? slotTaken : slotUnavailable}`;
  const label = field && LABELS.includes(field) ? words.text(field as Key) : field;
  const refusals: Readonly<Record<string, string>> = phoneRefusals[words.locale];
  const refusal = code !== undefined && Object.hasOwn(refusals, code) ? refusals[code] : undefined;
  const known = code !== undefined && Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code] : undefined;
  return html`${label && html`<strong><bdi>${label}</bdi></strong> – `}${
    refusal ?? (known ? words.text(known) : html`<span lang="en">${message}</span>`)
  }`;
};
