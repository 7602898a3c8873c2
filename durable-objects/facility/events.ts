import type { AuthorizationNews } from '../../schema/domain/authorizations/facility-authorization.ts';
import type { FacilityNews } from '../../schema/domain/claims/facility-claim.ts';
import type { LinkNews } from '../../schema/domain/network/message.ts';
import type { FacilityAuthorizationMoved, FacilityClaimMoved, LinkMoved } from '../actor/live-event.ts';
import { type Replayed, replay } from '../actor/replay.ts';
import type { Loadable } from '../actor/shelf.ts';
import type { Store } from '../actor/store.ts';
import type { MovedClaim, MovedRequest } from './handler.ts';
import { type FacilityMemory, mirrorKey } from './memory.ts';
import { requestKey } from './mirrored-requests.ts';
import type { TenantLink } from './tenant-links.ts';

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

/** What those who look at a request, or at the list of them, are told. */
export function facilityRequestMoved(
  { seq, at }: { seq: number; at: number },
  { request, news, zone }: MovedRequest,
): FacilityAuthorizationMoved {
  const { tenantId, tenantName, ...told } = request;
  return { kind: 'facility-authorization-moved', seq, at, tenantId, tenantName, news, request: told, zone };
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

/** Reads what is not in memory. */
async function loaded(store: Store, shelf: Loadable, keys: Iterable<string>): Promise<void> {
  const missing = [...new Set(keys)].filter((key) => !shelf.has(key));
  if (missing.length === 0) return;
  const [rows = []] = await store.read([shelf.load(missing)]);
  shelf.fill(missing, rows);
}

async function missedLinks(
  store: Store,
  memory: FacilityMemory,
  latest: ReadonlyMap<string, { entry: Replayed; news: LinkNews }>,
): Promise<LinkMoved[]> {
  await loaded(store, memory.links, latest.keys());
  return [...latest].flatMap(([key, { entry, news }]) => {
    const link = memory.links.durable(key);
    return link ? [facilityLinkMoved(entry, { link, news })] : [];
  });
}

async function missedRequests(
  store: Store,
  memory: FacilityMemory,
  latest: ReadonlyMap<string, { entry: Replayed; news: AuthorizationNews }>,
): Promise<FacilityAuthorizationMoved[]> {
  await loaded(store, memory.requests, latest.keys());
  const tenants = [...latest.values()].map(({ entry }) => entry.data.tenant ?? '');
  await loaded(store, memory.links, tenants);
  return [...latest].flatMap(([key, { entry, news }]) => {
    const request = memory.requests.durable(key);
    const zone = memory.links.peek(request?.tenantId ?? '')?.zone ?? 'UTC';
    return request ? [facilityRequestMoved(entry, { request, news, zone })] : [];
  });
}

/** What happened after a number, told again; what moved several times is told once, as it is now. Null: too much. */
export async function missedEvents(
  store: Store,
  memory: FacilityMemory,
  since: number,
  head: number,
): Promise<(FacilityAuthorizationMoved | FacilityClaimMoved | LinkMoved)[] | null> {
  if (head - since > missed_max) return null;
  const links = new Map<string, { entry: Replayed; news: LinkNews }>();
  const latest = new Map<string, { entry: Replayed; news: FacilityNews }>();
  const requested = new Map<string, { entry: Replayed; news: AuthorizationNews }>();
  for await (const entries of replay(store, since, head))
    for (const entry of entries) {
      const { tenant = '', claims = [], requests = [], link } = entry.data;
      for (const { number, news } of requests) requested.set(requestKey(tenant, number), { entry, news });
      if (link) links.set(tenant, { entry, news: link.news });
      for (const { number, news } of claims) latest.set(mirrorKey(tenant, number), { entry, news });
    }
  await loaded(store, memory.claims, latest.keys());
  const moved = [...latest].flatMap(([key, { entry, news }]) => {
    const claim = memory.claims.durable(key);
    return claim ? [facilityClaimMoved(entry, { claim, news })] : [];
  });
  const requests = await missedRequests(store, memory, requested);
  return [...moved, ...requests, ...(await missedLinks(store, memory, links))].sort((a, b) => a.seq - b.seq);
}
