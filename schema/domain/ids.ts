import type { Moment } from './dates.ts';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * An opaque id: 9 characters of time, 13 of chance (65 bits). Ids made later sort later, so that new rows
 * land on the last pages of an index. The clock and thirteen random bytes are handed in.
 */
export function makeId(at: Moment, random: Uint8Array): string {
  let time = '';
  for (let left = at, i = 0; i < 9; i += 1, left = Math.floor(left / 32)) time = CROCKFORD[left % 32] + time;
  let chance = '';
  for (let i = 0; i < 13; i += 1) chance += CROCKFORD[(random[i] ?? 0) & 31];
  return time + chance;
}

/** `CLM-26-000123`: the year in which it was issued and the tenant's running number, six digits or more. */
export function claimNumber(id: number, year: number): string {
  return `CLM-${(year % 100).toString().padStart(2, '0')}-${id.toString().padStart(6, '0')}`;
}

/** The running number within a claim number, or null when the text is not one. */
export function claimIdOf(number: string): number | null {
  const match = /^CLM-\d{2}-(\d{6,12})$/.exec(number);
  return match ? Number(match[1]) : null;
}

/** How a person is covered: principal, spouse, child, other dependant (members.md). */
export type Relation = 'principal' | 'spouse' | 'child' | 'other';

/** `MER-DANG-00042-P`; dependants are numbered within the family: `S1`, `C2`, `X1` (members.md). */
export function memberId(
  prefix: string,
  client: string,
  family: number,
  relation: Relation,
  nth: number,
): string {
  const type = relation === 'principal' ? 'P' : `${{ spouse: 'S', child: 'C', other: 'X' }[relation]}${nth}`;
  return `${prefix}-${client}-${family.toString().padStart(5, '0')}-${type}`;
}

/** Whether the text has the shape of a member id. */
export function isMemberId(text: string): boolean {
  return /^[A-Z]{2,6}-[A-Z]{2,6}-\d{5,6}-(P|[SCX]\d{1,2})$/.test(text);
}
