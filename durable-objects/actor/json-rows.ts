import type { Statement } from './store.ts';

/** `json_object('id', id, 'memberId', member_id, …)` for columns by their names in code. */
const objectOf = (columns: Readonly<Record<string, string>>): string =>
  `json_object(${Object.entries(columns)
    .map(([name, sql]) => `'${name}', ${sql}`)
    .join(', ')})`;

/** Reads rows as one JSON text: `where` compares with `(select value from json_each(?))`, which is the list of keys. */
export function readJson(
  table: string,
  columns: Readonly<Record<string, string>>,
  where: string,
  keys: readonly (string | number)[],
): Statement {
  const args = Array.from({ length: where.split('json_each(?)').length - 1 }, () => JSON.stringify(keys));
  return { sql: `select json_group_array(${objectOf(columns)}) from ${table} where ${where}`, args };
}

const values = (count: number): string => Array.from({ length: count }, (_, i) => `value->>${i}`).join(', ');

/** Inserts many rows with one statement; `conflict` says what to do where a row exists. */
export function insertRows(
  table: string,
  columns: readonly string[],
  rows: readonly unknown[][],
  conflict = '',
): Statement[] {
  if (rows.length === 0) return [];
  const sql = `insert into ${table} (${columns.join(', ')}) select ${values(columns.length)} from json_each(?) where true ${conflict}`;
  return [{ sql, args: [JSON.stringify(rows)] }];
}

/** Updates many rows by their key, the first column, with one statement; only these columns' indexes are touched. */
export function updateRows(
  table: string,
  columns: readonly string[],
  rows: readonly unknown[][],
): Statement[] {
  if (rows.length === 0) return [];
  const [key, ...changed] = columns;
  const set = changed.map((column, i) => `${column} = value->>${i + 1}`).join(', ');
  const sql = `update ${table} set ${set} from json_each(?) where ${table}.${key} = value->>0`;
  return [{ sql, args: [JSON.stringify(rows)] }];
}
