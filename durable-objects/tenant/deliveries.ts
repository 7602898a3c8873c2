import type { Claim } from '../../schema/domain/claims/claim.ts';
import type { FacilityNews } from '../../schema/domain/claims/facility-claim.ts';
import { facilityClaimOf } from '../../schema/domain/claims/facility-claim.ts';
import {
  type FacilityMessage,
  type LinkNews,
  linkNews,
  type ToldLink,
} from '../../schema/domain/network/message.ts';
import type { TenantSettings } from '../../schema/domain/tenant-settings.ts';
import { deliverToDirectory, directory, directoryActions } from '../actor/directory-delivery.ts';
import type { Outgoing } from '../actor/outbox.ts';
import type { FacilityDoor, MemberDoor } from '../actor/parts.ts';
import { type ReplayedData, subjectId } from '../actor/replay.ts';
import type { Store } from '../actor/store.ts';
import { clientOutgoing, clientPeople, tellClients } from './client-people.ts';
import { deliverToMember, endChangedPortals, isMember, memberOutgoing } from './member-deliveries.ts';
import type { Link } from './memory/network.ts';
import { claimsById } from './read-claims.ts';
import { review, reviewClaims } from './review.ts';
import { requestsTold, type ToldRequestsParts } from './told-requests.ts';

const newsOf: Readonly<Record<string, FacilityNews>> = {
  ReceiveClaim: 'received',
  TakeClaim: 'taken',
  QueryClaim: 'queried',
  AnswerQuery: 'answered',
  ApproveClaim: 'approved',
  ConfirmProposal: 'approved',
  ReassignClaim: 'taken',
  RejectClaim: 'rejected',
  ReopenClaim: 'reopened',
  WithdrawClaim: 'withdrawn',
  RemindFacility: 'reminded',
  ExpireQuery: 'rejected',
  VetNext: 'taken',
};

/** What a batch made of a claim; one that waits for a second person is being looked at. */
function decidedAs(state: unknown): FacilityNews {
  if (state === 'APPROVED') return 'approved';
  return state === 'REJECTED' ? 'rejected' : 'taken';
}

/** How far a claim came with the command that filed it. */
function filedAs(state: unknown): FacilityNews {
  if (state === 'APPROVED') return 'approved';
  return state === 'RECEIVED' ? 'received' : 'submitted';
}

function claimNewsOf(action: string, state: unknown): FacilityNews | undefined {
  if (action === 'SubmitClaim') return filedAs(state);
  return action === 'DecideInBatch' ? decidedAs(state) : newsOf[action];
}

/** What a journal entry has to tell, and whom; it follows from the entry alone. */
export function outgoingOf(
  entry: { seq: number; action: string; subject: string },
  data: ReplayedData,
): Outgoing[] {
  const { seq, action, subject } = entry;
  const members = [...memberOutgoing(entry, data), ...clientOutgoing(entry, data)];
  if (directoryActions.has(action)) return [{ seq, to: directory, news: action, subject }, ...members];
  const reviewFrom = data.outcome?.reviewFrom;
  if (reviewFrom) return [{ seq, to: review, news: reviewFrom, subject }, ...members];
  const news = data.news ?? data.says ?? claimNewsOf(action, data.state);
  return data.tell && news ? [{ seq, to: `facility:${data.tell}`, news, subject }, ...members] : members;
}

export interface DeliveryParts extends ToldRequestsParts {
  tenantId: string;
  directory: () => Store;
  facility: (facilityId: string) => FacilityDoor;
  member: (portalId: string) => MemberDoor;
  shown: () => TenantSettings | null;
  clock: () => number;
  /** a claim as it durably is, if it is in memory */
  remembered: (id: number) => Claim | null | undefined;
  /** sends a claim back to review */
  reopen: Parameters<typeof reviewClaims>[1];
  /** tells some of a client's people of its cover */
  tellPeople: Parameters<typeof tellClients>[1];
  /** a link as it durably is */
  link: (facilityId: string) => Promise<Link | null>;
}

const claimNews: ReadonlySet<string> = new Set(['submitted', 'received', ...Object.values(newsOf)]);
const isClaimNews = (text: string): text is FacilityNews => claimNews.has(text);
const isLinkNews = (text: string): text is LinkNews => linkNews.some((news) => news === text);

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

/** A link as it is now, with what a facility must know of the tenant. */
async function toldLink(parts: DeliveryParts, facilityId: string): Promise<ToldLink | null> {
  const [link, settings] = [await parts.link(facilityId), parts.shown()];
  if (!link || !settings) return null;
  const { state, version, askedBy, askedAt, startsOn, inForce, history } = link;
  const { slug, name, currency, calendar } = settings;
  const own = { slug, name, currency, zone: calendar.zone };
  return { ...own, state, version, askedBy, askedAt, startsOn, inForce, history };
}

/** Delivers to one receiver. What a facility is told of a claim, or of its link, is that as it is now. */
export async function deliver(parts: DeliveryParts, to: string, batch: readonly Outgoing[]): Promise<void> {
  if (to === review) return reviewClaims(parts.store, parts.reopen, batch);
  if (to === clientPeople) return tellClients(parts.store, parts.tellPeople, batch);
  if (to === directory) {
    const ref = { kind: 'tenant', id: parts.tenantId } as const;
    const shown = async () => {
      const settings = parts.shown();
      return settings && { slug: settings.slug, name: settings.name, profile: {} };
    };
    await deliverToDirectory({ ref, store: parts.store, shown }, parts.directory(), batch);
    return endChangedPortals(parts, batch);
  }
  if (isMember(to)) return deliverToMember(parts, to, batch);
  const facilityId = to.slice(to.indexOf(':') + 1);
  const claims = await claimsOf(parts, batch);
  const link = batch.some(({ news }) => isLinkNews(news)) ? await toldLink(parts, facilityId) : null;
  const requests = await requestsTold(parts, { facilityId, batch, claims });
  const messages = batch.flatMap((outgoing): FacilityMessage[] => {
    const { seq, news, subject } = outgoing;
    if (isLinkNews(news)) return link ? [{ seq, kind: 'LinkChanged', news, link }] : [];
    const claim = claims.get(subjectId(subject, 'claim') ?? 0);
    const changedAt = claim?.history[claim.history.length - 1]?.at ?? parts.clock();
    const ofClaim: FacilityMessage[] =
      claim && isClaimNews(news)
        ? [{ seq, kind: 'ClaimChanged', news, claim: facilityClaimOf(claim, changedAt) }]
        : [];
    return [...ofClaim, ...requests(outgoing)];
  });
  await parts.facility(facilityId).deliver(parts.tenantId, messages);
}
