import { type Overturning, overturn, uphold } from '../../../schema/domain/authorizations/appealing.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { isRefusal, type Refusal } from '../../../schema/domain/refusal.ts';
import type { DecideAppeal } from '../../../schema/forms/decide-authorization.ts';
import { deciderOf } from '../decider.ts';
import type { TenantContext } from '../handler.ts';
import { only } from '../memory/settings.ts';
import { changedAuthorization, sealedOf } from '../on-authorization.ts';
import { type Decided, type GrantStep, type JudgedGrant, settledStep } from './decide-step.ts';
import { caseOfRequest, grantFactsOf } from './judging-requests.ts';
import { toldOfDecision } from './notices.ts';

/** The request judged anew and decided anew upon its appeal. */
export function judgedOverturning(
  authorization: Authorization,
  input: Overturning,
  context: TenantContext,
  mustName = context.principal.via !== 'system',
): JudgedGrant | Refusal {
  const asked = caseOfRequest(authorization, context);
  const facts = grantFactsOf(asked, context, mustName);
  const after = overturn(authorization, input, deciderOf(context), facts);
  return isRefusal(after) ? after : { after, asked, recommendation: facts.judgement.fingerprint };
}

/** A new decision upon an appeal: what is told of it, and what a proposal of it would keep. */
export const asOverturning = (
  { sentence, lines = [] }: Pick<Overturning, 'sentence' | 'lines'>,
  reasons: GrantStep['wanted']['reasons'],
): GrantStep => ({
  wanted: { what: 'appeal', days: null, reasons, sentence },
  written: [sentence, ...lines.map(({ override }) => override)],
  news: () => 'authorization-overturned',
});

function upheldStep(
  before: Authorization,
  input: Extract<DecideAppeal, { verdict: 'uphold' }>,
  context: TenantContext,
): Decided | Refusal {
  const after = uphold(before, input, deciderOf(context), context.memory.reasons.get(only) ?? new Map());
  if (isRefusal(after)) return after;
  return {
    ...changedAuthorization(before, after, 'authorization-upheld', context),
    sealed: sealedOf(before, { text: input.sentence }, context),
    notice: toldOfDecision('authorization-appeal-decided', after, 'authorization.appeal_decide', context),
  };
}

/** Somebody else than the first decider decides an appeal: the decision stands, or there is a new one, under their ceiling. */
export function appealStep(
  authorization: Authorization,
  input: DecideAppeal,
  context: TenantContext,
): Decided | Refusal {
  if (input.verdict === 'uphold') return upheldStep(authorization, input, context);
  const judged = judgedOverturning(authorization, input, context);
  const decided = isRefusal(judged) ? null : judged.after.appeals.at(-1)?.decided;
  return settledStep(authorization, judged, asOverturning(input, decided?.reasons ?? []), context);
}
