import type { CalendarDate, DateFormatter } from '../../localization/dates.js';
import type { CalendarHost, CalendarOptions } from './calendar-controller.js';
import {
  beyondLimits,
  checkDays,
  isFree,
  statusOf,
  todayOf,
  type CalendarDays,
  type DayStatus,
} from './days.js';
import { parseDate, type DateProblem } from './parse-date.js';

/** A day that was written and can't be chosen. */
export interface UnavailableDay {
  readonly date: CalendarDate;
  readonly status: DayStatus;
}

export interface DateInputOptions extends Omit<CalendarOptions, 'select'> {
  /** The visitor has written a day that is free; `undefined` where the field was emptied. */
  readonly select: (date: CalendarDate | undefined) => void;
  /** When to act on what was written, as the field is left: a press that is going on would be missed. Default: at once. */
  readonly after?: (act: () => void) => void;
}

/** What a field for a date remembers: a text that is no day yet, what is wrong with it, and what it may mean. */
export class DateInputController {
  readonly id: string;
  /** What is written, as long as no day has come of it. */
  text: string | undefined;
  problem: DateProblem | UnavailableDay | undefined;
  /** The days that may be meant, where the text can be read in more than one way. */
  choices: readonly CalendarDate[] = [];

  readonly #host: CalendarHost;
  readonly #options: DateInputOptions;

  constructor(host: CalendarHost, options: DateInputOptions) {
    this.id = options.id;
    this.#host = host;
    this.#options = options;
  }

  /** @throws RangeError where a limit or a choice is no day. */
  get days(): CalendarDays {
    return checkDays(this.#options.days());
  }

  /** The visitor writes. What was wrong stays until they have finished. */
  write(text: string): void {
    this.text = text;
    this.#host.requestUpdate();
  }

  /**
   * Reads what is written; the visitor has finished with the field, or wants to send.
   * @param required whether an empty field is a problem
   * @returns whether a day is chosen, or none where none has to be
   */
  read(dates: DateFormatter, required = false): boolean {
    const { days, text } = this;
    if (text === undefined && (days.selected || !required)) return this.problem === undefined;
    const from = days.min ?? todayOf(days);
    const parsed = parseDate(text ?? '', dates, from);
    this.choices = [];
    this.problem = undefined;
    this.#host.requestUpdate();
    if (typeof parsed === 'string') {
      if (days.selected) this.#options.select(undefined);
      if (parsed !== 'dateEmpty') this.problem = parsed;
      else {
        this.text = undefined;
        if (required) this.problem = parsed;
      }
      return !this.problem;
    }
    // A reading that is long past is not what is meant where another isn't.
    const likely = parsed.filter((date) => beyondLimits(days, date) === undefined);
    const candidates = likely.length > 0 ? likely : parsed;
    if (candidates.length === 1) return this.choose(candidates[0]!);
    if (days.selected) this.#options.select(undefined);
    this.choices = candidates;
    return false;
  }

  /** The visitor has left the field. */
  left(dates: DateFormatter, told: () => void): void {
    const act = (): void => {
      this.read(dates);
      told();
    };
    if (this.#options.after) this.#options.after(act);
    else act();
  }

  /** Takes a day, if it is free. */
  choose(date: CalendarDate): boolean {
    const status = statusOf(this.days, date);
    this.choices = [];
    this.#host.requestUpdate();
    if (!isFree(status)) {
      this.problem = { date, status };
      if (this.days.selected) this.#options.select(undefined);
      return false;
    }
    this.clear();
    this.#options.select(date);
    return true;
  }

  /** Forgets what was written: the chosen day, or nothing, is what the field shows. */
  clear(): void {
    this.text = this.problem = undefined;
    this.choices = [];
    this.#host.requestUpdate();
  }

  focus(): void {
    this.#host.renderRoot.querySelector<HTMLElement>(`#${this.id}`)?.focus();
  }
}
