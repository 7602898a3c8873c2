import { type BillingMonth, dateIn, type Moment, momentIn } from '../dates.ts';
import type { Client, ClientContact } from './enrollee.ts';

/** In how many visits of a month somebody says that it was not them: all that a client is told. */
export interface DeniedInMonth {
  month: BillingMonth;
  visits: number;
}

/**
 * When a client's people are told of what was said at `at`: on the first morning of its next month. Not on the day, by which a
 * company could tell who was away.
 */
export function clientToldAt(zone: string, at: Moment): Moment {
  const [year = 0, month = 0] = dateIn(zone, at).split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return momentIn(zone, `${next}-01T08:00`);
}

/** What a message is about, as it is kept: `2026-10:2`. */
export const aboutDenied = ({ month, visits }: DeniedInMonth): string => `${month}:${visits}`;

/** The same, read. */
export function deniedIn(about: string): DeniedInMonth {
  const [month = '', visits] = about.split(':');
  return { month, visits: Number(visits) };
}

const isForPeople = ({ role }: ClientContact) =>
  /\b(?:hr|human|people|personnel|benefits?)\b/i.test(role ?? '');

/** Where a client's e-mail about its people goes: to its HR, else to the first who has an address; null: nobody has. */
export function addressOf({ contacts }: Pick<Client, 'contacts'>): string | null {
  const reached = contacts.filter(({ email }) => email !== null);
  return (reached.find(isForPeople) ?? reached[0])?.email ?? null;
}
