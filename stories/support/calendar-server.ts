import type { Transport } from '../../src/controllers/sending.js';

/** Calendar servers of stories, by how they answer. Each is an address for the attribute `availability`. */
export const calendars = {
  /** Some times are taken, and the second of December is closed. */
  free: 'https://calendar.example/free',
  /** Everything is taken. */
  full: 'https://calendar.example/full',
  /** The answer never comes. */
  silent: 'https://calendar.example/silent',
  failing: 'https://calendar.example/failing',
} as const;

const HOST = new URL(calendars.free).host;
const HALF_HOUR = 30 * 60 * 1000;
const CLOSED = '2026-12-02';

/** Times that somebody else has got in the meantime. */
const taken = new Set<number>();

/** An endpoint that has just given the time to somebody else. The calendar knows of it from then on. */
export const takenMeanwhile: Transport = ({ record }) => {
  taken.add(Date.parse(String(record['start'])));
  return Promise.resolve({
    state: 'rejected',
    status: 422,
    errors: [{ field: 'start', code: 'slot_taken', message: 'Somebody else has this time now.' }],
  });
};

/** Stands in for the network at the addresses of {@link calendars}. @returns what gives the page its own back */
export const answerCalendars = (): (() => void) => {
  const { fetch } = globalThis;
  taken.clear();
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    return url.host === HOST ? answer(url, init?.signal) : fetch(input, init);
  };
  return () => {
    globalThis.fetch = fetch;
  };
};

const answer = (url: URL, signal: AbortSignal | null | undefined): Promise<Response> => {
  const kind = url.pathname.slice(1) as keyof typeof calendars;
  if (kind === 'failing') return Promise.resolve(new Response(null, { status: 503 }));
  if (kind === 'silent')
    return new Promise((_resolve, reject) =>
      signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))),
    );
  const days = daysBetween(url.searchParams.get('from')!, url.searchParams.get('to')!);
  const slots = kind === 'full' ? [] : days.filter((day) => dayText(day) !== CLOSED).flatMap(slotsOn);
  return Promise.resolve(Response.json({ first: '2026-11-25', last: '2027-01-22', closed: [CLOSED], slots }));
};

/** Midnights of the visitor's own zone, which the answer leaves to be meant. */
const daysBetween = (from: string, to: string): readonly Date[] => {
  const end = new Date(`${to}T00:00`).getTime();
  const days: Date[] = [];
  for (let day = new Date(`${from}T00:00`); day.getTime() <= end;) {
    days.push(day);
    day = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1);
  }
  return days;
};

/** Half hours from nine to one and from three to six, from Monday to Friday; every third of them is taken. */
const slotsOn = (day: Date): readonly { start: string; end: string }[] => {
  if (day.getDay() % 6 === 0) return [];
  return [9, 9.5, 10, 10.5, 11, 11.5, 12, 12.5, 15, 15.5, 16, 16.5, 17, 17.5].flatMap((hour, index) => {
    const start = new Date(day).setHours(Math.floor(hour), (hour % 1) * 60);
    const isTaken = (day.getDate() + index) % 3 === 0 || taken.has(start);
    const text = (instant: number): string => new Date(instant).toISOString();
    return isTaken ? [] : [{ start: text(start), end: text(start + HALF_HOUR) }];
  });
};

const dayText = (day: Date): string =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');
