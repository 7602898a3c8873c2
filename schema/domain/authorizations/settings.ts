import type { PlanScheme } from '../plans/plan.ts';
import type { Urgency } from './authorization.ts';

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;

/** How long requests under a scheme may wait for their answer, running day and night. */
export interface SchemeClock {
  /** milliseconds, by urgency */
  within_ms: Readonly<Record<Urgency, number>>;
  /** whether the clock stands while a query waits for its answer */
  queryStops: boolean;
  /** past it the facility may proceed, and names the breach reference in place of a code */
  mayProceed: boolean;
}

/** What a tenant says of its pre-authorizations. */
export interface AuthorizationSettings {
  clocks: Readonly<Record<PlanScheme, SchemeClock>>;
  /** days a code can be used, where the decision does not say otherwise */
  validDays: number;
  /** hours after care began in which an emergency may be filed */
  afterwardsHours: number;
  /** days after a decision in which it may be appealed */
  appealDays: number;
}

/** NHIA: an answer within the hour, and no query stops it (directive of 1 April 2025); else 30 minutes, 4 and 24 hours. */
const nhia: SchemeClock = {
  within_ms: { EMERGENCY: 30 * minute_ms, URGENT: hour_ms, ROUTINE: hour_ms },
  queryStops: false,
  mayProceed: true,
};
const others: SchemeClock = {
  within_ms: { EMERGENCY: 30 * minute_ms, URGENT: 4 * hour_ms, ROUTINE: 24 * hour_ms },
  queryStops: true,
  mayProceed: false,
};

/** What every tenant starts with (authorizations.md, Clocks). */
export const defaultAuthorizations: AuthorizationSettings = {
  clocks: { nhia, private: others, state: others, community: others },
  validDays: 14,
  afterwardsHours: 48,
  appealDays: 30,
};
