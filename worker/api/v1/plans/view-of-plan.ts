import type { PlanView } from '../../../../schema/api/plan-view.ts';
import { planRulesForm } from '../../../../schema/forms/plan-rules.ts';
import type { PlanWithVersions } from '../../../queries/plan-by-code.ts';

/** A plan in the API's words with one of its versions, the latest if none is named; null where that is not there. */
export function viewOfPlan({ plan, versions }: PlanWithVersions, wanted?: number): PlanView | null {
  const shown = wanted === undefined ? versions.at(-1) : versions.find(({ version }) => version === wanted);
  if (shown === undefined && wanted !== undefined) return null;
  const { code, name, scheme, retiredFrom } = plan;
  return {
    code,
    name,
    scheme,
    retiredFrom,
    versions: versions.map(({ version, from }) => ({ version, from })),
    version: shown?.version ?? null,
    from: shown?.from ?? null,
    rules: shown === undefined ? null : planRulesForm.parse(shown.rules),
  };
}

/** The plan of the reference's examples. */
export const examplePlan = {
  name: 'Bronze',
  scheme: 'private',
  from: '2027-01-01',
  rules: {
    benefits: [
      {
        code: 'OPD',
        name: 'Out-patient care',
        category: 'outpatient',
        groups: ['consultation', 'laboratory'],
        limits: { period: 25000000 },
        coPay: { percent: 10 },
      },
      {
        code: 'MAT',
        name: 'Maternity',
        category: 'maternity',
        groups: ['maternity'],
        limits: { period: 15000000 },
        waitingDays: 270,
        who: { sex: 'female', relations: ['principal', 'spouse'] },
        authorization: { need: 'above', above: 5000000 },
      },
    ],
    exclusions: [{ diagnoses: [{ from: 'Z41', to: 'Z41' }], wording: 'Cosmetic treatment is not covered.' }],
    overall: { person: 100000000, family: 250000000 },
  },
} as const;

const { from, rules, name, scheme } = examplePlan;

/** The same as it is answered. */
export const examplePlanView: PlanView = {
  code: 'BRONZE',
  name,
  scheme,
  retiredFrom: null,
  versions: [{ version: 1, from }],
  version: 1,
  from,
  rules: planRulesForm.parse(rules),
};
