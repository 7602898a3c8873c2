import type { Claim, ClaimState } from '../../../schema/domain/claims/claim.ts';
import { proposalOn } from '../../../schema/domain/claims/propose.ts';
import { reservedAt } from '../../../schema/domain/claims/query.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import type { PileKey } from '../../../schema/domain/piles/pile.ts';
import type { Remaining } from '../../../schema/domain/piles/remaining.ts';
import type { TenantMemory } from '../memory.ts';
import { type Cursor, type Ranked, start } from '../place.ts';

/** Places read in one go. */
const page_places = 200;

export const takeable: readonly ClaimState[] = ['RECEIVED', 'RESUBMITTED', 'IN_REVIEW'];

/** The pile's claims that can be taken, in rank order from a place on. */
function* placesFrom(
  memory: TenantMemory,
  { facilityId, month }: PileKey,
  after: Cursor,
): Generator<Ranked, void> {
  for (let from: Cursor | null = after; from !== null; ) {
    const part = { states: takeable, facilityId, billingMonth: month, after: from };
    const { places, next } = memory.order.page(part, page_places);
    yield* places;
    from = next;
  }
}

/** All of them in rank order; those after the claim that was left just now come first, and that one last of all. */
function* inTurn(memory: TenantMemory, pile: PileKey, left: number | null): Generator<Ranked, void> {
  const place = left === null ? null : memory.order.find(left);
  if (place) yield* placesFrom(memory, pile, place);
  for (const each of placesFrom(memory, pile, start)) if (each.id !== left) yield each;
  if (place) yield place;
}

/** Held by somebody else. A hold whose time is over counts until it is taken away, which is a second later. */
const isTaken = (memory: TenantMemory, id: number, principal: Principal): boolean => {
  const hold = memory.leases.get(String(id));
  return hold !== null && hold.accountId !== principal.id;
};

/** Whom it needs is somebody else: the person entered it, or a decision on it is proposed already. */
const isForOthers = (claim: Claim, principal: Principal): boolean =>
  claim.submittedBy === principal.id || proposalOn(claim) !== null;

const isOpenTo = (claim: Claim | null | undefined, principal: Principal): boolean =>
  claim !== undefined && claim !== null && takeable.includes(claim.state) && !isForOthers(claim, principal);

/** The claims of the pile that the person still holds: where they were. */
function heldHere(memory: TenantMemory, { facilityId, month }: PileKey, principal: Principal): number[] {
  const ids: number[] = [];
  for (const [id, { accountId }] of memory.leases.committed()) {
    if (accountId !== principal.id) continue;
    const place = memory.order.find(Number(id));
    if (place?.facilityId === facilityId && place.billingMonth === month) ids.push(place.id);
  }
  return ids;
}

/**
 * Claims that may be the next to vet, best first: what the person still holds in the pile, then in rank order what nobody
 * else has. Of those in memory only such as can be taken; one that is not in memory has to be loaded to know.
 */
export function* nextCandidates(
  memory: TenantMemory,
  pile: PileKey,
  { left, principal }: { left: number | null; principal: Principal },
): Generator<number, void> {
  const held = heldHere(memory, pile, principal).filter((id) => id !== left);
  yield* held;
  for (const { id, held: stands } of inTurn(memory, pile, left)) {
    if (stands || held.includes(id) || isTaken(memory, id, principal)) continue;
    const claim = memory.claims.peek(String(id));
    if (claim === undefined || isOpenTo(claim, principal)) yield id;
  }
}

/** The first of them that can be taken as memory has it; null: there is none. */
export function nextClaim(
  memory: TenantMemory,
  pile: PileKey,
  how: { left: number | null; principal: Principal; at: Moment },
): Claim | null {
  for (const id of nextCandidates(memory, pile, how)) {
    const claim = memory.claims.get(String(id));
    if (!claim || !takeable.includes(claim.state) || claim.holds.length > 0) continue;
    const kept = reservedAt(claim, how.at);
    if (kept === null || kept.accountId === how.principal.id) return claim;
  }
  return null;
}

/** Clean claims of the pile that nobody else has, in rank order. */
export function* cleanCandidates(
  memory: TenantMemory,
  pile: PileKey,
  principal: Principal,
): Generator<number, void> {
  for (const { id, clean, openFlags, held } of inTurn(memory, pile, null)) {
    if (!clean || openFlags > 0 || held || isTaken(memory, id, principal)) continue;
    const claim = memory.claims.peek(String(id));
    if (claim === undefined || isOpenTo(claim, principal)) yield id;
  }
}

/** Counted up to so many. */
const counted_max = 1_000;

/** Why nothing can be vetted: what is open in the pile, and who has it. */
export function remainingIn(
  memory: TenantMemory,
  { facilityId, month }: PileKey,
  principal: Principal,
): Remaining {
  const pile = { facilityId, billingMonth: month, after: start };
  const count = (state: ClaimState) =>
    memory.order.page({ ...pile, states: [state] }, counted_max).places.length;
  const { places } = memory.order.page({ ...pile, states: takeable }, counted_max);
  const held = places.filter((place) => place.held).length;
  const others = places.filter(({ id, held: stands }) => !stands && isTaken(memory, id, principal)).length;
  return { queried: count('QUERIED'), held, others, unreceived: count('SUBMITTED') };
}
