import { and, asc, desc, gt, inArray, isNotNull } from 'drizzle-orm';
import type { Plan } from '../../schema/domain/plans/plan.ts';
import { planDrafts, plans, planVersions } from '../../schema/tables/tenant/plans.ts';
import type { Database } from './database.ts';

/** A plan of the list: which versions it has, and whether a draft waits. */
export interface ListedPlan {
  plan: Plan;
  versions: { version: number; from: string }[];
  draft: { revision: number; savedAt: number; savedBy: string } | null;
}

/** One page of plans in the order of their codes, and the code after which the next one starts. */
export async function plansPage(
  db: Database,
  { after, limit = 50 }: { after: string; limit?: number },
): Promise<{ plans: ListedPlan[]; next: string | null }> {
  const found = await db
    .select()
    .from(plans)
    .where(gt(plans.code, after))
    .orderBy(asc(plans.code))
    .limit(limit + 1);
  const page = found.slice(0, limit);
  const codes = page.map(({ code }) => code);
  if (codes.length === 0) return { plans: [], next: null };
  const [versions, drafts] = await db.batch([
    db
      .select({ plan: planVersions.plan, version: planVersions.version, from: planVersions.from })
      .from(planVersions)
      .where(inArray(planVersions.plan, codes))
      .orderBy(asc(planVersions.version)),
    db
      .select({
        plan: planDrafts.plan,
        revision: planDrafts.revision,
        savedAt: planDrafts.savedAt,
        savedBy: planDrafts.savedBy,
      })
      .from(planDrafts)
      .where(and(inArray(planDrafts.plan, codes), isNotNull(planDrafts.rules)))
      .orderBy(desc(planDrafts.savedAt)),
  ]);
  const listed = page.map((plan) => ({
    plan,
    versions: versions.filter((version) => version.plan === plan.code),
    draft: drafts.find((draft) => draft.plan === plan.code) ?? null,
  }));
  return { plans: listed, next: found.length > limit ? (codes.at(-1) ?? null) : null };
}
