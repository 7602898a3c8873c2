import type { CalendarDate } from '../dates.ts';
import type { CoverStep } from './cover.ts';

/** The state that holds on a day, since when it has held without a break, and the first day of the next one. */
export interface CoverSpan {
  state: CoverStep['state'];
  since: CalendarDate;
  /** null: no change is recorded yet */
  next: CalendarDate | null;
}

/** A later step of the same date replaces the earlier one: it never held for a day. */
const neverHeld = (steps: readonly CoverStep[], i: number): boolean => steps[i]?.from === steps[i + 1]?.from;

/** The state of cover on a day; null before the first step. */
export function spanOn(steps: readonly CoverStep[], date: CalendarDate): CoverSpan | null {
  let span = null as CoverSpan | null;
  for (const [i, { from, state }] of steps.entries()) {
    if (neverHeld(steps, i) || state === span?.state) continue;
    if (from > date) return span && { ...span, next: from };
    span = { state, since: from, next: null };
  }
  return span;
}

/** The last step on or before a day: how plans and primary facilities are found. */
export function stepOn<Step extends { from: CalendarDate }>(
  steps: readonly Step[],
  date: CalendarDate,
): Step | null {
  return steps.findLast(({ from }) => from <= date) ?? null;
}
