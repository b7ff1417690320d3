import { contactForm } from '../../../../../src/localization/locales/en/contact-form.js';
import { kitValues } from '../kit-values.js';

/** Words for wire names and for the values that the kit itself sends. */
export const labels = {
  fields: {
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    topic: 'Topic',
    subject: 'Subject',
    service: 'Service',
    staff: 'With',
    mode: 'How',
    place: 'Place',
    people: 'People',
    notes: 'Notes',
    outcome: 'How it ended',
    entry: 'Entry shown',
    helpful: 'It helped',
    transcript: 'What was said',
    order_number: 'Product or order',
    purchase_date: 'Bought on',
    remedy: 'Remedy wanted',
    survey: 'Survey',
    metric: 'What was asked',
    score: 'Score',
    score_min: 'Lowest score',
    score_max: 'Highest score',
    comment: 'Comment',
    respondent: 'Token of the invitation',
    consent_text: 'Agreed to',
    consent_at: 'When',
    consent_url: 'Privacy policy',
    consent_received_at: 'Recorded here',
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
  /** Topics and remedies of the kit, in the words of its widgets. */
  values: kitValues(contactForm),
  /** How asking the chat ended. */
  outcomes: {
    answered: 'Answered',
    unanswered: 'Not answered',
    handover: 'Left for a person',
  },
  /** How people meet, as the company sees it. */
  modes: {
    visit: 'Visit, at their place',
    office: 'At your place',
    phone: 'By phone',
    video: 'By video call',
  },
  partsOfDay: {
    morning: 'In the morning',
    afternoon: 'In the afternoon',
    any: 'At any time of day',
  },
  /** A part of the day and the first day that suits. */
  partFrom: '{part} from {day}',
  asSoonAsPossible: 'As soon as possible',
  /** How a request for an appointment stands. */
  standings: {
    requested: 'Requested',
    confirmed: 'Confirmed',
    proposed: 'Another time proposed',
    declined: 'Declined',
    cancelled: 'Cancelled',
  },
  /** The forms of the kit. */
  widgets: {
    contact: 'Contact form',
    appointment: 'Appointment request',
    question: 'FAQ chat',
    callback: 'Callback request',
    survey: 'Survey answer',
  },
  /** How a call that was asked for stands. */
  callStates: {
    open: 'To be called',
    reached: 'Reached',
    done: 'Done',
    withdrawn: 'Taken back by the visitor',
  },
  /** What happened to a call. */
  callEvents: {
    claimed: 'Claimed',
    released: 'Released',
    reached: 'Reached',
    missed: 'Not reached',
    done: 'Done',
    reopened: 'Opened again',
    repeated: 'Asked for again by the visitor',
    withdrawn: 'Taken back by the visitor',
  },
  /** Why a message is in quarantine. */
  held: {
    by_hand: 'It was moved here by hand.',
    spam: 'This looks as if a machine had written it.',
    number_open: 'This number has as many open requests as CALLBACKS_OPEN_PER_NUMBER allows.',
    number_day: 'This number was asked for as often within a day as CALLBACKS_PER_NUMBER_DAY allows.',
    address: 'As many requests came from this address within an hour as CALLBACKS_PER_ADDRESS_HOUR allows.',
    all: 'As many requests came within an hour as CALLBACKS_PER_HOUR allows.',
  },
  /** How a message stands. */
  states: { new: 'New', read: 'Read', answered: 'Answered' },
  /** The same within brackets. */
  statesWithin: {
    new: 'new',
    read: 'read',
    answered: 'answered',
  },
  /** What surveys ask for. */
  metrics: {
    csat: 'Satisfaction (CSAT)',
    nps: 'Recommendation (NPS)',
    ces: 'Ease (CES)',
    expectation: 'Compared with expectations',
  },
  noScore: 'No score',
  /** Why an answer does not count. */
  verdicts: {
    none: 'It follows an answer that does not count.',
    valid: 'It looks as if a machine had written it.',
    expired: 'It came after the invitation had expired.',
    revoked: 'Its invitation was revoked before.',
    other_survey: 'Its invitation was to another survey.',
    invalid: 'The token in its link was not made here, or was altered.',
  },
  /** A score of a scale that begins with 1. */
  score: '{value} of {max}',
  /** A score of any other scale. */
  scoreBetween: '{value} ({min} to {max})',
};
