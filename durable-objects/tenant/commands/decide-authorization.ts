import { isRefusal } from '../../../schema/domain/refusal.ts';
import { decideStep } from '../authorizing/decide-step.ts';
import { decidingWants } from '../authorizing/judging-requests.ts';
import type { TenantHandler } from '../handler.ts';
import { findAuthorization } from '../on-authorization.ts';

/** → APPROVED | PARTIALLY_APPROVED with a code and what it reserves, or → REJECTED; above the decider's ceiling it is a proposal. */
export const decideAuthorization: TenantHandler<'DecideAuthorization'> = {
  wants: (memory, { number }, principal) => decidingWants(memory, number, principal),
  decide: (input, context) => {
    const found = findAuthorization(context.memory, input.number, context.principal);
    return isRefusal(found) ? found : decideStep(found, input, context);
  },
};
