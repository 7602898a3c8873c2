import { makeId } from '../../schema/domain/ids.ts';
import type { OpenTenant } from '../../schema/forms/organisation.ts';
import type { PutFacility } from '../../schema/forms/put-facility.ts';

export type FacilityKey = 'lagoon-view' | 'marigold' | 'baobab';

/** One facility of the demo; every name in the demo is invented. */
export interface DemoFacility {
  key: FacilityKey;
  id: string;
  profile: Omit<PutFacility, 'externalId'>;
  /** what was agreed with it, in percent of the tenant's standard prices */
  pricePercent: number;
  practitioners: readonly { name: string; licence: string }[];
}

const MADE_AT = Date.UTC(2026, 0, 5, 8);

/** The n-th fixed id: made like any other, but the same in every demo. */
export function demoId(n: number): string {
  return makeId(
    MADE_AT,
    Uint8Array.from({ length: 10 }, (_, place) => (n * 37 + place * 11) & 255),
  );
}

export const demoTenant: { id: string; open: OpenTenant } = {
  id: demoId(1),
  open: {
    slug: 'meridian',
    name: 'Meridian Health',
    prefix: 'MER',
    currency: 'NGN',
    zone: 'Africa/Lagos',
    filingWindowDays: 90,
  },
};

const practitioner = (name: string, number: number) => ({ name, licence: `LIC-${number}` });

export const demoFacilities: readonly DemoFacility[] = [
  {
    key: 'lagoon-view',
    id: demoId(2),
    profile: {
      name: 'Lagoon View Hospital, Ikeja',
      kind: 'hospital',
      level: 'secondary',
      address: '14 Palm Court Close',
      city: 'Ikeja',
      state: 'Lagos',
      phone: '0800 000 9100',
      licence: 'LAG-HOS-0142',
      latitude: 6.6,
      longitude: 3.35,
    },
    pricePercent: 105,
    practitioners: [
      practitioner('Dr Yetunde Oladipo', 20417),
      practitioner('Dr Kabiru Sani', 21880),
      practitioner('Dr Amaka Nwachukwu', 23106),
      practitioner('Dr Seun Adebayo', 24913),
    ],
  },
  {
    key: 'marigold',
    id: demoId(3),
    profile: {
      name: 'Marigold Clinic, Surulere',
      kind: 'clinic',
      level: 'primary',
      address: '3 Hibiscus Lane',
      city: 'Surulere',
      state: 'Lagos',
      phone: '0800 000 9200',
      licence: 'LAG-CLN-0877',
      latitude: 6.5,
      longitude: 3.36,
    },
    pricePercent: 95,
    practitioners: [practitioner('Dr Emeka Okafor', 19822), practitioner('Dr Ronke Alabi', 25540)],
  },
  {
    key: 'baobab',
    id: demoId(4),
    profile: {
      name: 'Baobab Specialist Hospital, Lekki',
      kind: 'hospital',
      level: 'tertiary',
      address: '27 Tidewater Crescent',
      city: 'Lekki',
      state: 'Lagos',
      phone: '0800 000 9300',
      licence: 'LAG-HOS-0311',
      latitude: 6.44,
      longitude: 3.47,
    },
    pricePercent: 125,
    practitioners: [
      practitioner('Dr Zainab Yusuf', 17304),
      practitioner('Dr Osagie Ehigie', 18251),
      practitioner('Dr Nnamdi Ibe', 22067),
      practitioner('Dr Bisi Coker', 22719),
      practitioner('Dr Hauwa Garba', 26188),
    ],
  },
];

/** The facility of that key. */
export function demoFacility(key: FacilityKey): DemoFacility {
  const found = demoFacilities.find((facility) => facility.key === key);
  if (!found) throw new RangeError(`no facility ${key} in the demo`);
  return found;
}
