import type { Moment } from '../../schema/domain/dates.ts';
import { type ExportProgress, exported_ms } from '../../schema/domain/members/own-export.ts';
import { report } from '../actor/report.ts';
import type { ExportSource } from './export-source.ts';

type Row = {
  id: string;
  until: number;
  cursor: string | null;
  done: number;
  total: number;
  ready: number;
  failures: number;
};

const pause_ms_min = 1_000;
const pause_ms_max = 300_000;

export interface OwnExportParts {
  storage: Pick<DurableObjectStorage, 'sql' | 'setAlarm'>;
  clock: () => Moment;
  source: ExportSource;
  /** another portion is read, or it is ready */
  moved: (progress: ExportProgress) => void;
}

/**
 * Puts together everything held about one person: a portion each time the alarm rings, sealed, so that it goes on after a
 * restart and nothing here says anything. One at a time; it goes after its days.
 */
export class OwnExports {
  readonly #parts: OwnExportParts;
  readonly #sql: SqlStorage;
  /** while a portion is being read, an alarm that rings again waits for it */
  #reading: Promise<void> | null = null;

  constructor(parts: OwnExportParts) {
    this.#parts = parts;
    this.#sql = parts.storage.sql;
    this.#sql.exec(`create table if not exists own_export (one integer primary key check (one = 1), id text not null,
      until integer not null, cursor text, done integer not null, total integer not null, ready integer not null,
      failures integer not null)`);
    this.#sql.exec(
      'create table if not exists own_export_pieces (file integer not null, n integer not null, bytes blob not null, primary key (file, n)) without rowid',
    );
  }

  #row(): Row | null {
    const [row] = this.#sql
      .exec<Row>('select id, until, cursor, done, total, ready, failures from own_export')
      .toArray();
    return row ?? null;
  }

  /** How far it is; null: nothing was asked for, or it is gone. */
  progress(): ExportProgress | null {
    const row = this.#row();
    return (
      row && {
        ...{ id: row.id, done: row.done, total: row.total },
        ...{ isReady: row.ready === 1, isHeldUp: row.failures > 0 },
      }
    );
  }

  /** It was asked for: what was put together before makes room. The same one again goes on as it is. */
  begin(id: string): void {
    if (this.#row()?.id === id) return;
    const until = this.#parts.clock() + exported_ms;
    this.#clear();
    this.#sql.exec('insert into own_export values (1, ?, ?, null, 0, 0, 0, 0)', id, until);
    this.#ringAt(this.#parts.clock());
  }

  /** What a file's heads are made of, once it is ready; null: it is not. */
  whole(id: string): string | null {
    const row = this.#row();
    return row?.id === id && row.ready === 1 && this.#parts.clock() < row.until ? row.cursor : null;
  }

  /** One piece of it, sealed; null: there is none. */
  piece(id: string, { file, n }: { file: number; n: number }): Uint8Array | null {
    if (this.whole(id) === null) return null;
    const [row] = this.#sql
      .exec<{ bytes: ArrayBuffer }>('select bytes from own_export_pieces where file = ? and n = ?', file, n)
      .toArray();
    return row ? new Uint8Array(row.bytes) : null;
  }

  /** The alarm has rung: the next portion, or the end of its days. */
  async ring(): Promise<void> {
    this.#reading ??= this.#next().finally(() => {
      this.#reading = null;
    });
    await this.#reading;
  }

  async #next(): Promise<void> {
    const row = this.#row();
    if (row === null) return;
    if (this.#parts.clock() >= row.until) return this.#clear();
    if (row.ready === 1) return this.#ringAt(row.until);
    try {
      const portion = await this.#parts.source.next(row.id, row.cursor);
      // Asked for anew meanwhile: that one begins at its own alarm.
      if (this.#row()?.id !== row.id) return;
      for (const { file, n, bytes } of portion.pieces)
        this.#sql.exec('insert or replace into own_export_pieces values (?, ?, ?)', file, n, bytes);
      const { cursor, done, total, isWhole } = portion;
      this.#sql.exec(
        'update own_export set cursor = ?, done = ?, total = ?, ready = ?, failures = 0',
        ...[cursor, done, total, isWhole ? 1 : 0],
      );
      this.#ringAt(isWhole ? row.until : this.#parts.clock());
      this.#parts.moved({ id: row.id, isReady: isWhole, isHeldUp: false, done, total });
    } catch (error) {
      report('a portion of what is held about somebody cannot be read', error);
      if (this.#row()?.id !== row.id) return;
      this.#sql.exec('update own_export set failures = failures + 1');
      const pause = Math.min(pause_ms_max, pause_ms_min * 2 ** Math.min(row.failures, 10));
      this.#ringAt(this.#parts.clock() + pause);
      this.#parts.moved({ id: row.id, isReady: false, isHeldUp: true, done: row.done, total: row.total });
    }
  }

  #ringAt(at: Moment): void {
    void this.#parts.storage.setAlarm(at);
  }

  #clear(): void {
    this.#sql.exec('delete from own_export');
    this.#sql.exec('delete from own_export_pieces');
  }
}
