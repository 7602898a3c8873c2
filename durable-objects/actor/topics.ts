import { pileOf, pileTopic } from '../../schema/domain/piles/pile.ts';
import type { LiveEvent } from './live-event.ts';

/** What the frames of an event can be for, so that none are made that nobody looks at. Null: everyone. */
export function topicsOf(event: LiveEvent): string[] | null {
  switch (event.kind) {
    case 'claim-moved':
      return ['queue', `claim:${event.claim.number}`, pileTopic(pileOf(event.claim))];
    case 'pile-moved':
      return [pileTopic(event.pile)];
    case 'facility-claim-moved':
      return ['claims', `claim:${event.tenantId}-${event.claim.number}`];
    case 'link-moved':
      return ['network', `link:${event.other}`];
    case 'authorization-moved':
      return ['authorizations', `authorization:${event.authorization.number}`];
    case 'facility-authorization-moved':
      return ['authorizations', `authorization:${event.tenantId}-${event.request.number}`];
    case 'ranking-moved':
      return event.ranking.isOver ? ['ranking', 'queue'] : ['ranking'];
    case 'import-moved':
      return [`import:${event.import.id}`];
    case 'member-moved':
      return ['me', event.topic, `${event.topic}:${event.about}`];
    case 'export-moved':
      return ['exports'];
    case 'counters-moved':
      return null;
    default:
      return event satisfies never;
  }
}
