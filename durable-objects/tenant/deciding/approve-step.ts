import type { ClaimOutcome } from '../../../schema/commands.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { decide } from '../../../schema/domain/claims/decide.ts';
import { refuseIfOnHold } from '../../../schema/domain/claims/holding.ts';
import { refuseUnlessPossible, refuseUnlessSeen } from '../../../schema/domain/claims/life.ts';
import type { LineApproval } from '../../../schema/domain/claims/line-approvals.ts';
import { proposed } from '../../../schema/domain/claims/propose.ts';
import { isAbove } from '../../../schema/domain/limits/approval-limits.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { ApproveClaim } from '../../../schema/forms/decide-claim.ts';
import { holds } from '../../actor/authorize.ts';
import type { Decision, Want } from '../../actor/book.ts';
import { deciderOf } from '../decider.ts';
import type { TenantContext, TenantDid } from '../handler.ts';
import { heldWants, withHolds } from '../investigating/holding-subjects.ts';
import { bookApproval } from '../judging/book-claim.ts';
import { type Case, caseOfFiled, judgeCase } from '../judging/judge-claim.ts';
import { withCodes } from '../judging/with-codes.ts';
import { ceilingOf, limitsWants } from '../memory/limits.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';
import {
  changedClaim,
  claimWants,
  filedClaimWants,
  findClaim,
  refuseUnlessHeld,
  sealedText,
} from '../on-claim.ts';
import { toldOfProposal } from '../proposal-notices.ts';
import { takenBy } from '../taking.ts';

/** Everything that was written with the decision, for the journal's sealed part. */
function writtenIn({ sentence, lines = [] }: Pick<ApproveClaim, 'sentence' | 'lines'>): string | undefined {
  const texts = [sentence, ...lines.map(({ override }) => override)].filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : texts.join('\n');
}

/** What approving a claim looks at: the claim, all it is judged by, and how much the decider may approve alone. */
export const approveWants = (memory: TenantMemory, input: ApproveClaim, principal: Principal): Want[] => [
  ...claimWants(memory, input.number, { text: writtenIn(input) !== undefined }),
  ...filedClaimWants(memory, input.number),
  ...heldWants(memory, input.number),
  ...limitsWants(memory, principal),
];

/** A claim as an approval would leave it, and the case it was judged by. */
export interface JudgedApproval {
  after: Claim;
  asked: Case;
  /** the fingerprint of what is recommended now */
  recommendation: string;
}

/**
 * The claim judged anew and approved, line by line or as recommended; nothing is changed yet. Wants `heldWants`: what holds its
 * facility or its practitioner binds from its own command on, also where the sweep has not come to this claim yet.
 */
export function judgedApproval(
  claim: Claim,
  approval: Omit<ApproveClaim, 'number'>,
  context: TenantContext,
  mustName = context.principal.via !== 'system',
): JudgedApproval | Refusal {
  const { memory, principal, at } = context;
  const settings = memory.settings.get(only);
  const reasons = memory.reasons.get(only);
  if (!settings || !reasons) return refuse('not_found', 'There is no such insurer.');
  const onHold = refuseIfOnHold(withHolds(claim, context));
  if (onHold) return onHold;
  const asked = caseOfFiled(memory, claim, at);
  const judgement = judgeCase(asked);
  const command = {
    type: 'ApproveClaim' as const,
    input: approval,
    judgement,
    rejudge: (decided: readonly LineApproval[]) => judgeCase(asked, decided),
    mayOverride: holds(memory.people, principal, 'claim.override_line'),
    mustName,
  };
  const after = decide(claim, command, deciderOf(context), { ...settings, reasons });
  return isRefusal(after) ? after : { after, asked, recommendation: judgement.fingerprint };
}

/** The claim approved: the ledger booked, the lease ended, counted, journaled, its facility told. */
export function approvedStep(
  before: Claim,
  { after, asked }: JudgedApproval,
  text: string | undefined,
  context: TenantContext,
): Decision<ClaimOutcome, TenantDid> {
  context.memory.leases.set(String(before.id), null);
  const codes = bookApproval(after, asked, context);
  const done = {
    ...changedClaim(before, after, 'approved', context),
    sealed: sealedText(before, text, context),
  };
  return withCodes(done, codes);
}

/** Above the decider's ceiling: the proposal stands on the claim, which is free again; nothing is booked, its facility hears nothing. */
function proposedStep(
  { found, claim }: { found: Claim; claim: Claim },
  { after, recommendation }: JudgedApproval,
  input: ApproveClaim,
  context: TenantContext,
): Decision<ClaimOutcome, TenantDid> {
  const approved = after.approved ?? 0;
  const decider = deciderOf(context);
  const waiting = proposed(claim, { ...after, approved }, input, { recommendation, decider });
  context.memory.leases.set(String(claim.id), null);
  const changed = changedClaim(found, waiting, null, context);
  return {
    ...changed,
    data: { ...changed.data, proposed: approved },
    outcome: { ...changed.outcome, proposed: approved },
    sealed: sealedText(claim, writtenIn(input), context),
    ...(waiting.proposal ? { notice: toldOfProposal(waiting, waiting.proposal) } : {}),
  };
}

/** How a person comes to approve a claim. */
export interface ApproveOptions {
  /** it is taken first, in the same command, where nobody else holds it: a batch does */
  takeFirst?: boolean;
}

/**
 * A person approves one claim: whatever door it comes through, this is what happens. It is judged anew and the decision names
 * the recommendation it saw; up to the decider's ceiling the claim is approved and the ledger consumed in the same batch, above
 * it the decision becomes a proposal.
 */
export function approveStep(
  input: ApproveClaim,
  context: TenantContext,
  { takeFirst = false }: ApproveOptions = {},
): Decision<ClaimOutcome, TenantDid> | Refusal {
  const { memory, principal } = context;
  const { number, ...approval } = input;
  const found = findClaim(memory, number, principal);
  if (isRefusal(found)) return found;
  const claim = takeFirst ? (refuseUnlessSeen(found, input.version) ?? takenBy(found, context)) : found;
  if (isRefusal(claim)) return claim;
  const no = refuseUnlessPossible(claim, 'approve') ?? (takeFirst ? null : refuseUnlessHeld(claim, context));
  if (no) return no;
  const version = takeFirst ? claim.version : input.version;
  const judged = judgedApproval(claim, { ...approval, version }, context);
  if (isRefusal(judged)) return judged;
  const above = isAbove(judged.after.approved ?? 0, ceilingOf(memory, principal, 'claim'));
  if (!above) return approvedStep(found, judged, writtenIn(input), context);
  return proposedStep({ found, claim }, judged, input, context);
}
