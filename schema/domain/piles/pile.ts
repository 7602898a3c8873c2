import { type Claim, openStates } from '../claims/claim.ts';
import type { BillingMonth } from '../dates.ts';

/** What is counted and summed of a pile (claims.md, Piles); the names are those of the table's columns. */
export const pileSums = [
  'claims',
  'open',
  'queried',
  'clean',
  'flagged',
  'passed',
  'rejected',
  'withdrawn',
  'claimed',
  'recommended',
  'approved',
  'undecided',
  'flags',
] as const;

/**
 * The figures of a pile: how many claims it has (`claims`, without the withdrawn ones), how many of them are `open`, `passed`
 * (approved or settled) or `rejected`; of the open ones, how many are `queried`, `clean` or `flagged`, and their `flags` not
 * disposed of. Amounts in minor units: `claimed`, `recommended` when filed, `approved`, and `undecided`, which is the
 * pile's weight.
 */
export type PileFigures = Record<(typeof pileSums)[number], number>;

/** What names a pile: one facility's claims of one billing month. */
export interface PileKey {
  facilityId: string;
  month: BillingMonth;
}

/** What of a claim its pile counts. */
export type Piled = Pick<
  Claim,
  'state' | 'facilityId' | 'billingMonth' | 'claimed' | 'approved' | 'recommended' | 'flags' | 'holds'
>;

/** Nothing is in it. */
export const emptyPile: PileFigures = {
  claims: 0,
  open: 0,
  queried: 0,
  clean: 0,
  flagged: 0,
  passed: 0,
  rejected: 0,
  withdrawn: 0,
  claimed: 0,
  recommended: 0,
  approved: 0,
  undecided: 0,
  flags: 0,
};

/** Its risk events that nobody has disposed of. */
export const openFlagsOf = ({ flags }: Pick<Claim, 'flags'>): number =>
  flags.filter(({ state }) => state === 'OPEN').length;

/** Whether it may be decided with *all clean* (claims.md, Piles): every line passes, no open risk event, nothing holds it. */
export const isAllClean = (claim: Pick<Claim, 'recommended' | 'flags' | 'holds'>): boolean =>
  claim.recommended?.clean === true && openFlagsOf(claim) === 0 && claim.holds.length === 0;

function openShare(claim: Piled): Partial<PileFigures> {
  const flags = openFlagsOf(claim);
  const queried = claim.state === 'QUERIED';
  return {
    open: 1,
    queried: queried ? 1 : 0,
    clean: isAllClean(claim) && !queried ? 1 : 0,
    flagged: flags > 0 ? 1 : 0,
    undecided: claim.claimed,
    flags,
  };
}

/** What one claim adds to its pile. */
export function shareOf(claim: Piled): PileFigures {
  const { state, claimed, approved, recommended } = claim;
  if (state === 'WITHDRAWN') return { ...emptyPile, withdrawn: 1 };
  const isOpen = openStates.some((each) => each === state);
  return {
    ...emptyPile,
    claims: 1,
    claimed,
    recommended: recommended?.approved ?? 0,
    approved: approved ?? 0,
    ...(isOpen ? openShare(claim) : state === 'REJECTED' ? { rejected: 1 } : { passed: 1 }),
  };
}

/** The pile that a claim is in. */
export const pileOf = ({
  facilityId,
  billingMonth: month,
}: Pick<Claim, 'facilityId' | 'billingMonth'>): PileKey => ({
  facilityId,
  month,
});

/** `fac-1 2026-11`, as a pile is found in memory; an id and a month have no space in them. */
export const pileKeyText = ({ facilityId, month }: PileKey): string => `${facilityId} ${month}`;

/** What a live page of the pile looks at. */
export const pileTopic = ({ facilityId, month }: PileKey): string => `pile:${facilityId}-${month}`;

/** Whether a text is a billing month: `2026-11`. */
export const isBillingMonth = (text: string): text is BillingMonth => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
