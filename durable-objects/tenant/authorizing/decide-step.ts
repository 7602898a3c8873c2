import type { AuthorizationOutcome } from '../../../schema/authorization-commands.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { deny, type Grant, grant } from '../../../schema/domain/authorizations/decide.ts';
import type { AuthorizationNews } from '../../../schema/domain/authorizations/facility-authorization.ts';
import type { AuthorizationProposal } from '../../../schema/domain/authorizations/parts.ts';
import { proposed } from '../../../schema/domain/authorizations/propose.ts';
import { isAbove } from '../../../schema/domain/limits/approval-limits.ts';
import { isRefusal, type Refusal } from '../../../schema/domain/refusal.ts';
import type { DecideAuthorization } from '../../../schema/forms/decide-authorization.ts';
import type { Decision } from '../../actor/book.ts';
import { deciderOf } from '../decider.ts';
import type { TenantContext, TenantDid } from '../handler.ts';
import { bookReservation } from '../judging/book-reservation.ts';
import type { Case } from '../judging/judge-claim.ts';
import { ceilingOf } from '../memory/limits.ts';
import { only } from '../memory/settings.ts';
import { changedAuthorization, sealedOf } from '../on-authorization.ts';
import { addGrantedUses } from './granted-uses.ts';
import { caseOfRequest, grantFactsOf } from './judging-requests.ts';
import { toldOfDecision, toldOfProposal } from './notices.ts';

/** A command on a request that was done. */
export type Decided = Decision<AuthorizationOutcome, TenantDid>;

/** A request as more or less of it would be granted, and the case it is reserved by; nothing is booked yet. */
export interface JudgedGrant {
  after: Authorization;
  asked: Case;
  /** the fingerprint of what is recommended now, and what that comes to */
  recommendation: string;
}

/** How a grant comes about, and what of it a proposal keeps. */
export interface GrantStep {
  wanted: Pick<AuthorizationProposal, 'what' | 'days' | 'reasons' | 'sentence'>;
  /** everything that was written with it, for the journal's sealed part */
  written: readonly (string | undefined)[];
  news: (after: Authorization) => AuthorizationNews;
}

const sealedTexts = (one: Authorization, texts: GrantStep['written'], context: TenantContext) => {
  const written = texts.filter((text) => text !== undefined && text !== '');
  return written.length === 0 ? null : sealedOf(one, { text: written.join('\n') }, context);
};

/** Who decides a proposal, and hears of decisions: upon an appeal others than on a request. */
const deciders = (what: AuthorizationProposal['what']) =>
  what === 'appeal' ? 'authorization.appeal_decide' : 'authorization.decide';

/** Granted: reserved in the same batch, journaled, its facility told. */
export function grantedStep(
  before: Authorization,
  { after, asked }: JudgedGrant,
  { wanted, written, news }: GrantStep,
  context: TenantContext,
): Decided {
  const kept = bookReservation(after, asked, context, before);
  if (wanted.what !== 'extension') addGrantedUses(kept, context);
  const kind = wanted.what === 'appeal' ? 'authorization-appeal-decided' : 'authorization-decided';
  return {
    ...changedAuthorization(before, kept, news(kept), context),
    sealed: sealedTexts(before, written, context),
    ...(wanted.what === 'extension'
      ? {}
      : { notice: toldOfDecision(kind, kept, deciders(wanted.what), context) }),
  };
}

/** Above the decider's ceiling: the proposal stands on the request; nothing is reserved, its facility hears nothing. */
function proposedStep(
  before: Authorization,
  { after, recommendation }: JudgedGrant,
  { wanted, written }: GrantStep,
  context: TenantContext,
): Decided {
  const waiting = proposed(before, after, { ...wanted, recommendation }, deciderOf(context));
  const amount = after.approved ?? 0;
  const changed = changedAuthorization(before, waiting, null, context);
  return {
    ...changed,
    data: { ...changed.data, proposed: amount },
    outcome: { ...changed.outcome, proposed: amount },
    sealed: sealedTexts(before, written, context),
    ...(waiting.proposal ? { notice: toldOfProposal(waiting, waiting.proposal, deciders(wanted.what)) } : {}),
  };
}

/** Up to the decider's ceiling it is granted, in all that the request then comes to; above it the decision becomes a proposal. */
export function settledStep(
  before: Authorization,
  judged: JudgedGrant | Refusal,
  step: GrantStep,
  context: TenantContext,
): Decided | Refusal {
  if (isRefusal(judged)) return judged;
  const ceiling = ceilingOf(context.memory, context.principal, 'authorization');
  const settle = isAbove(judged.after.approved ?? 0, ceiling) ? proposedStep : grantedStep;
  return settle(before, judged, step, context);
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

/** A decision on a request: what is told of it, and what a proposal of it would keep. */
export const asDecision = ({ sentence, lines = [] }: Pick<Grant, 'sentence' | 'lines'>): GrantStep => ({
  wanted: { what: 'decision', days: null, reasons: [], sentence: sentence ?? '' },
  written: [sentence, ...lines.map(({ override }) => override)],
  news: ({ state }) => (state === 'APPROVED' ? 'authorization-approved' : 'authorization-reduced'),
});

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
  return settledStep(authorization, judgedGrant(authorization, input, context), asDecision(input), context);
}
