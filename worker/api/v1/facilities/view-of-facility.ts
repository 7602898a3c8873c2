import type { FacilityView } from '../../../../schema/api/network-views.ts';
import type { FacilityProfile } from '../../../../schema/tables/tenant/network.ts';

/** A facility's profile in the API's words. */
export function viewOfFacility(externalId: string, profile: FacilityProfile): FacilityView {
  return {
    externalId,
    name: profile.name,
    kind: profile.kind,
    level: profile.level ?? null,
    address: profile.address ?? null,
    city: profile.city ?? null,
    state: profile.state ?? null,
    phone: profile.phone ?? null,
    licence: profile.licence ?? null,
    licenceUntil: profile.licenceUntil ?? null,
    accreditedUntil: profile.accreditedUntil ?? null,
    latitude: profile.latitude ?? null,
    longitude: profile.longitude ?? null,
  };
}

/** The facility of the reference's examples. */
export const exampleFacility = {
  name: 'Lagoon Hospital, Ikeja',
  kind: 'hospital',
  level: 'secondary',
  address: '17 Bourdillon Road',
  city: 'Ikeja',
  state: 'Lagos',
  licence: 'HEFAMAA/2291',
  licenceUntil: '2027-12-31',
  latitude: 6.6,
  longitude: 3.35,
} as const;
