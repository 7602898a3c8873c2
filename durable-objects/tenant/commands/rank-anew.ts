import { rankOf } from '../../../schema/domain/claims/rank.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { only } from '../memory/settings.ts';
import { isOpen } from '../place.ts';

/** One portion of the open claims is ranked by the rules in force. Who was decided meanwhile is left alone; no version counts up. */
export const rankAnew: TenantHandler<'RankAnew'> = {
  wants: (memory, { ids }) => ids.map((id) => ({ shelf: memory.claims, key: String(id) })),
  decide: ({ round, after, ids, through }, { memory }) => {
    const settings = memory.settings.get(only);
    const ranking = settings?.ranking;
    if (!ranking || ranking.round !== round || ranking.after !== after)
      return refuse('wrong_state', 'This portion of the queue has been ranked, or by other rules.');
    const moved = ids.flatMap((id) => {
      const claim = memory.claims.get(String(id));
      if (!claim || !isOpen(claim.state)) return [];
      const rankAt = rankOf(claim, settings);
      return rankAt === claim.rankAt ? [] : [{ ...claim, rankAt }];
    });
    for (const claim of moved) memory.claims.put(claim);
    const done = ranking.done + ids.length;
    const next = through === null ? null : { ...ranking, after: through, done };
    memory.settings.put({ ...settings, ranking: next });
    return {
      outcome: { done, moved: moved.length },
      subject: 'tenant',
      data: { round, after, also: moved.map(({ id }) => id) },
      did: { also: moved, ranking: { done, open: Math.max(ranking.open, done), isOver: next === null } },
    };
  },
};
