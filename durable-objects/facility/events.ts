import type { FacilityNews } from '../../schema/domain/claims/facility-claim.ts';
import type { FacilityClaimMoved } from '../actor/live-event.ts';
import { type Replayed, replay } from '../actor/replay.ts';
import type { Store } from '../actor/store.ts';
import type { MovedClaim } from './handler.ts';
import { type FacilityMemory, mirrorKey } from './memory.ts';

/** What those who look at a claim, or at the list, are told. */
export function facilityClaimMoved(
  { seq, at }: { seq: number; at: number },
  { claim, news }: MovedClaim,
): FacilityClaimMoved {
  const { tenantId, tenantName, ...told } = claim;
  return {
    kind: 'facility-claim-moved',
    seq,
    at,
    tenantId,
    tenantName,
    news,
    claim: { ...told, draftId: null },
  };
}

const missed_max = 300;

/** What happened after a number, told again; a claim that moved several times is told once, as it is now. Null: too much. */
export async function missedEvents(
  store: Store,
  memory: FacilityMemory,
  since: number,
  head: number,
): Promise<FacilityClaimMoved[] | null> {
  if (head - since > missed_max) return null;
  const latest = new Map<string, { entry: Replayed; news: FacilityNews }>();
  for await (const entries of replay(store, since, head))
    for (const entry of entries)
      for (const { number, news } of entry.data.claims ?? [])
        latest.set(mirrorKey(entry.data.tenant ?? '', number), { entry, news });
  const missing = [...latest.keys()].filter((key) => !memory.claims.has(key));
  if (missing.length > 0) {
    const [rows = []] = await store.read([memory.claims.load(missing)]);
    memory.claims.fill(missing, rows);
  }
  return [...latest].flatMap(([key, { entry, news }]) => {
    const claim = memory.claims.durable(key);
    return claim ? [facilityClaimMoved(entry, { claim, news })] : [];
  });
}
