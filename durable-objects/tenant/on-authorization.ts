import type { AuthorizationOutcome } from '../../schema/authorization-commands.ts';
import {
  type Authorization,
  authorizationIdOf,
  isWaiting,
} from '../../schema/domain/authorizations/authorization.ts';
import type { AuthorizationNews } from '../../schema/domain/authorizations/facility-authorization.ts';
import { timed } from '../../schema/domain/authorizations/timed.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import { type Refusal, refuse } from '../../schema/domain/refusal.ts';
import type { Want } from '../actor/book.ts';
import type { Data } from '../actor/journal.ts';
import { seal } from '../actor/seal.ts';
import { toldOfRequest } from './authorizing/told-members.ts';
import { requestFlagsMoved } from './flagging.ts';
import type { TenantContext, TenantDid } from './handler.ts';
import { authorizationKey } from './memory/authorizations.ts';
import { enrolleeKey } from './memory/enrollees.ts';
import { linkKey } from './memory/network.ts';
import { only } from './memory/settings.ts';
import type { TenantMemory } from './memory.ts';
import { membersData, wantsTold } from './telling.ts';

/** The request as far as it is in memory; null: there is none by this number, undefined: it is not loaded. */
export function peekAuthorization(memory: TenantMemory, number: string): Authorization | null | undefined {
  const id = authorizationIdOf(number);
  return id === null ? null : memory.authorizations.peek(authorizationKey.id(id));
}

/** The request; once it is known its facility's link and its member. */
export function authorizationWants(memory: TenantMemory, number: string): Want[] {
  const id = authorizationIdOf(number);
  if (id === null) return [];
  const wants: Want[] = [{ shelf: memory.authorizations, key: authorizationKey.id(id) }];
  const found = memory.authorizations.peek(authorizationKey.id(id));
  if (!found) return wants;
  wants.push({ shelf: memory.links, key: linkKey.facility(found.facilityId) });
  wants.push(...wantsTold(memory, found.enrolleeId));
  return wants;
}

/** Whether what is kept of an organisation is within its reach: all of the tenant's, a facility's and an enrollee's own. */
function reaches(
  { kind, id }: Principal['organisation'],
  { facilityId, enrolleeId }: Authorization,
): boolean {
  if (kind === 'facility') return facilityId === id;
  return kind === 'tenant' || id.endsWith(`.${enrolleeId}`);
}

/** The request by its number, within the principal's reach; else `not_found`. */
export function findAuthorization(
  memory: TenantMemory,
  number: string,
  { organisation }: Principal,
): Authorization | Refusal {
  const id = authorizationIdOf(number);
  const found = id === null ? null : memory.authorizations.get(authorizationKey.id(id));
  const isFound = found && found.number === number && reaches(organisation, found);
  return isFound ? found : refuse('not_found', `There is no request ${number}.`);
}

/** What the journal says of a request in clear; `tell` is the facility that is sent a message, where there is news for it. */
function dataOf(memory: TenantMemory, one: Authorization, news: AuthorizationNews | null): Data {
  const portal = news !== null && memory.links.peek(linkKey.facility(one.facilityId))?.portal;
  const { id, number, state, version, requested, approved, facilityId: facility } = one;
  return {
    number,
    state,
    version,
    requested,
    approved,
    facility,
    authorizations: [id],
    ...(portal ? { tell: facility, says: news } : {}),
  };
}

const outcomeOf = ({ number, state, version, code }: Authorization): AuthorizationOutcome => ({
  number,
  state,
  version,
  ...(code === null ? {} : { code }),
});

/**
 * Everything a changed request changes with it: its row, what is told, when something happens with it next. `before` is null
 * for one that is new; `news` is what its facility is told, if anything.
 */
export function changedAuthorization(
  before: Authorization | null,
  after: Authorization,
  news: AuthorizationNews | null,
  context: TenantContext,
) {
  const { memory } = context;
  const kept = before === after ? after : timed(after, memory.settings.get(only)?.calendar.zone ?? 'UTC');
  if (before !== after) {
    memory.authorizations.put(kept);
    memory.waitingRequests.set(String(kept.id), isWaiting(kept) ? true : null);
  }
  requestFlagsMoved(before?.flags ?? [], kept, context);
  const did: TenantDid = { authorizations: [kept] };
  return {
    outcome: outcomeOf(kept),
    subject: `authorization:${kept.id}`,
    data: { ...dataOf(memory, kept, news), ...membersData(toldOfRequest(before, kept, context)) },
    did,
  };
}

/** What is personal, or was written to somebody, sealed with the member's key. */
export function sealedOf(
  { enrolleeId }: Authorization,
  content: object,
  { memory, random }: TenantContext,
): string | null {
  const person = memory.enrollees.peek(enrolleeKey.id(enrolleeId));
  return person ? seal(person, content, random(12)) : null;
}
