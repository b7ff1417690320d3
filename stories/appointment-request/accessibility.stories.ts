import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import {
  appointmentRequest,
  choices,
  meta,
  type AppointmentMeta,
  type AppointmentStory,
} from './appointment-request.js';
import { chooses, THURSDAY, toWhen } from './steps.js';

/** For everybody: the keyboard, narrow screens, large text, other directions. */
export default {
  ...meta,
  title: 'Appointment request/Accessibility',
} satisfies AppointmentMeta;

/** A day in the calendar, a time, and on, without a pointer. */
export const Keyboard: AppointmentStory = {
  play: async ({ canvasElement, step }) => {
    const visitor = await toWhen(canvasElement);
    await step('The calendar opens on the first free day; a week on, it is a Wednesday', async () => {
      (await visitor.sees('calendar-button')).focus();
      await userEvent.keyboard('{Enter}');
      await visitor.isTakenTo('calendar-grid');
      await userEvent.keyboard('{ArrowDown}');
      await userEvent.keyboard('{Enter}');
      await visitor.isTakenTo('calendar-button');
    });
    await step('A time of it, and Enter', async () => {
      const time = await visitor.control('start');
      time.focus();
      await userEvent.keyboard(' ');
      await expect(time).toHaveProperty('value', expect.stringMatching(/^2026-12-02T09:00/));
      await userEvent.keyboard('{Enter}');
      await visitor.isTakenTo('step-heading');
      await visitor.control('name');
    });
  },
};

/** 320 CSS pixels: a small phone, or 400 % zoom. */
export const Narrow: AppointmentStory = {
  globals: { viewport: { value: 'narrow' } },
  render: (args) => html`<div style="max-inline-size: 304px">${appointmentRequest(args)}</div>`,
  play: async ({ canvasElement }) => {
    await chooses(await toWhen(canvasElement), THURSDAY);
  },
};

/** Text twice as large, as a visitor's own setting would make it. */
export const LargeText: AppointmentStory = {
  ...Narrow,
  globals: {},
  render: (args) => html`<div style="--harreman-font-size: 200%">${appointmentRequest(args)}</div>`,
};

/** The page reads from right to left; numbers and addresses do not. */
export const RightToLeft: AppointmentStory = {
  globals: { direction: 'rtl' },
  render: (args) => appointmentRequest(args, choices),
  play: async ({ canvasElement }) => {
    const visitor = await toWhen(canvasElement, { service: 'garden', mode: 'office' });
    await chooses(visitor, THURSDAY);
  },
};
