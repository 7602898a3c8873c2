import type { OrganisationRef, Principal } from '../../schema/domain/permissions.ts';
import { seededRoles } from '../../schema/domain/roles.ts';
import { demoFacility, demoTenant } from './organisations.ts';
import { type DemoMembership, demoPeople } from './people.ts';

/** The organisation that somebody works for. */
export function organisationOf(at: DemoMembership['at']): OrganisationRef & { kind: 'tenant' | 'facility' } {
  return at === 'meridian'
    ? { kind: 'tenant', id: demoTenant.id }
    : { kind: 'facility', id: demoFacility(at).id };
}

/**
 * Somebody of the demo as the product knows them when they act, with the permissions of their role. `via` says that the
 * system does it in their name: only so may a command carry a moment of its own.
 */
export function actingAs(accountId: string, at: DemoMembership['at']): Principal {
  const person = demoPeople.find((each) => each.accountId === accountId);
  const roleKey = person?.memberships.find((membership) => membership.at === at)?.roleKey;
  const organisation = organisationOf(at);
  const role = seededRoles[organisation.kind].find(({ key }) => key === roleKey);
  if (!person || !role) throw new RangeError(`nobody with account ${accountId} works at ${at} in the demo`);
  return { id: accountId, name: person.name, via: 'system', organisation, permissions: role.permissions };
}
