import type { Sums } from '../../benefits/tally.ts';
import type { CountLimit } from '../../plans/plan.ts';
import { reduction, refusal } from '../finding.ts';
import type { Finding } from '../judgement.ts';

/** What a line asks of a count: units, days and visits, or what a code has reserved of them. */
export interface Counted {
  units: number;
  days: number;
  visits: number;
}

/** The one of three counts that a limit looks at; sessions are units. */
export function countOf({ of }: CountLimit, counted: Counted): number {
  if (of === 'visits') return counted.visits;
  return of === 'days' ? counted.days : counted.units;
}

/** What is left of a count: every approved unit of the plan year, whatever its date, and what codes have reserved, taken off. */
export function countLeft(limit: CountLimit, sums: Sums, own: Counted): number {
  const { reservedUnits: units, reservedDays: days, reservedVisits: visits } = sums;
  const reserved = Math.max(0, countOf(limit, { units, days, visits }) - countOf(limit, own));
  return Math.max(0, limit.most - countOf(limit, sums) - reserved);
}

/**
 * No more than the plan allows in a plan year; a line of more units than are left is approved in part (members.md, Plans and
 * benefits; claims.md, Adjudication, 8). Reason 119, not 151: X12 has it for a benefit's maximum in a period, 151 for how often
 * something makes sense. Beyond the maximum the enrollee pays.
 */
export function withinCount(
  benefit: string,
  { of, most }: CountLimit,
  left: number,
  asked: { count: number; quantity: number },
): Finding | null {
  if (asked.count <= left) return null;
  const allowed = most === 1 ? `1 ${of.slice(0, -1)}` : `${most} ${of}`;
  const figures = { benefit, of, most, allowed, left };
  if (left === 0) return refusal('count', 'used up', '119', figures);
  return reduction('count', 'part', '119', { ...figures, approved: left, quantity: asked.quantity });
}
