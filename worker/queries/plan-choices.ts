import { asc, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import type { CalendarDate } from '../../schema/domain/dates.ts';
import { plans, planVersions } from '../../schema/tables/tenant/plans.ts';
import type { Database } from './database.ts';

/** A plan that people can be put on. */
export interface PlanChoice {
  code: string;
  name: string;
}

/** Plans of which something is published and that are not retired on a day, by name. */
export async function planChoices(db: Database, today: CalendarDate): Promise<PlanChoice[]> {
  return db
    .selectDistinct({ code: plans.code, name: plans.name })
    .from(plans)
    .innerJoin(planVersions, eq(planVersions.plan, plans.code))
    .where(or(isNull(plans.retiredFrom), gt(plans.retiredFrom, today)))
    .orderBy(asc(plans.name))
    .limit(500);
}

/** What plans are called, by code. */
export async function planNames(db: Database, codes: readonly string[]): Promise<Record<string, string>> {
  if (codes.length === 0) return {};
  const rows = await db
    .select({ code: plans.code, name: plans.name })
    .from(plans)
    .where(inArray(plans.code, [...codes]));
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]));
}
