import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Client, createClient } from '@libsql/client/http';
import { root } from '../build/places.ts';

const source = { name: 'icd10', edition: '2021', file: `${root}schema/reference/icd10.tsv.gz` };
const migration = { number: 1, name: 'icd10', file: `${root}schema/migrations/reference/0001-icd10.sql` };
const rowsPerBatch = 8_000;

/** Where the databases are: an address with `{db}` in it, and the token they ask for. */
export interface Databases {
  readonly databaseUrl: string;
  readonly databaseToken: string;
}

async function migrate(client: Client): Promise<void> {
  await client.execute(
    'create table if not exists migrations (number integer primary key, name text not null, at text not null)',
  );
  const { rows } = await client.execute({
    sql: 'select 1 from migrations where number = ?',
    args: [migration.number],
  });
  if (rows.length > 0) return;
  const statements = await readFile(migration.file, 'utf8');
  const { number, name } = migration;
  const done = `insert into migrations values (${number}, '${name}', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`;
  await client.executeMultiple(`begin immediate;\n${statements}\n${done};\ncommit;`);
}

/** The rows as the file has them: code, billable, description. The first line is its heading. */
async function readRows(): Promise<string[][]> {
  const text = (await promisify(gunzip)(await readFile(source.file))).toString('utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
}

async function isLoaded(client: Client): Promise<boolean> {
  const { rows } = await client.execute({
    sql: 'select 1 from sources where name = ? and edition = ?',
    args: [source.name, source.edition],
  });
  return rows.length > 0;
}

/**
 * Loads the diagnoses into the database `reference`, once: what was loaded half is completed, what is there is left. The
 * rows travel as JSON, thousands in one statement, which takes about two seconds instead of minutes.
 */
export async function loadReference({ databaseUrl, databaseToken }: Databases): Promise<{ loaded: number }> {
  const client = createClient({ url: databaseUrl.replace('{db}', 'reference'), authToken: databaseToken });
  try {
    await migrate(client);
    if (await isLoaded(client)) return { loaded: 0 };
    const rows = await readRows();
    for (let from = 0; from < rows.length; from += rowsPerBatch) {
      const part = rows.slice(from, from + rowsPerBatch);
      await client.execute({
        sql: `insert into icd10 (code, billable, description)
          select value ->> 0, cast(value ->> 1 as integer), value ->> 2 from json_each(?) where true
          on conflict (code) do nothing`,
        args: [JSON.stringify(part)],
      });
    }
    await client.execute({
      sql: "insert or replace into sources values (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
      args: [source.name, source.edition, rows.length],
    });
    return { loaded: rows.length };
  } finally {
    client.close();
  }
}
