import { blankBenefit, blankRules } from '../../schema/domain/plans/blank-rules.ts';
import type { Benefit } from '../../schema/domain/plans/plan.ts';
import type { PutPlanVersion } from '../../schema/forms/plans.ts';

const naira = 100;

const benefit = (code: string, groups: string[], own: Partial<Benefit> = {}): Benefit => ({
  ...blankBenefit(code, code, 'other'),
  groups,
  limits: { visit: null, period: 50_000_000 * naira, lifetime: null, sharedBy: 'family' },
  coPay: { flat: null, percent: 10, cap: null },
  ...own,
});

/** Benefits for services that no line of the load bills: what a plan holds beside those it uses. */
const idle = (services: readonly string[]): Benefit[] =>
  services.map((service) => ({ ...benefit(`FOR-${service}`, []), services: [service] }));

/** The services behind the idle benefits of a plan of so many. */
export const idleServices = (benefits: number): string[] =>
  Array.from({ length: Math.max(0, benefits - 8) }, (_, nth) => `IDLE-${nth}`);

/**
 * A plan as insurers have them: limits, co-pays, a count, waiting, exclusions; every line of the load passes by all. Without
 * a deductible, because that moves with every decision: the decisions of a load name what they saw beforehand.
 */
export function benchPlan(code: string, benefits: number): PutPlanVersion {
  const used = [
    benefit('OPD', ['consultation', 'procedure'], { coPay: { flat: 500 * naira, percent: null, cap: null } }),
    benefit('LAB', ['laboratory'], { within: 'OPD', waitingDays: 30 }),
    benefit('DRUG', ['drug'], { count: { of: 'units', most: 10_000 } }),
    benefit('IMAGE', ['imaging'], { waitingDays: 30 }),
    benefit('IPD', ['admission']),
    benefit('MAT', ['maternity'], { waitingDays: 270 }),
    benefit('DENT', ['dental']),
    benefit('OPT', ['optical'], { minDaysBetween: 365 }),
  ];
  return {
    code,
    name: code,
    scheme: 'private',
    from: '2020-01-01',
    rules: {
      ...blankRules,
      benefits: [...used, ...idle(idleServices(benefits))],
      exclusions: [
        { services: [], groups: [], diagnoses: [{ from: 'Z41', to: 'Z41' }], wording: 'Cosmetic treatment.' },
      ],
      overall: { person: 900_000_000 * naira, family: 2_000_000_000 * naira },
    },
  };
}
