import { expect, userEvent, waitFor } from 'storybook/test';
import { REMEMBERED } from '../../src/controllers/remembered-key.js';
import { calendars } from '../support/calendar-server.js';
import { NOW } from '../support/clock.js';
import { contacts } from '../support/form-args.js';
import { Visitor } from '../support/visitor.js';
import {
  appointmentRequest,
  choices,
  meta,
  type AppointmentMeta,
  type AppointmentStory,
} from './appointment-request.js';
import {
  ABOUT,
  chooses,
  FRIDAY,
  MONDAY,
  send,
  THURSDAY,
  toCheck,
  toDetails,
  toWhen,
  written,
} from './steps.js';

/** Where a request can stand. Each story gets there as a visitor would: step by step. */
export default {
  ...meta,
  title: 'Appointment request/States',
  render: (args) => appointmentRequest(args, contacts),
} satisfies AppointmentMeta;

/** The first step: what and how. */
export const What: AppointmentStory = {
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.fills(ABOUT);
  },
};

/** Somebody who was here before, and wished to be remembered: the same again, in one press. */
export const Remembered: AppointmentStory = {
  args: { modes: ['visit'] },
  render: (args) => appointmentRequest(args, choices),
  beforeEach: () => {
    const last = { at: NOW - 21 * 24 * 60 * 60 * 1000, service: 'garden', place: ABOUT.place };
    localStorage.setItem(REMEMBERED, JSON.stringify(last));
  },
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await expect((await visitor.sees('notice')).textContent).toContain(ABOUT.place);
  },
};

/** Nothing was chosen: a summary that takes the focus, and the problem at its field too. */
export const WhatErrors: AppointmentStory = {
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.sends();
    await visitor.isTakenTo('error-summary');
  },
};

/** The second step: a day, written or chosen in the calendar; the nearest free ones are a press away. */
export const When: AppointmentStory = {
  play: async ({ canvasElement }) => {
    await toWhen(canvasElement);
  },
};

/** A Sunday: the field says why not. */
export const WhenErrors: AppointmentStory = {
  play: async ({ canvasElement }) => {
    const visitor = await toWhen(canvasElement);
    await visitor.writesDay(written(29));
    await visitor.sends();
    await visitor.isTakenTo('error-summary');
  },
};

/** The times of a day, in its halves. */
export const Times: AppointmentStory = {
  play: async ({ canvasElement }) => {
    const visitor = await toWhen(canvasElement);
    await visitor.writesDay(written(THURSDAY));
    await visitor.sees('times');
  },
};

/** Two times that would suit, the best first, and a third under way. */
export const Alternatives: AppointmentStory = {
  play: async ({ canvasElement }) => {
    const visitor = await toWhen(canvasElement);
    for (const day of [THURSDAY, FRIDAY]) {
      await chooses(visitor, day);
      const add = await visitor.finds('[part=times] + button');
      // It begins where the times do.
      await expect(add.offsetWidth).toBeLessThan((await visitor.sees('times')).offsetWidth);
      await userEvent.click(add);
    }
    await chooses(visitor, MONDAY);
    await expect((await visitor.sees('wishes')).querySelectorAll('li')).toHaveLength(2);
  },
};

/** Any morning of a week. */
export const AnyMorning: AppointmentStory = {
  play: async ({ canvasElement }) => {
    const visitor = await toWhen(canvasElement);
    await visitor.fills({ when: 'any' });
    // Weeks begin on another day in each language.
    const week = (await visitor.control('week')) as HTMLSelectElement;
    await visitor.fills({ week: week.options[2]!.value, part_of_day: 'morning' });
  },
};

/** The soonest: nothing more to say. */
export const AsSoonAsPossible: AppointmentStory = {
  play: async ({ canvasElement }) => {
    const visitor = await toWhen(canvasElement);
    await visitor.fills({ when: 'soon' });
  },
};

