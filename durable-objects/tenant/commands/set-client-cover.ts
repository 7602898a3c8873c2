import { reviewFrom } from '../../../schema/domain/members/backdating.ts';
import { changeCover } from '../../../schema/domain/members/cover-change.ts';
import { everSince } from '../../../schema/domain/members/cover-dates.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { todayOf } from '../today.ts';

/** Suspends, reinstates or ends a client: its people's cover follows from it and is never copied into their rows. */
export const setClientCover: TenantHandler<'SetClientCover'> = {
  wants: (memory, { code }) => [{ shelf: memory.clients, key: code }],
  decide: ({ code, ...change }, context) => {
    const { memory, at } = context;
    const client = memory.clients.get(code);
    if (!client) return refuse('not_found', 'There is no client of this code.');
    const today = todayOf(context);
    const before = client.cover.length > 0 ? client.cover : [everSince];
    const cover = changeCover(before, change, { today, at });
    if ('field' in cover) return refuse('invalid', cover.message, [cover]);
    memory.clients.put({ ...client, cover });
    const from = reviewFrom(before, cover, today);
    const outcome = { code, change: change.change, from: change.from, reviewFrom: from };
    return {
      outcome,
      subject: `client:${code}`,
      data: {
        ...{ change: change.change, from: change.from, backDated: change.from < today },
        clientTold: change.change,
      },
      did: {},
    };
  },
};
