import type { ClaimOutcome } from '../../schema/commands.ts';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import { type ClaimCommand, decide } from '../../schema/domain/claims/decide.ts';
import type { FacilityNews } from '../../schema/domain/claims/facility-claim.ts';
import { holdAt } from '../../schema/domain/claims/lease.ts';
import { type ClaimVerb, refuseUnlessPossible } from '../../schema/domain/claims/life.ts';
import { proposalOn } from '../../schema/domain/claims/propose.ts';
import { localTime } from '../../schema/domain/dates.ts';
import { claimIdOf } from '../../schema/domain/ids.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import { isRefusal, type Refusal, refuse } from '../../schema/domain/refusal.ts';
import type { Decision, Want } from '../actor/book.ts';
import type { Data } from '../actor/journal.ts';
import { seal } from '../actor/seal.ts';
import type { TenantContext, TenantDid } from './handler.ts';
import { askedOf } from './judging/asked.ts';
import { judgingWants } from './judging/wants.ts';
import { enrolleeKey } from './memory/enrollees.ts';
import { linkKey } from './memory/network.ts';
import { only } from './memory/settings.ts';
import type { TenantMemory } from './memory.ts';
import { membersData, wantsTold } from './telling.ts';
import { toldOfClaim } from './told-of-claim.ts';

/** The claim; once it is known its facility's link, its member and whoever holds it. */
export function claimWants(memory: TenantMemory, number: string, { text = false } = {}): Want[] {
  const id = claimIdOf(number);
  if (id === null) return [];
  const wants: Want[] = [{ shelf: memory.claims, key: String(id) }];
  const claim = memory.claims.peek(String(id));
  if (!claim) return wants;
  wants.push({ shelf: memory.links, key: linkKey.facility(claim.facilityId) });
  if (text) wants.push(...wantsTold(memory, claim.enrolleeId));
  const hold = memory.leases.get(String(id));
  if (hold) wants.push({ shelf: memory.people.staff, key: hold.accountId });
  if (claim.reservedFor) wants.push({ shelf: memory.people.staff, key: claim.reservedFor.accountId });
  return wants;
}

/** The claim that another one names as the one it corrects. */
export function replacedWants(memory: TenantMemory, number: string | null | undefined): Want[] {
  const id = number ? claimIdOf(number) : null;
  return id === null ? [] : [{ shelf: memory.claims, key: String(id) }];
}

/** What judging a filed claim looks at. */
export function filedClaimWants(memory: TenantMemory, number: string): Want[] {
  const id = claimIdOf(number);
  const claim = id === null ? null : memory.claims.peek(String(id));
  const zone = memory.settings.peek(only)?.calendar.zone;
  return claim && zone !== undefined ? judgingWants(memory, askedOf(claim, zone)) : [];
}

/** The claim by its number, within the principal's reach; else `not_found`. */
export function findClaim(memory: TenantMemory, number: string, principal: Principal): Claim | Refusal {
  const id = claimIdOf(number);
  const claim = id === null ? null : memory.claims.get(String(id));
  const { kind, id: owner } = principal.organisation;
  const reached = claim && (kind !== 'facility' || claim.facilityId === owner);
  return reached && claim.number === number ? claim : refuse('not_found', `There is no claim ${number}.`);
}

/** `lease_held`, naming who holds the claim; or telling that one has to take it first. */
export function refuseUnlessHeld(claim: Claim, { memory, principal, at }: TenantContext): Refusal | null {
  if (principal.via === 'system') return null;
  const hold = holdAt(memory.leases.get(String(claim.id)), at);
  if (hold?.accountId === principal.id) return null;
  return hold
    ? heldBy(memory, claim, hold.accountId)
    : refuse('lease_held', `You do not hold claim ${claim.number}: take it first.`);
}

export function heldBy(memory: TenantMemory, claim: Claim, accountId: string): Refusal {
  const name = memory.people.staff.peek(accountId)?.name ?? 'Somebody else';
  return refuse(
    'lease_held',
    `${name} is working on claim ${claim.number}. It is free again when they finish or leave it.`,
  );
}

