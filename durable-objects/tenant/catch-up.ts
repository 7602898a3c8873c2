import type { RankingProgress } from '../../schema/domain/claims/rank.ts';
import type { Import } from '../../schema/domain/imports/import.ts';
import type { LinkNews } from '../../schema/domain/network/message.ts';
import { pileKeyText, pileOf } from '../../schema/domain/piles/pile.ts';
import type {
  AuthorizationMoved,
  ClaimMoved,
  ImportMoved,
  LinkMoved,
  PileMoved,
  RankingMoved,
} from '../actor/live-event.ts';
import type { Outgoing } from '../actor/outbox.ts';
import { type Replayed, replay, subjectId } from '../actor/replay.ts';
import type { Store } from '../actor/store.ts';
import { outgoingOf } from './deliveries.ts';
import { alsoMoved, authorizationMoved, claimMoved, importMoved, linkMoved, rankingMoved } from './events.ts';
import { importKind } from './memory/imports.ts';
import { only } from './memory/settings.ts';
import type { TenantMemory } from './memory.ts';
import { pilesMoved } from './piles/watch.ts';
import { authorizationsById } from './read-authorizations.ts';
import { claimsById } from './read-claims.ts';
import { linksOf } from './read-links.ts';
import type { View } from './view.ts';

const claimActions: ReadonlySet<string> = new Set([
  'SubmitClaim',
  'ReceiveClaim',
  'TakeClaim',
  'ReleaseClaim',
  'QueryClaim',
  'AnswerQuery',
  'ApproveClaim',
  'ConfirmProposal',
  'DeclineProposal',
  'ReassignClaim',
  'RejectClaim',
  'ReopenClaim',
  'WithdrawClaim',
  'RemindFacility',
  'ExpireQuery',
  'VetNext',
  'DecideInBatch',
]);

/** Who holds a claim after an entry: only taking begins a lease, and any other step ends it. */
function applyLease(memory: TenantMemory, view: View, { subject, action, data }: Replayed): void {
  const id = subjectId(subject, 'claim');
  if (id === null || !claimActions.has(action)) return;
  const { leaseBy, leaseUntil } = data;
  const hold =
    leaseBy !== undefined && leaseUntil !== undefined ? { accountId: leaseBy, until: leaseUntil } : null;
  memory.leases.restore(String(id), hold);
  view.applyHold(String(id), hold);
}

/** Every claim that an entry changed. */
const claimsOf = ({ subject, data }: Replayed): number[] => [
  ...(data.also ?? []),
  ...[subjectId(subject, 'claim') ?? []].flat(),
];

const isAbout = ({ subject }: Replayed, id: number): boolean => subjectId(subject, 'claim') === id;

/** Those that are told of: what only moved in the order is not. */
const toldOf = (entry: Replayed): number[] => (entry.action === 'RankAnew' ? [] : claimsOf(entry));

const rankingActions: ReadonlySet<string> = new Set(['PutQueueRules', 'RankAnew']);

/** How far the queue is ranked anew, as it is now. */
function rankingNow(memory: TenantMemory): RankingProgress {
  const ranking = memory.settings.durable(only)?.ranking;
  return ranking
    ? { done: ranking.done, open: ranking.open, isOver: false }
    : { done: 0, open: 0, isOver: true };
}

/** Brings view and leases from one journal number to another, reading only the claims that changed. */
export async function catchUpView(
  store: Store,
  memory: TenantMemory,
  view: View,
  from: number,
  to: number,
): Promise<void> {
  for await (const entries of replay(store, from, to)) {
    const ids = new Set(entries.flatMap(claimsOf));
    for (const claim of await claimsById(store, [...ids])) view.apply(claim);
    for (const entry of entries) applyLease(memory, view, entry);
  }
}

/** What was committed between two numbers and may not have been delivered. */
export async function* outgoingBetween(store: Store, from: number, to: number): AsyncGenerator<Outgoing[]> {
  for await (const entries of replay(store, from, to))
    yield entries.flatMap((entry) => outgoingOf(entry, entry.data));
}

async function importsById(store: Store, ids: string[]): Promise<Import[]> {
  if (ids.length === 0) return [];
  const [rows = []] = await store.read([importKind.read(ids)]);
  return importKind.parse(String(rows[0]?.[0] ?? '[]'));
}

const missed_max = 300;

type MissedEvent = AuthorizationMoved | ClaimMoved | PileMoved | LinkMoved | ImportMoved | RankingMoved;

/** What happened after a number, told again; a claim, link or import that moved several times is told once, as it is now. Null: too much. */
export async function missedEvents(
  store: Store,
  memory: TenantMemory,
  since: number,
  head: number,
): Promise<MissedEvent[] | null> {
  if (head - since > missed_max) return null;
  const latest = new Map<number, Replayed>();
  const latestOfLinks = new Map<string, { entry: Replayed; news: LinkNews }>();
  const latestOfImports = new Map<string, Replayed>();
  const latestOfRequests = new Map<number, Replayed>();
  let ranked: Replayed | null = null;
  for await (const entries of replay(store, since, head))
    for (const entry of entries) {
      for (const id of toldOf(entry)) {
        // What was done to a claim itself says more than a mark that another left on it afterwards.
        const known = latest.get(id);
        if (!known || isAbout(entry, id) || !isAbout(known, id)) latest.set(id, entry);
      }
      if (rankingActions.has(entry.action)) ranked = entry;
      for (const id of entry.data.authorizations ?? []) latestOfRequests.set(id, entry);
      const [about, ownId = ''] = entry.subject.split(':');
      if (about === 'import') latestOfImports.set(ownId, entry);
      const { news } = entry.data;
      if (news) latestOfLinks.set(entry.subject.slice('facility:'.length), { entry, news });
    }
  const claims = await claimsById(store, [...latest.keys()]);
  const links = await linksOf(store, memory, [...latestOfLinks.keys()]);
  const requests = await authorizationsById(store, [...latestOfRequests.keys()]);
  const imports = await importsById(store, [...latestOfImports.keys()]);
  const piles = new Map(claims.map(pileOf).map((pile) => [pileKeyText(pile), pile]));
  const at = () => ({ seq: head, at: Date.now(), currency: memory.settings.durable(only)?.currency ?? '' });
  return [
    ...claims.flatMap((claim) => {
      const entry = latest.get(claim.id);
      if (!entry) return [];
      return [(isAbout(entry, claim.id) ? claimMoved : alsoMoved)(memory, entry, claim)];
    }),
    ...(await pilesMoved(store, [...piles.values()], at)),
    ...links.flatMap((link) => {
      const told = latestOfLinks.get(link.facilityId);
      return told ? [linkMoved(told.entry, link, told.news)] : [];
    }),
    ...requests.flatMap((request) => {
      const entry = latestOfRequests.get(request.id);
      return entry ? [authorizationMoved(memory, entry, request)] : [];
    }),
    ...imports.flatMap((record) => {
      const entry = latestOfImports.get(record.id);
      return entry ? [importMoved(memory, entry, record)] : [];
    }),
    ...(ranked === null ? [] : [rankingMoved(ranked, rankingNow(memory))]),
  ].sort((a, b) => a.seq - b.seq);
}
