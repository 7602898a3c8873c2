import { isRefusal } from '../../../schema/domain/refusal.ts';
import { appealStep } from '../authorizing/appeal-step.ts';
import { decidingWants } from '../authorizing/judging-requests.ts';
import type { TenantHandler } from '../handler.ts';
import { findAuthorization } from '../on-authorization.ts';

/** An appeal is UPHELD, or OVERTURNED by a new decision: by somebody else than who decided first. */
export const decideAppeal: TenantHandler<'DecideAppeal'> = {
  wants: (memory, { number }, principal) => decidingWants(memory, number, principal),
  decide: (input, context) => {
    const found = findAuthorization(context.memory, input.number, context.principal);
    return isRefusal(found) ? found : appealStep(found, input, context);
  },
};
