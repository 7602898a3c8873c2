import { eventPage, eventsByAction, eventsQuestion } from '../../../../schema/api/event-view.ts';
import type { Principal } from '../../../../schema/domain/permissions.ts';
import { patterns } from '../../../../views/paths.ts';
import { eventsPage } from '../../../queries/events-page.ts';
import { noBody, none, operation } from '../../operation.ts';
import { reachOf, tenantDatabase } from '../../reach.ts';
import { viewOfEvent } from './view-of-event.ts';

/** What a key is told of: a tenant's what its scopes show, a facility's what happens to its claims. */
function actionsFor({ organisation, permissions }: Principal): string[] {
  const shown = (event: (typeof eventsByAction)[keyof typeof eventsByAction]) =>
    organisation.kind === 'tenant' ? permissions.includes(event.scope) : event.about === 'claim';
  return Object.entries(eventsByAction).flatMap(([action, event]) => (shown(event) ? [action] : []));
}

/** Lists what happened. */
export const listEvents = operation({
  id: 'listEvents',
  method: 'GET',
  path: patterns.api.events,
  area: 'Events',
  summary: 'List events',
  description:
    "What happened, in order, by number of the tenant's journal. Ask again after `next` for what has happened since; events are never changed or taken away. A tenant's key is told of claims, and of enrollees, facilities and services where it has the scope to see those; a facility's key of its own claims. Names, diagnoses and sentences are not in events.",
  scopes: { tenant: 'claim.view', facility: 'facility.claim.view' },
  params: none,
  query: eventsQuestion,
  body: noBody,
  answers: { 200: { means: 'Events after the number given.', form: eventPage } },
  refusals: [],
  example: {
    query: { after: '4210', limit: '1' },
    status: 200,
    answer: {
      data: [
        {
          seq: 4213,
          at: '2026-11-23T08:14:05.911Z',
          kind: 'ClaimApproved',
          subject: { about: 'claim', id: 'CLM-26-000042' },
          state: 'APPROVED',
          version: 3,
          claimed: 990000,
          approved: 990000,
        },
      ],
      next: 4213,
      more: true,
    },
  },
  async handle({ c, query: { after, limit, tenant } }) {
    const reach = await reachOf(c, tenant);
    if (reach.refused) return reach;
    const { facilityId } = reach;
    const actions = actionsFor(c.var.principal);
    const page = await eventsPage(tenantDatabase(c, reach), { after, limit, actions, facilityId });
    const data = page.events.map(viewOfEvent).filter((event) => event !== null);
    return { status: 200, body: { data, next: page.next, more: page.more } };
  },
});
