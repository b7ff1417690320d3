import { userEvent } from 'storybook/test';
import { Visitor } from '../support/visitor.js';

/** What somebody answers who wants to be visited. */
export const ABOUT = { mode: 'visit', place: 'Sagarrondo kalea 4, Hernani' };
export const DETAILS = { name: 'Ane Etxeberria', email: 'ane@example.com' };

/** Days of November that have free times in every story. */
export const THURSDAY = 26;
export const FRIDAY = 27;
export const MONDAY = 30;

/** A date as all languages understand it. */
export const written = (day: number): string => `2026-11-${day}`;

/** To the step that asks when. */
export const toWhen = async (
  page: HTMLElement,
  about: Readonly<Record<string, string>> = ABOUT,
): Promise<Visitor> => {
  const visitor = await Visitor.at(page);
  await visitor.fills(about);
  await goesOn(visitor);
  return visitor;
};

/** Chooses a day in the calendar, and the first free time of it. */
export const chooses = async (visitor: Visitor, day: number): Promise<void> => {
  await visitor.presses('calendar-button');
  await userEvent.click(await visitor.finds(`[data-day="${day}"]:not([aria-disabled])`));
  await userEvent.click(await visitor.sees('time'));
};

/** To the step that asks who, with a time chosen. */
export const toDetails = async (page: HTMLElement): Promise<Visitor> => {
  const visitor = await toWhen(page);
  await chooses(visitor, THURSDAY);
  await goesOn(visitor);
  return visitor;
};

/** To the look at it all. */
export const toCheck = async (page: HTMLElement): Promise<Visitor> => {
  const visitor = await toDetails(page);
  await visitor.fills(DETAILS);
  await visitor.sends();
  await visitor.isTakenTo('review');
  return visitor;
};

/** To the end, whatever it is. */
export const send = async (page: HTMLElement): Promise<Visitor> => {
  const visitor = await toCheck(page);
  await visitor.sends();
  return visitor;
};

/** Presses the button that leads on; the heading of the next step takes the focus. */
export const goesOn = async (visitor: Visitor): Promise<void> => {
  await visitor.sends();
  await visitor.isTakenTo('step-heading');
};
