import type { TimeZone } from '../../../src/schedule/time-zone.js';
import type { WireValue } from '../../../src/submission/types.js';
import { isBlank } from '../../../src/validation/text.js';
import { promisedWindow } from '../callbacks/request.js';
import { requestOf } from '../appointments/request.js';
import {
  scoreText,
  isOwnField,
  modeLabel,
  outcomeLabel,
  sectionLabels,
  valueLabel,
} from '../inbox/labels.js';
import { shortWhen } from '../inbox/times.js';
import { answerOf } from '../surveys/received-answer.js';
import { oneLine, plainText } from '../store/storable-text.js';
import type { Fields, StoredSubmission } from '../store/store.js';
import { ENGLISH } from '../inbox/words/words.js';

/** One line, so that nothing in it can begin another header. */
export const mailSubject = (
  { reference, widget, receivedAt, fields, appointment }: StoredSubmission,
  timeZone: TimeZone,
): string => {
  if (widget === 'callback') return callSubject(reference, fields, timeZone);
  if (widget === 'survey') {
    const { survey, comment, ...answer } = answerOf(fields, receivedAt, UNKNOWN);
    const about = [scoreText(ENGLISH, answer) || 'an answer', comment].filter(Boolean).join(', ');
    return oneLine(`[${reference}] ${survey}: ${about}`, 150);
  }
  const topic = appointment ? `Appointment, ${shortWhen(ENGLISH, { fields }, timeZone)}` : topicOf(fields);
  const about = appointment ? text(fields, 'service') : text(fields, 'subject') || messageOf(widget, fields);
  return oneLine(`[${reference}] ${[topic, about].filter(Boolean).join(': ')}`, 150);
};

/**
 * Plain text. What the visitor wrote stands behind `>` wherever it may have lines of its own: none of them can pass
 * for a line of ours.
 *
 * @param timeZone the company's
 */
export const mailText = (
  submission: StoredSubmission,
  inboxUrl: string | undefined,
  timeZone: TimeZone,
): string => {
  const { id, reference, widget, fields, receivedAt, files, appointment } = submission;
  const answer = widget === 'survey' ? answerOf(fields, receivedAt, UNKNOWN) : undefined;
  const message = answer ? plainText(answer.comment) : messageOf(widget, fields);
  const kind = answer ? 'Survey answer' : appointment ? 'Appointment request' : 'Message';
  return [
    [
      `${widget === 'callback' ? callHeading(fields) : topicOf(fields) || kind} ${reference}`,
      ENGLISH.dates.long(receivedAt),
    ],
    answer
      ? [`Survey: ${oneLine(answer.survey, 100)}`, `Score: ${scoreText(ENGLISH, answer) || 'none'}`]
      : [],
    appointment ? requestLines(fields, timeZone) : widget === 'callback' ? callLines(fields, timeZone) : [],
    facts([...sectionLabels(ENGLISH, 'sender'), ['subject', 'Subject']], fields),
    message
      ? quoted(message)
      : (appointment ?? answer) || widget === 'callback'
        ? []
        : ['There is no text in this message.'],
    widget === 'question' ? facts(sectionLabels(ENGLISH, 'chat'), fields) : [],
    facts([...sectionLabels(ENGLISH, 'complaint'), ...ownLabels(fields, widget)], fields),
    files.map(({ name, size }) => `File: ${oneLine(name, 200)} (${ENGLISH.size(size)})`),
    fields['possible_duplicate'] === true
      ? ['The sender could not know whether a first try had arrived.']
      : [],
    [inboxUrl ? `Read and answer: ${inboxUrl}/${id}` : 'Files and everything else are in the inbox.'],
  ]
    .filter((block) => block.length)
    .map((block) => block.join('\n'))
    .join('\n\n');
};

const callHeading = (fields: Fields): string =>
  isWithdrawal(fields) ? 'No call wanted any more' : 'Call wanted';

const isWithdrawal = (fields: Fields): boolean => text(fields, 'outcome') === 'cancelled';

const callSubject = (reference: string, fields: Fields, timeZone: TimeZone): string => {
  const window = promisedWindow(fields);
  const when = window ? ENGLISH.dates.start(window, timeZone) : 'as soon as possible';
  const what = isWithdrawal(fields) ? 'No call wanted any more' : `Call wanted, ${when}`;
  return oneLine(`[${reference}] ${[what, topicOf(fields)].filter(Boolean).join(': ')}`, 150);
};

/** What a visitor was promised, in the company's zone, and about what. */
const callLines = (fields: Fields, timeZone: TimeZone): string[] => {
  if (isWithdrawal(fields)) return facts([['regarding', 'Takes back message']], fields);
  const window = promisedWindow(fields);
  const topic = topicOf(fields);
  return [
    `Promised: ${window ? ENGLISH.dates.period(window, timeZone) : 'as soon as possible'}`,
    ...(topic ? [`Topic: ${topic}`] : []),
  ];
};

const messageOf = (widget: string, fields: Fields): string =>
  text(fields, widget === 'question' ? 'question' : 'message');
/** Whose answer it is makes no difference here. */
const UNKNOWN = { verdict: 'none', respondent: '' } as const;

const topicOf = (fields: Fields): string => oneLine(valueLabel(ENGLISH, text(fields, 'topic')), 100);

/** When is asked for, in the company's zone, and what. */
const requestLines = (fields: Fields, timeZone: TimeZone): string[] => {
  const { times, windows, partOfDay } = requestOf(fields);
  const periods = (partOfDay ? windows : times).map((period) => ENGLISH.dates.period(period, timeZone));
  const label = partOfDay ? ENGLISH.text.labels.partsOfDay[partOfDay] : 'Time asked for';
  return [
    ...(periods.length
      ? []
      : [partOfDay ? ENGLISH.text.labels.partsOfDay[partOfDay] : 'As soon as possible']),
    ...periods.map((period, index) => `${index ? 'Or' : label}: ${period}`),
    ...facts(sectionLabels(ENGLISH, 'appointment'), fields),
  ];
};

const ownLabels = (fields: Fields, widget: string) =>
  Object.keys(fields)
    .filter((name) => isOwnField(name, widget))
    .map((name) => [name, oneLine(name, 100)] as const);

const facts = (labels: readonly (readonly [name: string, label: string])[], fields: Fields): string[] =>
  labels.flatMap(([name, label]) => {
    const value = Object.hasOwn(fields, name) ? readable(name, fields[name]!) : '';
    if (isBlank(value)) return [];
    return value.includes('\n') ? [`${label}:`, ...quoted(value)] : [`${label}: ${value}`];
  });

const readable = (name: string, value: WireValue): string => {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (name === 'mode') return modeLabel(ENGLISH, plainText(String(value)));
  if (name === 'outcome') return outcomeLabel(ENGLISH, plainText(String(value)));
  if (name === 'remedy') return valueLabel(ENGLISH, plainText(String(value)));
  return plainText(Array.isArray(value) ? value.join('\n') : String(value));
};

const text = (fields: Fields, name: string): string => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' && !isBlank(value) ? plainText(value) : '';
};

const quoted = (value: string): string[] => value.split('\n').map((line) => `> ${line}`.trimEnd());
