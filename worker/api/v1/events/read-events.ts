import type { Context } from 'hono';
import { type EventView, eventsByAction } from '../../../../schema/api/event-view.ts';
import type { Principal } from '../../../../schema/domain/permissions.ts';
import type { AppEnv } from '../../../env.ts';
import { eventsPage } from '../../../queries/events-page.ts';
import { type Reach, tenantDatabase } from '../../reach.ts';
import { viewOfEvent } from './view-of-event.ts';

/** What a key is told of: a tenant's what its scopes show, a facility's what happens to its claims. */
function actionsFor({ organisation, permissions }: Principal): string[] {
  const shown = (event: (typeof eventsByAction)[keyof typeof eventsByAction]) =>
    organisation.kind === 'tenant'
      ? permissions.includes(event.scope)
      : event.about === 'claim' && !('inside' in event);
  return Object.entries(eventsByAction).flatMap(([action, event]) => (shown(event) ? [action] : []));
}

/** The events after a number that this key is told of, and where to go on. */
export async function readEvents(
  c: Context<AppEnv>,
  reach: Reach,
  { after, limit }: { after: number; limit: number },
): Promise<{ data: EventView[]; next: number; more: boolean }> {
  const actions = actionsFor(c.var.principal);
  const asked = { after, limit, actions, facilityId: reach.facilityId };
  const { events, next, more } = await eventsPage(tenantDatabase(c, reach), asked);
  return { data: events.map(viewOfEvent).filter((event) => event !== null), next, more };
}
