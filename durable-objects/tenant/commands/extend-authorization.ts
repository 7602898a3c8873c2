import { isRefusal } from '../../../schema/domain/refusal.ts';
import { settledStep } from '../authorizing/decide-step.ts';
import { asExtension, furtherWants, judgedExtension } from '../authorizing/extend-step.ts';
import { decidingWants } from '../authorizing/judging-requests.ts';
import type { TenantHandler } from '../handler.ts';
import { findAuthorization, peekAuthorization } from '../on-authorization.ts';

/** A code is valid longer; an admission is granted further days, judged and reserved. Above the decider's ceiling it is a proposal. */
export const extendAuthorization: TenantHandler<'ExtendAuthorization'> = {
  wants: (memory, { number, days = 0 }, principal) => {
    const found = peekAuthorization(memory, number);
    return [...decidingWants(memory, number, principal), ...(found ? furtherWants(memory, found, days) : [])];
  },
  decide: (input, context) => {
    const found = findAuthorization(context.memory, input.number, context.principal);
    if (isRefusal(found)) return found;
    return settledStep(found, judgedExtension(found, input, context), asExtension(input), context);
  },
};
