import type { PlanRules, PlanScheme } from '../../schema/domain/plans/plan.ts';
import { amountWords } from './amount-words.ts';
import type { PlanNames } from './names.ts';

/** What schemes are called. */
export const schemeNames: Readonly<Record<PlanScheme, string>> = {
  private: 'Private',
  nhia: 'NHIA',
  state: 'State scheme',
  community: 'Community scheme',
};

/** Ceilings over all benefits. */
export function overallWords({ overall: { person, family } }: PlanRules, { currency }: PlanNames): string {
  const words = [
    person === null ? null : `${amountWords(person, currency)} a year for one person`,
    family === null ? null : `${amountWords(family, currency)} a year for a family`,
  ].filter((each) => each !== null);
  return words.length === 0 ? 'None' : words.join(', ');
}

/** What the enrollee bears first, over all benefits. */
export const deductibleWords = ({ deductible }: PlanRules, { currency }: PlanNames): string =>
  deductible === null ? 'None' : `The first ${amountWords(deductible, currency)} of a year`;

/** Who may be covered beside the principal. */
export function dependantWords({ dependants: { spouse, childrenUnder, other, most } }: PlanRules): string {
  const who = [
    spouse ? 'spouse' : null,
    childrenUnder === null ? null : `children under ${childrenUnder}`,
    other ? 'other dependants' : null,
  ].filter((each) => each !== null);
  if (who.length === 0) return 'Nobody: the principal only';
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(who);
  const text = list.slice(0, 1).toUpperCase() + list.slice(1);
  return most === null ? text : `${text}, at most ${most}`;
}

/** What use under another plan means here. */
export const moveWords = ({ onMove }: PlanRules): string =>
  onMove === 'fresh' ? 'Limits begin anew' : 'What was used before counts here too';