/** `lease_held`, naming for whom an answered claim waits. */
export function waitsFor(
  memory: TenantMemory,
  claim: Claim,
  { accountId, until }: NonNullable<Claim['reservedFor']>,
): Refusal {
  const name = memory.people.staff.peek(accountId)?.name ?? 'Somebody else';
  const zone = memory.settings.peek(only)?.calendar.zone ?? 'UTC';
  return refuse(
    'lease_held',
    `Claim ${claim.number} waits for ${name}, who asked the query, until ${localTime(zone, until).slice(11, 16)}. Then it is free for all.`,
  );
}

/** What the journal says of a claim in clear; `tell` is the facility that is sent a message, where there is news for it. */
function claimData(memory: TenantMemory, claim: Claim, news: FacilityNews | null): Data {
  const portal = news !== null && memory.links.peek(linkKey.facility(claim.facilityId))?.portal;
  const { number, state, version, claimed, approved } = claim;
  return {
    number,
    state,
    version,
    claimed,
    approved,
    facility: claim.facilityId,
    ...(portal ? { tell: claim.facilityId } : {}),
  };
}

const outcomeOf = ({ number, state, version }: Claim): ClaimOutcome => ({ number, state, version });

/** A claim that is put otherwise is counted otherwise: by state and facility, by pile, by day and person, among the proposals. */
function countClaim(before: Claim | null, after: Claim, memory: TenantMemory): void {
  memory.tally.move(before, after, after.facilityId);
  memory.piles.move(before, after);
  memory.days.move(before, after, memory.settings.get(only)?.calendar.zone ?? 'UTC');
  const id = String(after.id);
  if (proposalOn(after)) memory.proposals.set(id, true);
  else if (memory.proposals.get(id)) memory.proposals.set(id, null);
}

/** Everything a changed claim changes with it: its row, the counts, what is told. */
export function changedClaim(
  before: Claim | null,
  after: Claim,
  news: FacilityNews | null,
  context: TenantContext,
) {
  const { memory } = context;
  if (before !== after) {
    memory.claims.put(after);
    countClaim(before, after, memory);
  }
  const did: TenantDid = { claim: after, ...(news ? { news } : {}) };
  return {
    outcome: outcomeOf(after),
    subject: `claim:${after.id}`,
    data: { ...claimData(memory, after, news), ...membersData(toldOfClaim(before, after, context)) },
    did,
  };
}

/** What was written to somebody about the claim, sealed with the member's key. */
export function sealedText(
  claim: Claim,
  text: string | undefined,
  { memory, random }: TenantContext,
): string | null {
  const person = memory.enrollees.peek(enrolleeKey.id(claim.enrolleeId));
  return text === undefined || !person ? null : seal(person, { text }, random(12));
}

interface Step {
  number: string;
  /** what it is refused as; left out: the decision itself says why not */
  verb?: ClaimVerb;
  command: ClaimCommand;
  news: FacilityNews;
  /** what was written, for the journal's sealed part */
  text?: string | undefined;
  /** whether only the one who holds the claim may */
  held?: boolean;
  /** what else becomes of the claim that was decided */
  then?: (claim: Claim) => Claim;
}

/** One step of a claim's life: found, possible, held, decided; then all that it changes. The lease ends with it. */
export function stepClaim(step: Step, context: TenantContext): Decision<ClaimOutcome, TenantDid> | Refusal {
  const { memory, principal, at } = context;
  const claim = findClaim(memory, step.number, principal);
  if (isRefusal(claim)) return claim;
  const no =
    (step.verb ? refuseUnlessPossible(claim, step.verb) : null) ??
    (step.held ? refuseUnlessHeld(claim, context) : null);
  if (no) return no;
  const settings = memory.settings.get(only);
  const reasons = memory.reasons.get(only);
  if (!settings || !reasons) return refuse('not_found', 'There is no such insurer.');
  const name = memory.people.staff.peek(principal.id)?.name ?? principal.name;
  const decided = decide(claim, step.command, { at, id: principal.id, name }, { ...settings, reasons });
  if (isRefusal(decided)) return decided;
  const after = step.then ? step.then(decided) : decided;
  memory.leases.set(String(claim.id), null);
  return { ...changedClaim(claim, after, step.news, context), sealed: sealedText(claim, step.text, context) };
}
