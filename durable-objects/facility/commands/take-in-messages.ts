import type { FacilityMessage } from '../../../schema/domain/network/message.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { Want } from '../../actor/book.ts';
import type { NoticeGlance } from '../../actor/live-event.ts';
import type { FacilityContext, FacilityDid, FacilityHandler } from '../handler.ts';
import { type FacilityMemory, mirrorKey } from '../memory.ts';
import { requestKey } from '../mirrored-requests.ts';
import { type TakenClaim, takeInClaim } from '../take-in-claim.ts';
import { type TakenLink, takeInLink } from '../take-in-link.ts';
import { type TakenRequest, takeInRequest } from '../take-in-request.ts';

function wantsOf(memory: FacilityMemory, tenantId: string, message: FacilityMessage): Want[] {
  if (message.kind === 'LinkChanged') return [];
  if (message.kind === 'AuthorizationChanged')
    return [{ shelf: memory.requests, key: requestKey(tenantId, message.authorization.number) }];
  const { number, draftId } = message.claim;
  return [
    { shelf: memory.claims, key: mirrorKey(tenantId, number) },
    ...(draftId === null ? [] : [{ shelf: memory.drafts, key: draftId }]),
  ];
}

interface Taken {
  claims: TakenClaim[];
  requests: TakenRequest[];
  links: TakenLink[];
}

/** Each message in its order; a claim of a tenant that nobody has told the facility of cannot be taken in yet. */
function takeInAll(
  { tenantId, messages }: { tenantId: string; messages: readonly FacilityMessage[] },
  last: number,
  context: FacilityContext,
): Taken | null {
  const claims: TakenClaim[] = [];
  const requests: TakenRequest[] = [];
  const links: TakenLink[] = [];
  for (const message of messages) {
    const link = context.memory.links.get(tenantId);
    if (message.kind === 'LinkChanged') {
      const taken = takeInLink(message, tenantId, last, context);
      if (taken) links.push(taken);
    } else if (!link) {
      return null;
    } else if (message.kind === 'AuthorizationChanged') {
      const taken = takeInRequest(message, link, last, context);
      if (taken) requests.push(taken);
    } else {
      const taken = takeInClaim(message, link, last, context);
      if (taken) claims.push(taken);
    }
  }
  return { claims, requests, links };
}

const toldOf = ({ moved: { request, news } }: TakenRequest) => ({
  number: request.number,
  state: request.state,
  version: request.version,
  news,
});

function didOf({ claims, requests, links }: Taken): FacilityDid {
  const rung = [...links, ...requests, ...claims].flatMap(({ notice }): NoticeGlance[] =>
    notice ? [notice] : [],
  );
  const link = links[links.length - 1];
  return {
    moved: claims.map(({ moved }) => moved),
    requests: requests.map(({ moved }) => moved),
    notices: rung.sort((a, b) => a.seq - b.seq),
    ...(link ? { link: { link: link.link, news: link.news } } : {}),
  };
}

/**
 * A tenant has told of claims, or of the link itself. A message may come twice, or late; the drafts that claims were filed
 * from are closed, and the facility's people are told. Many messages are one journal entry.
 */
export const takeInMessages: FacilityHandler<'TakeInMessages'> = {
  wants: (memory, { tenantId, messages }) => [
    { shelf: memory.links, key: tenantId },
    { shelf: memory.deliveries, key: tenantId },
    ...messages.flatMap((message) => wantsOf(memory, tenantId, message)),
  ],
  decide: ({ tenantId, messages }, context) => {
    const { memory } = context;
    const last = memory.deliveries.get(tenantId)?.seq ?? 0;
    const taken = takeInAll({ tenantId, messages }, last, context);
    if (!taken) return refuse('unavailable', 'This facility does not know the insurer yet.');
    const { claims, requests, links } = taken;
    if (claims.length + requests.length + links.length === 0)
      return refuse('stale', 'All of this is known already.');
    const seq = Math.max(last, ...messages.map((message) => message.seq));
    memory.deliveries.put({ source: tenantId, seq });
    const told = claims.map(({ moved: { claim, news } }) => ({
      number: claim.number,
      state: claim.state,
      version: claim.version,
      news,
    }));
    const link = links[links.length - 1];
    return {
      outcome: { seq },
      subject: `claims:${tenantId}`,
      data: {
        tenant: tenantId,
        told: seq,
        claims: told,
        ...(requests.length === 0 ? {} : { requests: requests.map(toldOf) }),
        ...(link ? { link: { news: link.news, state: link.link.state, version: link.link.version } } : {}),
      },
      did: didOf(taken),
    };
  },
};
