import { asc, eq } from 'drizzle-orm';
import type { Plan, PlanRules } from '../../schema/domain/plans/plan.ts';
import { plans, planVersions } from '../../schema/tables/tenant/plans.ts';
import type { Database } from './database.ts';

/** A plan with everything published of it, in the order of their dates. */
export interface PlanWithVersions {
  plan: Plan;
  versions: { version: number; from: string; rules: PlanRules }[];
}

/** A plan by its code; null where there is none. */
export async function planByCode(db: Database, code: string): Promise<PlanWithVersions | null> {
  const { version, from, rules } = planVersions;
  const [[plan], versions] = await db.batch([
    db.select().from(plans).where(eq(plans.code, code)),
    db
      .select({ version, from, rules })
      .from(planVersions)
      .where(eq(planVersions.plan, code))
      .orderBy(asc(version)),
  ]);
  return plan ? { plan, versions } : null;
}
