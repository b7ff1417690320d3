import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readOpeningHours, readZone, visitorZone, type HoursHost } from '../../controllers/opening-hours.js';
import { presenceAt, type Presence, type PresenceWords } from '../../controllers/presence.js';
import { loadDates, type DateFormatter } from '../../localization/dates.js';
import type { Locale } from '../../localization/locale.js';
import { callTimes, type CallTimes } from '../../schedule/call-times.js';
import type { OpeningHours } from '../../schedule/opening-hours.js';
import { TimeZone } from '../../schedule/time-zone.js';

/** Timers of browsers take no longer waits. */
const LONGEST_TIMER = 2 ** 31 - 1;

export interface OpeningHost extends HoursHost, ReactiveControllerHost {
  readonly windowMinutes: number;
  readonly language: { readonly current: (PresenceWords & { readonly locale: Locale }) | undefined };
}

/** The company's hours as the owner wrote them, and the words for them, which follow the clock. */
export class Opening implements ReactiveController {
  dates: DateFormatter | undefined;
  readonly visitor = new TimeZone(visitorZone());

  readonly #host: OpeningHost;
  #datesFor: Locale | undefined;
  #attributes = '';
  #hours: OpeningHours | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next: number | undefined;

  constructor(host: OpeningHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#next = undefined;
  }

  /** Whether the owner says when somebody is there. */
  get isTold(): boolean {
    return typeof this.#host.hours === 'string';
  }

  get hours(): OpeningHours | undefined {
    const { hours, closed, holidays, timezone } = this.#host;
    const attributes = [hours, closed, holidays, timezone].join('\n');
    if (attributes !== this.#attributes || !this.#hours) this.#hours = readOpeningHours(this.#host);
    this.#attributes = attributes;
    return this.#hours;
  }

  /** Whether the visitor's clock may show another time than the company's. */
  get zoneNote(): boolean {
    const zone = readZone(this.#host);
    const now = Date.now();
    return zone !== undefined && zone.offsetAt(now) !== this.visitor.offsetAt(now);
  }

  times(now: number): CallTimes {
    return callTimes(this.hours!, this.visitor, now, { minutes: this.#host.windowMinutes });
  }

  /** When somebody is there, where the owner says it and the dates have come. Said anew when that changes. */
  presence(now = Date.now()): Presence | undefined {
    const words = this.#host.language.current;
    if (!this.isTold || !words || !this.dates) return undefined;
    const presence = presenceAt(this.hours!, words, this.dates, now, this.visitor);
    this.#wakeAt(presence.until, now);
    return presence;
  }

  /** Fetches what dates are written with. */
  async load(): Promise<void> {
    const { current } = this.#host.language;
    if (!current || current.locale === this.#datesFor) return;
    this.#datesFor = current.locale;
    this.dates = await loadDates(current.locale);
    this.#host.requestUpdate();
  }

  #wakeAt(next: number | undefined, now: number): void {
    if (next === this.#next) return;
    clearTimeout(this.#timer);
    this.#next = next;
    if (next === undefined) return;
    const wake = (): void => {
      this.#next = undefined;
      this.#host.requestUpdate();
    };
    // Not in the very moment: a timer may be a little early.
    this.#timer = setTimeout(wake, Math.min(next - now + 500, LONGEST_TIMER));
  }
}
