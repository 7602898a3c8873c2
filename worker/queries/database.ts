import type { LibSQLDatabase } from 'drizzle-orm/libsql/driver-core';
import { drizzle } from 'drizzle-orm/libsql/web';
import { connect, type DatabaseEnv } from '../databases/connect.ts';

/** One organisation's database, for reading: what is written goes through its actor. */
export type Database = LibSQLDatabase;

/** Opens a tenant's database for questions. */
export const tenantDatabase = (env: DatabaseEnv, tenantId: string): Database =>
  drizzle(connect(env, `tenant-${tenantId}`));

/** Opens a facility's database for questions. */
export const facilityDatabase = (env: DatabaseEnv, facilityId: string): Database =>
  drizzle(connect(env, `facility-${facilityId}`));

/** Opens the reference data that all organisations share. */
export const referenceDatabase = (env: DatabaseEnv): Database => drizzle(connect(env, 'reference'));
