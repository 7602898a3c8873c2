import type { Statement } from './store.ts';

/**
 * Something an actor holds in memory that commands change. A change lies first with its command, then with the cycle,
 * and is kept only when the cycle's batch is durable; so a command that fails harms no other, and a batch that fails
 * leaves nothing behind.
 */
export interface Layer {
  /** the command was decided: its changes belong to the cycle */
  keep(): void;
  /** the command was refused, or threw: its changes never were */
  drop(): void;
  /** rows for the cycle's batch */
  writes(): Statement[];
  /** the batch is durable */
  commit(): void;
  /** nothing is certain any more: memory is emptied of all that the database can tell again */
  forget(): void;
  /** lets go of what was used longest ago, where it can be loaded again; only while nothing is being loaded */
  trim?(): void;
}

/** A map in three layers. */
export class LayeredMap<V> implements Layer {
  readonly #kept = new Map<string, V>();
  readonly #cycle = new Map<string, V | null>();
  readonly #command = new Map<string, V | null>();

  get(key: string): V | null {
    for (const layer of [this.#command, this.#cycle]) if (layer.has(key)) return layer.get(key) ?? null;
    return this.#kept.get(key) ?? null;
  }

  /** As of the last durable cycle. */
  committed(): ReadonlyMap<string, V> {
    return this.#kept;
  }

  set(key: string, value: V | null): void {
    this.#command.set(key, value);
  }

  /** Told from outside a command: what a journal or a row says. */
  restore(key: string, value: V | null): void {
    if (value === null) this.#kept.delete(key);
    else this.#kept.set(key, value);
  }

  /** The same of all of them: whatever is not told is not there. */
  restoreAll(entries: readonly (readonly [string, V])[]): void {
    this.#kept.clear();
    for (const [key, value] of entries) this.#kept.set(key, value);
  }

  keep(): void {
    for (const [key, value] of this.#command) this.#cycle.set(key, value);
    this.#command.clear();
  }

  drop(): void {
    this.#command.clear();
  }

  writes(): Statement[] {
    return [];
  }

  commit(): void {
    for (const [key, value] of this.#cycle) this.restore(key, value);
    this.#cycle.clear();
  }

  forget(): void {
    this.#command.clear();
    this.#cycle.clear();
  }
}

/** A number that counts up: the last one issued. It is loaded at the start and issued from memory. */
export class Counter implements Layer {
  #kept = 0;
  #cycle = 0;
  #command = 0;

  /** The last one issued. */
  get last(): number {
    return this.#command;
  }

  /** The next number; it is used up only if the command is kept. */
  next(): number {
    this.#command += 1;
    return this.#command;
  }

  restore(last: number): void {
    this.#kept = last;
    this.#cycle = last;
    this.#command = last;
  }

  keep(): void {
    this.#cycle = this.#command;
  }

  drop(): void {
    this.#command = this.#cycle;
  }

  writes(): Statement[] {
    return [];
  }

  commit(): void {
    this.#kept = this.#cycle;
  }

  forget(): void {
    this.restore(this.#kept);
  }
}
