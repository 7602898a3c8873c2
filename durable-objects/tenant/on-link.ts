import type { LinkOutcome } from '../../schema/commands.ts';
import { dateIn } from '../../schema/domain/dates.ts';
import type { LinkLife } from '../../schema/domain/network/link.ts';
import type { LinkNews } from '../../schema/domain/network/message.ts';
import type { LinkDecider } from '../../schema/domain/network/steps.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import { isRefusal, type Refusal, refuse } from '../../schema/domain/refusal.ts';
import type { Decision, Want } from '../actor/book.ts';
import type { TenantContext, TenantDid } from './handler.ts';
import { type Link, linkKey } from './memory/network.ts';
import { only } from './memory/settings.ts';
import type { TenantMemory } from './memory.ts';

/** A facility speaks of its own link; the tenant's people name whose they mean. */
function facilityOf(named: string | undefined, { organisation }: Principal): string | Refusal {
  const isOwn = organisation.kind === 'facility';
  if (isOwn && (named === undefined || named === organisation.id)) return organisation.id;
  if (!isOwn && named !== undefined) return named;
  const message = isOwn ? 'Leave the facility out: the link is your own.' : 'Name the facility.';
  return refuse('invalid', message, [{ field: 'facilityId', message }]);
}

/** The link that a command is about. */
export function linkWants(
  memory: TenantMemory,
  { facilityId }: { facilityId?: string | undefined },
  principal: Principal,
): Want[] {
  const id = facilityOf(facilityId, principal);
  return isRefusal(id) ? [] : [{ shelf: memory.links, key: linkKey.facility(id) }];
}

/** The facility a command is about, with its link, if there is one. */
export function findLink(
  named: string | undefined,
  { memory, principal }: TenantContext,
): { facilityId: string; link: Link | null } | Refusal {
  const facilityId = facilityOf(named, principal);
  if (isRefusal(facilityId)) return facilityId;
  return { facilityId, link: memory.links.get(linkKey.facility(facilityId)) };
}

/** Who takes the step, by the name their own record has. */
export function linkDecider({ memory, principal, at }: TenantContext): LinkDecider {
  const zone = memory.settings.get(only)?.calendar.zone ?? 'UTC';
  return {
    at,
    today: dateIn(zone, at),
    side: principal.organisation.kind === 'facility' ? 'facility' : 'tenant',
    name: memory.people.staff.peek(principal.id)?.name ?? principal.name,
  };
}

/** Everything a changed link changes with it: its row, what is told to both sides. */
export function changedLink(
  link: Link,
  news: LinkNews,
  { memory }: TenantContext,
): Decision<LinkOutcome, TenantDid> {
  const { facilityId, state, version, portal } = link;
  memory.links.put(link);
  return {
    outcome: { facilityId, state, version },
    subject: `facility:${facilityId}`,
    data: { facilityId, state, version, news, ...(portal ? { tell: facilityId } : {}) },
    notice: { kind: news, audience: 'network.view', subject: facilityId, data: { facility: link.name } },
    did: { link, linkNews: news },
  };
}

/** One step of a link's life: found, decided; then all that it changes. */
export function stepLink(
  named: string | undefined,
  step: (link: LinkLife, decider: LinkDecider) => LinkLife | Refusal,
  newsOf: (link: LinkLife) => LinkNews,
  context: TenantContext,
): Decision<LinkOutcome, TenantDid> | Refusal {
  const found = findLink(named, context);
  if (isRefusal(found)) return found;
  const { link } = found;
  if (!link) return refuse('not_found', 'There is no link with this facility.');
  const after = step(link, linkDecider(context));
  return isRefusal(after) ? after : changedLink({ ...link, ...after }, newsOf(after), context);
}
