import type { Judgement } from '../../../schema/domain/adjudication/judgement.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import type { AuthorizationProposal } from '../../../schema/domain/authorizations/parts.ts';
import { asDecided, otherFigures } from '../../../schema/domain/authorizations/propose.ts';
import { type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import { holds } from '../../actor/authorize.ts';
import type { TenantContext } from '../handler.ts';
import { judgeCase } from '../judging/judge-claim.ts';
import { asOverturning, judgedOverturning } from './appeal-step.ts';
import { asDecision, type GrantStep, type JudgedGrant, judgedGrant } from './decide-step.ts';
import { asExtension, judgedExtension } from './extend-step.ts';
import { caseOfRequest } from './judging-requests.ts';

/** A proposal on an appeal takes the permission to decide appeals, any other that to decide requests. */
export function refuseUnlessOfKind(
  { what }: AuthorizationProposal,
  { memory, principal }: TenantContext,
): Refusal | null {
  const wanted = what === 'appeal' ? 'authorization.appeal_decide' : 'authorization.decide';
  if (holds(memory.people, principal, wanted)) return null;
  return refuse('forbidden', `Deciding this proposal takes the permission ${wanted}.`);
}

/** What a proposal would come to now, judged anew in the confirmer's name. */
export function judgedProposal(
  authorization: Authorization,
  proposal: AuthorizationProposal,
  context: TenantContext,
): { judged: JudgedGrant | Refusal; step: GrantStep } {
  const { what, days, lines: proposedLines, reasons, validTo } = proposal;
  const { version } = authorization;
  const sentence = proposal.sentence === '' ? undefined : proposal.sentence;
  const until = validTo ?? undefined;
  if (what === 'extension') {
    const override = proposedLines.find((line) => line.override !== null)?.override ?? undefined;
    const input = { version, validTo: until, days: days ?? undefined, override, sentence };
    return { judged: judgedExtension(authorization, input, context), step: asExtension(input) };
  }
  const now: Judgement = judgeCase(caseOfRequest(authorization, context));
  if (now.fingerprint !== proposal.recommendation)
    return {
      judged: otherFigures(authorization, proposal, now.approved),
      step: asDecision({ sentence }),
    };
  const lines = asDecided(proposal, now);
  if (what === 'decision') {
    const input = { version, validTo: until, lines, sentence };
    return { judged: judgedGrant(authorization, input, context, false), step: asDecision(input) };
  }
  const codes = reasons.map(({ code }) => code);
  const input = { version, validTo: until, lines, reasons: codes, sentence: proposal.sentence };
  return {
    judged: judgedOverturning(authorization, input, context, false),
    step: asOverturning(input, reasons),
  };
}
