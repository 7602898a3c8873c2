import {
  type Claim,
  type ClaimLine,
  type ClaimState,
  plainClaim,
} from '../../../../schema/domain/claims/claim.ts';
import type { Decider } from '../../../../schema/domain/claims/deciding.ts';
import { seededReasonCodes } from '../../../../schema/domain/claims/reason-codes.ts';
import type { Submission } from '../../../../schema/domain/claims/submission.ts';
import type { FilingFacts } from '../../../../schema/domain/claims/submit.ts';
import { alwaysInForce } from '../../../../schema/domain/network/link.ts';
import { defaultRanking } from '../../../../schema/domain/tenant-settings.ts';
import { defaultCalendar } from '../../../../schema/domain/working-time.ts';

/** Tuesday 24 November 2026, 10:00 in Lagos. */
export const tuesday = Date.parse('2026-11-24T09:00:00Z');
export const hour = 3_600_000;

/** 12 hours × ₦8,000 of ₦500,000: by so much what `aSubmission` claims stands before its due moment. */
export const valueLead_ms = 691_200;

export const ada: Decider = { at: tuesday, id: 'ada', name: 'Ada Obi' };
export const clerk: Decider = { at: tuesday, id: 'clerk', name: 'Chi Clerk' };
export const reasons = new Map(seededReasonCodes.map((reason) => [reason.code, reason]));
export const rules = { calendar: defaultCalendar, claimSlaHours: 72, reasons, ...defaultRanking };

export function aSubmission(changes: Partial<Submission> = {}): Submission {
  return {
    memberId: 'TST-INDV-00001-P',
    birthDate: '1990-05-17',
    encounterType: 'outpatient',
    startedAt: '2026-11-20T08:30:00Z',
    practitionerName: 'Dr Bello',
    diagnoses: [{ code: 'B50.9', system: 'ICD-10' }],
    lines: [
      { service: 'CONS', quantity: 1, unitPrice: 500_000 },
      { service: 'LAB-MP', quantity: 2, unitPrice: 150_000 },
    ],
    currency: 'NGN',
    total: 800_000,
    accident: false,
    ...changes,
  };
}

export function someFacts(changes: Partial<FilingFacts> = {}): FilingFacts {
  return {
    ...rules,
    id: 17,
    zone: 'Africa/Lagos',
    currency: 'NGN',
    filingWindowDays: 90,
    receivesAutomatically: true,
    link: { facilityId: 'sunrise', name: 'Sunrise Clinic', inForce: alwaysInForce.inForce, profile: {} },
    enrollee: {
      id: 'e1',
      memberId: 'TST-INDV-00001-P',
      clientCode: 'INDV',
      firstName: 'Ngozi',
      lastName: 'Ade',
      birthDate: '1990-05-17',
    },
    services: new Map([
      ['CONS', { name: 'Consultation', active: true, group: 'consultation' }],
      ['LAB-MP', { name: 'Malaria parasite', active: true, group: 'laboratory' }],
    ]),
    planOn: () => 'GOLD',
    diagnoses: new Map(),
    filedAs: null,
    priceOf: ({ unitPrice }) => ({ price: unitPrice, source: 'billed' }),
    ...changes,
  };
}

const aLine = (line: number, quantity: number, unitPrice: number): ClaimLine => ({
  line,
  service: `S${line}`,
  name: `Service ${line}`,
  serviceDate: '2026-11-20',
  quantity,
  unitPrice,
  claimed: quantity * unitPrice,
  price: { price: unitPrice, source: 'standard' },
  authorization: null,
  approvedQuantity: null,
  approved: null,
  enrolleeShare: null,
  facilityShare: null,
  reasons: [],
  judged: null,
  override: null,
});

/** A claim of two lines (5,000.00 once and 1,500.00 twice) in a state, its history as if it had just come there. */
export function aClaim(state: ClaimState, changes: Partial<Claim> = {}): Claim {
  return {
    ...plainClaim,
    id: 17,
    number: 'CLM-26-000017',
    externalId: null,
    state,
    version: 3,
    outcome: null,
    facilityId: 'sunrise',
    facilityName: 'Sunrise Clinic',
    enrolleeId: 'e1',
    memberId: 'TST-INDV-00001-P',
    clientCode: 'INDV',
    planCode: 'GOLD',
    risk: 0,
    enrolleeName: 'Ngozi Ade',
    practitionerName: 'Dr Bello',
    practitionerLicence: null,
    encounterType: 'outpatient',
    encounterId: null,
    startedAt: tuesday,
    endedAt: tuesday,
    serviceDate: '2026-11-24',
    billingMonth: '2026-11',
    accident: false,
    otherPayer: null,
    referral: null,
    diagnoses: [{ code: 'B50.9', system: 'ICD-10', name: '' }],
    currency: 'NGN',
    claimed: 800_000,
    approved: null,
    recommended: { approved: 800_000, clean: true },
    straightThrough: null,
    lines: [aLine(1, 1, 500_000), aLine(2, 2, 150_000)],
    reasons: [],
    conversation: [],
    history: [{ at: tuesday - hour, state: 'SUBMITTED', by: 'Chi Clerk' }],
    submittedAt: tuesday - hour,
    submittedBy: 'clerk',
    receivedAt: tuesday - hour,
    dueAt: tuesday + 10 * hour,
    queriedAt: state === 'QUERIED' ? tuesday - hour : null,
    rankAt: tuesday + 8 * hour,
    decidedAt: null,
    decidedBy: null,
    draftId: null,
    ...changes,
  };
}
