import type { Refusal } from '../refusal.ts';
import type { Claim } from './claim.ts';
import { type Decider, stepped } from './deciding.ts';
import { refuseUnlessPossible } from './life.ts';
import { type Clock, dueAtOf, type Ranking, ranked } from './rank.ts';

/** SUBMITTED → RECEIVED: it enters the queue with its due moment. */
export function receive(claim: Claim, decider: Decider, rules: Clock & Ranking): Claim | Refusal {
  const no = refuseUnlessPossible(claim, 'receive');
  if (no) return no;
  const received = {
    ...stepped(claim, 'RECEIVED', decider),
    receivedAt: decider.at,
    dueAt: dueAtOf(decider.at, rules),
  };
  return ranked(received, rules);
}

/** → IN_REVIEW. A claim already in review stays as it is: only who holds it changes, which is the lease's matter. */
export function take(claim: Claim, decider: Decider): Claim | Refusal {
  const no = refuseUnlessPossible(claim, 'take');
  if (no) return no;
  return claim.state === 'IN_REVIEW' ? claim : { ...stepped(claim, 'IN_REVIEW', decider), reservedFor: null };
}
