import type { LibSQLDatabase } from 'drizzle-orm/libsql/driver-core';
import { drizzle } from 'drizzle-orm/libsql/web';
import { type Migration, migrate } from '../../durable-objects/actor/migrations.ts';
import whoIsWho from '../../schema/migrations/directory/0001-who-is-who.sql';
import listings from '../../schema/migrations/directory/0002-listings.sql';
import { connect } from '../databases/connect.ts';
import { createDatabase } from '../databases/create-database.ts';
import type { Env } from '../env.ts';

/** The directory's tables, step by step: append only. */
const migrations: readonly Migration[] = [
  { number: 1, name: 'who-is-who', sql: whoIsWho },
  { number: 2, name: 'listings', sql: listings },
];

/** The database of who is who. */
export type Directory = LibSQLDatabase;

/** By address, so that a test with another server starts anew; a flag and no promise: requests share no promises. */
const migrated = new Set<string>();

/** Opens the directory; the first to open it in this process brings its tables up to date. */
export async function openDirectory(env: Env): Promise<Directory> {
  const client = connect(env, 'directory');
  if (!migrated.has(env.DATABASE_URL)) {
    await createDatabase(env, 'directory');
    await migrate(client, migrations, Date.now());
    migrated.add(env.DATABASE_URL);
  }
  return drizzle(client);
}
