import type { CalendarDate } from '../dates.ts';
import type { FieldError } from '../refusal.ts';
import type { PlanVersion } from './plan.ts';

/**
 * What is wrong with the first day of the next version. The first version may begin in the past, because people are
 * covered by it already; a later one would change what claims were judged by, so it begins today or later, and after
 * the version before it.
 */
export function checkFirstDay(
  from: CalendarDate,
  versions: readonly Pick<PlanVersion, 'version' | 'from'>[],
  today: CalendarDate,
): FieldError[] {
  const last = versions.at(-1);
  if (last === undefined) return [];
  if (last.from !== null && from <= last.from)
    return [
      { field: 'from', message: `Choose a day after ${last.from}: version ${last.version} begins then.` },
    ];
  if (from < today)
    return [
      { field: 'from', message: `Choose ${today} or a later day: claims before it were judged already.` },
    ];
  return [];
}

/** Whether two sets of rules are the same, figure by figure. Both come from the form, which puts every field in its place. */
export function sameRules(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
