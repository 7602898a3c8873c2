import type {
  AuthorizationChanged,
  AuthorizationNews,
} from '../../schema/domain/authorizations/facility-authorization.ts';
import type { NoticeGlance } from '../actor/live-event.ts';
import type { FacilityContext, MovedRequest } from './handler.ts';
import { type MirroredRequest, requestKey } from './mirrored-requests.ts';
import type { TenantLink } from './tenant-links.ts';

/** What a message about a request did. */
export interface TakenRequest {
  moved: MovedRequest;
  notice: NoticeGlance | null;
}

const audience = 'facility.authorization.view';
const rung: ReadonlySet<AuthorizationNews> = new Set([
  'authorization-queried',
  'authorization-approved',
  'authorization-reduced',
  'authorization-rejected',
  'authorization-cancelled',
  'authorization-extended',
  'authorization-may-proceed',
  'authorization-expired',
  'authorization-upheld',
  'authorization-overturned',
  'authorization-judged-again',
]);

function ring(moved: MovedRequest, link: TenantLink, { memory, at }: FacilityContext): NoticeGlance {
  const seq = memory.noticeIds.next();
  const { number } = moved.request;
  const data = JSON.stringify({ tenantId: link.tenantId, tenant: link.name });
  memory.notices.add(seq, at, moved.news, audience, number, data);
  return { seq, at, kind: moved.news, audience, subject: number };
}

/**
 * One message. As with a claim, only a newer version changes the mirror, and news that comes after the request as it made it,
 * with the same version, rings all the same, once.
 */
export function takeInRequest(
  { seq, news, authorization: told }: AuthorizationChanged,
  link: TenantLink,
  last: number,
  context: FacilityContext,
): TakenRequest | null {
  const { memory } = context;
  const key = requestKey(link.tenantId, told.number);
  const before = memory.requests.get(key);
  const isNewer = !before || before.version < told.version;
  const isSame = before?.version === told.version && seq > last;
  if (!isNewer && !(isSame && rung.has(news))) return null;
  const request: MirroredRequest = { ...told, tenantId: link.tenantId, tenantName: link.name };
  if (isNewer) {
    memory.requests.put(request);
    memory.waiting.set(key, request.dueAt === null ? null : true);
  }
  const moved = { request, news, zone: link.zone };
  return { moved, notice: rung.has(news) ? ring(moved, link, context) : null };
}
