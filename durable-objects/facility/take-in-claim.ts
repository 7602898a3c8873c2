import type { ClaimChanged, FacilityNews } from '../../schema/domain/claims/facility-claim.ts';
import type { NoticeGlance } from '../actor/live-event.ts';
import type { FacilityContext, MovedClaim } from './handler.ts';
import { type Mirrored, mirrorKey } from './memory.ts';
import type { TenantLink } from './tenant-links.ts';

/** What a message about a claim did. */
export interface TakenClaim {
  moved: MovedClaim;
  notice: NoticeGlance | null;
}

const audience = 'facility.claim.view';
const rung: ReadonlySet<FacilityNews> = new Set([
  'received',
  'queried',
  'reminded',
  'approved',
  'rejected',
  'reopened',
]);

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
export function takeInClaim(
  { seq, news, claim: told }: ClaimChanged,
  link: TenantLink,
  last: number,
  context: FacilityContext,
): TakenClaim | null {
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
