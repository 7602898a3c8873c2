import { addDays, type CalendarDate } from '../../schema/domain/dates.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import type { DraftBody } from '../../schema/forms/draft.ts';
import { type DemoEnrollee, demoEnrollees } from './enrollees.ts';
import { demoFacility, demoId, demoTenant, type FacilityKey } from './organisations.ts';
import { demoStaff } from './people.ts';
import { standardPrice } from './services.ts';

/** Something somebody at a facility began to enter. The member id is given when the tenant has issued it. */
interface DemoDraft {
  draftId: string;
  facility: FacilityKey;
  /** account of the person who is entering it */
  by: string;
  enrolleeExternalId: string;
  body: DraftBody;
}

interface Entered {
  facility: FacilityKey;
  roleKey: string;
  enrollee: number;
  daysAgo: number;
  encounterType: string;
  practitioner: number;
  diagnoses: string[];
  /** service and quantity; a service without one is still to be completed */
  lines: [service: string, quantity: string][];
}

const entered: readonly Entered[] = [
  {
    facility: 'lagoon-view',
    roleKey: 'front-desk',
    enrollee: 12,
    daysAgo: 1,
    encounterType: 'outpatient',
    practitioner: 1,
    diagnoses: ['B54'],
    lines: [
      ['CON-001', '1'],
      ['LAB-101', '1'],
      ['PHA-101', ''],
    ],
  },
  {
    facility: 'lagoon-view',
    roleKey: 'front-desk',
    enrollee: 61,
    daysAgo: 1,
    encounterType: 'emergency',
    practitioner: 2,
    diagnoses: [],
    lines: [['CON-005', '1']],
  },
  {
    facility: 'lagoon-view',
    roleKey: 'billing',
    enrollee: 33,
    daysAgo: 2,
    encounterType: 'outpatient',
    practitioner: 0,
    diagnoses: ['I10', 'E78.5'],
    lines: [
      ['CON-003', '1'],
      ['LAB-160', '1'],
      ['PHA-130', '2'],
    ],
  },
  {
    facility: 'marigold',
    roleKey: 'billing',
    enrollee: 87,
    daysAgo: 1,
    encounterType: 'outpatient',
    practitioner: 0,
    diagnoses: ['J06.9'],
    lines: [
      ['CON-001', '1'],
      ['PHA-110', '1'],
    ],
  },
  {
    facility: 'marigold',
    roleKey: 'front-desk',
    enrollee: 120,
    daysAgo: 1,
    encounterType: '',
    practitioner: 1,
    diagnoses: [],
    lines: [],
  },
  {
    facility: 'baobab',
    roleKey: 'billing',
    enrollee: 145,
    daysAgo: 3,
    encounterType: 'inpatient',
    practitioner: 2,
    diagnoses: ['K35.80'],
    lines: [
      ['PRO-301', '1'],
      ['ADM-001', '3'],
      ['ADM-003', '3'],
      ['PHA-124', '6'],
    ],
  },
  {
    facility: 'baobab',
    roleKey: 'billing',
    enrollee: 178,
    daysAgo: 1,
    encounterType: 'dental',
    practitioner: 3,
    diagnoses: ['K02.9'],
    lines: [
      ['CON-006', '1'],
      ['DEN-020', '1'],
    ],
  },
];

function bodyOf(entry: Entered, enrollee: DemoEnrollee, today: CalendarDate): DraftBody {
  const date = addDays(today, -entry.daysAgo);
  const practitioner = demoFacility(entry.facility).practitioners[entry.practitioner];
  return {
    tenantId: demoTenant.id,
    memberId: '',
    birthDate: enrollee.birthDate,
    encounterType: entry.encounterType,
    startedAt: `${date}T09:30`,
    endedAt: '',
    practitionerName: practitioner?.name ?? '',
    practitionerLicence: practitioner?.licence ?? '',
    referral: '',
    otherPayer: '',
    accident: entry.encounterType === 'emergency',
    diagnoses: entry.diagnoses.map((code) => ({ code })),
    lines: entry.lines.map(([service, quantity]) => ({
      service,
      quantity,
      unitPrice: formatMoney(standardPrice(service), 'NGN'),
      serviceDate: date,
    })),
  };
}

/** Drafts as they lie at the facilities: some nearly done, some hardly begun. */
export function demoDrafts(today: CalendarDate): DemoDraft[] {
  const enrollees = demoEnrollees(today);
  return entered.flatMap((entry, index) => {
    const enrollee = enrollees[entry.enrollee];
    const [author] = demoStaff(entry.facility, entry.roleKey);
    if (!enrollee || !author) return [];
    return {
      draftId: demoId(501 + index),
      facility: entry.facility,
      by: author.accountId,
      enrolleeExternalId: enrollee.externalId,
      body: bodyOf(entry, enrollee, today),
    };
  });
}
