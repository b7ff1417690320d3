import { parseDateTime } from '../../../src/schedule/date-time.js';
import type { PartOfDay } from '../../../src/submission/types.js';
import { isBlank } from '../../../src/validation/text.js';
import { storable } from '../store/storable-text.js';
import type { Fields } from '../store/store.js';
import { textOf, valueOf } from '../submissions/fields.js';
import { periodOf, type Period } from './period.js';

/** What a submission of the appointment widget asks for. */
export interface AppointmentRequest {
  /** The times that it names, in the order in which they suit. What is no time is not among them. */
  readonly times: readonly Asked[];
  /** Whether it names times, be they none that can be read. */
  readonly namesTimes: boolean;
  /** Any time within one of these suits. */
  readonly windows: readonly Period[];
  readonly partOfDay?: PartOfDay;
  /** Empty where it does not matter who comes. */
  readonly staff: string;
}

/** A time that a request names. */
export interface Asked extends Period {
  /** The request says only when it begins; `end` is then the same instant. */
  readonly isOpen: boolean;
}

const PARTS: readonly PartOfDay[] = ['morning', 'afternoon', 'any'];

/** Reads the fields of a submission that its schema lets through. */
export const requestOf = (fields: Fields): AppointmentRequest => {
  const text = (name: string): string => {
    const value = textOf(fields, name);
    return isBlank(value) ? '' : value.trim();
  };
  const others = valueOf(fields, 'alternatives');
  const alternatives = (Array.isArray(others) ? (others as readonly string[]) : [])
    .filter((other) => !isBlank(other))
    .map((other) => asked(...(other.trim().split('/') as [string, string?])));
  const partOfDay = PARTS.find((part) => part === text('part_of_day'));
  const first = text('start') ? [asked(text('start'), text('end'))] : [];
  const named = partOfDay ? [] : [...first, ...alternatives];
  const isThere = (period: Asked | undefined) => period !== undefined;
  return {
    times: named.filter(isThere),
    namesTimes: named.length > 0,
    windows: partOfDay ? alternatives.filter(isThere).filter(({ isOpen }) => !isOpen) : [],
    ...(partOfDay && { partOfDay }),
    staff: storable(text('staff')),
  };
};

const asked = (start: string, end = ''): Asked | undefined => {
  const from = parseDateTime(start);
  const to = end ? parseDateTime(end) : from;
  if (!from || !to || (end && to.instant <= from.instant)) return undefined;
  return { ...periodOf({ start: from.instant, end: to.instant }), isOpen: !end };
};
