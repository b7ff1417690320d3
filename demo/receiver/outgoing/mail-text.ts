import type { TimeZone } from '../../../src/schedule/time-zone.js';
import type { WireValue } from '../../../src/submission/types.js';
import { isBlank } from '../../../src/validation/text.js';
import { promisedWindow } from '../callbacks/request.js';
import { requestOf } from '../appointments/request.js';
import {
  isOwnField,
  modeLabel,
  outcomeLabel,
  scoreText,
  sectionLabels,
  valueLabel,
  type FieldLabel,
} from '../inbox/labels.js';
import { shortWhen } from '../inbox/times.js';
import type { InboxWords } from '../inbox/words/words.js';
import { textOf } from '../submissions/fields.js';
import { answerOf } from '../surveys/received-answer.js';
import { oneLine, plainText } from '../store/storable-text.js';
import type { Fields, StoredSubmission } from '../store/store.js';

/** One line, so that nothing in it can begin another header. In the owner's words. @param timeZone the company's */
export const mailSubject = (
  words: InboxWords,
  { reference, widget, receivedAt, fields, appointment }: StoredSubmission,
  timeZone: TimeZone,
): string => {
  const { mail } = words.text;
  if (widget === 'callback') return callSubject(words, reference, fields, timeZone);
  if (widget === 'survey') {
    const { survey, comment, ...answer } = answerOf(fields, receivedAt, UNKNOWN);
    const about = [scoreText(words, answer) || mail.anAnswer, comment].filter(Boolean).join(', ');
    return oneLine(`[${reference}] ${survey}: ${about}`, 150);
  }
  const topic = appointment
    ? words.fill(mail.appointmentAt, { when: shortWhen(words, { fields }, timeZone) })
    : topicOf(words, fields);
  const about = appointment ? text(fields, 'service') : text(fields, 'subject') || messageOf(widget, fields);
  return oneLine(`[${reference}] ${[topic, about].filter(Boolean).join(': ')}`, 150);
};

/**
 * Plain text, in the owner's words. What the visitor wrote stands behind `>` wherever it may have lines of its own:
 * none of them can pass for a line of ours.
 *
 * @param timeZone the company's
 */
export const mailText = (
  words: InboxWords,
  submission: StoredSubmission,
  inboxUrl: string | undefined,
  timeZone: TimeZone,
): string => {
  const { mail, labels } = words.text;
  const { id, reference, widget, fields, receivedAt, files, appointment } = submission;
  const answer = widget === 'survey' ? answerOf(fields, receivedAt, UNKNOWN) : undefined;
  const message = answer ? plainText(answer.comment) : messageOf(widget, fields);
  const kind = answer ? mail.answer : appointment ? mail.appointment : mail.message;
  return [
    [
      `${widget === 'callback' ? callHeading(words, fields) : topicOf(words, fields) || kind} ${reference}`,
      words.dates.long(receivedAt),
    ],
    answer
      ? [
          fact(words, labels.fields.survey, oneLine(answer.survey, 100)),
          fact(words, labels.fields.score, scoreText(words, answer) || mail.noScore),
        ]
      : [],
    appointment
      ? requestLines(words, fields, timeZone)
      : widget === 'callback'
        ? callLines(words, fields, timeZone)
        : [],
    facts(words, [...sectionLabels(words, 'sender'), ['subject', labels.fields.subject]], fields),
    message ? quoted(message) : (appointment ?? answer) || widget === 'callback' ? [] : [mail.noText],
    widget === 'question' ? facts(words, sectionLabels(words, 'chat'), fields) : [],
    facts(words, [...sectionLabels(words, 'complaint'), ...ownLabels(fields, widget)], fields),
    files.map(({ name, size }) =>
      words.fill(mail.file, { name: oneLine(name, 200), size: words.size(size) }),
    ),
    fields['possible_duplicate'] === true ? [mail.duplicate] : [],
    [inboxUrl ? words.fill(mail.readAndAnswer, { url: `${inboxUrl}/${id}` }) : mail.inInbox],
  ]
    .filter((block) => block.length)
    .map((block) => block.join('\n'))
    .join('\n\n');
};

