import { alwaysInForce, type LinkLife } from '../../../../schema/domain/network/link.ts';
import type { FacilityProfile } from '../../../../schema/tables/tenant/network.ts';
import { hostile, now } from '../claims/samples.ts';

export const today = '2026-11-25';

export const profile: FacilityProfile = {
  name: `Sunrise Clinic ${hostile}`,
  kind: 'clinic',
  level: 'primary',
  address: hostile,
  city: 'Ikeja',
  state: 'Lagos',
  phone: '0800 000 9100',
  latitude: -6.5,
  longitude: 3.35,
  licence: 'LAG-1',
  licenceUntil: '2026-11-24',
  accreditedUntil: '2026-12-31',
};

/** Asked for by the facility, accepted, suspended and reinstated. */
export const link: LinkLife = {
  ...alwaysInForce,
  version: 4,
  askedBy: 'facility',
  askedAt: now,
  inForce: [
    { from: '2026-01-01', to: '2026-03-31' },
    { from: '2026-05-01', to: null },
  ],
  history: [
    { at: now, state: 'REQUESTED', side: 'facility', by: hostile, reason: hostile },
    { at: now, state: 'APPROVED', side: 'tenant', by: 'Ada Obi', reason: null },
    { at: now, state: 'SUSPENDED', side: 'tenant', by: 'Ada Obi', reason: 'Papers.' },
    { at: now, state: 'APPROVED', side: null, by: 'Vetra', reason: null },
  ],
};

export const requested: LinkLife = { ...link, state: 'REQUESTED', inForce: [], startsOn: '2026-12-01' };

export const prices = [
  {
    service: 'CON-001',
    name: hostile,
    unit: 'each',
    price: 750_000,
    since: '0001-01-01',
    standard: 700_000,
    next: '2027-01-01',
    nextPrice: null,
  },
  {
    service: 'LAB-014',
    name: 'Malaria parasite',
    unit: 'each',
    price: null,
    since: null,
    standard: null,
    next: null,
    nextPrice: null,
  },
];
