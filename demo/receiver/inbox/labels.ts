import type { AppointmentMode, PartOfDay } from '../../../src/submission/types.js';
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
const APART: readonly string[] = ['topic', 'subject', 'message', 'possible_duplicate'];
const TIMES: readonly string[] = [
  ...['start', 'end', 'alternatives', 'part_of_day', 'timezone', 'visitor_timezone'],
];

export const sectionLabels = (section: Section): readonly (readonly [name: string, label: string])[] =>
  Object.entries<string>(SECTIONS[section]);

const KNOWN: ReadonlySet<string> = new Set([
  ...APART,
  ...TIMES,
  ...Object.values(SECTIONS).flatMap((labels) => Object.keys(labels)),
]);

/** Of requests for appointments. Another form may have fields of these names that are the owner's own. */
const OF_APPOINTMENTS: ReadonlySet<string> = new Set([...TIMES, ...Object.keys(SECTIONS.appointment)]);

/** Of answers to surveys, likewise. */
const OF_SURVEYS: ReadonlySet<string> = new Set(Object.keys(SECTIONS.survey));

/** Whether a field is one of the owner's own. */
export const isOwnField = (name: string, widget: string): boolean =>
  !KNOWN.has(name) ||
  (widget !== 'appointment' && OF_APPOINTMENTS.has(name)) ||
  (widget !== 'survey' && OF_SURVEYS.has(name));

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
  survey: 'Survey answer',
};

export const STATE_LABELS = { new: 'New', read: 'Read', answered: 'Answered' } as const;