/** The company is elsewhere: its time and the visitor's own stand beside one another. */
export const TwoTimeZones: AppointmentStory = {
  args: { timezone: 'Asia/Kathmandu' },
  play: async ({ canvasElement }) => {
    const visitor = await toWhen(canvasElement);
    await chooses(visitor, THURSDAY);
    await expect((await visitor.sees('times')).textContent).toContain('Asia/Kathmandu, UTC+5:45');
  },
};

/** The calendar: free days, closed ones, and why. */
export const Calendar: AppointmentStory = {
  args: { availability: calendars.free },
  play: async ({ canvasElement }) => {
    const visitor = await toWhen(canvasElement);
    await visitor.presses('calendar-button');
    await visitor.isTakenTo('calendar-grid');
    await waitFor(async () => expect(await visitor.sees('calendar-grid')).not.toHaveAttribute('aria-busy'));
  },
};

/** The calendar server takes its time. */
export const Loading: AppointmentStory = {
  args: { availability: calendars.silent },
  play: async ({ canvasElement }) => {
    const visitor = await toWhen(canvasElement);
    await visitor.writesDay(written(THURSDAY));
  },
};

/** The calendar server can't be reached: the opening hours stand in for it, and the visitor is told. */
export const CalendarFailed: AppointmentStory = {
  args: { availability: calendars.failing },
  play: async ({ canvasElement }) => {
    const visitor = await toWhen(canvasElement);
    await chooses(visitor, THURSDAY);
  },
};

/** Every time is taken: as soon as possible, and another week, can still be asked for. */
export const NothingFree: AppointmentStory = {
  args: { availability: calendars.full },
  play: async ({ canvasElement }) => {
    const visitor = await toWhen(canvasElement);
    await visitor.writesDay(written(THURSDAY));
    await visitor.finds('.when > .hint:not([aria-busy])');
  },
};

/** The third step: who asks. */
export const Details: AppointmentStory = {
  args: { 'reply-by': 'either', 'privacy-url': 'https://example.com/privacy' },
  play: async ({ canvasElement }) => {
    await toDetails(canvasElement);
  },
};

export const DetailsErrors: AppointmentStory = {
  ...Details,
  play: async ({ canvasElement }) => {
    const visitor = await toDetails(canvasElement);
    await visitor.sends();
    await visitor.isTakenTo('error-summary');
  },
};

/** The last step: everything once more, with a way back to each answer. */
export const Check: AppointmentStory = {
  args: { 'reply-within': 2 },
  play: async ({ canvasElement }) => {
    await toCheck(canvasElement);
  },
};

/** Somebody else got the time just before: nothing else is lost, and other times are a press away. */
export const TimeGone: AppointmentStory = {
  args: { answer: 'taken', availability: calendars.free },
  play: async ({ canvasElement }) => {
    const visitor = await send(canvasElement);
    await visitor.isTakenTo('error-summary');
    await visitor.sees('times');
  },
};

/** The endpoint has the request, which is no appointment yet. The time goes into the visitor's own calendar. */
export const Sent: AppointmentStory = {
  args: { 'reply-within': 2 },
  play: async ({ canvasElement }) => {
    const visitor = await send(canvasElement);
    await visitor.isTakenTo('end');
    await expect((await visitor.sees('keepsake')).querySelectorAll('a')).toHaveLength(3);
  },
};

/** Kept on this device, to be sent later. */
export const Saved: AppointmentStory = {
  args: { answer: 'saved' },
  play: async ({ canvasElement }) => {
    const visitor = await send(canvasElement);
    await visitor.isTakenTo('end');
  },
};

/** Nobody can say whether it arrived: the visitor is told so, and decides. */
export const NotConfirmed: AppointmentStory = {
  args: { answer: 'notConfirmed' },
  play: async ({ canvasElement }) => {
    const visitor = await send(canvasElement);
    await visitor.isTakenTo('retry-button');
  },
};
