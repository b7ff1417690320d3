import type { HeldReason } from '../store/callbacks.js';
import type { NewAnswer } from '../store/surveys.js';
import type { InboxWords } from './words/words.js';

/** Standard wire names, in the order in which a person reads a message. */
const SECTIONS = {
  sender: ['name', 'email', 'phone'],
  appointment: ['service', 'staff', 'mode', 'place', 'people', 'notes'],
  chat: ['outcome', 'entry', 'helpful', 'transcript'],
  complaint: ['order_number', 'purchase_date', 'remedy'],
  survey: ['survey', 'metric', 'score', 'score_min', 'score_max', 'comment', 'respondent'],
  consent: ['consent_text', 'consent_at', 'consent_url'],
  context: [
    'page_url',
    'page_title',
    'referrer',
    'landing_page',
    'utm_source',
    'utm_medium',
    'utm_campaign',
    'utm_term',
    'utm_content',
    'gclid',
    'gbraid',
    'wbraid',
    'fbclid',
    'msclkid',
    'locale',
    'created_at',
    'regarding',
    'spam_score',
    'spam_signals',
    'reference',
    'widget',
    'submission_id',
  ],
} as const;

export type Section = keyof typeof SECTIONS;

/** Shown in places of their own. */
const APART: readonly string[] = ['topic', 'subject', 'message', 'question', 'possible_duplicate'];
const TIMES: readonly string[] = [
  ...['start', 'end', 'alternatives', 'part_of_day', 'timezone', 'visitor_timezone'],
];
const CALL_FIELDS: readonly string[] = [
  ...['window_start', 'window_end', 'timezone', 'visitor_timezone', 'outcome'],
];

/** A wire name and what it is called here. */
export type FieldLabel = readonly [name: string, label: string];

export const sectionLabels = ({ text }: InboxWords, section: Section): readonly FieldLabel[] =>
  SECTIONS[section].map((name) => [name, text.labels.fields[name]]);

const KNOWN: ReadonlySet<string> = new Set([
  ...APART,
  ...TIMES,
  ...CALL_FIELDS,
  ...Object.values(SECTIONS).flat(),
]);

/** Of one kind of submission. Another form may have fields of these names that are the owner's own. */
const OF_WIDGETS: Readonly<Record<string, readonly string[]>> = {
  appointment: [...TIMES, ...SECTIONS.appointment],
  question: ['question', ...SECTIONS.chat],
  callback: CALL_FIELDS,
  survey: SECTIONS.survey,
};

/** Whether a field is one of the owner's own. */
export const isOwnField = (name: string, widget: string): boolean => {
  const owners = Object.keys(OF_WIDGETS).filter((owner) => OF_WIDGETS[owner]!.includes(name));
  return !KNOWN.has(name) || (owners.length > 0 && !owners.includes(widget));
};

/** Standard wire names, in the order of the inbox. Exports put them first. */
export const STANDARD_FIELDS: readonly string[] = [...KNOWN];

/** The word for a value that the kit knows; any other as it is. */
const known = (labels: Readonly<Record<string, string>>, value: string): string =>
  Object.hasOwn(labels, value) ? labels[value]! : value;

/** How asking the chat ended, in words. */
export const outcomeLabel = ({ text }: InboxWords, outcome: string): string =>
  known(text.labels.outcomes, outcome);

/** The kit's own topics and remedies in words; an owner's own as it is. */
export const valueLabel = ({ text }: InboxWords, value: string): string => known(text.labels.values, value);

/** How people meet, in words. */
export const modeLabel = ({ text }: InboxWords, mode: string): string => known(text.labels.modes, mode);

/** The forms of the kit; another by the name it goes by. */
export const widgetLabel = ({ text }: InboxWords, widget: string): string =>
  known(text.labels.widgets, widget);

/** Why a message is in quarantine. */
export const heldText = ({ text }: InboxWords, reason: HeldReason): string =>
  text.labels.held[reason || 'by_hand'];

/** `2 of 5`; of a scale that does not begin with 1, `2 (0 to 10)`. Empty where there is no score. */
export const scoreText = (words: InboxWords, { score }: { readonly score?: NewAnswer['score'] }): string => {
  if (!score) return '';
  const { score: ofMax, scoreBetween } = words.text.labels;
  return words.fill(score.min === 1 ? ofMax : scoreBetween, { ...score });
};

/** What a survey asks for; what another program of the owner's asks by the name it goes by. */
export const metricLabel = ({ text: { labels } }: InboxWords, metric: string): string =>
  known(labels.metrics, metric) || labels.fields.score;
