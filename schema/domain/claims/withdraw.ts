import type { Refusal } from '../refusal.ts';
import type { Claim } from './claim.ts';
import { type Decider, stepped } from './deciding.ts';
import { refuseUnlessPossible } from './life.ts';

/** SUBMITTED, RECEIVED or QUERIED → WITHDRAWN by its facility (claims.md, Life): nobody has to decide it any more. */
export function withdraw(claim: Claim, decider: Decider): Claim | Refusal {
  const no = refuseUnlessPossible(claim, 'withdraw');
  if (no) return no;
  return { ...stepped(claim, 'WITHDRAWN', decider), queriedAt: null, reservedFor: null };
}
