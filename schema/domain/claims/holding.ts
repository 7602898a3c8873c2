import type { Moment } from '../dates.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Claim, type ClaimState, openStates } from './claim.ts';
import { type Ranking, ranked } from './rank.ts';

const isOpen = (state: ClaimState): boolean => openStates.some((open) => open === state);

/** Whether a hold has something to hold: the claim is undecided, or approved and unpaid. */
export const canBeHeld = ({ state }: Pick<Claim, 'state'>): boolean => isOpen(state) || state === 'APPROVED';

/**
 * How long one of two reasons made the clock stand: from when it began until now, or until the other began, which counts
 * from there on itself. So a time in which a claim is both queried and held is counted once.
 */
export const stood_ms = (since: Moment, otherSince: Moment | null, now: Moment): number =>
  Math.max(0, (otherSince ?? now) - since);

/** An investigation holds the claim: it cannot be approved, and its clock stands. Held by it already, it stays as it is. */
export function hold(claim: Claim, investigation: string, at: Moment): Claim {
  if (!canBeHeld(claim) || claim.holds.includes(investigation)) return claim;
  const heldAt = isOpen(claim.state) ? (claim.heldAt ?? at) : claim.heldAt;
  return { ...claim, holds: [...claim.holds, investigation], heldAt };
}

/** An investigation lets go of the claim. With the last hold its clock goes on: due moment and rank move by the time it stood. */
export function letGo(claim: Claim, investigation: string, at: Moment, ranking: Ranking): Claim {
  if (!claim.holds.includes(investigation)) return claim;
  const holds = claim.holds.filter((each) => each !== investigation);
  const { heldAt, queriedAt } = claim;
  if (holds.length > 0 || heldAt === null) return { ...claim, holds };
  const dueAt = claim.dueAt === null ? null : claim.dueAt + stood_ms(heldAt, queriedAt, at);
  return ranked({ ...claim, holds, heldAt: null, dueAt }, ranking);
}

/** Null when nothing holds the claim; else `wrong_state`, naming what does (claims.md, Risk: a hold blocks approving). */
export function refuseIfOnHold({ number, holds }: Pick<Claim, 'number' | 'holds'>): Refusal | null {
  if (holds.length === 0) return null;
  const which = `${holds.length === 1 ? 'Investigation' : 'Investigations'} ${holds.join(', ')}`;
  return refuse(
    'wrong_state',
    `${which} ${holds.length === 1 ? 'holds' : 'hold'} claim ${number}: it cannot be approved until that is lifted. You may query or reject it.`,
  );
}
