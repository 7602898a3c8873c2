import { discharge } from '../../../schema/domain/authorizations/discharge.ts';
import { dateIn } from '../../../schema/domain/dates.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import { stepRequest } from '../authorizing/step-request.ts';
import { deciderOf } from '../decider.ts';
import type { TenantHandler } from '../handler.ts';
import { bookLowered, releaseWants } from '../judging/book-reservation.ts';
import { serviceKey } from '../memory/services.ts';
import { only } from '../memory/settings.ts';
import { authorizationWants, peekAuthorization } from '../on-authorization.ts';

/** An admission ends: days after the discharge are free again, and its code ends with it. */
export const dischargeAuthorization: TenantHandler<'DischargeAuthorization'> = {
  wants: (memory, { number }) => {
    const found = peekAuthorization(memory, number);
    const services = (found?.lines ?? []).map(({ service }) => ({
      shelf: memory.services,
      key: serviceKey.code(service),
    }));
    return [
      ...authorizationWants(memory, number),
      ...services,
      ...(found ? releaseWants(memory, found) : []),
    ];
  },
  decide: ({ number, ...input }, context) => {
    const { memory, at } = context;
    const settings = memory.settings.get(only);
    if (!settings) return refuse('not_found', 'There is no such insurer.');
    const facts = {
      today: dateIn(settings.calendar.zone, at),
      filingWindowDays: settings.filingWindowDays,
      isDaily: (service: string) => memory.services.get(serviceKey.code(service))?.unit === 'day',
    };
    return stepRequest(
      {
        number,
        step: (request) => {
          const after = discharge(request, input, deciderOf(context), facts);
          return isRefusal(after) ? after : bookLowered(request, after, context);
        },
        news: 'authorization-discharged',
        notice: { kind: 'authorization-discharged', audience: 'authorization.decide' },
      },
      context,
    );
  },
};
