import { asc } from 'drizzle-orm';
import type { ServiceGroup } from '../../schema/domain/plans/plan.ts';
import { serviceGroups } from '../../schema/tables/tenant/services.ts';
import type { Database } from './database.ts';

const groups_max = 500;

/** A tenant's groups of services, by name: a small table. */
export async function allServiceGroups(db: Database): Promise<ServiceGroup[]> {
  return db.select().from(serviceGroups).orderBy(asc(serviceGroups.name)).limit(groups_max);
}
