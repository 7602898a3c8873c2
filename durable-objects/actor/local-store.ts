import type { Outgoing } from './outbox.ts';

/** An actor's own SQLite: cursors and what waits for receivers. All of it can be made again; none of it names a person. */
export class LocalStore {
  readonly sql: SqlStorage;

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
    if (this.mark(name) !== value)
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
    const [row] = this.sql.exec<{ n: number }>('select count(*) n from parked').toArray();
    if (items.length === 0 && row?.n === 0) return;
    this.sql.exec('delete from parked');
    this.sql.exec(
      'insert into parked (receiver, seq, news, subject) select value->>0, value->>1, value->>2, value->>3 from json_each(?)',
      JSON.stringify(items.map((item) => [item.to, item.seq, item.news, item.subject])),
    );
  }
}
