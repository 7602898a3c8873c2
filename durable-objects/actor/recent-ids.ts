/** What was done lately, by the ids of its commands: whatever comes again is looked up before it is decided. */
export class RecentIds {
  readonly #ids = new Set<string>();
  readonly #max: number;

  /** the longest ago go first */
  constructor(max = 50_000) {
    this.#max = max;
  }

  add(id: string): void {
    this.#ids.delete(id);
    this.#ids.add(id);
    const [oldest] = this.#ids.size > this.#max ? this.#ids : [];
    if (oldest !== undefined) this.#ids.delete(oldest);
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }
}
