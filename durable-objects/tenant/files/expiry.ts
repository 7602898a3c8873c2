import type { StoredFile } from '../../../schema/domain/attachments/stored-file.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import { report } from '../../actor/report.ts';
import type { Store } from '../../actor/store.ts';
import type { BySystem } from '../lapses.ts';
import { fileKind } from '../memory/files.ts';
import type { Timer } from '../timers.ts';
import type { Pieces } from './pieces.ts';

/** Files ended in one go: 50 MB of pieces at most. */
const expired_max = 5;

/** Ends files whose time is over, and the pieces of those that were removed: first the pieces, then the row that names them. */
export class FileExpiry implements Timer {
  readonly #store: Store;
  readonly #pieces: Pieces;
  readonly #clock: () => Moment;
  readonly #bySystem: BySystem;
  /** undefined: nobody has looked yet */
  #next: Moment | null | undefined;

  constructor(store: Store, pieces: Pieces, clock: () => Moment, bySystem: BySystem) {
    this.#store = store;
    this.#pieces = pieces;
    this.#clock = clock;
    this.#bySystem = bySystem;
  }

  /** The actor has woken: when the first falls due is read along an index. */
  async started(): Promise<void> {
    try {
      await this.#look();
    } catch (error) {
      report('files that fall due were not looked for', error);
    }
  }

  async #look(): Promise<void> {
    const [rows = []] = await this.#store.read([
      { sql: 'select min(expires_at) as at from attachments where expires_at is not null', args: [] },
    ]);
    const at = rows[0]?.at ?? null;
    this.#next = at === null ? null : Number(at);
  }

  /** A file's time was set. */
  moved({ expiresAt }: StoredFile): void {
    if (expiresAt !== null) this.#next = Math.min(this.#next ?? expiresAt, expiresAt);
  }

  nextAt(): Moment | null {
    return this.#next ?? null;
  }

  async ring(): Promise<void> {
    const now = this.#clock();
    if (this.#next === undefined) await this.#look();
    if (this.#next === undefined || this.#next === null || this.#next > now) return;
    const [rows = []] = await this.#store.read([
      {
        sql: `select json_group_array(json_object('body', json(body))) from
          (select body from attachments where expires_at <= ? order by expires_at limit ?)`,
        args: [now, expired_max],
      },
    ]);
    const over = fileKind.parse(String(rows[0]?.[0] ?? '[]'));
    for (const file of over) await this.#pieces.delete(file);
    for (const { id, expiresAt } of over)
      await this.#bySystem(`file-${id}-expires-${expiresAt}`, {
        type: 'EraseAttachments',
        input: { ids: [id] },
      });
    await this.#look();
  }
}
