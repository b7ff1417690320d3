export interface RateLimit {
  /** How many may come at once. */
  readonly burst: number;
  /** How many more each minute. */
  readonly perMinute: number;
}

/**
 * A token bucket for each key, in memory: several receivers count each for itself.
 * At most `maxKeys` are remembered; then the one that was used longest ago is forgotten.
 */
export class RateLimiter {
  readonly #limit: RateLimit;
  readonly #maxKeys: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  /** @param now milliseconds of a clock that never jumps */
  constructor(limit: RateLimit, maxKeys = 10_000, now: () => number = () => performance.now()) {
    this.#limit = limit;
    this.#maxKeys = maxKeys;
    this.#now = now;
  }

  /** Takes one token. Returns 0, or the seconds until there is one again. */
  take(key: string): number {
    const { burst, perMinute } = this.#limit;
    const now = this.#now();
    const bucket = this.#buckets.get(key);
    const tokens = bucket ? Math.min(burst, bucket.tokens + ((now - bucket.at) * perMinute) / 60_000) : burst;
    const granted = tokens >= 1;
    this.#buckets.delete(key); // So that the map stays in order of use.
    this.#buckets.set(key, { tokens: granted ? tokens - 1 : tokens, at: now });
    if (this.#buckets.size > this.#maxKeys) {
      for (const oldest of this.#buckets.keys()) {
        this.#buckets.delete(oldest);
        break;
      }
    }
    return granted ? 0 : Math.ceil(((1 - tokens) * 60) / perMinute);
  }

  /** Starts afresh for a key. */
  forget(key: string): void {
    this.#buckets.delete(key);
  }
}
