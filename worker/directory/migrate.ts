import type { Client } from '@libsql/client/web';
import whoIsWho from '../../schema/migrations/directory/0001-who-is-who.sql';

const migrations = [{ number: 1, name: 'who-is-who', sql: whoIsWho }];

/** Brings the directory's tables up to date. Two that try at once: the one that comes second finds it done. */
export async function migrateDirectory(client: Client, now: number): Promise<void> {
  await client.execute(
    'create table if not exists migrations (number integer primary key, name text not null, at integer not null) strict',
  );
  const { rows } = await client.execute('select coalesce(max(number), 0) as last from migrations');
  const last = Number(rows[0]?.last ?? 0);
  for (const { number, name, sql } of migrations.filter((each) => each.number > last)) {
    const mark = `insert into migrations (number, name, at) values (${number}, '${name}', ${now});`;
    try {
      await client.executeMultiple(`begin immediate;\n${mark}\n${sql}\ncommit;`);
    } catch (fault) {
      const { rows: done } = await client.execute({
        sql: 'select 1 from migrations where number = ?',
        args: [number],
      });
      if (done.length === 0) throw fault;
    }
  }
}
