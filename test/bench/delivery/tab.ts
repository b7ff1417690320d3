import type { BrowserContext, Page } from '@playwright/test';
import { setTimeout as delay } from 'node:timers/promises';
import { within } from './within.js';

/** What is written into a form and sent (`visitor.js`). */
export interface Message {
  readonly marker: string;
  readonly text: string;
  readonly endpoint: string;
  readonly profile: string;
  readonly presses: number;
}

interface Waiting {
  readonly state: string;
  readonly marker: string;
}

/** A tab that is opened again when it is gone. */
export class Tab {
  #context: BrowserContext;
  #address: string;
  #onInterrupted: (marker: string) => void;
  #page: Page | undefined;
  #markers = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();
  #doomed = new Set<string>();

  /** `onInterrupted` hears of each message that this tab was sending when it went away, sent or not. */
  constructor(context: BrowserContext, address: string, onInterrupted: (marker: string) => void) {
    this.#context = context;
    this.#address = address;
    this.#onInterrupted = onInterrupted;
  }

  /** One step at a time has the tab: else it would write into a page that is just going away. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** The page, loaded and usable. */
  async page(): Promise<Page> {
    for (;;) {
      if (!this.#page) {
        const page = await this.#context.newPage();
        page.on('crash', () => this.#gone(page));
        this.#page = page;
        await page.goto(this.#address, { timeout: 10_000 }).catch(() => undefined);
      }
      const page = this.#page;
      if (await order(page, 'ready()', 10_000)) return page;
      // Offline, or killed.
      if (page !== this.#page) continue;
      if (page.isClosed()) this.#gone(page);
      else await page.goto(this.#address, { timeout: 10_000 }).catch(() => delay(100));
    }
  }

  async write(page: Page, message: Message): Promise<void> {
    this.#markers.add(message.marker);
    const written = await order(page, `write(${JSON.stringify(message)})`, 20_000);
    if (!written) this.#onInterrupted(message.marker);
  }

  /** What waits in the outbox, as this tab sees it: state and marker of each. */
  async waiting(): Promise<readonly string[]> {
    const entries = this.#page && (await ask<readonly Waiting[]>(this.#page, 'waiting()', 3000));
    return entries?.map(({ state, marker }) => `${marker} ${state}`) ?? [];
  }

  async unsettled(): Promise<number> {
    return (this.#page && (await ask<number>(this.#page, 'unsettled()', 3000))) ?? 0;
  }

  async reload(): Promise<void> {
    const page = await this.page();
    this.#interrupt();
    await page.reload({ timeout: 10_000 }).catch(() => undefined);
    await this.page();
  }

  async close(): Promise<void> {
    const page = this.#page;
    if (!page) return;
    this.#gone(page);
    await bury(page);
  }

  /** The process of the page dies, without a word to it. */
  async kill(): Promise<void> {
    const page = this.#page;
    if (!page) return;
    this.#gone(page);
    const session = await Promise.race([this.#context.newCDPSession(page), delay(3000)]).catch(
      () => undefined,
    );
    // It is never answered.
    void session?.send('Page.crash').catch(() => undefined);
    await delay(100);
    await bury(page);
  }

  killOnceTold(marker: string): void {
    this.#doomed.add(marker);
  }

  told(marker: string): void {
    if (this.#markers.has(marker) && this.#doomed.delete(marker)) void this.kill().catch(() => undefined);
  }

  async limitStorage(on: boolean): Promise<void> {
    if (this.#page) await ask(this.#page, `limitStorage(${on})`, 1000);
  }

  async blockStorage(milliseconds: number): Promise<void> {
    if (this.#page) await ask(this.#page, `blockStorage(${milliseconds})`, 1000);
  }

  #gone(page: Page): void {
    if (this.#page !== page) return;
    this.#page = undefined;
    this.#interrupt();
  }

  #interrupt(): void {
    for (const marker of this.#markers) this.#onInterrupted(marker);
    this.#markers.clear();
  }
}

/** Closes a page. One whose process is dead may never answer. */
const bury = (page: Page): Promise<unknown> =>
  Promise.race([page.close().catch(() => undefined), delay(3000)]);

/** Asks the visitor in a page; `undefined` where the page is gone or does not answer. */
const ask = <T>(page: Page, call: string, patience: number): Promise<T | undefined> =>
  within(patience, page.evaluate<T>(`visitor.${call}`));

/** Has the visitor in a page do something; `false` where the page is gone or does not answer. */
const order = async (page: Page, call: string, patience: number): Promise<boolean> =>
  (await ask(page, `${call}.then(() => true)`, patience)) === true;
