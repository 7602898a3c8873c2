import type { PlanRules } from '../../../schema/domain/plans/plan.ts';
import { naira } from './benefit.ts';
import { exclusionsOf } from './exclusions.ts';
import { hospitalBenefits } from './hospital.ts';
import { otherBenefits } from './other-care.ts';
import { outpatientBenefits } from './outpatient.ts';
import type { Tier } from './tier.ts';

/** Everything that a tier's plan says. */
export function rulesOf(tier: Tier): PlanRules {
  return {
    benefits: [...outpatientBenefits(tier), ...hospitalBenefits(tier), ...otherBenefits(tier)],
    exclusions: exclusionsOf(tier),
    overall: { person: naira(tier.overall.person), family: naira(tier.overall.family) },
    deductible: naira(tier.deductible),
    dependants: {
      spouse: true,
      childrenUnder: tier.childrenUnder,
      other: false,
      most: tier.dependantsMost,
    },
    onMove: 'carry used',
  };
}
