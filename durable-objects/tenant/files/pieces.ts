import type { Bucket } from '../../actor/bucket.ts';
import type { Statement, Store } from '../../actor/store.ts';

/** What is asked of a file to find its pieces. */
export interface PiecesOf {
  id: string;
  /** what they are called in the bucket; null: they stand in the database */
  bucket: string | null;
}

const named = (bucket: string, n: number) => `${bucket}/${n}`;

/** Reads one piece's row. */
const rowOf = (id: string, n: number): Statement => ({
  sql: 'select bytes from attachment_chunks where attachment_id = ? and n = ?',
  args: [id, n],
});

/** The pieces of files as they lie: encrypted, each in the database or in a bucket, with a row that says it is there. */
export class Pieces {
  readonly #store: Pick<Store, 'read'> & Partial<Store>;
  readonly #bucket: Bucket | null;

  constructor(store: Pick<Store, 'read'> & Partial<Store>, bucket: Bucket | null) {
    this.#store = store;
    this.#bucket = bucket;
  }

  /** Stores a piece; one that is there stays as it is. */
  async put(file: PiecesOf, n: number, sealed: Uint8Array<ArrayBuffer>): Promise<void> {
    if (file.bucket !== null) await this.#bucket?.put(named(file.bucket, n), sealed);
    const bytes = file.bucket === null ? sealed : null;
    await this.#store.write?.([
      {
        sql: 'insert into attachment_chunks (attachment_id, n, size, bytes) values (?, ?, ?, ?) on conflict do nothing',
        args: [file.id, n, sealed.length, bytes],
      },
    ]);
  }

  /** One piece; null: it is not there. */
  async get({ id, bucket }: PiecesOf, n: number): Promise<Uint8Array | null> {
    if (bucket !== null) return (await this.#bucket?.get(named(bucket, n))) ?? null;
    const [rows = []] = await this.#store.read([rowOf(id, n)]);
    const bytes = rows[0]?.bytes;
    return bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : null;
  }

  /** Which pieces are there, in their order; read from the key alone. */
  async there(id: string): Promise<number[]> {
    const [rows = []] = await this.#store.read([
      { sql: 'select n from attachment_chunks where attachment_id = ? order by n', args: [id] },
    ]);
    return rows.map((row) => Number(row.n));
  }

  /** Deletes all pieces of a file. */
  async delete({ id, bucket }: PiecesOf): Promise<void> {
    if (bucket !== null) {
      const names = (await this.there(id)).map((n) => named(bucket, n));
      if (names.length > 0) await this.#bucket?.delete(names);
    }
    await this.#store.write?.([{ sql: 'delete from attachment_chunks where attachment_id = ?', args: [id] }]);
  }
}
