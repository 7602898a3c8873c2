import { addDays, dateIn, localTime, type Moment, momentIn } from '../dates.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { subtractWorkingHours } from '../working-time.ts';
import type { Claim } from './claim.ts';
import { type Decider, said, stepped } from './deciding.ts';
import { stateInWords } from './life.ts';
import type { Clock } from './rank.ts';

/** Days after a query on which the facility is reminded, and on which an unanswered one is rejected (claims.md, Life). */
export const reminder_days = 7;
/** See `reminder_days`. */
export const expiry_days = 14;
/** Those who decide are told of lateness at quarters of an hour, so that many at once are one notice. */
const quarter_ms = 900_000;

/** The moment `days` later by the zone's calendar and clock: at the same time of day, whatever daylight saving did meanwhile. */
export function daysAfter(zone: string, at: Moment, days: number): Moment {
  return momentIn(zone, `${addDays(dateIn(zone, at), days)}T${localTime(zone, at).slice(11)}`);
}

/** When a query that was asked then is rejected if nobody has answered. */
export const answerDueAt = (zone: string, queriedAt: Moment): Moment =>
  daysAfter(zone, queriedAt, expiry_days);

/** What falls due with a claim by itself: the facility is reminded, an unanswered query rejected, those who decide are told. */
export type DueStage = 'remind' | 'expire' | 'warn' | 'breach';

/** What of a claim its clocks follow from. */
export type Clocked = Pick<
  Claim,
  'state' | 'queriedAt' | 'remindedAt' | 'holds' | 'dueAt' | 'warnedAt' | 'breachedAt'
>;

const decidable: readonly Claim['state'][] = ['RECEIVED', 'IN_REVIEW', 'RESUBMITTED'];
const nextQuarter = (at: Moment): Moment => Math.ceil(at / quarter_ms) * quarter_ms;

/** When a decision becomes amber: a quarter of the working hours that the tenant gives itself are left then (`soonUntil`). */
const amberAt = (dueAt: Moment, { calendar, claimSlaHours }: Clock): Moment =>
  subtractWorkingHours(calendar, dueAt, claimSlaHours / 4);

/** When the clock of a query, or of a decision, rings that counts from a moment, so many times having rung before. */
export function momentOf(kind: 'query' | 'decision', told: 0 | 1, from: Moment, clock: Clock): Moment {
  if (kind === 'query') return daysAfter(clock.calendar.zone, from, told === 0 ? reminder_days : expiry_days);
  return nextQuarter(told === 0 ? amberAt(from, clock) : from);
}

/** The next thing that falls due, and when; null: nothing. A held claim's clocks stand. */
export function nextDue(claim: Clocked, clock: Clock): { stage: DueStage; at: Moment } | null {
  const { state, queriedAt, remindedAt, holds, dueAt, warnedAt, breachedAt } = claim;
  if (holds.length > 0) return null;
  if (state === 'QUERIED' && queriedAt !== null)
    return remindedAt === null
      ? { stage: 'remind', at: momentOf('query', 0, queriedAt, clock) }
      : { stage: 'expire', at: momentOf('query', 1, queriedAt, clock) };
  if (!decidable.includes(state) || dueAt === null || breachedAt !== null) return null;
  if (warnedAt === null) return { stage: 'warn', at: momentOf('decision', 0, dueAt, clock) };
  return { stage: 'breach', at: momentOf('decision', 1, dueAt, clock) };
}

/** What is due by a moment; what was slept through is not made up for: of a claim that is late nobody is told that it will be. */
export function dueBy(claim: Clocked, clock: Clock, now: Moment): DueStage | null {
  const next = nextDue(claim, clock);
  if (next === null || next.at > now) return null;
  const { stage } = next;
  if (stage === 'warn' && claim.dueAt !== null && nextQuarter(claim.dueAt) <= now) return 'breach';
  if (
    stage === 'remind' &&
    claim.queriedAt !== null &&
    answerDueAt(clock.calendar.zone, claim.queriedAt) <= now
  )
    return 'expire';
  return stage;
}

/** The claim once the facility was reminded, or its people were told: its version stays, because nothing of it changed. */
export function told(claim: Claim, stage: 'remind' | 'warn' | 'breach', at: Moment): Claim {
  if (stage === 'remind') return { ...claim, remindedAt: at };
  return stage === 'warn' ? { ...claim, warnedAt: at } : { ...claim, breachedAt: at };
}

/** Reason 16, borne by the facility: information is missing (claims.md, Reason codes). */
const missing = { code: '16', group: 'CO' } as const;

/** QUERIED → REJECTED by the system, because nobody has answered by day 14. */
export function expireQuery(claim: Claim, decider: Decider): Claim | Refusal {
  if (claim.state !== 'QUERIED')
    return refuse(
      'wrong_state',
      `No query of claim ${claim.number} waits for an answer: it is ${stateInWords(claim.state)}.`,
    );
  const text = `The query was not answered within ${expiry_days} days. The claim can be corrected and filed again.`;
  return {
    ...stepped(claim, 'REJECTED', decider),
    queriedAt: null,
    reservedFor: null,
    lines: claim.lines.map((line) => ({
      ...line,
      approvedQuantity: 0,
      approved: 0,
      enrolleeShare: 0,
      facilityShare: line.claimed,
      reasons: [missing],
    })),
    reasons: [missing],
    approved: 0,
    decidedAt: decider.at,
    decidedBy: decider.id,
    conversation: said(claim, decider, { from: 'tenant', kind: 'decision', text }),
  };
}
