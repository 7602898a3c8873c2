type Numbers = Map<string, number[]>;

function add(to: Numbers, key: string, by: readonly number[], sign: 1 | -1 = 1): void {
  const sums = to.get(key);
  if (!sums) to.set(key, sign === 1 ? [...by] : by.map((each) => -each));
  else for (const [i, each] of by.entries()) sums[i] = (sums[i] ?? 0) + sign * each;
}

const isSome = (sums: readonly number[]): boolean => sums.some((sum) => sum !== 0);

/**
 * Running sums by key, as a `Layer` has them: a change lies with its command, then with its cycle, and is written as one row
 * a key and cycle. Those that are asked for are also kept in memory.
 */
export class Sums {
  readonly #keeps: (key: string) => boolean;
  readonly #kept: Numbers = new Map();
  readonly #cycle: Numbers = new Map();
  readonly #command: Numbers = new Map();

  /** `keeps`: which of them are kept in memory; left out: none. */
  constructor(keeps: (key: string) => boolean = () => false) {
    this.#keeps = keeps;
  }

  move(key: string, by: readonly number[], sign: 1 | -1): void {
    add(this.#command, key, by, sign);
  }

  keep(): void {
    for (const [key, by] of this.#command) add(this.#cycle, key, by);
    this.#command.clear();
  }

  drop(): void {
    this.#command.clear();
  }

  /** By how much the cycle changes which. */
  moved(): [string, readonly number[]][] {
    return [...this.#cycle].filter(([, by]) => isSome(by));
  }

  commit(): void {
    for (const [key, by] of this.#cycle) {
      if (!this.#keeps(key)) continue;
      add(this.#kept, key, by);
      if (!isSome(this.#kept.get(key) ?? [])) this.#kept.delete(key);
    }
    this.#cycle.clear();
  }

  forget(): void {
    this.#command.clear();
    this.#cycle.clear();
  }

  restore(rows: readonly (readonly [string, readonly number[]])[]): void {
    this.#kept.clear();
    for (const [key, sums] of rows) this.#kept.set(key, [...sums]);
  }

  /** What is kept, as of the last durable cycle. */
  kept(): [string, readonly number[]][] {
    return [...this.#kept];
  }

  /** One of those kept; null: it is nothing. */
  of(key: string): readonly number[] | null {
    return this.#kept.get(key) ?? null;
  }
}
