/**
 * Counts failed attempts by key, and says when there were too many. Bounded: past `keys` keys the
 * oldest is forgotten.
 */
export class Attempts {
  readonly #failures = new Map<string, { count: number; until: number }>();
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #keys: number;

  constructor({ limit = 10, windowMs = 5 * 60_000, keys = 10_000 } = {}) {
    this.#limit = limit;
    this.#windowMs = windowMs;
    this.#keys = keys;
  }

  /** Seconds to wait before the next attempt; 0 when one is allowed. */
  wait(key: string): number {
    const entry = this.#failures.get(key);
    if (!entry || entry.until <= Date.now() || entry.count < this.#limit) return 0;
    return Math.ceil((entry.until - Date.now()) / 1000);
  }

  /** Counted before the outcome is known, so that many at once do not slip through. */
  begin(key: string) {
    const entry = this.#failures.get(key);
    if (entry && entry.until > Date.now()) {
      entry.count++;
      return;
    }
    this.#failures.delete(key);
    this.#failures.set(key, { count: 1, until: Date.now() + this.#windowMs });
    const oldest = this.#failures.keys().next();
    if (this.#failures.size > this.#keys && !oldest.done) this.#failures.delete(oldest.value);
  }

  succeed(key: string) {
    this.#failures.delete(key);
  }
}
