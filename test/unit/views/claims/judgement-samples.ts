import type {
  BenefitBalance,
  Finding,
  Judgement,
  LineJudgement,
} from '../../../../schema/domain/adjudication/judgement.ts';
import type { ClaimLine } from '../../../../schema/domain/claims/claim.ts';
import { sum } from '../../../../schema/domain/money.ts';
import { sampleClaim } from './samples.ts';

/** Above the tariff, with the figures that the rule used. */
const aboveTariff: Finding = {
  rule: 'price',
  effect: 'reduce',
  reason: { code: '45', group: 'CO' },
  figures: { found: 'tariff', price: 600_000, billed: 780_000, over: 360_000 },
};

/** An exclusion of the plan. */
const excluded: Finding = {
  rule: 'exclusion',
  effect: 'refuse',
  reason: { code: '96', group: 'PR' },
  figures: { found: 'excluded', wording: 'Over-the-counter medicines.' },
};

/** A line as judged: paid in full unless `own` says otherwise. */
export function judgedLine(line: ClaimLine, own: Partial<LineJudgement> = {}): LineJudgement {
  return {
    line: line.line,
    verdict: 'PASS',
    plan: 'GOLD',
    benefit: 'OPD',
    benefitName: 'Out-patient care',
    period: '2026-01-01',
    priceSource: 'link',
    price: line.unitPrice,
    approvedQuantity: line.quantity,
    approved: line.claimed,
    deductible: 0,
    overallDeductible: 0,
    coPay: 0,
    flatTaken: false,
    enrolleeShare: 0,
    facilityShare: 0,
    days: 0,
    visits: 0,
    leftBefore: null,
    leftAfter: null,
    needsAuthorization: false,
    authorization: null,
    reasons: [],
    findings: [],
    ...own,
  };
}

/** A judgement of these lines; its sums are theirs. */
export function judgementOf(lines: readonly LineJudgement[], own: Partial<Judgement> = {}): Judgement {
  const [approved, enrolleeShare, facilityShare] = [
    sum(lines.map((line) => line.approved)),
    sum(lines.map((line) => line.enrolleeShare)),
    sum(lines.map((line) => line.facilityShare)),
  ];
  return {
    cover: { covered: true, plan: 'GOLD', since: '2026-01-01', until: '2026-12-31' },
    lines,
    claimed: approved + enrolleeShare + facilityShare,
    approved,
    enrolleeShare,
    facilityShare,
    balances: [],
    clean: lines.every((line) => line.findings.length === 0),
    fingerprint: 'f1n9e2',
    ...own,
  };
}

/** A benefit with a limit, half used. */
export const balance: BenefitBalance = {
  plan: 'GOLD',
  benefit: 'OPD',
  name: 'Out-patient care',
  period: '2026-01-01',
  limit: 20_000_000,
  sharedBy: 'family',
  usedBefore: 10_000_000,
  reserved: 500_000,
  leftBefore: 9_500_000,
  usedAfter: 12_700_000,
  leftAfter: 6_800_000,
  count: { of: 'visits', most: 12, before: 3, after: 4 },
};

const [first, second, third] = sampleClaim.lines;
if (!first || !second || !third) throw new Error('the sample has three lines');

/** The sample claim as judged: one line in full, one above the tariff, one excluded. */
export const sampleJudgement: Judgement = judgementOf(
  [
    judgedLine(first),
    judgedLine(second, {
      verdict: 'REDUCE',
      price: 600_000,
      approved: 1_200_000,
      facilityShare: 360_000,
      reasons: [{ code: '45', group: 'CO' }],
      findings: [aboveTariff],
    }),
    judgedLine(third, {
      verdict: 'REFUSE',
      benefit: null,
      benefitName: null,
      approvedQuantity: 0,
      approved: 0,
      enrolleeShare: 60_000,
      reasons: [{ code: '96', group: 'PR' }],
      findings: [excluded],
    }),
  ],
  { balances: [balance] },
);
