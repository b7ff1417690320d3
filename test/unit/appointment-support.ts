import { fixtureSync } from '@open-wc/testing';
import '../../src/define/appointment-request.js';
import type { HarremanAppointmentRequest } from '../../src/elements/appointment-request/appointment-request.js';
import { FormPage, newId, settled, words } from './support.js';
import { waitUntil } from './patience.js';

/** Open every day, so that no test depends on the day it runs on. */
export const HOURS = 'hours="Mo-Su 09:00-13:00,15:00-18:00" timezone="Europe/Madrid"';

/** An appointment request as a visitor meets it. */
export class AppointmentPage extends FormPage<HarremanAppointmentRequest> {
  /** The heading of the step in view; of the last, of what was written. */
  get step(): string {
    return words(this.get('#step, #review'));
  }

  /** "Step 2 of 4". */
  get place(): string {
    return words(this.get('#place'));
  }

  /** The list of steps, the one in view in brackets. */
  get steps(): string {
    return this.all('[part=steps] > li')
      .map((item) => (item.ariaCurrent === 'step' ? `[${words(item)}]` : words(item)))
      .join(' ');
  }

  /** Presses the button of the step. */
  async goOn(): Promise<void> {
    this.submitButton.click();
    await settled(this.element);
    await settled(this.element);
  }

  /** Answers the first step, and goes on to the day. */
  async goToWhen(mode = 'office'): Promise<void> {
    await this.choose('mode', mode);
    if (mode === 'visit') await this.write('place', 'Kale Nagusia 1, Hernani');
    await this.goOn();
  }

  /** The buttons of the next free days. */
  get nearest(): HTMLButtonElement[] {
    return this.all<HTMLButtonElement>('.nearest button');
  }

  /** Takes one of the next free days. */
  async takeDay(index = 1): Promise<void> {
    this.nearest[index]!.click();
    await settled(this.element);
  }

  /** The times of the day in view. */
  get times(): HTMLInputElement[] {
    return this.all<HTMLInputElement>('[name=start]');
  }

  async takeTime(index = 0): Promise<void> {
    this.times[index]!.click();
    await settled(this.element);
  }

  async goToDetails(): Promise<void> {
    await this.takeDay();
    await this.takeTime();
    await this.goOn();
  }

  async goToCheck(): Promise<void> {
    await this.fillIn({ name: 'Ane Etxeberria', email: 'ane@example.com', phone: '943 00 00 00' });
    await this.goOn();
  }

  /** Presses the button of the last step. */
  override async send(timeout = 5000): Promise<void> {
    this.submitButton.click();
    const isOver = (): boolean => this.has('end') || this.has('failure') || this.has('error-summary');
    await waitUntil(isOver, 'the form does not say how sending ended', { timeout });
    await settled(this.element);
  }

  /** All steps, as shortly as can be, up to the button that sends. */
  async fillAll(mode = 'office'): Promise<void> {
    await this.goToWhen(mode);
    await this.goToDetails();
    await this.goToCheck();
  }

  /** The answers of the last step: label and text. */
  get answers(): Record<string, string> {
    return Object.fromEntries(
      this.all('dl.review > div').map((row) => [
        words(row.querySelector('dt')!),
        words(row.querySelector('dd')!),
      ]),
    );
  }
}

interface Surroundings {
  /** Sends over the network. */
  readonly network?: boolean;
}

/** Puts an appointment request into the page, and leaves it to itself. */
export const placeAppointment = (
  attributes = HOURS,
  inner = '',
  { network }: Surroundings = {},
): AppointmentPage => {
  const tag = /(?:^|\s)id=/.test(attributes) ? attributes : `id="${newId()}" ${attributes}`;
  const wrapper = fixtureSync<HTMLElement>(
    `<div><harreman-appointment-request ${tag}>${inner}</harreman-appointment-request></div>`,
  );
  const page = new AppointmentPage(wrapper.querySelector('harreman-appointment-request')!);
  if (!network) page.element.transport = page.transport;
  return page;
};

/** An appointment request in the page, once it can be used. */
export const appointment = async (
  ...parts: Parameters<typeof placeAppointment>
): Promise<AppointmentPage> => {
  const page = placeAppointment(...parts);
  await page.ready();
  // The words of a first touch come over the network, in each language once.
  await page.element.language.complete();
  return page;
};

/** The day of an RFC 3339 time. */
export const dayOf = (time: unknown): string => String(time).slice(0, 10);

/** What a `fetch` of the page was asked for, while a test runs; answers take its place. */
export const answerFetch = (answer: (url: URL) => Response | Promise<Response>): URL[] => {
  const asked: URL[] = [];
  const { fetch } = window;
  window.fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    asked.push(url);
    return answer(url);
  };
  restore.push(() => {
    window.fetch = fetch;
  });
  return asked;
};

const restore: (() => void)[] = [];
afterEach(() => {
  for (const back of restore.splice(0)) back();
});

// What a first touch fetches is there from now on, so that no test waits for it.
before(async function () {
  this.timeout(30_000);
  await import('../../src/elements/appointment-request/appointment-engine.js');
  const page = await appointment();
  await page.goOn();
  await waitUntil(() => page.has('error-summary'), 'the engine does not come', { timeout: 20_000 });
  page.element.remove();
});
