import { type Authorization, openAppeal } from '../../schema/domain/authorizations/authorization.ts';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import type { Hold } from '../../schema/domain/claims/lease.ts';
import { type RankingProgress, unscoredRank } from '../../schema/domain/claims/rank.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Import } from '../../schema/domain/imports/import.ts';
import type { LinkNews } from '../../schema/domain/network/message.ts';
import type {
  AuthorizationMoved,
  ClaimGlance,
  ClaimMoved,
  ImportMoved,
  Lease,
  LinkMoved,
  RankingMoved,
} from '../actor/live-event.ts';
import type { Link } from './memory/network.ts';
import { only } from './memory/settings.ts';
import type { TenantMemory } from './memory.ts';

function glanceOf(claim: Claim): ClaimGlance {
  const { id, number, state, outcome, version, facilityId, facilityName, memberId, enrolleeName } = claim;
  const { billingMonth } = claim;
  const { encounterType, serviceDate, currency, claimed, approved, submittedAt, dueAt } = claim;
  const { clientCode, planCode } = claim;
  return {
    id,
    number,
    state,
    outcome,
    version,
    facilityId,
    facilityName,
    billingMonth,
    memberId,
    enrolleeName,
    encounterType,
    serviceDate,
    currency,
    claimed,
    approved,
    submittedAt,
    dueAt,
    unscoredAt: unscoredRank({ ...claim, rankAt: claim.rankAt ?? claim.submittedAt }),
    clientCode,
    planCode,
    isHeld: claim.holds.length > 0,
  };
}

/** What those who look at a link, or at the network, are told. */
export function linkMoved(
  { seq, at }: { seq: number; at: Moment },
  { facilityId, name, state }: Link,
  news: LinkNews,
): LinkMoved {
  return { kind: 'link-moved', seq, at, other: facilityId, otherName: name, state, news };
}

/** The hold with its holder's name, which memory knows from when it was taken. */
export function leaseOf(memory: TenantMemory, hold: Hold | null): Lease | null {
  if (!hold) return null;
  const name = memory.people.staff.peek(hold.accountId)?.name ?? '';
  return { accountId: hold.accountId, name, until: hold.until };
}

/** What those who look at a claim, or at the queue, are told. */
export function claimMoved(
  memory: TenantMemory,
  entry: { seq: number; at: Moment; action: string },
  claim: Claim,
): ClaimMoved {
  const hold = memory.leases.committed().get(String(claim.id)) ?? null;
  return {
    kind: 'claim-moved',
    seq: entry.seq,
    at: entry.at,
    action: entry.action,
    claim: glanceOf(claim),
    lease: leaseOf(memory, hold),
  };
}

/** Commands upon one claim that leave a mark on others: those neither arrived nor went themselves. */
const markingActions: ReadonlySet<string> = new Set(['SubmitClaim', 'WithdrawClaim']);

/** What those who look at a claim are told that a command changed beside the one that it is about. */
export function alsoMoved(
  memory: TenantMemory,
  entry: { seq: number; at: Moment; action: string },
  claim: Claim,
): ClaimMoved {
  const action = markingActions.has(entry.action) ? 'MarkClaim' : entry.action;
  return claimMoved(memory, { seq: entry.seq, at: entry.at, action }, claim);
}

/** What those who look at a request, or at the requests' queue, are told. */
export function authorizationMoved(
  memory: TenantMemory,
  { seq, at, action }: { seq: number; at: Moment; action: string },
  one: Authorization,
): AuthorizationMoved {
  const { id, number, state, version, facilityId, facilityName, memberId, enrolleeName, urgency } = one;
  const { serviceDate, currency, requested, approved, requestedAt, clock_ms, queriedAt } = one;
  const appeal = openAppeal(one);
  const authorization = {
    id,
    number,
    state,
    version,
    facilityId,
    facilityName,
    memberId,
    enrolleeName,
    urgency,
    serviceDate,
    currency,
    requested,
    approved,
    requestedAt,
    clock_ms,
    queriedAt,
    answerBy: appeal?.dueAt ?? one.dueAt,
    appealed: appeal !== null,
  };
  const zone = memory.settings.durable(only)?.calendar.zone ?? 'UTC';
  return { kind: 'authorization-moved', seq, at, action, authorization, zone };
}

/** What those who look at the queue's rules are told: how far it is ranked anew. */
export function rankingMoved(
  { seq, at }: { seq: number; at: Moment },
  ranking: RankingProgress,
): RankingMoved {
  return { kind: 'ranking-moved', seq, at, ranking };
}

/** What those who look at an import are told: how far it is. */
export function importMoved(
  memory: TenantMemory,
  { seq, at }: { seq: number; at: Moment },
  record: Import,
): ImportMoved {
  const { id, state, rows, rowsDone } = record;
  const tenant = memory.settings.durable(only)?.slug ?? '';
  return { kind: 'import-moved', seq, at, tenant, import: { id, state, rows, rowsDone } };
}
