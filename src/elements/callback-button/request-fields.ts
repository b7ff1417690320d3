import type { Field, FormEntry, Option } from '../../controllers/field.js';
import type { DateFormatter } from '../../localization/dates.js';
import type { Localization } from '../../localization/localization.js';
import { DAY } from '../../schedule/day.js';
import type { CallTimes } from '../../schedule/call-times.js';
import type { TimeWindow } from '../../schedule/day-parts.js';
import { nameField } from '../../ui/contact-fields.js';

type Words = Localization<'callback-button'>;

/** When a visitor wants to be called. */
export type When = 'soon' | 'today' | 'tomorrow' | 'choose';

export interface RequestShape {
  readonly words: Words;
  readonly dates: DateFormatter;
  readonly times: CallTimes;
  /** The parts of a window in which the company is open. */
  readonly partsOf: (window: TimeWindow) => readonly TimeWindow[];
  /** What was chosen of the times. */
  readonly when: string;
  readonly day: string;
  /** Beneath the choice of a time, where the visitor's clock is not the company's. */
  readonly zone: string | undefined;
  /** An example of a number, on a line of its own. The engine knows it: before, that line is there, so that nothing moves. */
  readonly example: string | undefined;
  /** Lists of choices come with the engine. */
  readonly hasEngine: boolean;
}

/** A window on the visitor's clock: `15:00 – 18:00`, in one line. After a dash there may be a new one, whatever space comes then. */
export const windowText = (dates: DateFormatter, { start, end }: TimeWindow): string =>
  `${dates.time(new Date(start))} –\u2060 ${dates.time(new Date(end))}`.replace(/ /g, '\u00a0');

/** The same of all its parts in which somebody calls: `09:00 – 13:00, 15:00 – 18:00`. */
export const windowsText = (dates: DateFormatter, parts: readonly TimeWindow[]): string =>
  parts.map((part) => windowText(dates, part)).join(', ');

/** As the value of a choice: two instants in UTC. */
export const windowValue = ({ start, end }: TimeWindow): string =>
  `${new Date(start).toISOString()}/${new Date(end).toISOString()}`;

/** The window that a value names; `undefined` where it names none. */
export const parseWindow = (value: string): TimeWindow | undefined => {
  const [start = NaN, end = NaN] = value.split('/').map((text) => Date.parse(text));
  return start < end ? { start, end } : undefined;
};

export const requestFields = (shape: RequestShape): readonly FormEntry[] => {
  const { words } = shape;
  const phone: Field = {
    name: 'phone',
    type: 'tel',
    label: words.text('phoneNumber'),
    hint: words.text('phoneHint') + (shape.example === undefined ? '' : `\n${shape.example}`),
    required: true,
    requiredKey: 'phoneRequired',
    autocomplete: 'tel',
  };
  const { name: _, required, ...name } = nameField(words);
  return [
    phone,
    whenField(shape),
    ...chosenFields(shape),
    { name: 'topic', type: 'text', label: words.text('topic'), maxLength: 300 },
    { ...name, name: 'name', required: !required, half: false },
  ];
};

const whenField = ({ words, dates, times, partsOf }: RequestShape): Field => {
  const { soon, today, tomorrow, days } = times;
  const option = (value: When, label: string, window?: TimeWindow): Option => ({
    value,
    label: window ? `${label}: ${windowsText(dates, partsOf(window))}` : label,
  });
  return {
    name: 'when',
    type: 'radio',
    label: words.text('when'),
    required: true,
    value: 'soon',
    options: [
      option('soon', words.text('whenSoon')),
      ...(soon && today ? [option('today', words.text('whenToday'), today)] : []),
      ...(tomorrow ? [option('tomorrow', words.text('whenTomorrow'), tomorrow)] : []),
      ...(days.size > 0 ? [option('choose', words.text('whenChoose'))] : []),
    ],
  };
};

/** A day, and then a window on it. */
const chosenFields = (shape: RequestShape): readonly FormEntry[] => {
  const { words, dates, times, when, day, zone, hasEngine } = shape;
  if (when !== 'choose' || !hasEngine) return [undefined, undefined];
  const dayOf = (number: number): string => dates.date(new Date(number * DAY), 'weekday', 'UTC');
  const windows = times.days.get(Number(day)) ?? [];
  return [
    {
      name: 'day',
      type: 'select',
      label: words.text('day'),
      required: true,
      options: [...times.days.keys()].map((number) => ({ value: `${number}`, label: dayOf(number) })),
    },
    windows.length > 0
      ? {
          name: 'window',
          type: 'radio',
          label: words.text('window'),
          ...(zone && { hint: words.text('zoneNote', { zone }) }),
          required: true,
          options: windows.map((window) => ({
            value: windowValue(window),
            label: windowText(dates, window),
          })),
        }
      : undefined,
  ];
};
