import type { Import, RowOutcome, RowReason } from '../../../schema/domain/imports/import.ts';
import type { ImportWork } from '../../../schema/imports/work.ts';
import { insertRows, readJson } from '../../actor/json-rows.ts';
import { Rows } from '../../actor/rows.ts';
import type { Kind } from '../../actor/shelf.ts';
import type { Statement } from '../../actor/store.ts';

/** The rows of an import that has none left are deleted along its key. */
function deleteRows(imports: readonly Import[]): Statement[] {
  const emptied = imports.filter(({ finishedAt, expiresAt }) => finishedAt !== null && expiresAt === null);
  if (emptied.length === 0) return [];
  return [
    {
      sql: 'delete from import_rows where import_id in (select value from json_each(?))',
      args: [JSON.stringify(emptied.map(({ id }) => id))],
    },
  ];
}

/** Files on their way into the records, by id. */
export const importKind: Kind<Import> = {
  name: 'import',
  capacity: 100,
  keys: (record) => [record.id],
  read: (keys) => readJson('imports', { body: 'json(body)' }, 'id in (select value from json_each(?))', keys),
  parse: (text) => {
    const found: { body: Import }[] = JSON.parse(text);
    return found.map(({ body }) => body);
  },
  write: (made, changed) => [
    ...insertRows(
      'imports',
      ['id', 'kind', 'state', 'uploaded_at', 'expires_at', 'body'],
      [...made, ...changed].map((record) => [
        record.id,
        record.kind,
        record.state,
        record.uploadedAt,
        record.expiresAt,
        record,
      ]),
      'on conflict do update set state = excluded.state, expires_at = excluded.expires_at, body = excluded.body',
    ),
    ...deleteRows(changed),
  ],
};

/** A row as the actor works on it: without its cells. */
export interface ChunkRow {
  n: number;
  turn: number;
  work: ImportWork | null;
  outcome: RowOutcome | null;
  reasons: RowReason[];
  result: string | null;
}

/** The rows of an import that are checked, and applied, together. */
export interface Chunk {
  importId: string;
  chunk: number;
  rows: ChunkRow[];
}

/** What a portion is found by. */
export const chunkKey = (importId: string, chunk: number): string => `${importId} ${chunk}`;

const rowColumns = {
  importId: 'import_id',
  chunk: 'chunk',
  n: 'n',
  turn: 'turn',
  work: 'json(work)',
  outcome: 'outcome',
  reasons: "json(coalesce(reasons, '[]'))",
  result: 'result',
};

/** Portions of rows: only what became of a row is ever changed. */
export const chunkKind: Kind<Chunk> = {
  name: 'rows of an import',
  capacity: 16,
  keys: ({ importId, chunk }) => [chunkKey(importId, chunk)],
  read: (keys) => {
    const places = keys.map((key) => key.split(' ')).map(([id, chunk]) => [id, Number(chunk)]);
    const { sql } = readJson(
      'json_each(?) join import_rows',
      rowColumns,
      'import_id = value->>0 and chunk = value->>1',
      [],
    );
    return { sql, args: [JSON.stringify(places)] };
  },
  parse: (text) => {
    const rows: (ChunkRow & { importId: string; chunk: number })[] = JSON.parse(text);
    const byKey = Map.groupBy(rows, ({ importId, chunk }) => chunkKey(importId, chunk));
    return [...byKey.values()].flatMap((group) => {
      const [first] = group;
      return first ? [{ importId: first.importId, chunk: first.chunk, rows: group }] : [];
    });
  },
  write: (_, changed) => {
    const rows = changed.flatMap(({ importId, rows: each }) =>
      each.map(({ n, outcome, reasons, result }) => [importId, n, outcome, reasons, result]),
    );
    if (rows.length === 0) return [];
    const sql = `update import_rows set outcome = value->>2, reasons = value->>3, result = value->>4
      from json_each(?) where import_rows.import_id = value->>0 and import_rows.n = value->>1`;
    return [{ sql, args: [JSON.stringify(rows)] }];
  },
};

/** Rows as they arrive. */
export const stagedRows = (): Rows =>
  new Rows('import_rows', ['import_id', 'n', 'line', 'chunk', 'turn', 'cells', 'work', 'reasons']);
