import type { FacilityNews } from '../../../schema/domain/claims/facility-claim.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { FacilityHandler } from '../handler.ts';
import { type Mirrored, mirrorKey } from '../memory.ts';

const rung: ReadonlySet<FacilityNews> = new Set(['received', 'queried', 'approved', 'rejected']);

/**
 * A tenant has told of a claim. Only a newer version changes the claim, so that a message may come twice, or late;
 * the draft it was filed from is closed, and the facility's people are told.
 */
export const takeInClaim: FacilityHandler<'TakeInClaim'> = {
  wants: (memory, { tenantId, message: { claim } }) => [
    { shelf: memory.links, key: tenantId },
    { shelf: memory.claims, key: mirrorKey(tenantId, claim.number) },
    ...(claim.draftId === null ? [] : [{ shelf: memory.drafts, key: claim.draftId }]),
  ],
  decide: ({ tenantId, message }, { memory }) => {
    const { seq, news } = message;
    const { draftId, ...told } = message.claim;
    const link = memory.links.get(tenantId);
    if (!link) return refuse('unavailable', 'This facility does not know the insurer yet.');
    const before = memory.claims.get(mirrorKey(tenantId, told.number));
    const isNewer = !before || before.version < told.version;
    // A message tells of the claim as it is now: the news that made it so may come after it, with the same version.
    const rings = rung.has(news) && before?.version === told.version;
    if (!isNewer && !rings) return refuse('stale', 'A newer version is here already.');
    const claim: Mirrored = { ...told, tenantId, tenantName: link.name };
    if (isNewer) {
      memory.claims.put(claim);
      memory.tally.move(before, claim);
    }
    memory.deliveries.add(tenantId, seq);
    const draft = draftId === null ? null : memory.drafts.get(draftId);
    if (draft && !draft.claimNumber) memory.drafts.put({ ...draft, claimNumber: told.number });
    const { number, state, version } = told;
    return {
      outcome: { seq },
      subject: `claim:${tenantId}:${number}`,
      data: { number, state, version, news, tenant: tenantId, told: seq },
      did: { claim: { claim, news } },
      ...(rung.has(news)
        ? {
            notice: {
              kind: news,
              audience: 'facility.claim.view' as const,
              subject: number,
              data: { tenantId, tenant: link.name },
            },
          }
        : {}),
    };
  },
};
