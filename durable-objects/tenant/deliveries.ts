import type { Claim } from '../../schema/domain/claims/claim.ts';
import type { ClaimChanged, FacilityNews } from '../../schema/domain/claims/facility-claim.ts';
import { facilityClaimOf } from '../../schema/domain/claims/facility-claim.ts';
import { deliverToDirectory, directory, directoryActions } from '../actor/directory-delivery.ts';
import type { Outgoing } from '../actor/outbox.ts';
import type { FacilityDoor } from '../actor/parts.ts';
import { type ReplayedData, subjectId } from '../actor/replay.ts';
import type { Store } from '../actor/store.ts';
import { claimsById } from './read-claims.ts';

const newsOf: Readonly<Record<string, FacilityNews>> = {
  ReceiveClaim: 'received',
  TakeClaim: 'taken',
  QueryClaim: 'queried',
  AnswerQuery: 'answered',
  ApproveClaim: 'approved',
  RejectClaim: 'rejected',
};

/** What a journal entry has to tell, and whom; it follows from the entry alone. */
export function outgoingOf(
  entry: { seq: number; action: string; subject: string },
  data: ReplayedData,
): Outgoing[] {
  const { seq, action, subject } = entry;
  if (directoryActions.has(action)) return [{ seq, to: directory, news: action, subject }];
  const submitted = data.state === 'RECEIVED' ? 'received' : 'submitted';
  const news = action === 'SubmitClaim' ? submitted : newsOf[action];
  return data.tell && news ? [{ seq, to: `facility:${data.tell}`, news, subject }] : [];
}

export interface DeliveryParts {
  tenantId: string;
  store: Store;
  directory: () => Store;
  facility: (facilityId: string) => FacilityDoor;
  shown: () => { slug: string; name: string } | null;
  clock: () => number;
  /** a claim as it durably is, if it is in memory */
  remembered: (id: number) => Claim | null | undefined;
}

const isNews = (text: string): text is FacilityNews =>
  ['submitted', 'received', ...Object.values(newsOf)].includes(text);

async function claimsOf(
  { remembered, store }: DeliveryParts,
  batch: readonly Outgoing[],
): Promise<Map<number, Claim>> {
  const ids = [...new Set(batch.flatMap(({ subject }) => subjectId(subject, 'claim') ?? []))];
  const found = ids.flatMap((id) => remembered(id) ?? []);
  const known = new Set(found.map((claim) => claim.id));
  const read = await claimsById(
    store,
    ids.filter((id) => !known.has(id)),
  );
  return new Map([...found, ...read].map((claim) => [claim.id, claim]));
}

/** Delivers to one receiver. What a facility is told of a claim is the claim as it is now. */
export async function deliver(parts: DeliveryParts, to: string, batch: readonly Outgoing[]): Promise<void> {
  if (to === directory) {
    const ref = { kind: 'tenant', id: parts.tenantId } as const;
    const shown = async () => {
      const settings = parts.shown();
      return settings && { slug: settings.slug, name: settings.name, profile: {} };
    };
    return deliverToDirectory({ ref, store: parts.store, shown }, parts.directory(), batch);
  }
  const claims = await claimsOf(parts, batch);
  const messages = batch.flatMap(({ seq, news, subject }): ClaimChanged[] => {
    const claim = claims.get(subjectId(subject, 'claim') ?? 0);
    const changedAt = claim?.history[claim.history.length - 1]?.at ?? parts.clock();
    return claim && isNews(news)
      ? [{ seq, kind: 'ClaimChanged', news, claim: facilityClaimOf(claim, changedAt) }]
      : [];
  });
  const facility = parts.facility(to.slice(to.indexOf(':') + 1));
  await facility.deliver(parts.tenantId, messages);
}
