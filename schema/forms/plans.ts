import { z } from 'zod';
import { type PlanRules, planSchemes } from '../domain/plans/plan.ts';
import { calendarDate, line } from './fields.ts';
import { planRulesForm } from './plan-rules.ts';
import { serviceGroupCode } from './put-service.ts';

/** A plan's code. */
export const planCode = z
  .string({ error: 'Enter a code.' })
  .trim()
  .regex(
    /^[A-Z0-9][A-Z0-9-]{0,19}$/,
    'Use 1–20 capitals, digits and dashes, beginning with a capital or a digit: GOLD.',
  );

const named = {
  code: planCode,
  name: line(80, "the plan's name"),
  scheme: z.enum(planSchemes, { error: 'Choose a scheme.' }),
};
const revision = z.int('Open the draft again.').min(0, 'Open the draft again.');

/** A new plan; with `rules` a draft is begun with them. */
export const createPlanForm = z.strictObject({ ...named, rules: planRulesForm.optional() });
export const changePlanForm = z.strictObject(named);
/** `revision` is the one that was seen. Without `rules` a draft is begun from the latest published version, or an empty one. */
export const savePlanDraftForm = z.strictObject({
  code: planCode,
  revision,
  rules: planRulesForm.optional(),
});
export const discardPlanDraftForm = z.strictObject({ code: planCode, revision });
export const publishPlanForm = z.strictObject({
  code: planCode,
  revision,
  from: calendarDate('the first day of the version'),
});
/** What an integrator sends of a plan: a version is published when its rules are not those of the latest one. */
export const planVersionForm = z.strictObject({
  name: named.name,
  scheme: named.scheme.default('private'),
  from: calendarDate('the first day of the version').meta({
    description: 'first day of the version; not looked at when the rules are those of the latest one',
  }),
  rules: planRulesForm,
});
export const putPlanVersionForm = z.strictObject({ code: planCode, ...planVersionForm.shape });
/** `from` null: it is in use again. */
export const retirePlanForm = z.strictObject({
  code: planCode,
  from: calendarDate('the day from which nobody is put on it').nullable(),
});
export const putServiceGroupForm = z.strictObject({
  code: serviceGroupCode,
  name: line(80, "the group's name"),
});

export type CreatePlan = Omit<z.output<typeof createPlanForm>, 'rules'> & { rules?: PlanRules | undefined };
export type ChangePlan = z.output<typeof changePlanForm>;
export type SavePlanDraft = Omit<z.output<typeof savePlanDraftForm>, 'rules'> & {
  rules?: PlanRules | undefined;
};
export type DiscardPlanDraft = z.output<typeof discardPlanDraftForm>;
export type PublishPlan = z.output<typeof publishPlanForm>;
export type PutPlanVersion = Omit<z.output<typeof putPlanVersionForm>, 'rules'> & { rules: PlanRules };
export type RetirePlan = z.output<typeof retirePlanForm>;
export type PutServiceGroup = z.output<typeof putServiceGroupForm>;
