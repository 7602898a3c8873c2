import { addDays, ageOn, type CalendarDate } from '../dates.ts';
import type { Household, PlanYear } from './cover.ts';

/** The day on which `years` are complete; like a birthday, 29 February is reached on 1 March of common years. */
export function anniversary(from: CalendarDate, years: number): CalendarDate {
  const year = Number(from.slice(0, 4)) + years;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const day = from.endsWith('-02-29') && !isLeap ? '-03-01' : from.slice(4);
  return `${year.toString().padStart(4, '0')}${day}`;
}

function yearWithin(from: CalendarDate, date: CalendarDate): PlanYear {
  const complete = ageOn(from, date);
  return { from: anniversary(from, complete), to: addDays(anniversary(from, complete + 1), -1) };
}

/**
 * The plan year a day falls into, the same for a whole family (members.md, Plans and benefits): twelve months counted from
 * the first day of the client's contract that holds on the day, cut short where that contract ends, so that a renewal opens
 * a new one. Without contracts it is counted from the principal's first day of cover. Null: nothing to count from.
 */
export function planYearOf({ person, principal, client }: Household, date: CalendarDate): PlanYear | null {
  if (client.contracts.length > 0) {
    const contract = client.contracts.findLast(({ from, to }) => from <= date && date <= to);
    if (!contract) return null;
    const year = yearWithin(contract.from, date);
    return year.to < contract.to ? year : { from: year.from, to: contract.to };
  }
  const first = (principal ?? person).cover[0]?.from;
  return first !== undefined && first <= date ? yearWithin(first, date) : null;
}
