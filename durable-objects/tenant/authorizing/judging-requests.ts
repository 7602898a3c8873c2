import { authCode, codeChance_bytes } from '../../../schema/domain/authorizations/auth-code.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import type { GrantFacts } from '../../../schema/domain/authorizations/decide.ts';
import { booked } from '../../../schema/domain/authorizations/reserving.ts';
import type { LineApproval } from '../../../schema/domain/claims/line-approvals.ts';
import { dateIn } from '../../../schema/domain/dates.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantContext } from '../handler.ts';
import { askedOfFiledRequest } from '../judging/asked-of-request.ts';
import { releaseWants, releasing } from '../judging/book-reservation.ts';
import { type Case, caseOf, judgeCase } from '../judging/judge-claim.ts';
import { judgingWants } from '../judging/wants.ts';
import { authorizationKey } from '../memory/authorizations.ts';
import { limitsWants } from '../memory/limits.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';
import { authorizationWants, peekAuthorization } from '../on-authorization.ts';
import { grantedUseWants } from './granted-uses.ts';

/** What judging a filed request looks at, and entering its grant among the enrollee's uses. */
function foundWants(memory: TenantMemory, found: Authorization): Want[] {
  const asked = askedOfFiledRequest(found);
  return [
    ...judgingWants(memory, asked),
    ...releaseWants(memory, found),
    ...grantedUseWants(memory, found.enrolleeId, asked.claim.lines),
  ];
}

/** What deciding a request looks at: the request, all it is judged by, what it reserves, and how much the decider may approve alone. */
export function decidingWants(memory: TenantMemory, number: string, principal: Principal): Want[] {
  const found = peekAuthorization(memory, number);
  return [
    ...authorizationWants(memory, number),
    ...limitsWants(memory, principal),
    ...(found ? foundWants(memory, found) : []),
  ];
}

/** A filed request as it is judged now: what it has reserved itself counts as left for it. */
export function caseOfRequest(
  authorization: Authorization,
  context: Pick<TenantContext, 'memory' | 'at'>,
): Case {
  const asked = caseOf(context.memory, askedOfFiledRequest(authorization), context.at);
  return { ...asked, facts: booked(asked.facts, releasing(authorization, context)) };
}

/** So often another code is drawn where one is some other request's; beyond memory the database refuses a second one. */
const draws_max = 8;

/** A code that no request in memory has. */
function freshCode(prefix: string, today: string, { memory, random }: TenantContext): string {
  let code = authCode(prefix, today, random(codeChance_bytes));
  for (let n = 1; n < draws_max && memory.authorizations.peek(authorizationKey.code(code)); n += 1)
    code = authCode(prefix, today, random(codeChance_bytes));
  return code;
}

/** All that a grant is decided with, the engine's answer among it. */
export function grantFactsOf(asked: Case, context: TenantContext, mustName: boolean): GrantFacts {
  const { memory, at } = context;
  const settings = memory.settings.get(only);
  const reasons = memory.reasons.get(only);
  if (!settings || !reasons) throw new Error('a tenant without settings takes no command');
  const today = dateIn(settings.calendar.zone, at);
  const judgement = judgeCase(asked);
  return {
    reasons,
    judgement,
    rejudge: (decided: readonly LineApproval[]) => judgeCase(asked, decided),
    mustName,
    code: freshCode(settings.prefix, today, context),
    isDaily: (service) => asked.facts.services.get(service)?.unit === 'day',
    today,
    validDays: settings.authorizations.validDays,
    filingWindowDays: settings.filingWindowDays,
    coverUntil: judgement.cover.covered ? judgement.cover.until : null,
  };
}
