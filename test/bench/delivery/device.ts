/** A visitor's device in the storm: one browser profile with several tabs, and the network that it has. */
import type { Browser, BrowserContext } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { common } from '../../../src/localization/locales/en/common.js';
import { inUse } from '../../../src/localization/locales/en/in-use.js';
import { startFaultServer, type FaultServer } from '../../faults/fault-server.js';
import { withMarker } from '../../faults/rows.js';
import type { SpellName, StormStep } from '../../faults/storm.js';
import type { Ledger, Report } from './ledger.js';
import type { Site } from './site.js';
import { Tab } from './tab.js';
import { within } from './within.js';

export interface DeviceOptions {
  readonly browser: Browser;
  readonly site: Site;
  readonly profile: string;
  /** The endpoint behind the faults. */
  readonly upstream: string;
  readonly ledger: Ledger;
  readonly seed: number;
  readonly tabs: number;
  /** Whether its pages have Web Locks. Where they don't, as over plain HTTP, the lease alone has to do. */
  readonly hasLocks: boolean;
  /** Whether connections may stay open for more than one request. */
  readonly mayKeepAlive: boolean;
  /** Kills what is upstream of all devices, for so many milliseconds. */
  readonly killUpstream: (duration: number) => Promise<void>;
}

/** How much faster time runs in the pages. A time-out of 20 s takes 5, a lease of 90 s less than 23. */
const SPEED = 4;
/** Of the 20 that an outbox takes. What is being sent for the first time comes on top. */
const MOST_WAITING = 12;
/** Exchanges that hang go on after at most so many milliseconds, some of them when the page has given up. */
const LONGEST_HANG = 7000;
/** Answers that an endpoint which has a submission doesn't give to a repeat of it. */
const REFUSALS = ['rejected-400', 'rejected-422', 'success-false'];

const visitor = readFileSync(new URL('visitor.js', import.meta.url), 'utf8');
const epoch = Date.now();

const words = {
  savedTitle: inUse.savedTitle,
  unconfirmedTitle: inUse.unconfirmedTitle,
  copyMessage: inUse.copyMessage,
  sendAgain: inUse.sendAgain,
  sendNow: inUse.sendNow,
  deleteSaved: inUse.deleteSaved,
  close: inUse.close,
  stranded: common.stranded,
  notices: {
    'sent': inUse.noticeSent,
    'saved': inUse.noticeWaiting,
    'not confirmed': inUse.noticeUnconfirmed,
    'rejected': inUse.noticeRejected,
    'parked': inUse.noticeParked,
    'expired': inUse.noticeExpired,
  },
};

export class Device {
  #options: DeviceOptions;
  #context: BrowserContext;
  #server: FaultServer;
  #tabs: Tab[];
  #plans = new Map<string, StormStep>();
  #spells = new Map<SpellName, number>();
  #over: Promise<unknown>[] = [];
  #isCalm = false;
  #releasing: ReturnType<typeof setInterval>;

  static async open(options: DeviceOptions): Promise<Device> {
    const { browser, upstream, seed, hasLocks } = options;
    const server = await startFaultServer({ upstream });
    const context = await browser.newContext();
    const settings = JSON.stringify({ speed: SPEED, epoch, seed, words, hasLocks });
    await context.addInitScript({ content: `{ const SETTINGS = ${settings};\n${visitor}\n}` });
    const device = new Device(options, server, context);
    await device.#listen();
    return device;
  }

