import { ageOn, type CalendarDate } from '../dates.ts';
import type { Enrollee } from './enrollee.ts';

/** What a dependant of full age agrees to, so that their principal sees their claims and cover. */
export const seenByPrincipal = 'seen by principal';

/** Years from which a dependant's care is their own affair (people.md, Roles: a principal may see dependants under 18). */
const fullAge_years = 18;

/** Whether a consent stands: given, and not taken back since. */
export const hasConsented = ({ consents }: Pick<Enrollee, 'consents'>, to: string): boolean =>
  consents.findLast((each) => each.to === to)?.endedAt === null;

/**
 * Whether an enrollee may see what is another's: their own, and as a principal what is of dependants under 18 and of those who
 * agreed to it (people.md, Roles). Nobody else of a family, and no staff rule, comes into it.
 */
export function maySee(
  viewer: Pick<Enrollee, 'id'>,
  person: Pick<Enrollee, 'id' | 'principalId' | 'birthDate' | 'consents'>,
  today: CalendarDate,
): boolean {
  if (person.id === viewer.id) return true;
  if (person.principalId !== viewer.id) return false;
  return ageOn(person.birthDate, today) < fullAge_years || hasConsented(person, seenByPrincipal);
}
