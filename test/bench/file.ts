import { join } from 'node:path';
import Database from 'libsql';
import { readOrMakeKeys } from '../../selfhost/keys.ts';
import { settingsOf } from '../../selfhost/libsql/options.ts';
import type { Bench } from './bench.ts';

const cache_kib = 1024 * 1024;

type Row = Readonly<Record<string, unknown>>;

const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null;

/** The database of the bench's insurer while nobody serves it. */
export interface OpenFile {
  readonly run: (sql: string) => void;
  readonly rows: (sql: string) => Row[];
  readonly close: () => void;
}

/** Opens it to be filled: with room for every index in memory, and without what a crash would want. */
export async function openFile({ product, insurer }: Bench): Promise<OpenFile> {
  const { dataDir } = product;
  const { databaseKey } = await readOrMakeKeys(join(dataDir, 'keys.json'), dataDir);
  const { key } = settingsOf({ dataDir, key: databaseKey });
  const options = { timeout: 0, encryptionCipher: 'aes256cbc', encryptionKey: key };
  const file = new Database(join(dataDir, 'databases', `tenant-${insurer.tenant.id}.db`), options);
  file.exec(`pragma temp_store = memory; pragma cache_size = -${cache_kib};
    pragma locking_mode = exclusive; pragma journal_mode = off; pragma synchronous = off`);
  return {
    run: (sql) => void file.exec(sql),
    rows: (sql) => file.prepare(sql).all().filter(isRow),
    close: () => {
      // The native side stays until its statements are collected: lock and memory are given back now.
      file.exec(
        'pragma locking_mode = normal; select 1 from sqlite_master; pragma cache_size = 0; pragma shrink_memory',
      );
      file.close();
    },
  };
}

/** Every table, index and trigger as it was made, in one text. */
export const schemaOf = (file: OpenFile): string =>
  JSON.stringify(file.rows('select type, name, tbl_name, sql from sqlite_master order by type, name'));
