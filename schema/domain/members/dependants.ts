import { ageOn, type CalendarDate } from '../dates.ts';
import type { Relation } from '../ids.ts';
import type { DependantRules } from '../plans/plan.ts';

/** A dependant whom a plan is asked about, on a day. */
export interface DependantInQuestion {
  relation: Relation;
  birthDate: CalendarDate;
  on: CalendarDate;
  /** other dependants of the family who are covered on that day */
  others: number;
}

/**
 * The rule of a plan that keeps a dependant out, in words; null: the plan takes them (members.md: a plan states who may be
 * covered, and what exceeds it is refused with the rule).
 */
export function whyNotDependant(
  planName: string,
  rules: DependantRules,
  { relation, birthDate, on, others }: DependantInQuestion,
): string | null {
  if (relation === 'principal') return null;
  if (relation === 'spouse' && !rules.spouse) return `${planName} covers no spouse.`;
  if (relation === 'other' && !rules.other)
    return `${planName} covers no dependants but spouse and children.`;
  if (relation === 'child') {
    if (rules.childrenUnder === null) return `${planName} covers no children.`;
    const age = ageOn(birthDate, on);
    if (age >= rules.childrenUnder)
      return `${planName} covers children under ${rules.childrenUnder}; this one is ${age}.`;
  }
  if (rules.most !== null && others >= rules.most)
    return `${planName} covers at most ${rules.most} ${rules.most === 1 ? 'dependant' : 'dependants'}; this family has ${others}.`;
  return null;
}
