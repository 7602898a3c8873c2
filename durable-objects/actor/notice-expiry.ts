import { day_ms, type Moment } from '../../schema/domain/dates.ts';
import type { Store } from './store.ts';

/** Notices are kept so long (people.md, Notifications). */
const kept_ms = 90 * day_ms;
const portion_rows = 500;

/** Deletes notices when their time is over, portion by portion; what they told of stands in the journal. */
export class NoticeExpiry {
  readonly #store: Store;
  readonly #clock: () => Moment;
  readonly #tables: readonly string[];
  /** when the oldest is over */
  #at: Moment | null = null;
  #looked = false;

  constructor(store: Store, clock: () => Moment, tables: readonly string[] = ['notices']) {
    this.#tables = tables;
    this.#store = store;
    this.#clock = clock;
  }

  /** When the oldest one's time is over; null: there is none, or nobody has looked yet, which the next ring does. */
  nextAt(): Moment | null {
    return this.#at;
  }

  /** A notice was written. */
  written(at: Moment): void {
    this.#at ??= at + kept_ms;
  }

  async ring(): Promise<void> {
    const now = this.#clock();
    if (this.#looked && (this.#at === null || this.#at > now)) return;
    await this.#store.write(
      this.#tables.map((table) => ({
        sql: `delete from ${table} where rowid in (select rowid from ${table} where at < ? order by at limit ?)`,
        args: [now - kept_ms, portion_rows],
      })),
    );
    const read = await this.#store.read(
      this.#tables.map((table) => ({ sql: `select min(at) as at from ${table}`, args: [] })),
    );
    this.#looked = true;
    const oldest = read.flatMap(([row]) => (typeof row?.at === 'number' ? [row.at] : []));
    this.#at = oldest.length === 0 ? null : Math.min(...oldest) + kept_ms;
  }
}
