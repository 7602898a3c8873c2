import { blankBenefit, blankRules } from '../../schema/domain/plans/blank-rules.ts';
import type { PlanRules } from '../../schema/domain/plans/plan.ts';
import type { PutPlanVersion } from '../../schema/forms/plans.ts';

const groups = [
  'consultation',
  'procedure',
  'drug',
  'laboratory',
  'imaging',
  'consumable',
  'admission',
  'dental',
  'optical',
  'maternity',
  'other',
];

/** Covers every service in full: where a test is about something else. */
const fullRules: PlanRules = {
  ...blankRules,
  benefits: [{ ...blankBenefit('ALL', 'All care', 'other'), groups }],
};

/** The plan of everybody at an insurer made for a test. */
export const fullCover: PutPlanVersion = {
  code: 'FULL',
  name: 'Full cover',
  scheme: 'private',
  from: '2020-01-01',
  rules: fullRules,
};

/** The same plan where families are on it: a spouse, and children until they are grown. */
export const familyCover: PutPlanVersion = {
  ...fullCover,
  rules: {
    ...fullRules,
    dependants: { ...fullRules.dependants, childrenUnder: 18, spouse: true, most: 4 },
  },
};
