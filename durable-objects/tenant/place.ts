import type { Claim, ClaimState } from '../../schema/domain/claims/claim.ts';
import { openStates } from '../../schema/domain/claims/claim.ts';
import type { BillingMonth, Moment } from '../../schema/domain/dates.ts';
import type { Minor } from '../../schema/domain/money.ts';

/** Where a page begins: after this place, in rank order. */
export interface Cursor {
  rankAt: Moment;
  id: number;
}

/** What stands in the queue, and what of it the order itself says: every index of it has these. */
export interface Ranked extends Cursor {
  state: ClaimState;
  /** 0–100 */
  risk: number;
  /** every line passes in full and nothing was noted */
  clean: boolean;
  /** risk events nobody has disposed of */
  openFlags: number;
  /** by an investigation: its clock stands */
  held: boolean;
}

/** A claim's place in the queue, with what it is found by: no name, no clinical word. */
export interface Place extends Ranked {
  dueAt: Moment | null;
  facilityId: string;
  billingMonth: BillingMonth;
  clientCode: string;
  planCode: string | null;
  claimed: Minor;
  /** from when on its clocks count: a query from when it was asked, a decision by when it is due; null: it has none */
  clockFrom: Moment | null;
  /** how many of its clocks have rung: reminded of the query; or told that it is due soon, and that it is late */
  told: 0 | 1 | 2;
}

/** What of the queue is asked for; what is left out is not asked. */
export interface Part {
  states: readonly ClaimState[];
  facilityId?: string | undefined;
  billingMonth?: BillingMonth | undefined;
  clientCode?: string | undefined;
  planCode?: string | undefined;
  riskMin?: number | undefined;
  held?: boolean | undefined;
  flagged?: boolean | undefined;
  /** only those that may be decided with *all clean* (claims.md, Piles) */
  clean?: true | undefined;
  /** only those whose clock runs, and that are due from then on, or before */
  dueFrom?: Moment | undefined;
  dueBefore?: Moment | undefined;
  after: Cursor;
}

/** What stands in rank order, and where to go on. */
export interface Places {
  places: Ranked[];
  /** the last one looked at; null: the end was reached */
  next: Cursor | null;
}

/** Before everything. */
export const start: Cursor = { rankAt: Number.MIN_SAFE_INTEGER, id: 0 };

export const isOpen = (state: ClaimState): boolean => (openStates as readonly ClaimState[]).includes(state);

/** What of a claim its place follows from. */
export type PlacedClaim = Omit<Place, 'rankAt' | 'clean' | 'openFlags' | 'held' | 'clockFrom' | 'told'> &
  Pick<
    Claim,
    | 'rankAt'
    | 'submittedAt'
    | 'recommended'
    | 'flags'
    | 'holds'
    | 'queriedAt'
    | 'remindedAt'
    | 'warnedAt'
    | 'breachedAt'
  >;

function clockOf({ state, queriedAt, remindedAt, dueAt, warnedAt, breachedAt }: PlacedClaim) {
  if (state === 'QUERIED') return { clockFrom: queriedAt, told: remindedAt === null ? 0 : 1 } as const;
  const told = breachedAt === null ? (warnedAt === null ? 0 : 1) : 2;
  return { clockFrom: state === 'SUBMITTED' ? null : dueAt, told } as const;
}

export const placeOf = (claim: PlacedClaim): Place => ({
  id: claim.id,
  state: claim.state,
  rankAt: claim.rankAt ?? claim.submittedAt,
  dueAt: claim.dueAt,
  facilityId: claim.facilityId,
  billingMonth: claim.billingMonth,
  clientCode: claim.clientCode,
  planCode: claim.planCode,
  claimed: claim.claimed,
  risk: claim.risk,
  clean: claim.recommended?.clean ?? false,
  openFlags: claim.flags.filter(({ state }) => state === 'OPEN').length,
  held: claim.holds.length > 0,
  ...clockOf(claim),
});

/** What of a place its order says. */
export const rankedOf = ({ rankAt, id, state, risk, clean, openFlags, held }: Ranked): Ranked => ({
  rankAt,
  id,
  state,
  risk,
  clean,
  openFlags,
  held,
});

export const byRank = (a: Cursor, b: Cursor): number => a.rankAt - b.rankAt || a.id - b.id;

/** The clock of a claim that is QUERIED or held stands. */
const isRunning = ({ state, held }: Place): boolean => state !== 'QUERIED' && !held;

/** Every line passes, no open risk event, and nothing holds it. */
const isAllClean = ({ clean, openFlags, held }: Place): boolean => clean && openFlags === 0 && !held;

/**
 * The states in which a part can find anything: what is queried is not due while it is, and what has not been received has no
 * due moment yet. Looking through them for what is due would end the look before it came to the others.
 */
export function askedStates({ states, dueFrom, dueBefore }: Part): readonly ClaimState[] {
  if (dueFrom === undefined && dueBefore === undefined) return states;
  return states.filter((state) => state !== 'QUERIED' && state !== 'SUBMITTED');
}

const isOrAny = <T>(wanted: T | undefined, is: T): boolean => wanted === undefined || wanted === is;

/** Whether its clock runs and it is due from one moment on, and before another. */
export function isDue(place: Place, from: Moment | undefined, before: Moment | undefined): boolean {
  if (from === undefined && before === undefined) return true;
  const { dueAt } = place;
  if (dueAt === null || !isRunning(place)) return false;
  return (from === undefined || dueAt >= from) && (before === undefined || dueAt < before);
}

/** Whether a place is asked for, wherever the page begins. */
export const isIn = (place: Place, part: Omit<Part, 'after'>): boolean =>
  part.states.includes(place.state) &&
  isOrAny(part.facilityId, place.facilityId) &&
  isOrAny(part.billingMonth, place.billingMonth) &&
  isOrAny(part.clientCode, place.clientCode) &&
  isOrAny(part.planCode, place.planCode) &&
  place.risk >= (part.riskMin ?? 0) &&
  isOrAny(part.held, place.held) &&
  isOrAny(part.flagged, place.openFlags > 0) &&
  (part.clean === undefined || isAllClean(place)) &&
  isDue(place, part.dueFrom, part.dueBefore);
