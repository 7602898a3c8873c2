import { type BillingMonth, dateIn, type Moment, momentIn } from '../dates.ts';
import type { Client, ClientContact } from './enrollee.ts';
import { firstOfNextMonth } from './months.ts';

/** In how many visits of a month somebody says that it was not them: all that a client is told. */
export interface DeniedInMonth {
  month: BillingMonth;
  visits: number;
}

/**
 * When a client's people are told of what was said at `at`: on the first morning of its next month. Not on the day, by which a
 * company could tell who was away.
 */
export const clientToldAt = (zone: string, at: Moment): Moment =>
  momentIn(zone, `${firstOfNextMonth(dateIn(zone, at))}T08:00`);

/** What a message is about, as it is kept: `2026-10:2`. */
export const aboutDenied = ({ month, visits }: DeniedInMonth): string => `${month}:${visits}`;

/** The same, read. */
export const deniedIn = (about: string): DeniedInMonth => ({
  month: about.slice(0, 'YYYY-MM'.length),
  visits: Number(about.slice('YYYY-MM:'.length)),
});

const isForPeople = ({ role }: ClientContact) =>
  /\b(?:hr|human|people|personnel|benefits?)\b/i.test(role ?? '');

/** Where a client's e-mail about its people goes: to its HR, else to the first who has an address; null: nobody has. */
export function addressOf({ contacts }: Pick<Client, 'contacts'>): string | null {
  const reached = contacts.filter(({ email }) => email !== null);
  return (reached.find(isForPeople) ?? reached[0])?.email ?? null;
}
