import { and, asc, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import type { CalendarDate } from '../../schema/domain/dates.ts';
import { plans, planVersions } from '../../schema/tables/tenant/plans.ts';
import type { Database } from './database.ts';

const plans_max = 100;

/** The names of the plans that are published and in use on a day. */
export async function plansOnOffer(db: Database, on: CalendarDate): Promise<string[]> {
  const published = db
    .select({ plan: planVersions.plan })
    .from(planVersions)
    .where(lte(planVersions.from, on));
  const rows = await db
    .select({ name: plans.name })
    .from(plans)
    .where(and(inArray(plans.code, published), or(isNull(plans.retiredFrom), gt(plans.retiredFrom, on))))
    .orderBy(asc(plans.name))
    .limit(plans_max);
  return rows.map(({ name }) => name);
}
