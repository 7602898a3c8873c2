import { decideClient, isAgreedAnew } from '../../../schema/domain/members/client-terms.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import { holds } from '../../actor/authorize.ts';
import type { TenantHandler } from '../handler.ts';
import { newClient } from '../memory/clients.ts';
import { todayOf } from '../today.ts';

/** Adds a client, or brings what is agreed with it up to date. */
export const putClient: TenantHandler<'PutClient'> = {
  wants: (memory, { code, offers = [] }) => [
    { shelf: memory.clients, key: code },
    ...offers.map(({ plan }) => ({ shelf: memory.plans, key: plan })),
  ],
  decide: (input, context) => {
    const { memory, principal } = context;
    const { code, offers = [] } = input;
    const before = memory.clients.get(code);
    if (!holds(memory.people, principal, before ? 'client.update' : 'client.create'))
      return refuse('forbidden', `Your role does not let you ${before ? 'change' : 'add'} clients.`);
    const plans = new Map(
      offers.flatMap(({ plan }) => {
        const found = memory.plans.get(plan);
        return found ? [[plan, found] as const] : [];
      }),
    );
    const today = todayOf(context);
    const decided = decideClient(input, newClient(code, input.name), { today, before, plans });
    if (isRefusal(decided)) return decided;
    const { client, created, changed, reviewFrom } = decided;
    if (changed) memory.clients.put(client);
    return {
      outcome: { code, created, changed, reviewFrom },
      subject: `client:${code}`,
      data: {
        ...{ code, contracts: client.contracts.length, plans: client.offers.map(({ plan }) => plan) },
        ...(before && isAgreedAnew(before.contracts, client.contracts) ? { clientTold: 'contract' } : {}),
      },
      did: {},
    };
  },
};
