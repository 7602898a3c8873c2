import { eq } from 'drizzle-orm';
import type { PlanRules } from '../../schema/domain/plans/plan.ts';
import { planDrafts } from '../../schema/tables/tenant/plans.ts';
import type { Database } from './database.ts';

/** A plan's draft; `rules` null: there is none now, and `revision` is the one the next begins from. */
export interface FoundDraft {
  revision: number;
  basedOn: number | null;
  rules: PlanRules | null;
  savedAt: number;
  savedBy: string;
}

/** The draft of a plan's next version; null where there never was one. */
export async function planDraft(db: Database, plan: string): Promise<FoundDraft | null> {
  const { revision, basedOn, rules, savedAt, savedBy } = planDrafts;
  const [found] = await db
    .select({ revision, basedOn, rules, savedAt, savedBy })
    .from(planDrafts)
    .where(eq(planDrafts.plan, plan));
  return found ?? null;
}
