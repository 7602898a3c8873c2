import { policyOn } from '../../../schema/domain/adjudication/policy.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import {
  isToJudgeAgain,
  judgedAgain,
  leftInQuestion,
} from '../../../schema/domain/authorizations/judge-again.ts';
import { booked } from '../../../schema/domain/authorizations/reserving.ts';
import { visitOf } from '../../../schema/domain/claims/in-question.ts';
import type { CalendarDate } from '../../../schema/domain/dates.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import type { Asked } from '../judging/asked.ts';
import { askedOfFiledRequest } from '../judging/asked-of-request.ts';
import { bookReservation, releaseWants, releasing } from '../judging/book-reservation.ts';
import { caseOf, judgeCase } from '../judging/judge-claim.ts';
import { judgingWants } from '../judging/wants.ts';
import {
  authorizationWants,
  changedAuthorization,
  findAuthorization,
  peekAuthorization,
} from '../on-authorization.ts';
import { zoneOf } from '../today.ts';

/** What is left of a code, as the engine is asked about it. */
function askedAgain(authorization: Authorization, on: CalendarDate): Asked {
  const claim = leftInQuestion(authorization, on);
  const visit = visitOf({ encounterId: null, serviceDate: claim.startDate });
  return { ...askedOfFiledRequest(authorization), visit, claim };
}

/**
 * On the day of a move to another plan an open code is judged again (members.md, Clients and enrollees): what it had reserved
 * moves to the new plan's accounts. Nobody is covered any more: it is honoured as it was issued. Sent again, it changes nothing.
 */
export const judgeAgain: TenantHandler<'JudgeAgain'> = {
  wants: (memory, { number, on }) => {
    const found = peekAuthorization(memory, number);
    return [
      ...authorizationWants(memory, number),
      ...(found ? [...judgingWants(memory, askedAgain(found, on)), ...releaseWants(memory, found)] : []),
    ];
  },
  decide: ({ number, on }, context) => {
    const { memory, at, principal } = context;
    const found = findAuthorization(memory, number, principal);
    if (isRefusal(found)) return found;
    const own = caseOf(memory, askedAgain(found, on), at);
    const asked = { ...own, facts: booked(own.facts, releasing(found, context)) };
    const { terms } = policyOn(asked.facts.household, asked.claim.startDate, asked.facts.plans);
    const plan = terms?.version.plan ?? null;
    if (plan === null || !isToJudgeAgain(found, { on, plan }, zoneOf(memory)))
      return refuse('wrong_state', `Request ${number} is honoured as it was granted.`);
    const judgement = judgeCase(asked);
    const nameOf = (code: string) => memory.plans.peek(code)?.plan.name ?? code;
    const again = judgedAgain(found, { on, plan, judgement, nameOf }, { at, name: principal.name });
    const kept = bookReservation(again, asked, context, found);
    const changed = changedAuthorization(found, kept, 'authorization-judged-again', context);
    const { moved } = kept;
    return { ...changed, data: { ...changed.data, ...(moved ? { moved: { ...moved } } : {}) } };
  },
};
