import { html } from 'lit';
import { calendars } from '../support/calendar-server.js';
import {
  appointmentRequest,
  choices,
  meta,
  representative,
  type AppointmentMeta,
  type AppointmentStory,
} from './appointment-request.js';
import { chooses, THURSDAY, toWhen } from './steps.js';

/** What an owner decides, by attributes and by ordinary HTML inside the tag. */
export default {
  ...meta,
  title: 'Appointment request/Options',
} satisfies AppointmentMeta;

/** `<select name="service">` and `<select name="staff">` are the choices; other controls are asked for with the details. */
export const OwnHtml: AppointmentStory = {
  name: 'Owner’s HTML',
  args: { modes: ['visit'], people: 6 },
  render: (args) =>
    appointmentRequest(
      args,
      html`${choices}
        <label>
          How did you hear of us?
          <input name="source" />
        </label>
        <input type="hidden" name="campaign" value="autumn" />`,
    ),
};

/** The person whom the visitor will meet, in `slot="representative"`. */
export const Representative: AppointmentStory = {
  render: (args) => appointmentRequest(args, representative),
};

/** A single way to meet isn't asked for. Who wants to be called is asked for a number. */
export const ByPhone: AppointmentStory = {
  args: { 'modes': ['phone'], 'slot-minutes': 15, 'reply-within': 1 },
};

/** Without a server: the opening hours, the length of a time, and the days on which nobody is there. */
export const Hours: AppointmentStory = {
  args: {
    'hours': 'Mo-Fr 09:00-13:00,15:00-18:00; Sa 10:00-13:00; PH off',
    'closed': '2026-12-24/2027-01-06',
    'holidays': '2026-12-08',
    'slot-minutes': 60,
    'notice-hours': 48,
    'horizon-days': 90,
  },
  play: async ({ canvasElement }) => {
    await chooses(await toWhen(canvasElement), THURSDAY);
  },
};

/** With a calendar server, which says what is free. */
export const Availability: AppointmentStory = {
  args: { availability: calendars.free },
  play: async ({ canvasElement }) => {
    await chooses(await toWhen(canvasElement), THURSDAY);
  },
};

/** A form that the page already has: it works without the script, and gains steps and a calendar with it. */
export const TakenOver: AppointmentStory = {
  name: 'A form taken over',
  render: (args) =>
    appointmentRequest(
      args,
      html`
        <form action="https://example.com/mail.php" method="post">
          <p>
            <label>
              What for?
              <select name="service">
                <option value="windows">Windows</option>
                <option value="floors">Floors</option>
              </select>
            </label>
          </p>
          <p>
            <label>When? <input type="datetime-local" name="start" required /></label>
          </p>
          <p>
            <label>Your name <input name="visitor" autocomplete="name" required /></label>
          </p>
          <p>
            <label>E-mail <input type="email" name="mail" autocomplete="email" required /></label>
          </p>
          <p><button>Ask for a visit</button></p>
        </form>
      `,
    ),
};
