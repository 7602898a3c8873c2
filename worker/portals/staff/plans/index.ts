import { Hono } from 'hono';
import { patterns } from '../../../../views/paths.ts';
import type { AppEnv } from '../../../env.ts';
import { guard } from '../../../middleware/guard.ts';
import { saveBenefit, showBenefit } from './benefit.tsx';
import { showComparison } from './comparison.tsx';
import { discardDraft, orderBenefits, publishDraft, removeBenefit, showDraft } from './draft.ts';
import { saveExclusions, showExclusions } from './exclusions.tsx';
import { saveOverall, showOverall } from './overall.tsx';
import { beginDraft, changePlan, retirePlan, showPlan } from './plan.ts';
import { createPlan, showNewPlan, showPlans } from './plans.tsx';

const at = patterns.staff;

/** Plans and the editor of their drafts. A GET never changes anything. */
export const staffPlans = new Hono<AppEnv>();
staffPlans.get(at.plans, guard('plan.view'), showPlans);
staffPlans.post(at.plans, guard('plan.create'), createPlan);
staffPlans.get(at.newPlan, guard('plan.create'), showNewPlan);
staffPlans.get(at.plan, guard('plan.view'), showPlan);
staffPlans.post(at.plan, guard('plan.update'), changePlan);
staffPlans.get(at.planComparison, guard('plan.view'), showComparison);
staffPlans.post(at.planRetirements, guard('plan.retire'), retirePlan);
staffPlans.post(at.planDrafts, guard('plan.update'), beginDraft);
staffPlans.get(at.planDraft, guard('plan.view'), showDraft);
staffPlans.post(at.planDraftOrder, guard('plan.update'), orderBenefits);
staffPlans.get(at.planDraftOverall, guard('plan.update'), showOverall);
staffPlans.post(at.planDraftOverall, guard('plan.update'), saveOverall);
staffPlans.get(at.planDraftExclusions, guard('plan.update'), showExclusions);
staffPlans.post(at.planDraftExclusions, guard('plan.update'), saveExclusions);
staffPlans.get(at.planDraftBenefit, guard('plan.update'), showBenefit);
staffPlans.post(at.planDraftBenefit, guard('plan.update'), saveBenefit);
staffPlans.post(at.planDraftRemovals, guard('plan.update'), removeBenefit);
staffPlans.post(at.planDraftDiscard, guard('plan.update'), discardDraft);
staffPlans.post(at.planPublications, guard('plan.publish'), publishDraft);
