import type { Executor } from './database.js';
import type { Channel } from './outgoing.js';

/** At most this much of what was not used is made up for, so that an hour's pause is not followed by a flood. */
const CATCH_UP_MS = 1_000;

export interface Pace {
  /** How many may leave now. */
  readonly allowed: number;
  /** Writes down that so many did. */
  spend(count: number): Promise<void>;
}

/**
 * When the next message of a channel may leave, by the database's own record: it holds over restarts, and for all
 * receivers together. They are spread evenly over the minute (the generic cell rate algorithm, ITU-T I.371, with a
 * tolerance of a second), since mail providers count by the minute and by the second. To be run in a transaction, which
 * others wait for.
 */
export const readPace = async (
  { query }: Executor,
  channel: Channel,
  now: Date,
  perMinute: number,
): Promise<Pace> => {
  const interval = 60_000 / perMinute;
  // Fewer than one a second: one at a time, and none ahead of its time.
  const tolerance = Math.max(0, CATCH_UP_MS - interval);
  await query(`INSERT INTO paces (channel, next_at) VALUES ($1, '') ON CONFLICT (channel) DO NOTHING`, [
    channel,
  ]);
  // Changes nothing, and takes the row: a `SELECT` would let two receivers read the same.
  const [row] = await query('UPDATE paces SET next_at = next_at WHERE channel = $1 RETURNING next_at', [
    channel,
  ]);
  const written = Date.parse(String(row?.['next_at'])) || 0;
  // One that is further ahead than a message takes was written by a clock that has jumped.
  const planned = written > now.getTime() + 60_000 ? 0 : written;
  const next = Math.max(planned, now.getTime() - tolerance);
  return {
    allowed: Math.max(0, Math.floor((now.getTime() - next) / interval) + 1),
    async spend(count) {
      if (!count) return;
      const after = new Date(Math.ceil(next + count * interval)).toISOString();
      await query('UPDATE paces SET next_at = $2 WHERE channel = $1', [channel, after]);
    },
  };
};
