import { asc, eq, sql } from 'drizzle-orm';
import type { SavedViews } from '../../schema/domain/claims/saved-views.ts';
import { clients } from '../../schema/tables/tenant/enrollees.ts';
import { links } from '../../schema/tables/tenant/network.ts';
import { plans } from '../../schema/tables/tenant/plans.ts';
import { queueViews } from '../../schema/tables/tenant/queue-views.ts';
import type { Database } from './database.ts';

/** What the queue's filters can be set to, and what the person saved of them: one round trip. `limit`: so many of each. */
export async function queueChoices(db: Database, accountId: string, limit: number) {
  const [facilities, ofClients, ofPlans, [saved]] = await db.batch([
    db.select({ id: links.facilityId, name: links.name }).from(links).orderBy(asc(links.name)).limit(limit),
    db.select({ id: clients.code, name: clients.name }).from(clients).orderBy(asc(clients.code)).limit(limit),
    db.select({ id: plans.code, name: plans.name }).from(plans).orderBy(asc(plans.code)).limit(limit),
    db.select().from(queueViews).where(eq(queueViews.accountId, accountId)),
  ]);
  const none: SavedViews = { accountId, views: [], defaultId: null };
  return { facilities, clients: ofClients, plans: ofPlans, saved: saved ?? none };
}

/** The client that is meant: by its code, else the first whose name begins so; null: none. */
export async function clientMeant(db: Database, typed: string): Promise<{ id: string; name: string } | null> {
  const columns = { id: clients.code, name: clients.name };
  const [found] = await db
    .select(columns)
    .from(clients)
    .where(
      sql`${clients.code} = ${typed.toUpperCase()} or ${clients.name} like ${`${typed.replaceAll(/[%_]/g, '')}%`}`,
    )
    .orderBy(sql`${clients.code} <> ${typed.toUpperCase()}`)
    .limit(1);
  return found ?? null;
}
