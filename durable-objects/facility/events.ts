import type { FacilityNews } from '../../schema/domain/claims/facility-claim.ts';
import type { LinkNews } from '../../schema/domain/network/message.ts';
import type { FacilityClaimMoved, LinkMoved } from '../actor/live-event.ts';
import { type Replayed, replay } from '../actor/replay.ts';
import type { Store } from '../actor/store.ts';
import type { MovedClaim } from './handler.ts';
import { type FacilityMemory, mirrorKey, type TenantLink } from './memory.ts';

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

/** What those who look at a link, or at the list of them, are told. */
export function facilityLinkMoved(
  { seq, at }: { seq: number; at: number },
  { link, news }: { link: TenantLink; news: LinkNews },
): LinkMoved {
  return {
    kind: 'link-moved',
    seq,
    at,
    other: link.tenantId,
    otherName: link.name,
    state: link.state,
    news,
  };
}

const missed_max = 300;

async function missedLinks(
  store: Store,
  memory: FacilityMemory,
  latest: ReadonlyMap<string, { entry: Replayed; news: LinkNews }>,
): Promise<LinkMoved[]> {
  const missing = [...latest.keys()].filter((key) => !memory.links.has(key));
  if (missing.length > 0) {
    const [rows = []] = await store.read([memory.links.load(missing)]);
    memory.links.fill(missing, rows);
  }
  return [...latest].flatMap(([key, { entry, news }]) => {
    const link = memory.links.durable(key);
    return link ? [facilityLinkMoved(entry, { link, news })] : [];
  });
}

/** What happened after a number, told again; what moved several times is told once, as it is now. Null: too much. */
export async function missedEvents(
  store: Store,
  memory: FacilityMemory,
  since: number,
  head: number,
): Promise<(FacilityClaimMoved | LinkMoved)[] | null> {
  if (head - since > missed_max) return null;
  const links = new Map<string, { entry: Replayed; news: LinkNews }>();
  const latest = new Map<string, { entry: Replayed; news: FacilityNews }>();
  for await (const entries of replay(store, since, head))
    for (const entry of entries) {
      const { tenant = '', claims = [], link } = entry.data;
      if (link) links.set(tenant, { entry, news: link.news });
      for (const { number, news } of claims) latest.set(mirrorKey(tenant, number), { entry, news });
    }
  const missing = [...latest.keys()].filter((key) => !memory.claims.has(key));
  if (missing.length > 0) {
    const [rows = []] = await store.read([memory.claims.load(missing)]);
    memory.claims.fill(missing, rows);
  }
  const moved = [...latest].flatMap(([key, { entry, news }]) => {
    const claim = memory.claims.durable(key);
    return claim ? [facilityClaimMoved(entry, { claim, news })] : [];
  });
  return [...moved, ...(await missedLinks(store, memory, links))].sort((a, b) => a.seq - b.seq);
}
