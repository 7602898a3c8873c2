import type { ClaimChanged, FacilityNews } from '../../../schema/domain/claims/facility-claim.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { NoticeGlance } from '../../actor/live-event.ts';
import type { FacilityContext, FacilityHandler, MovedClaim } from '../handler.ts';
import { type Mirrored, mirrorKey, type TenantLink } from '../memory.ts';

const audience = 'facility.claim.view';
const rung: ReadonlySet<FacilityNews> = new Set(['received', 'queried', 'approved', 'rejected']);

/** The facility's people are told: the bell rings, and the notice is kept. */
function ring(moved: MovedClaim, link: TenantLink, { memory, at }: FacilityContext): NoticeGlance {
  const seq = memory.noticeIds.next();
  const { number } = moved.claim;
  const data = JSON.stringify({ tenantId: link.tenantId, tenant: link.name });
  memory.notices.add(seq, at, moved.news, audience, number, data);
  return { seq, at, kind: moved.news, audience, subject: number };
}

/**
 * One message. Only a newer version changes the claim. A message tells of the claim as it is now, so the news that made
 * it so may come after it, with the same version: it still rings, once, because numbers only rise.
 */
function takeIn(
  { seq, news, claim: told }: ClaimChanged,
  link: TenantLink,
  last: number,
  context: FacilityContext,
): { moved: MovedClaim; notice: NoticeGlance | null } | null {
  const { memory } = context;
  const { draftId, ...figures } = told;
  const before = memory.claims.get(mirrorKey(link.tenantId, told.number));
  const isNewer = !before || before.version < told.version;
  const isSame = before?.version === told.version && seq > last;
  if (!isNewer && !(isSame && rung.has(news))) return null;
  const claim: Mirrored = { ...figures, tenantId: link.tenantId, tenantName: link.name };
  if (isNewer) {
    memory.claims.put(claim);
    memory.tally.move(before, claim);
  }
  const draft = draftId === null ? null : memory.drafts.get(draftId);
  if (draft && !draft.claimNumber) memory.drafts.put({ ...draft, claimNumber: told.number });
  const moved = { claim, news };
  return { moved, notice: rung.has(news) ? ring(moved, link, context) : null };
}

/**
 * A tenant has told of claims. A message may come twice, or late; the drafts that claims were filed from are closed, and
 * the facility's people are told. Many messages are one journal entry.
 */
export const takeInClaims: FacilityHandler<'TakeInClaims'> = {
  wants: (memory, { tenantId, messages }) => [
    { shelf: memory.links, key: tenantId },
    { shelf: memory.deliveries, key: tenantId },
    ...messages.flatMap(({ claim }) => [
      { shelf: memory.claims, key: mirrorKey(tenantId, claim.number) },
      ...(claim.draftId === null ? [] : [{ shelf: memory.drafts, key: claim.draftId }]),
    ]),
  ],
  decide: ({ tenantId, messages }, context) => {
    const { memory } = context;
    const link = memory.links.get(tenantId);
    if (!link) return refuse('unavailable', 'This facility does not know the insurer yet.');
    const last = memory.deliveries.get(tenantId)?.seq ?? 0;
    const taken = messages.flatMap((message) => takeIn(message, link, last, context) ?? []);
    if (taken.length === 0) return refuse('stale', 'All of this is known already.');
    const seq = Math.max(last, ...messages.map((message) => message.seq));
    memory.deliveries.put({ source: tenantId, seq });
    const claims = taken.map(({ moved: { claim, news } }) => ({
      number: claim.number,
      state: claim.state,
      version: claim.version,
      news,
    }));
    return {
      outcome: { seq },
      subject: `claims:${tenantId}`,
      data: { tenant: tenantId, told: seq, claims },
      did: {
        moved: taken.map(({ moved }) => moved),
        notices: taken.flatMap(({ notice }) => notice ?? []),
      },
    };
  },
};
