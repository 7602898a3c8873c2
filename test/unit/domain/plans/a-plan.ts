import { blankBenefit, blankRules } from '../../../../schema/domain/plans/blank-rules.ts';
import { checkRules } from '../../../../schema/domain/plans/check-rules.ts';
import type { Benefit, PlanRules } from '../../../../schema/domain/plans/plan.ts';

/** Benefits for out-patients and for stays, each with groups of its own. */
export const opd: Benefit = { ...blankBenefit('OPD', 'Out-patient', 'outpatient'), groups: ['consultation'] };
export const ipd: Benefit = { ...blankBenefit('IPD', 'In-patient', 'inpatient'), groups: ['admission'] };

/** Rules that can be published. */
export const rules = (change: Partial<PlanRules> = {}): PlanRules => ({
  ...blankRules,
  benefits: [opd, ipd],
  ...change,
});

const groups = ['consultation', 'admission', 'maternity', 'drug'];
const services = ['CONS', 'LAB-MP'];

/** What is found wrong, by field. */
export const wrongIn = (found: PlanRules): Record<string, string> =>
  Object.fromEntries(
    checkRules(found, {
      groupExists: (code) => groups.includes(code),
      serviceExists: (code) => services.includes(code),
    }).map(({ field, message }) => [field, message]),
  );

/** The fields found wrong when the out-patient benefit is changed. */
export const wrongWith = (change: Partial<Benefit>, around: Partial<PlanRules> = {}): string[] =>
  Object.keys(wrongIn(rules({ ...around, benefits: [{ ...opd, ...change }, ipd] })));
