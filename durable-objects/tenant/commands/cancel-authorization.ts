import { cancel } from '../../../schema/domain/authorizations/cancel.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { stepRequest } from '../authorizing/step-request.ts';
import { deciderOf } from '../decider.ts';
import type { TenantHandler } from '../handler.ts';
import { bookRelease, releaseWants } from '../judging/book-reservation.ts';
import { authorizationWants, peekAuthorization } from '../on-authorization.ts';

/** → CANCELLED by the request's facility or by the staff; what it reserved is free again, and the other side is told. */
export const cancelAuthorization: TenantHandler<'CancelAuthorization'> = {
  wants: (memory, { number }) => {
    const request = peekAuthorization(memory, number);
    return [...authorizationWants(memory, number), ...(request ? releaseWants(memory, request) : [])];
  },
  decide: ({ number, reason }, context) => {
    const from = context.principal.organisation.kind === 'facility' ? 'facility' : 'tenant';
    return stepRequest(
      {
        number,
        step: (request) => {
          const cancelled = cancel(request, { reason, from }, deciderOf(context));
          return isRefusal(cancelled) ? cancelled : bookRelease(cancelled, context);
        },
        news: 'authorization-cancelled',
        text: reason,
        ...(from === 'facility'
          ? { notice: { kind: 'authorization-cancelled', audience: 'authorization.view' } as const }
          : {}),
      },
      context,
    );
  },
};
