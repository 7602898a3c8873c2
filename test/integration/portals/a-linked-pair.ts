import type { PutPlanVersion } from '../../../schema/forms/plans.ts';
import { fullCover } from '../../support/full-cover.ts';
import { command } from '../isolation/machine.ts';
import { aHouse } from '../isolation/organisations.ts';

/** A tenant with a client and a plan, and a clinic that files consultations with it; names begin with `word`. */
export async function aLinkedPair(
  word: string,
  client: { code: string; name: string },
  plan: PutPlanVersion = fullCover,
) {
  const house = await aHouse('tenant', word);
  const clinic = await aHouse('facility', word);
  const profile = { name: `${word} Clinic`, kind: 'clinic' } as const;
  await command(house, [
    { type: 'PutClient', input: client },
    {
      type: 'LinkFacility',
      input: { facilityId: clinic.id, externalId: word.toLowerCase(), profile },
    },
    {
      type: 'PutService',
      input: {
        externalId: 'CONS',
        name: 'Consultation',
        group: 'consultation',
        unit: 'each',
        price: 500_000,
        currency: 'NGN',
        active: true,
      },
    },
    { type: 'PutPlanVersion', input: plan },
  ]);
  const link = { tenantId: house.id, slug: house.slug, currency: 'NGN', zone: 'Africa/Lagos' };
  await command(clinic, [{ type: 'LinkTenant', input: { ...link, name: `${word} Health` } }]);
  return { house, clinic };
}
