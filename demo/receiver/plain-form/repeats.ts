/** Milliseconds within which the same form from the same browser is one message, sent twice. */
const WINDOW = 120_000;

/**
 * Forms that came without an id, for a short while. A browser sends a form again by itself where a connection was
 * cut, and people press twice; a form without a script has nothing by which to tell that from a second message.
 * In memory, as the rate limit: several receivers, and one that was restarted, don't know each other's.
 */
export class Repeats {
  readonly #window: number;
  readonly #maxKeys: number;
  readonly #now: () => number;
  /** In order of time. */
  readonly #first = new Map<string, { readonly id: string; readonly at: number }>();

  /** @param now milliseconds of a clock that never jumps */
  constructor(window = WINDOW, maxKeys = 10_000, now: () => number = () => performance.now()) {
    this.#window = window;
    this.#maxKeys = maxKeys;
    this.#now = now;
  }

  /** The id of the first form with this key, which is `id` where there was none lately. */
  firstId(key: string, id: string): string {
    const now = this.#now();
    for (const [oldest, { at }] of this.#first) {
      if (now - at < this.#window && this.#first.size < this.#maxKeys) break;
      this.#first.delete(oldest);
    }
    const first = this.#first.get(key);
    if (first) return first.id;
    this.#first.set(key, { id, at: now });
    return id;
  }
}
