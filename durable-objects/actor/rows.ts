import { insertRows } from './json-rows.ts';
import type { Layer } from './layer.ts';
import type { Statement } from './store.ts';

/** Rows that commands write and never read back: they are only collected for the cycle's batch. */
export class Rows implements Layer {
  readonly #table: string;
  readonly #columns: readonly string[];
  readonly #conflict: string;
  #cycle: unknown[][] = [];
  #command: unknown[][] = [];

  constructor(table: string, columns: readonly string[], conflict = '') {
    this.#table = table;
    this.#columns = columns;
    this.#conflict = conflict;
  }

  add(...row: (string | number | null)[]): void {
    this.#command.push(row);
  }

  keep(): void {
    this.#cycle.push(...this.#command);
    this.#command = [];
  }

  drop(): void {
    this.#command = [];
  }

  writes(): Statement[] {
    return insertRows(this.#table, this.#columns, this.#cycle, this.#conflict);
  }

  commit(): void {
    this.#cycle = [];
  }

  forget(): void {
    this.#cycle = [];
    this.#command = [];
  }
}

/** The last notice each account has seen: it only ever moves on. */
export const noticeMarkRows = (): Rows =>
  new Rows('notice_marks', ['account_id', 'seq'], 'on conflict do update set seq = max(seq, excluded.seq)');
