import { blankBenefit, blankRules } from '../../../../schema/domain/plans/blank-rules.ts';
import type { Benefit, PlanRules } from '../../../../schema/domain/plans/plan.ts';
import type { PlanNames } from '../../../../views/plans/names.ts';

/** What codes are called. */
export const names: PlanNames = {
  currency: 'NGN',
  groups: [
    { code: 'consultation', name: 'Consultations' },
    { code: 'maternity', name: 'Maternity care' },
  ],
  services: { DIAL: 'Dialysis' },
};

/** A benefit that states nothing. */
export const plain = blankBenefit('OPD', 'Out-patient care', 'outpatient');

/** A benefit that states everything. */
export const stating: Benefit = {
  ...blankBenefit('MAT', 'Maternity', 'maternity'),
  within: 'OPD',
  groups: ['maternity', 'gone'],
  services: ['DIAL', 'X-1'],
  limits: { visit: 2_000_050, period: 40_000_000, lifetime: 200_000_000, sharedBy: 'family' },
  count: { of: 'visits', most: 1 },
  minDaysBetween: 300,
  coPay: { flat: null, percent: 10, cap: 500_000 },
  deductible: 1_000_000,
  waitingDays: 270,
  who: { sex: 'female', ageFrom: 15, ageTo: 50, relations: ['principal', 'spouse'] },
  where: { setting: 'inpatient', levels: ['secondary', 'tertiary'], primaryOnly: true, referral: true },
  authorization: { need: 'above', above: 5_000_000 },
  exclusions: [
    { services: ['DIAL'], groups: ['maternity'], diagnoses: [{ from: 'O00', to: 'O08' }], wording: 'No A.' },
  ],
};

/** Rules with both, and words of their own. */
export const rules: PlanRules = {
  ...blankRules,
  benefits: [{ ...plain, groups: ['consultation'] }, stating],
  exclusions: [
    {
      services: [],
      groups: [],
      diagnoses: [{ from: 'N97', to: 'N97' }],
      wording: 'Treatment of infertility.',
    },
  ],
  overall: { person: 100_000_000, family: 250_000_000 },
  deductible: 2_000_000,
};
