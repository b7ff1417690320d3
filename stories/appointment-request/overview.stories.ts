import { html } from 'lit';
import { contacts } from '../support/form-args.js';
import {
  appointmentRequest,
  choices,
  meta,
  representative,
  type AppointmentMeta,
  type AppointmentStory,
} from './appointment-request.js';

export default {
  ...meta,
  title: 'Appointment request/Overview',
} satisfies AppointmentMeta;

/** Every attribute as a control, every event in the Actions panel; `answer` decides how sending ends. */
export const Playground: AppointmentStory = {
  args: {
    'hours': 'Mo-Fr 09:00-13:00,15:00-18:00; Sa 10:00-13:00; PH off',
    'closed': '2026-12-24/2027-01-06',
    'holidays': '2026-12-08, 2026-12-25',
    'slot-minutes': 30,
    'buffer-minutes': 0,
    'notice-hours': 24,
    'horizon-days': 60,
    'modes': ['visit', 'office', 'phone', 'video'],
    'people': 6,
    'reply-within': 2,
    'reply-by': 'either',
    'heading': 'Ask for an appointment',
    'heading-level': '2',
    'privacy-url': 'https://example.com/privacy',
    'persist': 'on',
    'remember-source': false,
  },
  render: (args) => appointmentRequest(args, html`${representative} ${choices} ${contacts}`),
};

/** Nothing but the tag: how to meet, when, who, and a look at it all. */
export const Overview: AppointmentStory = {};
