import { type Refusal, refuse } from '../refusal.ts';
import type { Claim, ClaimState } from './claim.ts';

/** What can be done to a claim once it exists (claims.md, Life), in words for a person. */
const claimVerbs = {
  receive: 'receive it',
  take: 'take it for review',
  query: 'send a query',
  answer: 'answer the query',
  approve: 'approve it',
  reject: 'reject it',
  reopen: 'reopen it',
  withdraw: 'withdraw it',
  replace: 'file it again, corrected',
} as const;
/** One of the things that can be done. */
export type ClaimVerb = keyof typeof claimVerbs;

/**
 * What is possible in each state. Taking an IN_REVIEW claim again is possible once nobody holds it; filing an APPROVED one
 * again only where lines of it were refused.
 */
export const possibleIn: Readonly<Record<ClaimState, readonly ClaimVerb[]>> = {
  SUBMITTED: ['receive', 'reject', 'withdraw'],
  RECEIVED: ['take', 'withdraw'],
  IN_REVIEW: ['take', 'query', 'approve', 'reject'],
  QUERIED: ['answer', 'withdraw'],
  RESUBMITTED: ['take'],
  APPROVED: ['reopen', 'replace'],
  REJECTED: ['replace'],
  SETTLED: [],
  WITHDRAWN: [],
};

/** A state in words: `IN_REVIEW` → `in review`. */
export function stateInWords(state: ClaimState): string {
  return state.toLowerCase().replace('_', ' ');
}

/** What is possible with this claim now: what was paid in full, or has been filed again, is not filed again. */
export function possibleNow({ state, outcome, replacedBy }: Claim): ClaimVerb[] {
  const isReplaceable = replacedBy === null && outcome !== 'FULL';
  return possibleIn[state].filter((verb) => verb !== 'replace' || isReplaceable);
}

/** Null when the verb is possible now; else `wrong_state`, naming the state and what is possible. */
export function refuseUnlessPossible(claim: Claim, verb: ClaimVerb): Refusal | null {
  const possible = possibleNow(claim);
  if (possible.includes(verb)) return null;
  const choices = possible.map((each) => claimVerbs[each]).join(', ');
  const next = choices ? `What is possible now: ${choices}.` : 'Nothing more can be decided about it.';
  return refuse(
    'wrong_state',
    `You cannot ${claimVerbs[verb]}: claim ${claim.number} is ${stateInWords(claim.state)}. ${next}`,
  );
}

/** Null when the decider saw the claim as it is; else `stale` (claims.md, Life: a decision names what it saw). */
export function refuseUnlessSeen(claim: Claim, version: number): Refusal | null {
  if (claim.version === version) return null;
  return refuse(
    'stale',
    `Claim ${claim.number} has changed since you opened it: it is ${stateInWords(claim.state)}, version ${claim.version}; you saw version ${version}. Look at it again, then decide.`,
  );
}
