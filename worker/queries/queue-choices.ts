import { asc } from 'drizzle-orm';
import { clients } from '../../schema/tables/tenant/enrollees.ts';
import { links } from '../../schema/tables/tenant/network.ts';
import { plans } from '../../schema/tables/tenant/plans.ts';
import type { Database } from './database.ts';

/** What the queue's filters and rules can be set to: one round trip. `limit`: so many of each. */
export async function queueChoices(db: Database, limit: number) {
  const [facilities, ofClients, ofPlans] = await db.batch([
    db.select({ id: links.facilityId, name: links.name }).from(links).orderBy(asc(links.name)).limit(limit),
    db.select({ id: clients.code, name: clients.name }).from(clients).orderBy(asc(clients.code)).limit(limit),
    db.select({ id: plans.code, name: plans.name }).from(plans).orderBy(asc(plans.code)).limit(limit),
  ]);
  return { facilities, clients: ofClients, plans: ofPlans };
}
