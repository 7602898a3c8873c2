/** The latest so many of something by their names; the oldest goes when another one comes. */
export class Recent<V> {
  readonly #max: number;
  readonly #kept = new Map<string, V>();

  constructor(max: number) {
    this.#max = max;
  }

  get(name: string): V | undefined {
    return this.#kept.get(name);
  }

  set(name: string, value: V): void {
    this.#kept.delete(name);
    this.#kept.set(name, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#max && oldest !== undefined) this.#kept.delete(oldest);
  }
}
