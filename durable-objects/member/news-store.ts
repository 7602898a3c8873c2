import type { MemberNews, MemberTopic } from '../../schema/domain/members/member-news.ts';

/** So much is told again to a page that comes back; one that was away for longer looks again instead. */
const kept_max = 300;

type Row = { seq: number; at: number; topic: string; about: string; what: string };

/** What one person was told of last, in their actor's own SQLite: numbers and states, never a name or a clinical word. */
export class NewsStore {
  readonly #sql: SqlStorage;

  constructor(storage: DurableObjectStorage) {
    this.#sql = storage.sql;
    this.#sql.exec(
      'create table if not exists news (seq integer primary key, at integer not null, topic text not null, about text not null, what text not null)',
    );
  }

  /** Takes in what is new of it; what is here already, or older than all that is kept, is not. */
  take(messages: readonly MemberNews[]): MemberNews[] {
    const floor = this.#isFull() ? this.#bound('min') : 0;
    return messages.filter(({ seq, at, topic, about, what }) => {
      if (seq < floor) return false;
      const { rowsWritten } = this.#sql.exec(
        'insert or ignore into news (seq, at, topic, about, what) values (?, ?, ?, ?, ?)',
        ...[seq, at, topic, about, what],
      );
      if (rowsWritten > 0)
        this.#sql.exec(
          'delete from news where seq <= (select seq from news order by seq desc limit 1 offset ?)',
          kept_max,
        );
      return rowsWritten > 0;
    });
  }

  #bound(which: 'min' | 'max'): number {
    const [row] = this.#sql.exec<{ seq: number | null }>(`select ${which}(seq) as seq from news`).toArray();
    return row?.seq ?? 0;
  }

  #isFull(): boolean {
    const [row] = this.#sql.exec<{ n: number }>('select count(*) as n from news').toArray();
    return (row?.n ?? 0) >= kept_max;
  }

  /** The last number that was told. */
  get last(): number {
    return this.#bound('max');
  }

  /** Everything after a number; null: some of that is no longer here. */
  after(seq: number): MemberNews[] | null {
    if (this.#isFull() && seq < this.#bound('min')) return null;
    return this.#sql
      .exec<Row>('select seq, at, topic, about, what from news where seq > ? order by seq', seq)
      .toArray()
      .map((row) => ({ ...row, topic: row.topic as MemberTopic }));
  }
}
