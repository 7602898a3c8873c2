import { type Client, createClient } from '@libsql/client/web';
import type { Env } from '../env.ts';
import { checkedDatabaseName } from './database-name.ts';

export type DatabaseEnv = Pick<Env, 'DATABASE_URL' | 'DATABASE_TOKEN'>;

/**
 * A client for one database. Made anew for every request, which takes microseconds because it holds no connection: a
 * client that requests share queues one behind another's promise, and the Workers runtime cancels a request that
 * waits for another's.
 * Throws when the name or the template is unusable; what the database answers arrives as `LibsqlError`.
 */
export function connect(env: DatabaseEnv, name: string): Client {
  return createClient({
    url: databaseAddress(env.DATABASE_URL, name),
    authToken: env.DATABASE_TOKEN,
    concurrency: CONCURRENCY_MAX,
  });
}

/** A request does not wait for itself: what it sends at once goes out at once. */
const CONCURRENCY_MAX = 1_000;

/** The address in the template's place. A path without a slash at its end would lose its last part. */
function databaseAddress(template: string, name: string): string {
  if (!template.includes('{db}')) throw new Error('DATABASE_URL has no {db} in it');
  const address = template.replaceAll('{db}', checkedDatabaseName(name));
  return /^[a-z]+:\/\/[^/]*$/.test(address) || address.endsWith('/') ? address : `${address}/`;
}
