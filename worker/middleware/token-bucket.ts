/** How often somebody may come: `rate` times a second, and up to `burst` times at once after a pause. */
export interface Allowance {
  rate: number;
  burst: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** the most callers remembered; one that is forgotten starts with a full bucket */
const buckets_max = 20_000;

/**
 * Token buckets by caller, in the memory of this process. On one machine that is all there is; on the edge each place
 * counts for itself, so that a caller may come as often in each of them.
 */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #allowance: Allowance;

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  #filled(caller: string, now: number): Bucket {
    const { rate, burst } = this.#allowance;
    const bucket = this.#buckets.get(caller) ?? { tokens: burst, at: now };
    const gained = (Math.max(0, now - bucket.at) / 1000) * rate;
    return { tokens: Math.min(burst, bucket.tokens + gained), at: now };
  }

  /** How many seconds a caller has to wait before coming again; 0: none. */
  wait_s(caller: string, now: number): number {
    const { tokens } = this.#filled(caller, now);
    return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / this.#allowance.rate);
  }

  /** Counts one coming. */
  take(caller: string, now: number): void {
    this.#add(caller, now, -1);
  }

  /** Takes back one coming that turned out not to count. */
  give(caller: string, now: number): void {
    this.#add(caller, now, 1);
  }

  #add(caller: string, now: number, tokens: 1 | -1): void {
    const bucket = this.#filled(caller, now);
    bucket.tokens = Math.min(this.#allowance.burst, Math.max(0, bucket.tokens + tokens));
    // Moved to the end: the first in the map is the one not seen for the longest time.
    this.#buckets.delete(caller);
    this.#buckets.set(caller, bucket);
    if (this.#buckets.size > buckets_max) this.#buckets.delete(this.#buckets.keys().next().value ?? '');
  }
}
