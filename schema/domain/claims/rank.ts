import { hour_ms, type Moment } from '../dates.ts';
import type { Minor } from '../money.ts';
import { addWorkingHours, type WorkingCalendar } from '../working-time.ts';
import type { Claim } from './claim.ts';
import { matches, type QueueRule, type RuledClaim } from './queue-rule.ts';

/** The tenant's figures for the due clock. */
export interface Clock {
  calendar: WorkingCalendar;
  /** working hours from receipt to decision */
  claimSlaHours: number;
}

/** The tenant's figures for the order of the queue. */
export interface Ranking {
  /** a claim of so much, or more, stands earlier by all of the hours that value gives */
  highValue: Minor;
  queueRules: readonly QueueRule[];
}

/** When a claim received at `receivedAt` must be decided (claims.md, Queue order). */
export function dueAtOf(receivedAt: Moment, clock: Clock): Moment {
  return addWorkingHours(clock.calendar, receivedAt, clock.claimSlaHours);
}

/** Plain hours by which a claim stands earlier in the queue than its due moment, and the rules they come from. */
export interface Urgency {
  riskHours: number;
  valueHours: number;
  /** those that match, in the tenant's order */
  rules: readonly Pick<QueueRule, 'name' | 'hours'>[];
}

/** What of a claim its urgency follows from. */
export type UrgentClaim = RuledClaim & Pick<Claim, 'risk'>;

/** So many hours earlier does the highest risk stand. */
const riskHours_max = 24;

const riskHoursOf = ({ risk }: Pick<Claim, 'risk'>): number => (riskHours_max * risk) / 100;

/** 24 hours for the highest risk, 12 for a high value, in proportion below; and what the payer rules say (claims.md, Queue order). */
export function urgencyOf(claim: UrgentClaim, { highValue, queueRules }: Ranking): Urgency {
  return {
    riskHours: riskHoursOf(claim),
    valueHours: 12 * Math.min(1, claim.claimed / highValue),
    rules: queueRules.filter((rule) => matches(rule, claim)),
  };
}

/**
 * The virtual deadline by which the queue is ordered, smallest first (claims.md, Queue order). Until a claim is received,
 * and due, it stands at the moment it was submitted.
 */
export function rankOf(claim: UrgentClaim & Pick<Claim, 'dueAt' | 'submittedAt'>, ranking: Ranking): Moment {
  if (claim.dueAt === null) return claim.submittedAt;
  const { riskHours, valueHours, rules } = urgencyOf(claim, ranking);
  const hours = rules.reduce((sum, rule) => sum + rule.hours, riskHours + valueHours);
  return Math.round(claim.dueAt - hours * hour_ms);
}

/** What of a claim says where it would stand if no risk rule had spoken. */
type Standing = Pick<Claim, 'dueAt' | 'risk'> & { rankAt: Moment };

/**
 * Where a claim would stand if no risk rule had spoken: what everybody may be told who looks at the queue, also those who
 * may not see risk. It stands here, or earlier by what risk gives.
 */
export function unscoredRank({ rankAt, dueAt, risk }: Standing): Moment {
  return dueAt === null ? rankAt : Math.round(rankAt + riskHoursOf({ risk }) * hour_ms);
}

/** Whatever stands before this claim would, unscored, stand before this moment. */
export const lastUnscored = (claim: Standing): Moment => unscoredRank(claim) + riskHours_max * hour_ms;

/** The claim at the rank that follows from what it says now. */
export const ranked = (claim: Claim, ranking: Ranking): Claim => ({
  ...claim,
  rankAt: rankOf(claim, ranking),
});

/** How far the open claims are ranked anew after the figures changed. */
export interface RankingProgress {
  done: number;
  open: number;
  isOver: boolean;
}
