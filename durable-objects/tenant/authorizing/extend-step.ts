import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import {
  type Extension,
  extend,
  furtherDays,
  visitOfStay,
} from '../../../schema/domain/authorizations/extend.ts';
import { isRefusal, type Refusal } from '../../../schema/domain/refusal.ts';
import type { Want } from '../../actor/book.ts';
import { deciderOf } from '../decider.ts';
import type { TenantContext } from '../handler.ts';
import type { Asked } from '../judging/asked.ts';
import { askedOfFiledRequest } from '../judging/asked-of-request.ts';
import { caseOf, judgeCase } from '../judging/judge-claim.ts';
import { judgingWants } from '../judging/wants.ts';
import { serviceKey } from '../memory/services.ts';
import type { TenantMemory } from '../memory.ts';
import type { GrantStep, JudgedGrant } from './decide-step.ts';
import { caseOfRequest, grantFactsOf } from './judging-requests.ts';

/** The further days of an admission, as the engine is asked about them. */
function furtherAsked(authorization: Authorization, days: number, memory: TenantMemory): Asked {
  const isDaily = (service: string) => memory.services.peek(serviceKey.code(service))?.unit === 'day';
  return { ...askedOfFiledRequest(authorization), claim: furtherDays(authorization, days, isDaily) };
}

/** What judging further days looks at, beside what judging the request does. */
export const furtherWants = (memory: TenantMemory, authorization: Authorization, days: number): Want[] =>
  judgingWants(memory, furtherAsked(authorization, days, memory));

/** The request with its code extended: further days are judged alone, on top of all that is reserved. */
export function judgedExtension(
  authorization: Authorization,
  input: Extension,
  context: TenantContext,
): JudgedGrant | Refusal {
  const { memory, at } = context;
  const { days } = input;
  const asked = caseOfRequest(authorization, context);
  const further = caseOf(memory, furtherAsked(authorization, days ?? 0, memory), at);
  const visit = visitOfStay(authorization, further.facts.visit);
  const judgement = judgeCase({ ...further, facts: { ...further.facts, visit } });
  const { isDaily, today, validDays, filingWindowDays, coverUntil } = grantFactsOf(asked, context, false);
  const facts = { further: judgement, isDaily, today, validDays, filingWindowDays, coverUntil };
  const after = extend(authorization, input, deciderOf(context), facts);
  return isRefusal(after) ? after : { after, asked, recommendation: judgement.fingerprint };
}

/** An extension: what is told of it, and what a proposal of it would keep. */
export const asExtension = ({ days, sentence, override }: Extension): GrantStep => ({
  wanted: { what: 'extension', days: days ?? null, reasons: [], sentence: sentence ?? '' },
  written: [sentence, override],
  news: () => 'authorization-extended',
});
