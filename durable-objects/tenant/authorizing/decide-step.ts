import type { AuthorizationOutcome } from '../../../schema/commands.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { deny, type Grant, grant } from '../../../schema/domain/authorizations/decide.ts';
import { proposed } from '../../../schema/domain/authorizations/propose.ts';
import { isAbove } from '../../../schema/domain/limits/approval-limits.ts';
import { isRefusal, type Refusal } from '../../../schema/domain/refusal.ts';
import type { DecideAuthorization, GrantAuthorization } from '../../../schema/forms/decide-authorization.ts';
import type { Decision } from '../../actor/book.ts';
import { deciderOf } from '../decider.ts';
import type { TenantContext, TenantDid } from '../handler.ts';
import { bookReservation } from '../judging/book-reservation.ts';
import type { Case } from '../judging/judge-claim.ts';
import { ceilingOf } from '../memory/limits.ts';
import { only } from '../memory/settings.ts';
import { changedAuthorization, sealedOf } from '../on-authorization.ts';
import { caseOfRequest, grantFactsOf } from './judging-requests.ts';
import { toldOfDecision, toldOfProposal } from './notices.ts';

export type Decided = Decision<AuthorizationOutcome, TenantDid>;

/** A request as a grant would leave it, and the case it was judged by; nothing is booked yet. */
export interface JudgedGrant {
  after: Authorization;
  asked: Case;
  /** the fingerprint of what is recommended now */
  recommendation: string;
}

/** The request judged anew and granted, line by line or as recommended. */
export function judgedGrant(
  authorization: Authorization,
  input: Grant,
  context: TenantContext,
  mustName = context.principal.via !== 'system',
): JudgedGrant | Refusal {
  const asked = caseOfRequest(authorization, context);
  const facts = grantFactsOf(asked, context, mustName);
  const after = grant(authorization, input, deciderOf(context), facts);
  return isRefusal(after) ? after : { after, asked, recommendation: facts.judgement.fingerprint };
}

/** Everything that was written with the decision, for the journal's sealed part. */
function writtenIn({ sentence, lines = [] }: Grant): object | null {
  const texts = [sentence, ...lines.map(({ override }) => override)].filter((text) => text !== undefined);
  return texts.length === 0 ? null : { text: texts.join('\n') };
}

/** The request granted: reserved in the same batch, journaled, its facility told. */
export function grantedStep(
  before: Authorization,
  { after, asked }: JudgedGrant,
  input: Grant,
  context: TenantContext,
): Decided {
  const kept = bookReservation(after, asked, context);
  const news = kept.state === 'APPROVED' ? 'authorization-approved' : 'authorization-reduced';
  const changed = changedAuthorization(before, kept, news, context);
  const written = writtenIn(input);
  return {
    ...changed,
    sealed: written && sealedOf(before, written, context),
    notice: toldOfDecision('authorization-decided', kept, 'authorization.decide', context),
  };
}

/** Above the decider's ceiling: the proposal stands on the request; nothing is reserved, its facility hears nothing. */
function proposedStep(
  before: Authorization,
  { after, recommendation }: JudgedGrant,
  input: GrantAuthorization,
  context: TenantContext,
): Decided {
  const { sentence = '' } = input;
  const wanted = { what: 'decision', recommendation, days: null, reasons: [], sentence } as const;
  const waiting = proposed(before, after, wanted, deciderOf(context));
  const amount = after.approved ?? 0;
  const changed = changedAuthorization(before, waiting, null, context);
  const written = writtenIn(input);
  return {
    ...changed,
    data: { ...changed.data, proposed: amount },
    outcome: { ...changed.outcome, proposed: amount },
    sealed: written && sealedOf(before, written, context),
    ...(waiting.proposal
      ? { notice: toldOfProposal(waiting, waiting.proposal, 'authorization.decide') }
      : {}),
  };
}

function rejectedStep(
  before: Authorization,
  input: Extract<DecideAuthorization, { verdict: 'reject' }>,
  context: TenantContext,
): Decided | Refusal {
  const reasons = context.memory.reasons.get(only) ?? new Map();
  const after = deny(before, input, deciderOf(context), reasons);
  if (isRefusal(after)) return after;
  return {
    ...changedAuthorization(before, after, 'authorization-rejected', context),
    sealed: sealedOf(before, { text: input.sentence }, context),
    notice: toldOfDecision('authorization-decided', after, 'authorization.decide', context),
  };
}

/**
 * A person decides a request: it is judged anew and the decision names the recommendation it saw. Up to their ceiling it is
 * granted and reserved in the same batch, above it the decision becomes a proposal; rejecting needs no ceiling.
 */
export function decideStep(
  authorization: Authorization,
  input: DecideAuthorization,
  context: TenantContext,
): Decided | Refusal {
  if (input.verdict === 'reject') return rejectedStep(authorization, input, context);
  const judged = judgedGrant(authorization, input, context);
  if (isRefusal(judged)) return judged;
  const ceiling = ceilingOf(context.memory, context.principal, 'authorization');
  return isAbove(judged.after.approved ?? 0, ceiling)
    ? proposedStep(authorization, judged, input, context)
    : grantedStep(authorization, judged, input, context);
}
