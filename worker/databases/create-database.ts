import type { Env } from '../env.ts';
import { readAdministration } from './administration.ts';
import { connect, type DatabaseEnv } from './connect.ts';
import { createNamespace } from './create-namespace.ts';
import { createTursoDatabase } from './create-turso-database.ts';
import { checkedDatabaseName } from './database-name.ts';

export type DatabaseAdminEnv = DatabaseEnv & Pick<Env, 'DATABASE_ADMIN' | 'DATABASE_ADMIN_TOKEN'>;

/**
 * Makes sure that the database exists, empty when it is new; one that exists already is left as it is. Throws when
 * the configuration is malformed or the server refuses, naming the database and the server's words.
 */
export async function createDatabase(env: DatabaseAdminEnv, name: string): Promise<void> {
  const administration = readAdministration(env.DATABASE_ADMIN);
  const database = checkedDatabaseName(name);
  switch (administration.kind) {
    case 'embedded':
      // Opening creates; the question shows that it opened.
      await connect(env, database).execute('select 1');
      return;
    case 'libsql-server':
      return createNamespace(
        { url: administration.adminUrl, token: env.DATABASE_ADMIN_TOKEN ?? '' },
        database,
      );
    case 'turso':
      return createTursoDatabase({ ...administration, token: env.DATABASE_ADMIN_TOKEN ?? '' }, database);
    default:
      return administration satisfies never;
  }
}
