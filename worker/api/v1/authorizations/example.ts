import type { AuthorizationReceipt, AuthorizationView } from '../../../../schema/api/authorization-view.ts';
import { exampleClaim, exampleRequest } from '../claims/example.ts';

const { memberId, birthDate, practitionerName, facilityExternalId } = exampleRequest;

/** A facility asks for an ultrasound. */
export const exampleAsking = {
  externalId: 'req-2291',
  facilityExternalId,
  memberId,
  birthDate,
  encounterType: 'outpatient',
  urgency: 'URGENT',
  serviceDate: '2027-01-14',
  practitionerName,
  diagnoses: [{ code: 'R10.1', system: 'ICD-10' }],
  lines: [{ service: 'IMG-USS-ABD', quantity: 1, unitPrice: 1500000 }],
  currency: 'NGN',
  notes: 'Pain in the upper abdomen for five days; the blood tests are in the file.',
};

/** What filing it answers. */
export const exampleReceipt: AuthorizationReceipt = {
  number: 'PA-27-000123',
  state: 'REQUESTED',
  version: 1,
  code: null,
};

/** The same request after it was granted. */
export const exampleAuthorization: AuthorizationView = {
  number: exampleReceipt.number,
  externalId: exampleAsking.externalId,
  state: 'APPROVED',
  version: 2,
  facilityExternalId: exampleClaim.facilityExternalId,
  facilityName: exampleClaim.facilityName,
  memberId: exampleClaim.memberId,
  enrolleeExternalId: null,
  enrolleeName: exampleClaim.enrolleeName,
  encounterType: 'outpatient',
  urgency: 'URGENT',
  serviceDate: exampleAsking.serviceDate,
  happenedAt: null,
  practitionerName: exampleClaim.practitionerName,
  diagnoses: [{ code: 'R10.1', system: 'ICD-10', name: 'Pain localized to upper abdomen' }],
  referral: null,
  currency: 'NGN',
  requested: 1500000,
  approved: 1500000,
  lines: [
    {
      line: 1,
      service: 'IMG-USS-ABD',
      name: 'Abdominal ultrasound',
      quantity: 1,
      unitPrice: 1500000,
      requested: 1500000,
      recommended: { quantity: 1, approved: 1500000 },
      findings: [],
      approvedQuantity: 1,
      approved: 1500000,
      reasons: [],
      left: { quantity: 1, amount: 1500000 },
    },
  ],
  requestedAt: '2027-01-12T08:02:11.480Z',
  dueAt: null,
  clockStands: false,
  breachReference: null,
  decidedAt: '2027-01-12T08:14:05.911Z',
  rule: null,
  code: 'MER-PA-270112-K7QX2M',
  validFrom: '2027-01-12',
  validTo: '2027-01-26',
  admission: null,
  reasons: [],
  wanted: [],
  attachments: [],
  conversation: [
    {
      at: '2027-01-12T08:02:11.480Z',
      from: 'facility',
      by: 'Billing system',
      kind: 'note',
      text: exampleAsking.notes,
    },
  ],
  appeals: [],
  history: [
    { at: '2027-01-12T08:02:11.480Z', what: 'requested', by: 'Billing system' },
    { at: '2027-01-12T08:14:05.911Z', what: 'approved', by: null },
  ],
};
