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
import { chooses, THURSDAY, toWhen } from './steps.js';

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

/** The parts of the step that asks when, each with its name: `harreman-appointment-request::part(times)`. */
export const Anatomy: AppointmentStory = {
  render: (args) => html`
    <style>
      .anatomy harreman-appointment-request {
        --harreman-space: 1.75em;
      }
      .anatomy harreman-appointment-request::part(heading),
      .anatomy harreman-appointment-request::part(steps),
      .anatomy harreman-appointment-request::part(step-heading),
      .anatomy harreman-appointment-request::part(calendar-button),
      .anatomy harreman-appointment-request::part(times),
      .anatomy harreman-appointment-request::part(time),
      .anatomy harreman-appointment-request::part(back-button),
      .anatomy harreman-appointment-request::part(submit-button) {
        outline: 1px dashed color-mix(in srgb, currentColor 45%, transparent);
        outline-offset: 3px;
      }
      .anatomy harreman-appointment-request::part(heading)::after,
      .anatomy harreman-appointment-request::part(steps)::after,
      .anatomy harreman-appointment-request::part(step-heading)::after,
      .anatomy harreman-appointment-request::part(times)::after {
        padding-inline-start: 0.75em;
        font:
          500 12px ui-monospace,
          monospace;
      }
      .anatomy harreman-appointment-request::part(heading)::after {
        content: '::part(heading)';
      }
      .anatomy harreman-appointment-request::part(steps)::after {
        content: '::part(steps)';
      }
      .anatomy harreman-appointment-request::part(step-heading)::after {
        content: '::part(step-heading)';
      }
      .anatomy harreman-appointment-request::part(times)::after {
        padding-inline-start: 0;
        content: '::part(times), and a ::part(time) each';
      }
    </style>
    <div class="anatomy">${appointmentRequest(args)}</div>
  `,
  play: async ({ canvasElement }) => {
    await chooses(await toWhen(canvasElement), THURSDAY);
  },
};
