import type { CalendarDate } from '../dates.ts';
import { type CoverDates, type CoverState, stateOn } from './cover-dates.ts';

/** How a person's cover stands with those it depends on; `through`: whose it is that holds it back. */
export interface HouseholdState {
  state: CoverState;
  through: 'principal' | 'client' | null;
}

/**
 * The state of a person, their principal and their client together: a person's own comes first, and of whom they depend on
 * only what keeps them from being covered counts. Derived: nothing of it stands in the person's row.
 */
export function householdState(
  own: CoverDates,
  principal: CoverDates | null,
  client: CoverDates,
  day: CalendarDate,
): HouseholdState {
  const state = stateOn(own, day);
  if (state !== 'ACTIVE') return { state, through: null };
  const principals = principal === null ? 'ACTIVE' : stateOn(principal, day);
  if (principals !== 'ACTIVE') return { state: principals, through: 'principal' };
  const clients = stateOn({ ...client, from: null }, day);
  return clients === 'ACTIVE' ? { state, through: null } : { state: clients, through: 'client' };
}
