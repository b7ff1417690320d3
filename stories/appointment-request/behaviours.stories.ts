import { html, nothing, render } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { Visitor } from '../support/visitor.js';
import {
  appointmentRequest,
  choices,
  meta,
  type AppointmentArgs,
  type AppointmentMeta,
  type AppointmentStory,
} from './appointment-request.js';
import { ABOUT, DETAILS, goesOn, send, toCheck, toDetails } from './steps.js';

/** How the request answers to what a visitor does. */
export default {
  ...meta,
  title: 'Appointment request/Behaviours',
} satisfies AppointmentMeta;

/** Back, and on again: what was written is there. */
export const BackAndOn: AppointmentStory = {
  play: async ({ canvasElement, step }) => {
    const visitor = await toDetails(canvasElement);
    await visitor.fills(DETAILS);
    await step('Back to the time', async () => {
      await visitor.presses('back-button');
      await visitor.isTakenTo('step-heading');
      await expect((await visitor.sees('times')).querySelector(':checked')).not.toBeNull();
    });
    await step('On again', async () => {
      await goesOn(visitor);
      await expect(await visitor.control('name')).toHaveValue(DETAILS.name);
    });
  },
};

/** From the check back to one answer, and straight to the check again. */
export const Changed: AppointmentStory = {
  play: async ({ canvasElement }) => {
    const visitor = await toCheck(canvasElement);
    await visitor.presses('review');
    await visitor.sees('control');
    await expect(await visitor.control('place')).toHaveValue(ABOUT.place);
  },
};

/** With the visitor's consent and on this device only, the next request begins where the last one ended. */
export const SameAgain: AppointmentStory = {
  render: () => html`<main class="visits"></main>`,
  play: async ({ canvasElement, args, step }) => {
    const page = canvasElement.querySelector<HTMLElement>('.visits')!;
    const open = (next: AppointmentArgs): Promise<Visitor> => {
      render(appointmentRequest(next, choices), page);
      return Visitor.at(page);
    };
    await step('The first request is remembered', async () => {
      await (await open(args)).fills({ service: 'garden' });
      const visitor = await send(page);
      await visitor.isTakenTo('end');
      await userEvent.click(await visitor.finds('#remember'));
      await waitFor(() => expect(Object.keys(localStorage)).toContain('harreman:remembered'));
      render(nothing, page);
    });
    await step('The next one asks only when', async () => {
      const visitor = await open(args);
      await visitor.presses('notice');
      await visitor.isTakenTo('step-heading');
    });
  },
};
