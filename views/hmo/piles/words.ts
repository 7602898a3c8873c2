import { type BillingMonth, monthNames } from '../../../schema/domain/dates.ts';
import { grouped } from '../../ui/grouped.ts';

/** `2026-11` → `November 2026`. */
export function monthWords(month: BillingMonth): string {
  const [year = '', nth = ''] = month.split('-');
  return `${monthNames[Number(nth) - 1] ?? month} ${year}`.trim();
}

/** `2026-11` → `Nov 2026`. */
export const shortMonth = (month: BillingMonth): string => monthWords(month).replace(/^(\w{3})\w*/, '$1');

/** `1 claim`, `12 claims`. */
export const claimsWords = (count: number): string => `${grouped(count)} ${count === 1 ? 'claim' : 'claims'}`;

/** Which claims of a pile are shown. */
export const pileShows = ['undecided', 'clean', 'flagged', 'decided', 'all'] as const;
export type PileShow = (typeof pileShows)[number];

export const pileShowWords: Readonly<Record<PileShow, string>> = {
  undecided: 'Undecided',
  clean: 'All clean',
  flagged: 'Flagged',
  decided: 'Decided',
  all: 'All',
};
