import { placeKey } from '../../../schema/domain/attachments/stored-file.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { passStraightThrough } from '../../../schema/domain/claims/straight-through.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { isSuspicious } from '../../../schema/domain/risk/raise.ts';
import { seal } from '../../actor/seal.ts';
import { takeFiles } from '../files/filing-files.ts';
import { filedClaim, filingWants, isEntry } from '../filing.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { holdsWants, withHolds } from '../investigating/holding-subjects.ts';
import { heldForVisit, visitHoldWants } from '../investigating/of-denied-visit.ts';
import { memberKeyOf } from '../judging/asked-of-form.ts';
import { bookApproval } from '../judging/book-claim.ts';
import { type Case, caseOfFiled, judgeCase } from '../judging/judge-claim.ts';
import { nameCodes } from '../judging/name-codes.ts';
import { withCodes } from '../judging/with-codes.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { only } from '../memory/settings.ts';
import { changedClaim } from '../on-claim.ts';
import { scoredAsFiled, scoringWants } from '../scoring/score.ts';
import { addUses } from '../uses.ts';

/**
 * Judged as it comes in; approved at once where the tenant's straight-through rule lets it through. What the tenant's own
 * people enter for a facility never goes through by itself: somebody else must approve it; nor does a correction of what a
 * person has refused, nor what lacks a file.
 */
function judged(claim: Claim, asked: Case, { memory, principal, at, random }: TenantContext): Claim {
  const isLookedAt = isEntry(principal) || claim.replaces !== null || claim.wanted.length > 0;
  const rule = isLookedAt ? null : memory.settings.get(only)?.straightThrough;
  const judgement = judgeCase(asked);
  const { approved, clean } = judgement;
  const recommended = { ...claim, recommended: { approved, clean: clean && claim.wanted.length === 0 } };
  if (!rule?.on) return recommended;
  const [high = 0, low = 0] = random(2);
  const facts = { rule, risk: claim.risk, drawn: high * 256 + low, at };
  return passStraightThrough(recommended, judgement, facts);
}

/** The claim that this one corrects names it from now on; it is otherwise as it was, and so is its version. */
function markReplaced(claim: Claim, { memory }: TenantContext): Claim[] {
  const id = claim.replaces === null ? null : claimIdOf(claim.replaces);
  const replaced = id === null ? null : memory.claims.get(String(id));
  if (!replaced) return [];
  const marked = { ...replaced, replacedBy: claim.number };
  memory.claims.put(marked);
  return [marked];
}

/** Each claim once, as it was put last. */
const latest = (claims: readonly Claim[]): Claim[] => [
  ...new Map(claims.map((claim) => [claim.id, claim])).values(),
];

const newsOf = ({ state }: Claim) =>
  state === 'APPROVED' ? 'approved' : state === 'RECEIVED' ? 'received' : 'submitted';

/**
 * → SUBMITTED, and RECEIVED at once where the tenant receives by itself, and APPROVED where it may go straight through;
 * the staff are told.
 */
export const submitClaim: TenantHandler<'SubmitClaim'> = {
  wants: (memory, input, principal) => [
    ...filingWants(memory, input, principal),
    ...scoringWants(memory, input, principal),
    ...holdsWants(memory, input, principal),
    ...visitHoldWants(memory, memory.enrollees.peek(memberKeyOf(input))),
  ],
  decide: (input, context) => {
    const { memory, principal, at, random } = context;
    const filed = filedClaim(memory, input, principal, { at, id: memory.claimIds.next() });
    if (isRefusal(filed)) return filed;
    const { claim: flagged, also: reached } = scoredAsFiled(filed, context);
    const scored = heldForVisit(withHolds(flagged, context), context);
    const asked = caseOfFiled(memory, scored, at);
    const claim = judged(scored, asked, context);
    if (claim.externalId !== null)
      memory.filed.put({ facilityId: claim.facilityId, externalId: claim.externalId, number: claim.number });
    takeFiles(memory, placeKey({ kind: 'claim', id: claim.id }), claim.attachments);
    addUses(claim, context);
    const codes = [...nameCodes(claim, memory), ...bookApproval(claim, asked, context)];
    const also = latest([...reached, ...markReplaced(claim, context)]);
    const changed = changedClaim(null, claim, newsOf(claim), context);
    const { diagnoses, practitionerName, enrolleeName, facilityName: facility, claimed, currency } = claim;
    const person = memory.enrollees.get(enrolleeKey.id(claim.enrolleeId));
    const filing = {
      ...changed,
      did: { ...changed.did, also },
      data: {
        ...changed.data,
        enrollee: claim.enrolleeId,
        ...(also.length === 0 ? {} : { also: also.map(({ id }) => id) }),
        ...(claim.draftId === null ? {} : { draft: claim.draftId }),
        ...(claim.straightThrough === null
          ? {}
          : { straightThrough: claim.straightThrough.sampled ? 'sampled' : 'approved' }),
      },
      sealed: person && seal(person, { diagnoses, practitionerName, enrolleeName }, random(12)),
      notice: {
        ...(isSuspicious(claim)
          ? ({ kind: 'suspicious', audience: 'risk.view' } as const)
          : ({ kind: 'submitted', audience: 'claim.view' } as const)),
        subject: claim.number,
        data: { facility, claimed, currency },
      },
    };
    return withCodes(filing, codes);
  },
};
