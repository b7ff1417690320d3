import type { AppointmentMode, PartOfDay, QuestionOutcome } from '../../../src/submission/types.js';
import type { CallEventKind, CallState, HeldReason } from '../store/callbacks.js';
import type { Standing } from '../appointments/standing.js';

/** Words of the inbox for wire names, in the order in which a person reads a message. */
const SECTIONS = {
  sender: { name: 'Name', email: 'E-mail', phone: 'Phone' },
  appointment: {
    service: 'Service',
    staff: 'With',
    mode: 'How',
    place: 'Place',
    people: 'People',
    notes: 'Notes',
  },
  chat: {
    outcome: 'How it ended',
    entry: 'Entry shown',
    helpful: 'It helped',
    transcript: 'What was said',
  },
  complaint: {
    order_number: 'Product or order',
    purchase_date: 'Bought on',
    remedy: 'Remedy wanted',
  },
  survey: {
    survey: 'Survey',
    metric: 'What was asked',
    score: 'Score',
    score_min: 'Lowest score',
    score_max: 'Highest score',
    comment: 'Comment',
    respondent: 'Token of the invitation',
  },
  consent: { consent_text: 'Agreed to', consent_at: 'When', consent_url: 'Privacy policy' },
  context: {
    page_url: 'Page',
    page_title: 'Page title',
    referrer: 'Came from',
    landing_page: 'First page of the visit',
    utm_source: 'Campaign source',
    utm_medium: 'Campaign medium',
    utm_campaign: 'Campaign',
    utm_term: 'Campaign term',
    utm_content: 'Campaign content',
    gclid: 'Google Ads click',
    gbraid: 'Google Ads click (app)',
    wbraid: 'Google Ads click (web)',
    fbclid: 'Meta click',
    msclkid: 'Microsoft Ads click',
    locale: 'Language',
    created_at: 'Sent at (by the sender’s clock)',
    regarding: 'Follows message',
    spam_score: 'Spam score (0 to 100)',
    spam_signals: 'Spam signals',
    reference: 'Reference shown to the sender',
    widget: 'Form',
    submission_id: 'Message id',
  },
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

export const sectionLabels = (section: Section): readonly (readonly [name: string, label: string])[] =>
  Object.entries<string>(SECTIONS[section]);

const KNOWN: ReadonlySet<string> = new Set([
  ...APART,
  ...TIMES,
  ...CALL_FIELDS,
  ...Object.values(SECTIONS).flatMap((labels) => Object.keys(labels)),
]);

/** Of one kind of submission. Another form may have fields of these names that are the owner's own. */
const OF_WIDGETS: Readonly<Record<string, readonly string[]>> = {
  appointment: [...TIMES, ...Object.keys(SECTIONS.appointment)],
  question: ['question', ...Object.keys(SECTIONS.chat)],
  callback: CALL_FIELDS,
  survey: Object.keys(SECTIONS.survey),
};

/** Whether a field is one of the owner's own. */
export const isOwnField = (name: string, widget: string): boolean => {
  const owners = Object.keys(OF_WIDGETS).filter((owner) => OF_WIDGETS[owner]!.includes(name));
  return !KNOWN.has(name) || (owners.length > 0 && !owners.includes(widget));
};

/** Standard wire names, in the order of the inbox. Exports put them first. */
export const STANDARD_FIELDS: readonly string[] = [...KNOWN];

const VALUES: Readonly<Record<string, string>> = {
  question: 'Question',
  suggestion: 'Suggestion',
  improvement: 'Proposal for improvement',
  complaint: 'Complaint',
  quote: 'Request for a quote',
  repair: 'Repair',
  replacement: 'Replacement',
  price_reduction: 'Price reduction',
  refund: 'Refund',
  explanation: 'An explanation',
};

const OUTCOMES: Readonly<Record<QuestionOutcome, string>> = {
  answered: 'Answered',
  unanswered: 'Not answered',
  handover: 'Left for a person',
};

/** How asking the chat ended, in words. */
export const outcomeLabel = (outcome: string): string =>
  Object.hasOwn(OUTCOMES, outcome) ? OUTCOMES[outcome as QuestionOutcome] : outcome;

/** The kit's own topics and remedies in words; an owner's own as it is. */
export const valueLabel = (value: string): string => (Object.hasOwn(VALUES, value) ? VALUES[value]! : value);

const MODE_LABELS: Readonly<Record<AppointmentMode, string>> = {
  visit: 'Visit, at their place',
  office: 'At your place',
  phone: 'By phone',
  video: 'By video call',
};

/** How people meet, in words. */
export const modeLabel = (mode: string): string =>
  Object.hasOwn(MODE_LABELS, mode) ? MODE_LABELS[mode as AppointmentMode] : mode;

export const PART_LABELS: Readonly<Record<PartOfDay, string>> = {
  morning: 'In the morning',
  afternoon: 'In the afternoon',
  any: 'At any time of day',
};

/** How a request for an appointment stands. */
export const STANDING_LABELS: Readonly<Record<Standing, string>> = {
  requested: 'Requested',
  confirmed: 'Confirmed',
  proposed: 'Another time proposed',
  declined: 'Declined',
  cancelled: 'Cancelled',
};

/** The forms of the kit; another by the name it goes by. */
export const widgetLabel = (widget: string): string =>
  Object.hasOwn(WIDGETS, widget) ? WIDGETS[widget]! : widget;

const WIDGETS: Readonly<Record<string, string>> = {
  contact: 'Contact form',
  appointment: 'Appointment request',
  question: 'FAQ chat',
  callback: 'Callback request',
  survey: 'Survey answer',
};

/** How a call that was asked for stands. */
export const CALL_STATE_LABELS: Readonly<Record<CallState, string>> = {
  open: 'To be called',
  reached: 'Reached',
  done: 'Done',
  withdrawn: 'Taken back by the visitor',
};

/** What happened to a call. */
export const CALL_EVENT_LABELS: Readonly<Record<CallEventKind, string>> = {
  claimed: 'Claimed',
  released: 'Released',
  reached: 'Reached',
  missed: 'Not reached',
  done: 'Done',
  reopened: 'Opened again',
  repeated: 'Asked for again by the visitor',
  withdrawn: 'Taken back by the visitor',
};

/** Why a message is in quarantine, where the receiver put it there. */
export const HELD_LABELS: Readonly<Record<HeldReason, string>> = {
  '': 'It was moved here by hand.',
  'spam': 'This looks as if a machine had written it.',
  'number_open': 'This number has as many open requests as CALLBACKS_OPEN_PER_NUMBER allows.',
  'number_day': 'This number was asked for as often within a day as CALLBACKS_PER_NUMBER_DAY allows.',
  'address': 'As many requests came from this address within an hour as CALLBACKS_PER_ADDRESS_HOUR allows.',
  'all': 'As many requests came within an hour as CALLBACKS_PER_HOUR allows.',
};

export const STATE_LABELS = { new: 'New', read: 'Read', answered: 'Answered' } as const;
