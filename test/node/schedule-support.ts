import { Temporal } from 'temporal-polyfill';
import { TimeZone } from '../../src/schedule/time-zone.js';

/** The years that are looked at, as instants. */
export const YEARS = { start: Date.UTC(2010, 0, 1), end: Date.UTC(2038, 0, 1) };

const changesOf = (name: string): number[] => {
  const changes: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(YEARS.start).toZonedDateTimeISO(name);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= YEARS.end) return changes;
    changes.push(next.epochMilliseconds);
    at = next;
  }
};

/**
 * Zones that have something to get wrong: an hour, half an hour, three quarters, a lost day, a change of mind. Those
 * without a change in these years have their first day instead. Changes are told by Temporal, not by what is tested.
 */
export const zones: ReadonlyMap<string, { zone: TimeZone; changes: readonly number[] }> = new Map(
  [
    'Europe/Madrid',
    'Europe/Riga',
    'Asia/Tbilisi',
    'Asia/Kathmandu',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Africa/Casablanca',
    'America/Asuncion',
    'UTC',
  ].map((name) => {
    const changes = changesOf(name);
    return [name, { zone: new TimeZone(name), changes: changes.length > 0 ? changes : [YEARS.start] }];
  }),
);
