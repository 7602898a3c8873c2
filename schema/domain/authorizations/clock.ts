import type { Moment } from '../dates.ts';
import type { PlanScheme } from '../plans/plan.ts';
import type { Authorization, Urgency } from './authorization.ts';
import type { AuthorizationSettings } from './settings.ts';

/** What of a request its clock is. */
export type Clock = Pick<Authorization, 'dueAt' | 'clock_ms' | 'queryStops' | 'mayProceed'>;

/**
 * The clock of a request that is filed now, by the scheme of the person's plan and by urgency. What it promises is kept with
 * the request: another setting later is for later requests.
 */
export function clockOf(
  { clocks }: Pick<AuthorizationSettings, 'clocks'>,
  { scheme, urgency, at }: { scheme: PlanScheme; urgency: Urgency; at: Moment },
): Clock {
  const { within_ms, queryStops, mayProceed } = clocks[scheme];
  const clock_ms = within_ms[urgency];
  return { dueAt: at + clock_ms, clock_ms, queryStops, mayProceed };
}

/** The clock of a request that is queried: it stands where the scheme lets it, and what is over stays over. */
export function stopped(
  { queryStops, breach }: Pick<Authorization, 'queryStops' | 'breach'>,
  at: Moment,
): Pick<Authorization, 'queriedAt'> {
  return { queriedAt: queryStops && breach === null ? at : null };
}

/** The clock of a request whose query is answered: it is due later by as long as its clock stood. */
export function resumed(
  { dueAt, queriedAt }: Pick<Authorization, 'dueAt' | 'queriedAt'>,
  at: Moment,
): Pick<Authorization, 'dueAt' | 'queriedAt'> {
  const stood = queriedAt === null ? 0 : Math.max(0, at - queriedAt);
  return { dueAt: dueAt === null ? null : dueAt + stood, queriedAt: null };
}
