import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { complain } from '../../controllers/complain.js';
import { readZone } from '../../controllers/opening-hours.js';
import { availabilityUrl, fetchAvailability } from '../../delivery/availability.js';
import { checkEndpoint } from '../../delivery/endpoint.js';
import { KnownTimes, parseAvailability } from '../../schedule/availability.js';
import { formatDay, parseDay } from '../../schedule/day.js';
import type { FreeTimes } from '../../schedule/free-times.js';
import type { DaySlots, Slot, Slots } from '../../schedule/slots.js';
import type { TimeZone } from '../../schedule/time-zone.js';
import { readSlots, type ScheduleHost } from './rules.js';

export interface TimesHost extends ScheduleHost, ReactiveControllerHost {
  readonly availability?: string | null | undefined;
}

/** What the server is told besides the days: what the visitor has chosen so far. */
export type Choices = Readonly<Record<'service' | 'staff' | 'mode', string>>;

/** A calendar server, and what it has said. */
interface Server {
  readonly url: URL;
  readonly known: KnownTimes;
}

/** Days that are asked for together, in either direction of what is in view: a month and what is seen around it. */
const MARGIN = 7;

/**
 * The free times: from the owner's hours, or where there is an `availability`, from that, asked for as days come into
 * view. While a server can't be reached, the hours stand in for it.
 */
export class Times implements ReactiveController {
  /** Whether the server failed to say what is free. */
  failed = false;

  readonly #host: TimesHost;
  readonly #choices: () => Choices;
  readonly #onNews: () => void;
  #rules = '';
  #chosen = '';
  #slots!: Slots;
  #zone: TimeZone | undefined;
  #server: Server | undefined;
  #asking = new Map<string, AbortController>();

  /** @param onNews called when the server has said something, or has failed to */
  constructor(host: TimesHost, choices: () => Choices, onNews: () => void) {
    this.#host = host;
    this.#choices = choices;
    this.#onNews = onNews;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Whether days are on their way. */
  get loading(): boolean {
    return this.#asking.size > 0;
  }

  get free(): FreeTimes {
    this.#follow();
    return this.#server && !this.failed ? this.#server.known : this.#slots;
  }

  get timeZone(): TimeZone {
    return this.free.timeZone;
  }

  range(now = Date.now()): { readonly first: string; readonly last: string } {
    return this.free.range(now);
  }

  /** The times of a day; `undefined` where nobody has said yet: see {@link want}. */
  on(day: string, now = Date.now()): DaySlots | undefined {
    return this.free.on(day, now);
  }

  at(instant: number, now = Date.now()): Slot | undefined {
    return this.free.at(instant, now);
  }

  /** Asks for days that nobody has told of, with some around them. */
  want(from: string, to: string): void {
    const { free } = this;
    const now = Date.now();
    for (let day = parseDay(from)!; day <= parseDay(to)!; day++) {
      if (free.on(formatDay(day), now)) continue;
      this.#ask(from, to);
      return;
    }
  }

  /**
   * Asks again what is free on the days of these instants, as it is now.
   * @returns those that are not free any more; none where there is no server, or it does not answer
   */
  async check(instants: readonly number[]): Promise<readonly number[]> {
    this.#follow();
    const server = this.#server;
    if (!server || instants.length === 0) return [];
    const days = new Set(instants.map((instant) => formatDay(server.known.timeZone.dayAt(instant))));
    const { signal } = new AbortController();
    try {
      await Promise.all([...days].map((day) => this.#fetch(server, day, day, signal)));
    } catch {
      // The endpoint has the last word on what is free.
      return [];
    }
    this.failed = false;
    return instants.filter((instant) => !server.known.at(instant, Date.now()));
  }

  /** Forgets what the server has said, and asks again for what is in view. */
  refresh(): void {
    this.#stop();
    this.failed = false;
    this.#server?.known.clear();
    this.#host.requestUpdate();
  }

  #ask(from: string, to: string): void {
    const server = this.#server;
    if (!server || this.failed) return;
    const first = formatDay(parseDay(from)! - MARGIN);
    const last = formatDay(parseDay(to)! + MARGIN);
    const isAsked = [...this.#asking.keys()].some((range) => {
      const [start = '', end = ''] = range.split('/');
      return start <= from && to <= end;
    });
    if (isAsked) return;
    const key = `${first}/${last}`;
    const asking = new AbortController();
    this.#asking.set(key, asking);
    this.#fetch(server, first, last, asking.signal)
      .catch((error: unknown) => {
        if (asking.signal.aborted) return;
        this.failed = true;
        complain(this.#host, 'availability', this.#host.availability, (error as Error).message);
      })
      .finally(() => {
        if (this.#asking.get(key) !== asking) return;
        this.#asking.delete(key);
        this.#onNews();
      });
  }

  async #fetch({ url, known }: Server, from: string, to: string, signal: AbortSignal): Promise<void> {
    const answer = await fetchAvailability(availabilityUrl(url, { from, to, ...this.#choices() }), signal);
    if (!signal.aborted) known.add(from, to, parseAvailability(answer, this.#zone));
  }

  /** What an owner changes later counts from then on; what a visitor chooses may change what is free. */
  #follow(): void {
    const host = this.#host;
    const rules = [
      ...[host.hours, host.closed, host.holidays, host.timezone, host.slotMinutes, host.bufferMinutes],
      ...[host.noticeHours, host.horizonDays, host.availability],
    ].join('\n');
    const { service, staff, mode } = this.#choices();
    const chosen = [service, staff, mode].join('\n');
    if (rules === this.#rules && chosen === this.#chosen) return;
    if (rules !== this.#rules) {
      this.#slots = readSlots(host);
      this.#zone = readZone(host);
    }
    this.#rules = rules;
    this.#chosen = chosen;
    this.#stop();
    this.failed = false;
    const url = this.#url();
    this.#server = url && { url, known: new KnownTimes(this.#slots.timeZone) };
  }

  #url(): URL | undefined {
    const { availability } = this.#host;
    if (typeof availability !== 'string') return undefined;
    const url = checkEndpoint(availability, location.href);
    if (typeof url !== 'string') return url;
    const why = url.replace(/^endpoint(=".*?")?/, '').trim();
    complain(
      this.#host,
      'availability',
      availability.replace(/\/\/.*@/, '//…@'),
      `${why}; the hours are used`,
    );
    return undefined;
  }

  #stop(): void {
    for (const asking of this.#asking.values()) asking.abort();
    this.#asking.clear();
  }
}
