import { env } from 'cloudflare:workers';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { openDirectory } from '../../../worker/directory/directory.ts';
import { done, type Tenant } from './a-tenant.ts';

/** Opens the facility that a tenant's people name, with one clerk and its half of the link. */
export async function anOpenFacility(
  tenant: Tenant,
): Promise<{ facilityId: string; clerk: Principal; desk: Principal }> {
  await openDirectory(env);
  const { organisation } = tenant.facility;
  const facilityId = organisation.id;
  const system: Principal = { id: 'system', name: 'Vetra', via: 'system', organisation, permissions: [] };
  const person = (accountId: string, name: string, roleKey: string) =>
    ({
      type: 'PutStaff',
      input: { accountId, name, email: `${accountId}@${facilityId}.example`, roleKey, state: 'ACTIVE' },
    }) as const;
  const commands = [
    { type: 'OpenFacility', input: { name: 'Sunrise Clinic', kind: 'clinic' } } as const,
    {
      type: 'LinkTenant',
      input: { tenantId: tenant.id, slug: 'test', name: 'Test HMO', currency: 'NGN', zone: 'Africa/Lagos' },
    } as const,
    person('clerk', 'Chi Clerk', 'billing'),
    person('desk', 'Dele Desk', 'front-desk'),
  ];
  const actor = env.FACILITY.get(env.FACILITY.idFromName(facilityId));
  const envelopes = commands.map((each, i) => ({
    id: `open-${facilityId}-${i}`,
    principal: system,
    command: each,
  }));
  for (const answer of await actor.executeAll(envelopes)) done(answer);
  const session = (id: string, name: string): Principal => ({
    id,
    name,
    via: 'session',
    organisation,
    permissions: [],
  });
  return { facilityId, clerk: session('clerk', 'Chi Clerk'), desk: session('desk', 'Dele Desk') };
}
