import { DAY, formatDay, parseDay, type DayNumber } from '../../../src/schedule/day.js';
import type { TimeZone } from '../../../src/schedule/time-zone.js';
import { parseReference } from '../../../src/submission/reference.js';
import { ANSWER_STATES, type AnswerState, type Cursor, type SubmissionFilter } from '../store/store.js';

/** What the address of the list says. */
export interface ListQuery {
  readonly quarantined: boolean;
  readonly state?: AnswerState;
  readonly topic?: string;
  readonly widget?: string;
  readonly search?: string;
  /** The days on which it came, both included. */
  readonly from?: DayNumber;
  readonly to?: DayNumber;
  readonly after?: Cursor;
}

/** Reads the query string. What makes no sense is left out, so that an old bookmark still shows a list. */
export const parseListQuery = (parameters: URLSearchParams): ListQuery => {
  const state = ANSWER_STATES.find((known) => known === parameters.get('state'));
  const topic = parameters.get('topic')?.slice(0, 100);
  const widget = parameters.get('widget')?.slice(0, 100);
  const search = parameters.get('q')?.trim().slice(0, 200);
  const [from, to] = [parseDay(parameters.get('from') ?? ''), parseDay(parameters.get('to') ?? '')];
  const after = parseCursor(parameters.get('after'));
  return {
    quarantined: parameters.get('quarantine') === 'yes',
    ...(state && { state }),
    ...(topic && { topic }),
    ...(widget && { widget }),
    ...(search && { search }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(after && { after }),
  };
};

/**
 * A reference as people type it (`7k3m 9qpa2`) is looked up in its proper form.
 * @param timeZone whose days are meant
 */
export const toFilter = (
  { quarantined, state, topic, widget, search, from, to }: ListQuery,
  timeZone: TimeZone,
): SubmissionFilter => ({
  quarantined,
  ...(state && { state }),
  ...(topic && { topic }),
  ...(widget && { widget }),
  ...(search && { search: parseReference(search) ?? search }),
  ...(from !== undefined && { receivedFrom: beginOf(from, timeZone) }),
  ...(to !== undefined && { receivedBefore: beginOf(to + 1, timeZone) }),
});

const beginOf = (day: DayNumber, timeZone: TimeZone): string =>
  new Date(timeZone.instantOf(day * DAY)).toISOString();

/** Whether it is less than the whole list. */
export const isFiltered = ({ state, topic, widget, search, from, to }: ListQuery): boolean =>
  [state, topic, widget, search, from, to].some((one) => one !== undefined);

/** The address that shows this list, with `path` in front. */
export const listUrl = (
  path: string,
  { quarantined, state, topic, widget, search, from, to, after }: ListQuery,
): string => {
  const parameters = new URLSearchParams({
    ...(quarantined && { quarantine: 'yes' }),
    ...(state && { state }),
    ...(topic && { topic }),
    ...(widget && { widget }),
    ...(search && { q: search }),
    ...(from !== undefined && { from: formatDay(from) }),
    ...(to !== undefined && { to: formatDay(to) }),
    ...(after && { after: `${after.receivedAt}_${after.id}` }),
  }).toString();
  return parameters ? `${path}?${parameters}` : path;
};

const parseCursor = (text: string | null): Cursor | undefined => {
  const [, receivedAt, id] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([\da-f-]{36})$/.exec(text ?? '') ?? [];
  return receivedAt && id ? { receivedAt, id } : undefined;
};
