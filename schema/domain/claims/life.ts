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
} as const;
/** One of the things that can be done. */
export type ClaimVerb = keyof typeof claimVerbs;

/** What is possible in each state. Taking an IN_REVIEW claim again is possible once nobody holds it. */
export const possibleIn: Readonly<Record<ClaimState, readonly ClaimVerb[]>> = {
  SUBMITTED: ['receive', 'reject'],
  RECEIVED: ['take'],
  IN_REVIEW: ['take', 'query', 'approve', 'reject'],
  QUERIED: ['answer'],
  RESUBMITTED: ['take'],
  APPROVED: ['reopen'],
  REJECTED: [],
  SETTLED: [],
  WITHDRAWN: [],
};

/** A state in words: `IN_REVIEW` → `in review`. */
export function stateInWords(state: ClaimState): string {
  return state.toLowerCase().replace('_', ' ');
}

/** Null when the verb is possible now; else `wrong_state`, naming the state and what is possible. */
export function refuseUnlessPossible(claim: Claim, verb: ClaimVerb): Refusal | null {
  const possible = possibleIn[claim.state];
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
