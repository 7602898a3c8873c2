import { day_ms, type Moment } from '../../schema/domain/dates.ts';
import { defaultStraightThrough } from '../../schema/domain/tenant-settings.ts';
import { addWorkingHours, defaultCalendar } from '../../schema/domain/working-time.ts';
import type { DemoClaim } from './demo-claim.ts';
import { demoTenant } from './organisations.ts';
import type { Random } from './random.ts';
import { type Waiting, waitingIn } from './story.ts';

/** working hours in which the tenant owes its decision, as every tenant starts with */
const SLA_HOURS = 72;
const LATE = 5;
/** Lying about for longer than this would be a scandal. */
const LATE_MS_MAX = 20 * day_ms;

/** Small clean ones are approved as they come in: whoever shall wait must be larger. */
const waits = ({ input }: DemoClaim): boolean => input.total > defaultStraightThrough.amountMax;

/** A few claims that nobody has got round to although they are due. */
export function leftLying(claims: DemoClaim[], until: Moment): DemoClaim[] {
  const clock = { ...defaultCalendar, zone: demoTenant.open.zone };
  const isDue = ({ at }: DemoClaim) =>
    until - at < LATE_MS_MAX && addWorkingHours(clock, at, SLA_HOURS) < until;
  const due = claims.filter((claim) => waits(claim) && isDue(claim));
  const each = Math.max(1, Math.floor(due.length / LATE));
  const lying = new Set(due.filter((_, index) => index % each === 0).slice(0, LATE));
  return claims.map((claim) => (lying.has(claim) ? { ...claim, steps: [] } : claim));
}

/** Older ones stay as they are: a question unanswered for 14 days would have been decided. */
const FRESH_MS_MAX = 10 * day_ms;

/** How many claims wait in each state at least, whatever day of the week the demo is made on. */
const waiting: readonly Waiting[] = Array.from(
  { length: 8 },
  () => ['IN_REVIEW', 'RESUBMITTED', 'QUERIED'] as const,
).flat();

/** After a weekend nothing is half done by chance alone: some of what nobody has taken is taken, asked about or answered. */
export function halfDone(random: Random, claims: DemoClaim[], until: Moment): DemoClaim[] {
  const left = [...waiting];
  return claims.map((claim) => {
    const [next] = left;
    const isFree = claim.steps.length === 0 && waits(claim) && until - claim.at <= FRESH_MS_MAX;
    if (!isFree || next === undefined) return claim;
    const { lines, total } = claim.input;
    const steps = waitingIn(next, random, { at: claim.at, facility: claim.facility, lines, total });
    if (steps.some(({ at }) => at >= until)) return claim;
    left.shift();
    return { ...claim, steps };
  });
}
