import { type Refusal, refuse } from '../refusal.ts';
import type { Claim } from './claim.ts';
import { type Decider, givenReasons, type ReasonTable, refuseFields, said, stepped } from './deciding.ts';
import { refuseUnlessPossible, refuseUnlessSeen } from './life.ts';

/** A decision to reject, on the version that was seen. */
export interface Rejection {
  version: number;
  /** codes of the tenant's table, at least one */
  reasons: readonly string[];
  /** one sentence for the provider */
  sentence: string;
}

/** → REJECTED, from IN_REVIEW, or from SUBMITTED before it was received: coded reasons and a sentence; nothing is approved. */
export function reject(
  claim: Claim,
  input: Rejection,
  decider: Decider,
  table: ReasonTable,
): Claim | Refusal {
  const no = refuseUnlessPossible(claim, 'reject') ?? refuseUnlessSeen(claim, input.version);
  if (no) return no;
  const { reasons, errors } = givenReasons(input.reasons, table, 'reasons');
  const [first, ...rest] = errors;
  if (first) return refuseFields([first, ...rest]);
  if (reasons.length === 0)
    return refuse('invalid', 'Choose a reason.', [{ field: 'reasons', message: 'Choose a reason.' }]);
  const byEnrollee = reasons.every(({ group }) => group === 'PR');
  return {
    ...stepped(claim, 'REJECTED', decider),
    lines: claim.lines.map((line) => ({
      ...line,
      approvedQuantity: 0,
      approved: 0,
      enrolleeShare: byEnrollee ? line.claimed : 0,
      facilityShare: byEnrollee ? 0 : line.claimed,
      reasons,
    })),
    reasons,
    approved: 0,
    decidedAt: decider.at,
    decidedBy: decider.id,
    conversation: said(claim, decider, { from: 'tenant', kind: 'decision', text: input.sentence }),
  };
}
