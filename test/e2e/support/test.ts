import { start, type Endpoint, type EndpointOptions } from '../../endpoints/start.js';
import type { ServiceName } from '../../endpoints/services.js';
import { test as demoTest } from './demo.js';
import { startFront, type Front } from './front.js';
import { startReceiver, type Receiver } from './receiver.js';

export { expect } from '@playwright/test';

interface Fixtures {
  /** The real receiver. */
  receiver: Receiver;
  /** A proxy in front of {@link receiver} at which things can go wrong. */
  front: Front;
  /** Starts the stand-in of a service. */
  startService: (kind: ServiceName, options?: EndpointOptions) => Promise<Endpoint>;
}

/** Playwright's `test` with everything that a page of the kit meets; all of it is closed when a test ends. */
export const test = demoTest.extend<Fixtures>({
  receiver: async ({}, use) => {
    const receiver = await startReceiver();
    await use(receiver);
    await receiver.close();
  },
  front: async ({ receiver }, use) => {
    const front = await startFront(receiver);
    await use(front);
    await front.close();
  },
  startService: async ({}, use) => {
    const services: Endpoint[] = [];
    await use(async (kind, options) => {
      const service = await start(kind, options);
      services.push(service);
      return service;
    });
    await Promise.all(services.map((service) => service.close()));
  },
});
