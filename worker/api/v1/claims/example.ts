import type { ClaimReceipt, ClaimView } from '../../../../schema/api/claim-view.ts';

/** The claim of the reference's examples, as it is filed. */
export const exampleRequest = {
  externalId: 'visit-2026-11-20-0042',
  facilityExternalId: 'lagoon-ikeja',
  memberId: 'MER-DANG-00042-P',
  birthDate: '1988-04-17',
  encounterType: 'outpatient',
  startedAt: '2026-11-20T09:30:00+01:00',
  endedAt: '2026-11-20T10:05:00+01:00',
  practitionerName: 'Dr Amaka Obi',
  practitionerLicence: 'MDCN-48210',
  diagnoses: [{ code: 'B54', system: 'ICD-10' }],
  lines: [
    { service: 'CONS-GP', quantity: 1, unitPrice: 500000 },
    { service: 'LAB-MPS', quantity: 1, unitPrice: 250000 },
    { service: 'DRUG-ACT', quantity: 2, unitPrice: 120000 },
  ],
  currency: 'NGN',
  total: 990000,
};

/** What filing it answers. */
export const exampleReceipt: ClaimReceipt = {
  number: 'CLM-26-000042',
  externalId: exampleRequest.externalId,
  state: 'RECEIVED',
  version: 1,
  currency: 'NGN',
  claimed: 990000,
};

const line = (nth: number, service: string, name: string, quantity: number, unitPrice: number) => ({
  line: nth,
  service,
  name,
  serviceDate: '2026-11-20',
  quantity,
  unitPrice,
  claimed: quantity * unitPrice,
  approvedQuantity: quantity,
  approved: quantity * unitPrice,
  reasons: [],
  enrolleeShare: 0,
  facilityShare: 0,
  recommended: { quantity, approved: quantity * unitPrice },
  findings: [],
});

/** The same claim after it was approved. */
export const exampleClaim: ClaimView = {
  ...exampleReceipt,
  state: 'APPROVED',
  version: 3,
  outcome: 'FULL',
  facilityExternalId: exampleRequest.facilityExternalId,
  facilityName: 'Lagoon Hospital, Ikeja',
  memberId: exampleRequest.memberId,
  enrolleeExternalId: null,
  enrolleeName: 'Chidinma Eze',
  encounterType: 'outpatient',
  encounterId: null,
  startedAt: '2026-11-20T08:30:00.000Z',
  endedAt: '2026-11-20T09:05:00.000Z',
  serviceDate: '2026-11-20',
  billingMonth: '2026-11',
  practitionerName: exampleRequest.practitionerName,
  practitionerLicence: exampleRequest.practitionerLicence,
  diagnoses: [{ code: 'B54', system: 'ICD-10', name: 'Unspecified malaria' }],
  accident: false,
  otherPayer: null,
  referral: null,
  approved: 990000,
  lines: [
    line(1, 'CONS-GP', 'General practice consultation', 1, 500000),
    line(2, 'LAB-MPS', 'Malaria parasite smear', 1, 250000),
    line(3, 'DRUG-ACT', 'Artemether-lumefantrine', 2, 120000),
  ],
  attachments: [],
  corrections: [],
  wanted: [],
  queriedAt: null,
  replaces: null,
  replacedBy: null,
  enteredBy: null,
  reasons: [],
  conversation: [],
  history: [
    { at: '2026-11-20T16:02:11.480Z', state: 'SUBMITTED', by: 'Billing system' },
    { at: '2026-11-20T16:02:11.480Z', state: 'RECEIVED', by: 'Vetra' },
    { at: '2026-11-23T08:12:40.020Z', state: 'IN_REVIEW', by: 'Tunde Bello' },
    { at: '2026-11-23T08:14:05.911Z', state: 'APPROVED', by: 'Tunde Bello' },
  ],
  submittedAt: '2026-11-20T16:02:11.480Z',
  receivedAt: '2026-11-20T16:02:11.480Z',
  dueAt: '2026-12-03T16:00:00.000Z',
  decidedAt: '2026-11-23T08:14:05.911Z',
};
