import type { Moment } from '../dates.ts';
import { addWorkingHours, type WorkingCalendar } from '../working-time.ts';

/** The tenant's figures for the due clock. */
export interface Clock {
  calendar: WorkingCalendar;
  /** working hours from receipt to decision */
  claimSlaHours: number;
}

/** When a claim received at `receivedAt` must be decided (claims.md, Queue order). */
export function dueAtOf(receivedAt: Moment, clock: Clock): Moment {
  return addWorkingHours(clock.calendar, receivedAt, clock.claimSlaHours);
}

/** Plain hours by which a claim stands earlier in the queue than its due moment. */
export interface Urgency {
  riskHours: number;
  valueHours: number;
  ruleHours: number;
}

/** Nothing presses: the queue is in order of due moments. */
export const noUrgency: Urgency = { riskHours: 0, valueHours: 0, ruleHours: 0 };

/** The virtual deadline by which the queue is ordered, smallest first (claims.md, Queue order). */
export function rankAtOf(dueAt: Moment, urgency: Urgency): Moment {
  return dueAt - (urgency.riskHours + urgency.valueHours + urgency.ruleHours) * 3_600_000;
}
