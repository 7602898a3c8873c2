import type { z } from 'zod';
import type { OpenFacility } from '../../schema/forms/organisation.ts';
import { StatedFault } from '../stated-fault.ts';
import type { facilityArguments } from './forms.ts';
import { facilityNamed, linkedAs, tenantBySlug } from './look-up.ts';
import { derivedId, employ, issueKey, type Opener, perform } from './opener.ts';

type Given = z.output<typeof facilityArguments>;

function profileOf({ name, kind, level, address, city, state, phone, licence }: Given): OpenFacility {
  return { name, kind, level, address, city, state, phone, licence };
}

/** Both halves: the tenant says whom it works with, and the facility with whom it may file claims. */
async function link(
  opener: Opener,
  facilityId: string,
  profile: OpenFacility,
  { tenant: slug, 'external-id': externalId }: Given,
  tenantId: string,
): Promise<void> {
  const tenant = await linkedAs(opener.open(`tenant-${tenantId}`));
  // The tenant's half first: it is the one that can be refused.
  const input = { facilityId, externalId, profile };
  await perform(opener, { kind: 'tenant', id: tenantId }, { type: 'LinkFacility', input });
  const facility = { kind: 'facility', id: facilityId } as const;
  await perform(opener, facility, { type: 'LinkTenant', input: { tenantId, ...tenant } });
  opener.say(`It is linked with ${tenant.name} (${slug}).`);
}

/** Opens a facility with its owner and links it with a tenant; what is there already is left as it is. */
export async function openFacility(opener: Opener, given: Given): Promise<void> {
  const { name, city } = given;
  const tenant = await tenantBySlug(opener.open('directory'), given.tenant);
  if (!tenant) throw new StatedFault(`There is no tenant ${given.tenant}: open it first.`);
  const known = await facilityNamed(opener.open('directory'), name, city);
  const profile = known?.profile ?? profileOf(given);
  const id = known?.id ?? derivedId('facility', name.toLowerCase(), city.toLowerCase());
  const facility = { kind: 'facility', id } as const;
  if (known) opener.say(`${profile.name}, ${city} was open already and stays as it is.`);
  else {
    await perform(opener, facility, { type: 'OpenFacility', input: profile });
    opener.say(`${name}, ${city} is open.`);
  }
  await link(opener, id, profile, given, tenant.id);
  await employ(opener, facility, {
    name: given['owner-name'],
    email: given['owner-email'],
    roleKey: 'owner',
  });
  await issueKey(opener, facility, given);
}
