import { type Claim, type ClaimLine, plainClaim } from '../../../../schema/domain/claims/claim.ts';
import { momentIn } from '../../../../schema/domain/dates.ts';

/** The moment at which the sample pages are shown. */
export const now = momentIn('Africa/Lagos', '2026-11-23T14:05');
const at = (wall: string) => momentIn('Africa/Lagos', wall);

/** A line billed and not decided. */
const lineOf = (line: number, name: string, quantity: number, unitPrice: number): ClaimLine => ({
  line,
  service: `CON-${String(line).padStart(3, '0')}`,
  name,
  serviceDate: '2026-11-16',
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

const lines = [
  lineOf(1, 'Specialist consultation', 1, 1_500_000),
  lineOf(2, 'Electrolytes, urea and creatinine', 2, 780_000),
  lineOf(3, 'Paracetamol 500 mg, 18 tablets', 1, 60_000),
];

/** A claim in review, with everything that is usual. */
export const sampleClaim: Claim = {
  ...plainClaim,
  clientCode: 'DANG',
  planCode: 'GOLD',
  risk: 0,
  id: 48_214,
  number: 'CLM-26-048214',
  externalId: null,
  state: 'IN_REVIEW',
  version: 3,
  outcome: null,
  facilityId: 'f1',
  facilityName: 'Lagoon Hospital, Ikeja',
  enrolleeId: 'e1',
  memberId: 'MER-DANG-00042-P',
  enrolleeName: 'Ngozi Adeyemi',
  practitionerName: 'Dr Bola Martins',
  practitionerLicence: 'MDCN-44120',
  encounterType: 'outpatient',
  encounterId: null,
  startedAt: at('2026-11-16T09:30'),
  endedAt: at('2026-11-16T10:15'),
  serviceDate: '2026-11-16',
  billingMonth: '2026-11',
  accident: false,
  otherPayer: null,
  referral: null,
  diagnoses: [{ code: 'B50.9', system: 'ICD-10', name: 'Plasmodium falciparum malaria, unspecified' }],
  currency: 'NGN',
  claimed: 3_120_000,
  approved: null,
  recommended: { approved: 3_120_000, clean: true },
  lines,
  reasons: [],
  conversation: [
    {
      at: at('2026-11-18T09:00'),
      from: 'tenant',
      by: 'Amina Bello',
      kind: 'query',
      text: 'Which test was positive?',
    },
    {
      at: at('2026-11-19T11:30'),
      from: 'facility',
      by: 'Femi Oladipo',
      kind: 'answer',
      text: 'The blood film, on 16 November.',
    },
  ],
  history: [
    { at: at('2026-11-17T09:12'), state: 'SUBMITTED', by: 'Femi Oladipo' },
    { at: at('2026-11-17T09:12'), state: 'RECEIVED', by: '' },
    { at: at('2026-11-18T08:55'), state: 'IN_REVIEW', by: 'Amina Bello' },
  ],
  submittedAt: at('2026-11-17T09:12'),
  submittedBy: 'Femi Oladipo',
  receivedAt: at('2026-11-17T09:12'),
  dueAt: at('2026-11-21T12:00'),
  queriedAt: null,
  rankAt: at('2026-11-21T02:00'),
  decidedAt: null,
  decidedBy: null,
  straightThrough: null,
  draftId: null,
};

/** Approved in part: one line lowered, one refused. */
export const partlyApproved: Claim = {
  ...sampleClaim,
  state: 'APPROVED',
  outcome: 'PARTIAL',
  approved: 2_280_000,
  decidedAt: at('2026-11-20T15:00'),
  decidedBy: 'Amina Bello',
  lines: sampleClaim.lines.map((line) => {
    if (line.line === 2)
      return {
        ...line,
        approvedQuantity: 1,
        approved: 780_000,
        reasons: [{ code: '151', group: 'CO' as const }],
      };
    if (line.line === 3)
      return { ...line, approvedQuantity: 0, approved: 0, reasons: [{ code: '96', group: 'PR' as const }] };
    return { ...line, approvedQuantity: line.quantity, approved: line.claimed };
  }),
};

/** What somebody may type or import who means no good, or writes in another direction. */
export const hostile = '<img src=x onerror=alert(1)> "عمر" 🙂 & \'';
/** As long as a name may be. */
export const longName = 'Oluwatobiloba Ngozi-Chukwuemeka '.repeat(4).slice(0, 120);

/** As long and as hostile as a claim may be: 100 lines with names of 120 characters. */
export const hostileClaim: Claim = {
  ...sampleClaim,
  enrolleeName: hostile,
  facilityName: longName,
  practitionerName: hostile,
  referral: hostile,
  otherPayer: longName,
  lines: Array.from({ length: 100 }, (_, index) =>
    lineOf(index + 1, index % 2 ? longName : hostile, 2, 1_234_567),
  ),
  claimed: 246_913_400,
  conversation: [
    { at: now, from: 'facility', by: hostile, kind: 'answer', text: `${hostile}\n${longName.repeat(10)}` },
  ],
  history: [{ at: now, state: 'SUBMITTED', by: hostile }],
};

/** The tenant's words for the reasons the samples give. */
export const reasonNames = { '45': 'Above the tariff', '96': 'Not covered', '151': 'Too frequent' };