  private constructor(options: DeviceOptions, server: FaultServer, context: BrowserContext) {
    this.#options = options;
    this.#server = server;
    this.#context = context;
    this.#tabs = Array.from({ length: options.tabs }, () => this.#newTab());
    server.keepAlive = options.mayKeepAlive;
    const attempts = new Map<string, number>();
    server.script = ({ target }) => {
      if (this.#isCalm) return 'pass';
      const n = attempts.get(target) ?? 0;
      attempts.set(target, n + 1);
      const fault = this.#plans.get(target)?.faults[n] ?? 'pass';
      const has = server.log.some((entry) => entry.target === target && entry.forwarded > 0);
      return has && REFUSALS.includes(fault) ? 'pass' : fault;
    };
    this.#releasing = setInterval(() => server.release(), LONGEST_HANG);
  }

  async #listen(): Promise<void> {
    await this.#context.exposeBinding('benchReport', (_source, report: Report) => {
      this.#options.ledger.note(report);
      if (report.type !== 'told' || !('marker' in report) || report.by !== 'form') return;
      for (const tab of this.#tabs) tab.told(report.marker);
    });
  }

  /** Does what a step of the plan says. Resolves when the next one may begin. */
  async play(step: StormStep): Promise<void> {
    const { ledger, mayKeepAlive, profile } = this.#options;
    const tab = this.#tabs[step.tab % this.#tabs.length]!;
    await delay(step.pause);
    await this.#untilThereIsRoom();
    const target = `/submissions?${step.marker}`;
    this.#plans.set(target, step);
    this.#server.keepAlive = mayKeepAlive && step.keepAlive;
    const done = tab.exclusively(async () => {
      const page = await tab.page();
      ledger.begin(step);
      this.#begin(step, tab);
      const event = step.tabEvent;
      if (event?.name === 'kill-once-told') tab.killOnceTold(step.marker);
      await tab.write(page, {
        marker: step.marker,
        text: withMarker(step.marker, step.insists ? 'Kaixo! I insist.' : 'Kaixo! As you like.'),
        endpoint: new URL(target, this.#server.origin).href,
        profile,
        presses: step.presses,
      });
      if (!event || event.name === 'kill-once-told') return;
      await delay(event.after);
      await tab[event.name]();
    });
    this.#expect(done);
    // Others may go on in other tabs in the meantime, not many in this one.
    await Promise.race([done, delay(1000)]);
  }

  /** The storm ends. Those who were about to try again do; then the visitor leaves, and comes back another day. */
  async calmDown(): Promise<void> {
    // What does not end by itself does not keep the storm from ending.
    const ends = await within(60_000, Promise.allSettled(this.#over));
    for (const end of ends ?? []) if (end.status === 'rejected') throw end.reason;
    this.#isCalm = true;
    await this.#setOffline(false);
    await this.#server.up();
    this.#server.connections = 'accept';
    this.#server.preflights = 'pass';
    this.#server.release();
    for (let n = 0; n < 50 && (await this.#unsettled()) > 0; n++) await delay(300);
    await Promise.all(this.#tabs.map((tab) => tab.close()));
  }

  /**
   * Opens pages until nothing waits.
   * @returns what waits all the same
   */
  async drain(): Promise<readonly string[]> {
    const tab = this.#newTab();
    this.#tabs.push(tab);
    let left: readonly string[] = ['not looked at yet'];
    for (let visit = 0; left.length > 0 && visit < 15; visit++) {
      await tab.reload();
      for (let look = 0; left.length > 0 && look < 20; look++) {
        await delay(250);
        left = await tab.waiting();
      }
    }
    // What was sent last is being told.
    await delay(1000);
    return left;
  }

  async close(): Promise<void> {
    clearInterval(this.#releasing);
    await this.#context.close();
    await this.#server.close();
  }

  #newTab(): Tab {
    const { site, profile, ledger } = this.#options;
    const address = site.page({ endpoint: this.#server.endpoint, profile });
    return new Tab(this.#context, address, (marker) => ledger.interrupt(marker));
  }

  async #untilThereIsRoom(): Promise<void> {
    for (;;) {
      const [counts, unsettled] = await Promise.all([
        Promise.all(this.#tabs.map((tab) => tab.waiting())),
        this.#unsettled(),
      ]);
      if (Math.max(...counts.map(({ length }) => length)) < MOST_WAITING && unsettled < MOST_WAITING) return;
      await delay(200);
    }
  }

  async #unsettled(): Promise<number> {
    const counts = await Promise.all(this.#tabs.map((tab) => tab.unsettled()));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** Begins a step's spell. Spells of one kind may overlap: the last one ends it. */
  #begin({ spell }: StormStep, tab: Tab): void {
    if (!spell) return;
    const { name, duration } = spell;
    const last = async () => {
      const before = this.#spells.get(name) ?? 0;
      this.#spells.set(name, before + 1);
      if (before === 0) await this.#set(name, true, duration, tab);
      await delay(duration);
      const still = (this.#spells.get(name) ?? 1) - 1;
      this.#spells.set(name, still);
      if (still === 0) await this.#set(name, false, duration, tab);
    };
    this.#expect(last());
  }

  /** What goes on beside the next steps. That it failed shows when the storm is over. */
  #expect(done: Promise<unknown>): void {
    done.catch(() => undefined);
    this.#over.push(done);
  }

  /** Each tab is told, and one of them may just be dying: then all are told once more. */
  async #setOffline(on: boolean): Promise<void> {
    for (let attempts = 1; ; attempts++) {
      try {
        await this.#context.setOffline(on);
        return;
      } catch (error) {
        if (attempts === 20) throw error;
        await delay(100);
      }
    }
  }

  async #set(name: SpellName, on: boolean, duration: number, tab: Tab): Promise<void> {
    const server = this.#server;
    switch (name) {
      case 'offline':
        return this.#setOffline(on);
      case 'refused':
        return on ? server.down() : server.up();
      case 'reset':
        server.connections = on ? 'reset' : 'accept';
        return;
      case 'receiver-killed':
        return on ? this.#options.killUpstream(duration) : undefined;
      case 'preflights-refused':
        server.preflights = on ? 'refuse' : 'pass';
        return;
      case 'preflights-hang':
        server.preflights = on ? 'hang' : 'pass';
        return;
      case 'storage-full':
        await Promise.all(this.#tabs.map((each) => each.limitStorage(on)));
        return;
      case 'storage-hangs':
        if (on) await tab.blockStorage(duration);
    }
  }
}
