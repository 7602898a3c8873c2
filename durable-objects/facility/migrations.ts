import spine from '../../schema/migrations/facility/0001-spine.sql';
import network from '../../schema/migrations/facility/0002-network.sql';
import authorizations from '../../schema/migrations/facility/0003-authorizations.sql';
import type { Migration } from '../actor/migrations.ts';

/** A facility's tables, step by step. */
export const facilityMigrations: readonly Migration[] = [
  { number: 1, name: 'spine', sql: spine },
  { number: 2, name: 'network', sql: network },
  { number: 3, name: 'authorizations', sql: authorizations },
];
