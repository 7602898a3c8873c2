import type { Context } from 'hono';
import { eventPage, eventsQuestion } from '../../../../schema/api/event-view.ts';
import { patterns } from '../../../../views/paths.ts';
import type { AppEnv } from '../../../env.ts';
import { noBody, none, operation } from '../../operation.ts';
import { reachOf } from '../../reach.ts';
import { readEvents } from './read-events.ts';
import { streamEvents } from './stream-events.ts';

const number = /^\d{1,15}$/;

/** Whether the answer is to be a stream of server-sent events; a socket cannot be opened here. */
const wantsStream = (c: Context<AppEnv>) =>
  c.req.header('upgrade') === undefined && (c.req.header('accept') ?? '').includes('text/event-stream');

/** Where a stream that broke off goes on: after the last event that its reader has had. */
function lastSeen(c: Context<AppEnv>, after: number): number {
  const id = c.req.header('last-event-id') ?? '';
  return number.test(id) ? Number(id) : after;
}

/** Lists what happened. */
export const listEvents = operation({
  id: 'listEvents',
  method: 'GET',
  path: patterns.api.events,
  area: 'Events',
  summary: 'List events',
  description:
    "What happened, in order, by number of the tenant's journal. Ask again after `next` for what has happened since; events are never changed or taken away. A tenant's key is told of claims, and of enrollees, facilities and services where it has the scope to see those; a facility's key of its own claims. Names, diagnoses and sentences are not in events.\n\nWith `Accept: text/event-stream` the same comes as server-sent events for as long as the connection stands, each within a second or so: `id` is the number, `event` the kind, `data` the event. After a break go on with `Last-Event-ID`.",
  scopes: { tenant: 'claim.view', facility: 'facility.claim.view' },
  params: none,
  query: eventsQuestion,
  body: noBody,
  answers: { 200: { means: 'Events after the number given.', form: eventPage, streams: true } },
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
    if (wantsStream(c)) return streamEvents(c, reach, lastSeen(c, after));
    return { status: 200, body: await readEvents(c, reach, { after, limit }) };
  },
});
