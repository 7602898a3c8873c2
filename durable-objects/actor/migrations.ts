import type { Client } from '@libsql/client/web';
import type { Moment } from '../../schema/domain/dates.ts';

/** One numbered step of a database's tables; steps are only ever added. */
export interface Migration {
  number: number;
  name: string;
  sql: string;
}

/** Brings a database up to date: one question when it is. Two that try at once: the second finds it done. */
export async function migrate(client: Client, migrations: readonly Migration[], now: Moment): Promise<void> {
  const last = await lastApplied(client);
  for (const { number, name, sql } of migrations) {
    if (number <= last) continue;
    const mark = `insert into migrations (number, name, at) values (${number}, '${name}', ${now});`;
    try {
      await client.executeMultiple(`begin immediate;\n${mark}\n${sql}\ncommit;`);
    } catch (error) {
      if ((await lastApplied(client)) < number) throw error;
    }
  }
}

async function lastApplied(client: Client): Promise<number> {
  const [, result] = await client.batch(
    [
      'create table if not exists migrations (number integer primary key, name text not null, at integer not null) strict',
      'select coalesce(max(number), 0) as last from migrations',
    ],
    'write',
  );
  return Number(result?.rows[0]?.last ?? 0);
}
