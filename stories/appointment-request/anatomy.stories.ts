import { html, type TemplateResult } from 'lit';
import { userEvent } from 'storybook/test';
import { REMEMBERED } from '../../src/controllers/remembered-key.js';
import { anatomy, type Scene } from '../support/anatomy.js';
import { NOWHERE } from '../support/endpoints.js';
import { photo } from '../support/files.js';
import { NOW } from '../support/clock.js';
import { contacts } from '../support/form-args.js';
import { Visitor } from '../support/visitor.js';
import {
  appointmentRequest,
  choices,
  meta,
  representative,
  type AppointmentArgs,
} from './appointment-request.js';
import { ABOUT, chooses, FRIDAY, send, THURSDAY, toCheck, toDetails, toWhen } from './steps.js';

/** All that a style sheet can reach, where it is. */
export default { ...meta, title: 'Appointment request/Anatomy' };

const form = (args: AppointmentArgs, content: TemplateResult = contacts) =>
  appointmentRequest({ answer: 'sent', persist: 'off', ...args }, content);

const scenes: readonly Scene[] = [
  {
    name: 'What',
    shows: [],
    render: () => form({}, choices),
    play: async (stage) => {
      const visitor = await Visitor.at(stage);
      await visitor.sees('option');
      await visitor.fills({ mode: ABOUT.mode });
      await visitor.sees('hint');
    },
  },
  {
    name: 'When',
    shows: [
      '::part(back-button)',
      '::part(calendar-button)',
      '::part(times)',
      '::part(time)',
      '::part(wishes)',
    ],
    render: () => form({}),
    play: async (stage) => {
      const visitor = await toWhen(stage);
      await chooses(visitor, THURSDAY);
      await userEvent.click(await visitor.finds('[part=times] + button'));
      await chooses(visitor, FRIDAY);
    },
  },
  {
    name: 'Calendar',
    shows: [
      '::part(calendar)',
      '::part(calendar-dialog)',
      '::part(calendar-month)',
      '::part(calendar-turn)',
      '::part(calendar-grid)',
      '::part(calendar-day)',
      '::part(calendar-line)',
      '::part(today)',
      '::part(unavailable)',
      '::part(selected)',
    ],
    render: () => form({}),
    play: async (stage) => {
      const visitor = await toWhen(stage);
      await chooses(visitor, THURSDAY);
      await visitor.presses('calendar-button');
      await visitor.sees('selected');
    },
  },
  {
    name: 'Who',
    shows: [
      '::part(group)',
      '::part(consent)',
      '::part(privacy-link)',
      '::part(file-button)',
      '::part(file-list)',
    ],
    render: () =>
      form(
        { 'reply-by': 'either', 'privacy-url': 'https://example.com/privacy' },
        html`<label>Picture of the room <input type="file" name="picture" accept="image/*" /></label>`,
      ),
    play: async (stage) => {
      const visitor = await toDetails(stage);
      await visitor.chooses('picture', photo);
      await visitor.sees('file-list');
    },
  },
  {
    name: 'Slots',
    shows: ['slot="heading"', 'slot="intro"', 'slot="representative"'],
    render: () =>
      form(
        {},
        html`<h2 slot="heading">A visit from us</h2>
          <p slot="intro">A person answers each request.</p>
          ${representative}`,
      ),
    play: async (stage) => {
      await Visitor.at(stage);
    },
  },
  {
    name: 'Own consent',
    shows: ['slot="consent"'],
    render: () => form({}, html`<span slot="consent">I agree to be called.</span>`),
    play: async (stage) => {
      await toDetails(stage);
    },
  },
  {
    name: 'Errors',
    shows: ['::part(error)', '::part(error-summary)', ':state(invalid)', '--harreman-color-error'],
    render: () => form({}),
    play: async (stage) => {
      const visitor = await Visitor.at(stage);
      await visitor.sends();
      await visitor.sees('error-summary');
    },
  },
  {
    name: 'Check',
    shows: ['::part(review)', 'slot="captcha"'],
    render: () => form({}, html`<label slot="captcha">Three and four? <input name="captcha" /></label>`),
    play: async (stage) => {
      await toCheck(stage);
    },
  },
  {
    name: 'Sending',
    shows: ['::part(status)', ':state(busy)'],
    render: () => form({ answer: 'silent' }),
    play: async (stage) => {
      await send(stage);
    },
  },
  {
    name: 'Not sent',
    shows: ['::part(failure)', '::part(retry-button)', '::part(contacts)'],
    render: () => form({ answer: 'offline' }),
    play: async (stage) => {
      await (await send(stage)).sees('failure');
    },
  },
  {
    name: 'Saved',
    shows: ['::part(delete-button)', ':state(saved)'],
    render: () => form({ ...NOWHERE }),
    play: async (stage) => {
      await (await send(stage)).sees('end');
    },
  },
  {
    name: 'Sent',
    shows: ['::part(end)', '::part(reference)', '::part(keepsake)', 'slot="thanks"', ':state(sent)'],
    render: () => form({}, html`<p slot="thanks">Somebody calls you today.</p>`),
    play: async (stage) => {
      await (await send(stage)).sees('end');
    },
  },
  {
    name: 'Remembered',
    shows: ['::part(notices)', '::part(notice)'],
    render: () => {
      localStorage.setItem(REMEMBERED, JSON.stringify({ at: NOW, service: 'garden', place: ABOUT.place }));
      return form({ persist: 'on', modes: ['visit'] }, choices);
    },
    play: async (stage) => {
      await (await Visitor.at(stage)).sees('notice');
    },
  },
  {
    name: 'No endpoint',
    shows: ['(default)'],
    render: () => form({ answer: 'network' }),
  },
];

export const Anatomy = anatomy('harreman-appointment-request', scenes);
