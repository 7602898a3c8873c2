import type { Benefit, BenefitCategory, PlanRules } from './plan.ts';

/** A benefit that states nothing but what it is called: open to everybody, everywhere, from the first day, without a limit. */
export function blankBenefit(code: string, name: string, category: BenefitCategory): Benefit {
  return {
    code,
    name,
    category,
    within: null,
    groups: [],
    services: [],
    limits: { visit: null, period: null, lifetime: null, sharedBy: 'person' },
    count: null,
    minDaysBetween: null,
    coPay: null,
    deductible: null,
    waitingDays: 0,
    who: { sex: null, ageFrom: null, ageTo: null, relations: [] },
    where: { setting: 'both', levels: [], primaryOnly: false, referral: false },
    authorization: { need: 'never', above: null },
    exclusions: [],
  };
}

/** Rules that give nothing yet: what an empty draft begins with. Spouse and children to 18 may be covered. */
export const blankRules: PlanRules = {
  benefits: [],
  exclusions: [],
  overall: { person: null, family: null },
  deductible: null,
  dependants: { spouse: true, childrenUnder: 18, other: false, most: null },
  onMove: 'carry used',
};
