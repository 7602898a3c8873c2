import type { LinkChanged, LinkNews } from '../../schema/domain/network/message.ts';
import type { NoticeGlance } from '../actor/live-event.ts';
import type { FacilityContext } from './handler.ts';
import type { TenantLink } from './tenant-links.ts';

/** What a message about the link did. */
export interface TakenLink {
  link: TenantLink;
  news: LinkNews;
  notice: NoticeGlance | null;
}

const audience = 'facility.network.view';

/**
 * One message. The tenant's row is the truth: only a newer version changes the mirror. As with a claim, the news that made
 * it so may come after it with the same version, and rings all the same.
 */
export function takeInLink(
  { seq, news, link: told }: LinkChanged,
  tenantId: string,
  last: number,
  { memory, at }: FacilityContext,
): TakenLink | null {
  const before = memory.links.get(tenantId);
  const isNewer = !before || before.version < told.version;
  const isSame = before?.version === told.version && seq > last;
  if (!isNewer && !isSame) return null;
  const link = { ...told, tenantId };
  if (isNewer) memory.links.put(link);
  const notice = { seq: memory.noticeIds.next(), at, kind: news, audience, subject: tenantId } as const;
  const data = JSON.stringify({ tenantId, tenant: told.name });
  memory.notices.add(notice.seq, at, news, audience, tenantId, data);
  return { link, news, notice };
}
