import {
  facilityPermissions,
  type Permission,
  type Principal,
  tenantPermissions,
} from '../../schema/domain/permissions.ts';
import { type Refusal, refuse } from '../../schema/domain/refusal.ts';
import type { IssueApiKey, PutStaff, RevokeApiKey } from '../../schema/forms/organisation.ts';
import type { People } from './authorize.ts';
import type { Context, Want } from './book.ts';
import type { Data } from './journal.ts';

/** The commands on people and keys that tenant and facility have in common: what they want, and what they change. */

interface Changed<Outcome> {
  outcome: Outcome;
  subject: string;
  data: Data;
  did: { changedAccount?: string };
}

export const putStaffWants = (people: People, input: PutStaff): Want[] => [
  { shelf: people.staff, key: input.accountId },
  { shelf: people.roles, key: input.roleKey },
];

/** Adds somebody, or changes their role or state; their open sockets are closed, so that it works at once. */
export function putStaff(people: People, input: PutStaff): Changed<{ accountId: string }> | Refusal {
  const { accountId, name, email, roleKey, state } = input;
  if (!people.roles.get(roleKey)) {
    const message = `There is no role ${roleKey}.`;
    return refuse('invalid', message, [{ field: 'roleKey', message }]);
  }
  const known = people.staff.get(accountId) !== null;
  people.staff.put({ accountId, name, email, roleKey, state });
  return {
    outcome: { accountId },
    subject: `staff:${accountId}`,
    data: { accountId, roleKey, state },
    did: known ? { changedAccount: accountId } : {},
  };
}

const catalogues = { tenant: tenantPermissions, facility: facilityPermissions };

/** Whether all of this is what they may do themselves; the system gives whatever a catalogue has. */
function mayGive(people: People, giver: Principal, scopes: readonly Permission[]): boolean {
  if (giver.via === 'system') return true;
  const own = people.permissionsOf(giver) ?? [];
  return scopes.every((scope) => own.includes(scope));
}

/**
 * A new key. Its scopes are permissions of the organisation's catalogue, and none that whoever makes it has not; the
 * secret's hash goes on to the directory.
 */
export function issueApiKey(
  people: People,
  kind: 'tenant' | 'facility',
  input: IssueApiKey,
  { at, principal }: Context & { principal: Principal },
): Changed<{ id: string }> | Refusal {
  const { id, name, scopes, secretHash } = input;
  const catalogue: readonly Permission[] = catalogues[kind];
  const known = catalogue.filter((permission) => scopes.includes(permission));
  if (known.length !== new Set(scopes).size) {
    const message = 'A scope is not a permission of this organisation.';
    return refuse('invalid', message, [{ field: 'scopes', message }]);
  }
  if (!mayGive(people, principal, known)) {
    const message = 'A key can do what you may do yourself, and no more. Choose fewer scopes.';
    return refuse('invalid', message, [{ field: 'scopes', message }]);
  }
  if (people.apiKeys.get(id))
    return refuse('invalid', 'There is a key with this id.', [
      { field: 'id', message: 'There is a key with this id.' },
    ]);
  people.apiKeys.put({ id, name, scopes: known, createdAt: at, revokedAt: null });
  return { outcome: { id }, subject: `api-key:${id}`, data: { id, scopes: known, secretHash }, did: {} };
}

/** Ends a key; one that is ended stays as it is. */
export function revokeApiKey(
  people: People,
  { id }: RevokeApiKey,
  { at }: Context,
): Changed<{ id: string }> | Refusal {
  const key = people.apiKeys.get(id);
  if (!key) return refuse('not_found', 'There is no such key.');
  if (key.revokedAt === null) people.apiKeys.put({ ...key, revokedAt: at });
  return { outcome: { id }, subject: `api-key:${id}`, data: { id }, did: {} };
}
