import { ageOn, type CalendarDate } from '../dates.ts';
import type { Enrollee } from './enrollee.ts';

/** From this age on somebody is asked, and told, themselves. */
const fullAge_years = 18;

/**
 * Who is asked and told about a person's care: themselves at their own contact, for a minor the principal (authorizations.md,
 * Ghost-patient alerts). A principal under age, and a minor whose principal nobody knows, are asked themselves.
 */
export const whomToAsk = (
  { id, principalId, birthDate }: Pick<Enrollee, 'id' | 'principalId' | 'birthDate'>,
  today: CalendarDate,
): string => (principalId !== null && ageOn(birthDate, today) < fullAge_years ? principalId : id);
