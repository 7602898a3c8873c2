import { placeSuits } from '../adjudication/rules/place.ts';
import type { FacilityLevel, PlanRules } from './plan.ts';

/** A facility as far as a plan asks where care may take place. */
export interface FacilityInQuestion {
  level: FacilityLevel | null;
  /** it is the person's primary one */
  isPrimary: boolean;
}

/** How many of a plan's benefits can be used at a facility, and of how many: by the rule that adjudication applies. */
export function usableAt(
  { benefits }: Pick<PlanRules, 'benefits'>,
  facility: FacilityInQuestion,
): { usable: number; of: number } {
  const usable = benefits.filter(
    (benefit) => placeSuits(benefit, { ...facility, setting: null, isEmergency: false }) === null,
  );
  return { usable: usable.length, of: benefits.length };
}
