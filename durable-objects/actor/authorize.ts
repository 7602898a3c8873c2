import { type Gate, opensForFacility, opensForTenant } from '../../schema/domain/command-permissions.ts';
import type { PortalAccount } from '../../schema/domain/members/enrollee.ts';
import type { LinkLife } from '../../schema/domain/network/link.ts';
import {
  enrolleePermissions,
  type OrganisationRef,
  type Permission,
  type Principal,
} from '../../schema/domain/permissions.ts';
import { type Refusal, refuse } from '../../schema/domain/refusal.ts';
import type { Role } from '../../schema/domain/roles.ts';
import type { Want } from './book.ts';
import { type ApiKey, apiKeyKind, roleKind, type Staff, staffKind } from './people.ts';
import { Shelf } from './shelf.ts';

/** The organisation's own people, their roles and its keys, as far as they are in memory. */
export class People {
  readonly roles = new Shelf<Role>(roleKind);
  readonly staff = new Shelf<Staff>(staffKind);
  readonly apiKeys = new Shelf<ApiKey>(apiKeyKind);

  get layers() {
    return [this.roles, this.staff, this.apiKeys];
  }

  /** What must be in memory to know what a principal of the organisation itself may do. */
  wants(principal: Principal): Want[] {
    if (principal.via === 'system') return [];
    if (principal.via === 'key') return [{ shelf: this.apiKeys, key: principal.id }];
    const person: Want = { shelf: this.staff, key: principal.id };
    const roleKey = this.staff.peek(principal.id)?.roleKey;
    return roleKey === undefined ? [person] : [person, { shelf: this.roles, key: roleKey }];
  }

  /** What they may do by the organisation's own record; null: they are none of its people, or no longer. */
  permissionsOf(principal: Principal): readonly Permission[] | null {
    if (principal.via === 'key') {
      const key = this.apiKeys.get(principal.id);
      return key && key.revokedAt === null ? key.scopes : null;
    }
    const person = this.staff.get(principal.id);
    if (person?.state !== 'ACTIVE') return null;
    return this.roles.get(person.roleKey)?.permissions ?? null;
  }
}

/** Whether one of the organisation's own people, or keys, has a permission; the system has all. */
export function holds(people: People, principal: Principal, permission: Permission): boolean {
  return principal.via === 'system' || people.permissionsOf(principal)?.includes(permission) === true;
}

const outside = (): Refusal => refuse('not_found', 'There is nothing here by this name.');

/** May one of the organisation's own people, or one of its keys, send this command? Absent means no. */
export function refuseUnlessOwn(
  people: People,
  principal: Principal,
  own: OrganisationRef,
  gate: Gate,
): Refusal | null {
  if (principal.via === 'system') return null;
  const { kind, id } = principal.organisation;
  if (kind !== own.kind || id !== own.id) return outside();
  const permissions = people.permissionsOf(principal);
  const opens = (has: readonly Permission[]) =>
    own.kind === 'tenant' ? opensForTenant(gate, has) : opensForFacility(gate, has);
  if (permissions && (gate.anyone || opens(permissions))) return null;
  return refuse('forbidden', 'Your role does not allow this. Ask an administrator of your organisation.');
}

/**
 * May a linked facility's person, or its key, send this to the tenant? The facility's own actor has checked their role.
 * Once a link was in force, what was done then can be claimed and asked about for good.
 */
export function refuseUnlessLinked(
  link: Pick<LinkLife, 'inForce'> | null,
  principal: Principal,
  gate: Gate,
): Refusal | null {
  const isKnown = link !== null && (gate.unlinked === true || link.inForce.length > 0);
  const may = opensForFacility(gate, principal.permissions);
  if (!isKnown) return gate.unlinked && may ? null : outside();
  if (may) return null;
  return refuse('forbidden', 'Your role does not allow this. Ask an administrator of your organisation.');
}

/** May an enrollee send this, by the account their insurer has on record for them? */
export function refuseUnlessCovered(
  portal: PortalAccount | null,
  principal: Principal,
  { enrollee }: Gate,
): Refusal | null {
  const isTheirs = portal?.state === 'ACTIVE' && portal.accountId === principal.id;
  if (!isTheirs || enrollee === undefined) return outside();
  return enrolleePermissions.some((each) => each === enrollee) ? null : outside();
}