const fact = (words: InboxWords, label: string, value: string): string =>
  words.fill(words.text.mail.fact, { label, value });

const callHeading = ({ text: { mail } }: InboxWords, fields: Fields): string =>
  isWithdrawal(fields) ? mail.noCallWanted : mail.callWanted;

const isWithdrawal = (fields: Fields): boolean => text(fields, 'outcome') === 'cancelled';

const callSubject = (words: InboxWords, reference: string, fields: Fields, timeZone: TimeZone): string => {
  const { mail } = words.text;
  const window = promisedWindow(fields);
  const when = window ? words.dates.start(window, timeZone) : mail.soon;
  const what = isWithdrawal(fields) ? mail.noCallWanted : words.fill(mail.callWantedAt, { when });
  return oneLine(`[${reference}] ${[what, topicOf(words, fields)].filter(Boolean).join(': ')}`, 150);
};

/** What a visitor was promised, in the company's zone, and about what. */
const callLines = (words: InboxWords, fields: Fields, timeZone: TimeZone): string[] => {
  const { mail, labels } = words.text;
  if (isWithdrawal(fields)) return facts(words, [['regarding', mail.takesBack]], fields);
  const window = promisedWindow(fields);
  const topic = topicOf(words, fields);
  return [
    fact(words, mail.promised, window ? words.dates.period(window, timeZone) : mail.soon),
    ...(topic ? [fact(words, labels.fields.topic, topic)] : []),
  ];
};

const messageOf = (widget: string, fields: Fields): string =>
  text(fields, widget === 'question' ? 'question' : 'message');
/** Whose answer it is makes no difference here. */
const UNKNOWN = { verdict: 'none', respondent: '' } as const;

const topicOf = (words: InboxWords, fields: Fields): string =>
  oneLine(valueLabel(words, text(fields, 'topic')), 100);

/** When is asked for, in the company's zone, and what. */
const requestLines = (words: InboxWords, fields: Fields, timeZone: TimeZone): string[] => {
  const { mail, labels } = words.text;
  const { times, windows, partOfDay } = requestOf(fields);
  const periods = (partOfDay ? windows : times).map((period) => words.dates.period(period, timeZone));
  const part = partOfDay && labels.partsOfDay[partOfDay];
  return [
    ...(periods.length ? [] : [part ?? labels.asSoonAsPossible]),
    ...periods.map((period, index) => fact(words, index ? mail.or : (part ?? mail.timeAsked), period)),
    ...facts(words, sectionLabels(words, 'appointment'), fields),
  ];
};

const ownLabels = (fields: Fields, widget: string): FieldLabel[] =>
  Object.keys(fields)
    .filter((name) => isOwnField(name, widget))
    .map((name) => [name, oneLine(name, 100)] as const);

const facts = (words: InboxWords, labels: readonly FieldLabel[], fields: Fields): string[] =>
  labels.flatMap(([name, label]) => {
    const value = Object.hasOwn(fields, name) ? readable(words, name, fields[name]!) : '';
    if (isBlank(value)) return [];
    return value.includes('\n')
      ? [fact(words, label, '').trimEnd(), ...quoted(value)]
      : [fact(words, label, value)];
  });

const readable = (words: InboxWords, name: string, value: WireValue): string => {
  if (typeof value === 'boolean') return value ? words.text.frame.yes : words.text.frame.no;
  if (name === 'mode') return modeLabel(words, plainText(String(value)));
  if (name === 'outcome') return outcomeLabel(words, plainText(String(value)));
  if (name === 'purchase_date') return words.dates.wireDay(plainText(String(value)));
  if (name === 'remedy') return valueLabel(words, plainText(String(value)));
  return plainText(Array.isArray(value) ? value.join('\n') : String(value));
};

const text = (fields: Fields, name: string): string => {
  const value = textOf(fields, name);
  return isBlank(value) ? '' : plainText(value);
};

const quoted = (value: string): string[] => value.split('\n').map((line) => `> ${line}`.trimEnd());
