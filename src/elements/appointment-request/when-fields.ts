import type { FormEntry, Option } from '../../controllers/field.js';
import { formatDateTime } from '../../schedule/date-time.js';
import { dayParts, windowsOf, type TimeWindow } from '../../schedule/day-parts.js';
import { DAY, formatDay, HOUR, parseDay } from '../../schedule/day.js';
import type { Slot } from '../../schedule/slots.js';
import type { FieldEntry } from '../../submission/record.js';
import type { PartOfDay } from '../../submission/types.js';
import { weekdayOf } from '../../ui/calendar/calendar-date.js';
import { dateOf, type WhenStep } from './when-step.js';
import { noTemplate, timeTemplate } from './when-view.js';

/** Weeks that are offered: half a year. */
const MOST_WEEKS = 26;

/** The fields of the step that asks when, each in its place. */
export const whenEntries = (step: WhenStep): readonly FormEntry[] => {
  step.follow();
  const { words, wish, start, wishes } = step;
  const isTime = wish === 'time';
  const labelOf = (value: string): Option => ({ value, label: step.fullText(value) });
  return [
    {
      name: 'when',
      type: 'radio',
      label: words.text('when'),
      required: true,
      value: 'time',
      options: [
        { value: 'time', label: words.text('whenTime') },
        { value: 'any', label: words.text('whenAny') },
        { value: 'soon', label: words.text('whenSoon') },
      ],
      aside: wish !== 'soon',
    },
    isTime
      ? {
          name: 'wishes',
          type: 'checkboxes',
          label: words.text('yourTimes'),
          options: wishes.map(labelOf),
          template: noTemplate,
          aside: wishes.length === 0,
        }
      : undefined,
    isTime
      ? {
          name: 'start',
          type: 'radio',
          label: words.text('time'),
          options: start ? [labelOf(start)] : [],
          template: (view) => timeTemplate(step, view),
          aside: !start && wishes.length > 0,
        }
      : undefined,
    wish === 'any'
      ? {
          name: 'week',
          type: 'select',
          label: words.text('week'),
          required: true,
          options: weeksOf(step),
        }
      : undefined,
    wish === 'any'
      ? {
          name: 'part_of_day',
          type: 'radio',
          label: words.text('partOfDay'),
          required: true,
          options: partsOf(step),
        }
      : undefined,
  ];
};

/** What goes over the wire in place of what was chosen here. */
export const whenOnTheWire = (step: WhenStep): readonly FieldEntry[] => {
  const { timeZone } = step.times;
  const visitor = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones: readonly FieldEntry[] = [
    ['timezone', timeZone.name],
    ['visitor_timezone', visitor === timeZone.name ? undefined : visitor],
  ];
  const interval = ({ start, end }: TimeWindow): string =>
    `${formatDateTime(start, timeZone)}/${formatDateTime(end, timeZone)}`;
  if (step.wish === 'soon') return zones;
  if (step.wish === 'any') {
    const part = step.text('part_of_day') as PartOfDay;
    return [['part_of_day', part], ['alternatives', windowsIn(step, part).map(interval)], ...zones];
  }
  const wanted = step.instants.map((start) => ({ start, end: step.endOf(start) }));
  const [first, ...others] = wanted;
  return [
    ['start', first && formatDateTime(first.start, timeZone)],
    ['end', first && formatDateTime(first.end, timeZone)],
    ['alternatives', others.length > 0 ? others.map(interval) : undefined],
    ...zones,
  ];
};

/** The weeks that have a free time, or may have; in another step than this, the one that was chosen. */
const weeksOf = (step: WhenStep): readonly Option[] => {
  const chosen = parseDay(step.text('week'));
  if (!step.isInView) return chosen === undefined ? [] : [weekOption(step, chosen)];
  const { first, last } = step.times.range();
  const options: Option[] = [];
  let week = startOfWeek(parseDay(first)!, step.dates.firstDayOfWeek);
  for (; options.length < MOST_WEEKS && formatDay(week) <= last; week += 7)
    if (!slotsOfWeek(step, week)?.every((slots) => slots.length === 0)) options.push(weekOption(step, week));
  return options;
};

/** A week, by its first day. */
const weekOption = ({ words, dates, times }: WhenStep, week: number): Option => {
  const thisWeek = startOfWeek(times.timeZone.dayAt(Date.now()), dates.firstDayOfWeek);
  const range = [week, week + 6].map((day) => dates.date(dateOf(formatDay(day)), 'short')).join(' – ');
  const label =
    week === thisWeek
      ? words.text('thisWeek', { dates: range })
      : week === thisWeek + 7
        ? words.text('nextWeek', { dates: range })
        : range;
  return { value: formatDay(week), label };
};

/** The slots of each day of a week; `undefined` while a day of it is not known. */
const slotsOfWeek = ({ times }: WhenStep, week: number): readonly (readonly Slot[])[] | undefined => {
  const days = [0, 1, 2, 3, 4, 5, 6].map((offset) => times.on(formatDay(week + offset))?.slots);
  return days.every((slots) => slots !== undefined) ? days : undefined;
};

const partsOf = (step: WhenStep): readonly Option[] => {
  const { words } = step;
  const all: readonly (readonly [PartOfDay, string])[] = [
    ['morning', words.text('morning')],
    ['afternoon', words.text('afternoon')],
    ['any', words.text('anyTime')],
  ];
  const week = parseDay(step.text('week'));
  if (week !== undefined) step.times.want(formatDay(week), formatDay(week + 6));
  const known = week !== undefined && slotsOfWeek(step, week);
  return all
    .filter(([part]) => !known || windowsIn(step, part).length > 0)
    .map(([value, label]) => ({ value, label }));
};

/** Hours of a day of which nobody has said when the company is open. */
const USUAL: Readonly<Record<PartOfDay, readonly [from: number, to: number]>> = {
  morning: [8, 13],
  afternoon: [13, 20],
  any: [8, 20],
};

/** When a visitor has time in the week that they chose. */
const windowsIn = (step: WhenStep, part: PartOfDay): readonly TimeWindow[] => {
  const week = parseDay(step.text('week'));
  if (week === undefined) return [];
  const { times } = step;
  return [0, 1, 2, 3, 4, 5, 6].flatMap((offset) => {
    const slots = times.on(formatDay(week + offset))?.slots;
    if (slots) return windowsOf(part === 'any' ? slots : dayParts(slots)[part]);
    const [start, end] = USUAL[part].map((hour) =>
      times.timeZone.instantOf((week + offset) * DAY + hour * HOUR),
    );
    return [{ start: start!, end: end! }];
  });
};

/** @param firstDayOfWeek 1 is Monday */
const startOfWeek = (day: number, firstDayOfWeek: number): number =>
  day - ((weekdayOf(dateOf(formatDay(day))) - firstDayOfWeek + 7) % 7);
