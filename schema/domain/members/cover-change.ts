import type { CoverStep } from '../cover/cover.ts';
import type { CalendarDate, Moment } from '../dates.ts';
import type { FieldError } from '../refusal.ts';
import { whyTooFarBack } from './backdating.ts';

/** What can be done to a cover; taking a suspension or a termination back is a reinstatement. */
export const coverChanges = ['suspend', 'reinstate', 'terminate'] as const;
/** One of them. */
export type CoverVerb = (typeof coverChanges)[number];

/** A change of cover as it is asked for. `from`: the first day on which it holds. */
export interface CoverChange {
  change: CoverVerb;
  from: CalendarDate;
  reason: string;
}

const error = (message: string): FieldError => ({ field: 'from', message });
const statesOf = { suspend: 'SUSPENDED', reinstate: 'ACTIVE', terminate: 'TERMINATED' } as const;

function whySuspendNot(steps: readonly CoverStep[], from: CalendarDate): string | null {
  const there = steps.findLast((step) => step.from <= from);
  if (there?.state === 'SUSPENDED') return `It is suspended from ${there.from} already.`;
  if (there?.state === 'TERMINATED') return `It ended on ${there.from}.`;
  const later = steps.find((step) => step.from >= from && step.state !== 'TERMINATED' && step !== steps[0]);
  return later ? `It was changed from ${later.from} on: choose a later day.` : null;
}

/** A reinstatement ends a suspension, or takes back a termination on its very day. */
function whyReinstateNot(steps: readonly CoverStep[], from: CalendarDate): string | null {
  const last = steps.at(-1);
  if (last?.state === 'TERMINATED' && from >= last.from)
    return from === last.from ? null : `It ended on ${last.from}: take that back on its own day.`;
  const there = steps.findLast((step) => step.from <= from);
  if (there?.state === 'SUSPENDED') return null;
  const planned = steps.find((step) => step.from > from && step.state !== 'ACTIVE');
  if (!planned) return 'It is not suspended: there is nothing to reinstate.';
  return `It is in force until ${planned.from}: reinstate on that day to take the change back.`;
}

function whyTerminateNot(
  steps: readonly CoverStep[],
  from: CalendarDate,
  today: CalendarDate,
): string | null {
  const last = steps.at(-1);
  if (last?.state !== 'TERMINATED') return null;
  if (last.from === from) return `It ends on ${from} already.`;
  return last.from <= today ? `It ended on ${last.from}.` : null;
}

function whyNot(steps: readonly CoverStep[], change: CoverChange, today: CalendarDate): string | null {
  const { from } = change;
  const [first] = steps;
  if (first && from < first.from) return `Cover begins on ${first.from}: choose that day or a later one.`;
  const no = whyTooFarBack(from, today);
  if (no) return no;
  if (change.change === 'suspend') return whySuspendNot(steps, from);
  if (change.change === 'reinstate') return whyReinstateNot(steps, from);
  return whyTerminateNot(steps, from, today);
}

/** A step that says what holds already says nothing. */
const meaningful = (steps: readonly CoverStep[]) =>
  steps.filter((step, i) => step.state !== steps[i - 1]?.state);

/**
 * The cover after a change: its steps, or why it cannot be. PENDING → ACTIVE ⇄ SUSPENDED → TERMINATED; at most 30 days back;
 * a planned end stays through a suspension; what was planned after an end falls away.
 */
export function changeCover(
  steps: readonly CoverStep[],
  change: CoverChange,
  { today, at }: { today: CalendarDate; at: Moment },
): CoverStep[] | FieldError {
  const no = whyNot(steps, change, today);
  if (no) return error(no);
  const { from, reason } = change;
  const step: CoverStep = { from, state: statesOf[change.change], reason, at };
  const earlier = steps.filter((each) => each.from < from);
  if (change.change === 'terminate') return [...earlier, step];
  const end = steps.filter((each) => each.from > from && each.state === 'TERMINATED');
  const later = change.change === 'suspend' ? end : steps.filter((each) => each.from > from);
  return meaningful([...earlier, step, ...later]);
}
