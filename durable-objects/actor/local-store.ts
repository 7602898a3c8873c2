import type { Outgoing } from './outbox.ts';

/** Queues only lose their head and grow at their end: their length and the sum of their numbers tell them apart. */
const shortOf = (items: readonly Outgoing[]): string =>
  `${items.length} ${items.reduce((sum, item) => sum + item.seq, 0)}`;

/** An actor's own SQLite: cursors and what waits for receivers. All of it can be made again; none of it names a person. */
export class LocalStore {
  readonly sql: SqlStorage;
  /** what the marks were last set to, so that they are not read to be compared */
  readonly #marks = new Map<string, number>();
  /** what is parked, in short, so that the same is not written again; null: not looked yet */
  #parked: string | null = null;

  constructor(storage: DurableObjectStorage) {
    this.sql = storage.sql;
    this.sql.exec(
      'create table if not exists marks (name text primary key, value integer not null) without rowid',
    );
    this.sql.exec(
      'create table if not exists parked (receiver text not null, seq integer not null, news text not null, subject text not null, primary key (receiver, seq)) without rowid',
    );
  }

  /** A number kept by name; null: never set. */
  mark(name: string): number | null {
    const [row] = this.sql.exec<{ value: number }>('select value from marks where name = ?', name).toArray();
    return row?.value ?? null;
  }

  setMark(name: string, value: number): void {
    if ((this.#marks.get(name) ?? this.mark(name)) === value) return;
    this.#marks.set(name, value);
    this.sql.exec(
      'insert into marks (name, value) values (?, ?) on conflict do update set value = excluded.value',
      name,
      value,
    );
  }

  parked(): Outgoing[] {
    return this.sql
      .exec<{ receiver: string; seq: number; news: string; subject: string }>(
        'select receiver, seq, news, subject from parked order by seq',
      )
      .toArray()
      .map(({ receiver: to, ...rest }) => ({ to, ...rest }));
  }

  park(items: readonly Outgoing[]): void {
    this.#parked ??= shortOf(this.parked());
    if (this.#parked === shortOf(items)) return;
    this.#parked = shortOf(items);
    this.sql.exec('delete from parked');
    this.sql.exec(
      'insert into parked (receiver, seq, news, subject) select value->>0, value->>1, value->>2, value->>3 from json_each(?)',
      JSON.stringify(items.map((item) => [item.to, item.seq, item.news, item.subject])),
    );
  }
}
