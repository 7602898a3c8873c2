import type { Row } from '@libsql/client/web';
import type { Layer } from './layer.ts';
import type { Statement } from './store.ts';

/** How one kind of aggregate is read, recognised and written. */
export interface Kind<V> {
  name: string;
  /** how many are kept in memory at most, each by each of its names, or what they weigh together; infinite: it is never let go of */
  capacity: number;
  /** what one takes of the capacity by each of its names; left out: 1 */
  weigh?(value: V): number;
  /** what it is found by: the first is its own key, the others are further names of it */
  keys(value: V): string[];
  /** one statement for many keys; it answers one row with one JSON array */
  read(keys: string[]): Statement;
  /** the values in that array's text */
  parse(text: string): V[];
  /** statements that write what was made and what changed, as few as can be */
  write(made: V[], changed: V[]): Statement[];
}

/** An aggregate was asked for that nobody has loaded: a mistake in a command's `wants`, never an absence. */
export class NotLoaded extends Error {
  constructor(kind: string, key: string) {
    super(`${kind} ${key} is not loaded`);
    this.name = 'NotLoaded';
  }
}

/** What the load pump needs of a shelf, whatever stands on it. */
export interface Loadable {
  has(key: string): boolean;
  load(keys: string[]): Statement;
  /** takes in what the statement answered; whatever was asked for and is not among it is absent */
  fill(keys: string[], rows: Row[]): void;
}

/** The aggregates of one kind in memory: loaded (a value), absent (null) or not loaded (undefined) are three things. */
export class Shelf<V> implements Layer, Loadable {
  readonly #kind: Kind<V>;
  /** what was used lately, and what was used before that: touching the order of one large map on every use is slow */
  #young = new Map<string, V | null>();
  #old = new Map<string, V | null>();
  /** of what was used lately */
  #weight = 0;
  readonly #cycle = new Map<string, V | null>();
  readonly #command = new Map<string, V | null>();

  constructor(kind: Kind<V>) {
    this.#kind = kind;
  }

  #find(key: string): V | null | undefined {
    // Mostly nothing lies with the command or the cycle, and this is asked hundreds of times a command.
    const changed = this.#command.size > 0 ? this.#command.get(key) : undefined;
    if (changed !== undefined) return changed;
    const kept = this.#cycle.size > 0 ? this.#cycle.get(key) : undefined;
    return kept === undefined ? this.durable(key) : kept;
  }

  has(key: string): boolean {
    const found = this.#find(key);
    if (found !== undefined) this.#touch(key);
    return found !== undefined;
  }

  /** What is wanted counts as used lately: it must still be here when it is asked for in a moment. */
  #touch(key: string): void {
    if (this.#old.size === 0 || this.#young.has(key)) return;
    const unused = this.#old.get(key);
    // Under all its names: who is asked for by one of them now is asked for by another then.
    if (unused) {
      for (const name of this.#kind.keys(unused)) if (!this.#young.has(name)) this.#remember(name, unused);
    } else if (unused === null) this.#remember(key, null);
  }

  #remember(key: string, value: V | null): void {
    const before = this.#young.get(key);
    if (before !== undefined) this.#weight -= this.#weigh(before);
    this.#young.set(key, value);
    this.#weight += this.#weigh(value);
  }

  #weigh(value: V | null): number {
    return (value !== null && this.#kind.weigh?.(value)) || 1;
  }

  /** The value, null when absent, undefined when not loaded. */
  peek(key: string): V | null | undefined {
    return this.#find(key);
  }

  /** The value as of the last durable cycle, if it is in memory. */
  durable(key: string): V | null | undefined {
    const young = this.#young.get(key);
    return young === undefined ? this.#old.get(key) : young;
  }

  /** The value or null when absent; throws NotLoaded. */
  get(key: string): V | null {
    const found = this.#find(key);
    if (found === undefined) throw new NotLoaded(this.#kind.name, key);
    this.#touch(key);
    return found;
  }

  /** Puts what was made or changed. A name that it had before and has no more is nobody's from then on. */
  put(value: V): void {
    const names = this.#kind.keys(value);
    for (const name of this.#retired(names)) this.#command.set(name, null);
    for (const name of names) this.#command.set(name, value);
  }

  /** The names that it has no more, where nobody else has taken one over. */
  #retired([own = '', ...others]: string[]): string[] {
    const before = this.#find(own);
    if (!before) return [];
    return this.#kind.keys(before).filter((name) => {
      if (name === own || others.includes(name)) return false;
      const holder = this.#find(name);
      return holder ? this.#kind.keys(holder)[0] === own : false;
    });
  }

  load(keys: string[]): Statement {
    return this.#kind.read(keys);
  }

  fill(keys: string[], rows: Row[]): void {
    const text = rows[0]?.[0];
    const values = typeof text === 'string' ? this.#kind.parse(text) : [];
    for (const value of values) {
      for (const key of this.#kind.keys(value)) if (!this.has(key)) this.#remember(key, value);
    }
    for (const key of keys) if (!this.has(key)) this.#remember(key, null);
  }

  trim(): void {
    if (this.#weight <= this.#kind.capacity / 2) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#weight = 0;
  }

  keep(): void {
    for (const [key, value] of this.#command) this.#cycle.set(key, value);
    this.#command.clear();
  }

  drop(): void {
    this.#command.clear();
  }

  writes(): Statement[] {
    if (this.#cycle.size === 0) return [];
    const made: V[] = [];
    const changed: V[] = [];
    for (const value of new Set(this.#cycle.values())) {
      if (value === null) continue;
      const own = this.#kind.keys(value)[0] ?? '';
      if (this.#cycle.get(own) !== value) continue;
      (this.durable(own) ? changed : made).push(value);
    }
    return this.#kind.write(made, changed);
  }

  commit(): void {
    for (const [key, value] of this.#cycle) this.#remember(key, value);
    this.#cycle.clear();
  }

  forget(): void {
    this.#command.clear();
    this.#cycle.clear();
    this.#young.clear();
    this.#weight = 0;
    this.#old.clear();
  }
}
