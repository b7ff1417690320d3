import { expect } from 'storybook/test';
import { meta, type AppointmentMeta, type AppointmentStory } from './appointment-request.js';
import { chooses, THURSDAY, toWhen } from './steps.js';

/** Ready-made looks: one style sheet each, of nothing but custom properties. */
export default {
  ...meta,
  title: 'Appointment request/Themes',
  // A colour that a browser can't read leaves the button without any, and no rule of accessibility minds.
  play: async ({ canvasElement }) => {
    const visitor = await toWhen(canvasElement);
    await chooses(visitor, THURSDAY);
    const button = await visitor.sees('submit-button');
    await expect(getComputedStyle(button).backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
  },
} satisfies AppointmentMeta;

export const Calm: AppointmentStory = { globals: { theme: 'calm' } };

export const Contrast: AppointmentStory = { globals: { theme: 'contrast' } };

export const Rounded: AppointmentStory = { globals: { theme: 'rounded' } };
