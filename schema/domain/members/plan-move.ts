import type { PlanStep } from '../cover/cover.ts';
import type { CalendarDate } from '../dates.ts';
import { firstOfNextMonth } from './months.ts';

/** The plan somebody is on, and the one they move to. */
export interface PlanStanding {
  now: PlanStep | null;
  next: PlanStep | null;
}

/** Where somebody stands on a day. Before their first plan begins, that one is to come. */
export function planStanding(plans: readonly PlanStep[], today: CalendarDate): PlanStanding {
  return {
    now: plans.findLast(({ from }) => from <= today) ?? null,
    next: plans.find(({ from }) => from > today) ?? null,
  };
}

/**
 * The day on which a move decided today takes effect: the first of the next month, or the day the first plan begins, where
 * that has not come (members.md, Clients and enrollees).
 */
export function moveDate(plans: readonly PlanStep[], today: CalendarDate): CalendarDate {
  const { now, next } = planStanding(plans, today);
  return now === null && next !== null ? next.from : firstOfNextMonth(today);
}

/** The plans after a move: a move that had not taken effect is replaced; back to where one is takes it back. */
export function movePlan(plans: readonly PlanStep[], plan: string, today: CalendarDate): PlanStep[] {
  const from = moveDate(plans, today);
  const begun = plans.filter((step) => step.from <= today);
  return begun.at(-1)?.plan === plan ? begun : [...begun, { from, plan }];
}

/**
 * The days on which somebody's plan is another by what was recorded: their moves, and the first plan of their own of who was on
 * somebody else's until then. Who is new has moved nowhere yet.
 */
export function movesIn(before: readonly PlanStep[] | null, after: readonly PlanStep[]): CalendarDate[] {
  const was = new Set((before ?? []).map(({ from, plan }) => `${from} ${plan}`));
  const first = before === null || before[0]?.plan === after[0]?.plan ? 1 : 0;
  return after.slice(first).flatMap(({ from, plan }) => (was.has(`${from} ${plan}`) ? [] : [from]));
}
