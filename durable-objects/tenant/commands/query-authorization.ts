import { queryRequest } from '../../../schema/domain/authorizations/query.ts';
import { stepRequest } from '../authorizing/step-request.ts';
import { deciderOf } from '../decider.ts';
import type { TenantHandler } from '../handler.ts';
import { authorizationWants } from '../on-authorization.ts';

/** REQUESTED → QUERIED by whoever may decide. */
export const queryAuthorization: TenantHandler<'QueryAuthorization'> = {
  wants: (memory, { number }) => authorizationWants(memory, number),
  decide: ({ number, ...query }, context) =>
    stepRequest(
      {
        number,
        step: (request) => queryRequest(request, query, deciderOf(context)),
        news: 'authorization-queried',
        text: query.question,
      },
      context,
    ),
};
