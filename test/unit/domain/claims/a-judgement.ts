import type { Judgement, LineJudgement } from '../../../../schema/domain/adjudication/judgement.ts';
import type { Claim, ClaimLine } from '../../../../schema/domain/claims/claim.ts';

const asClaimed = (line: ClaimLine): LineJudgement => ({
  line: line.line,
  verdict: 'PASS',
  plan: 'GOLD',
  benefit: 'OPD',
  benefitName: 'Out-patient care',
  period: '2026-01-01',
  priceSource: 'standard',
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
  visits: line.line === 1 ? 1 : 0,
  leftBefore: null,
  leftAfter: null,
  needsAuthorization: false,
  authorization: null,
  reasons: [],
  findings: [],
});

/** The recommendation to pay all of a claim as claimed; `changes` are laid over its lines by their number. */
export function aJudgement(
  claim: Claim,
  changes: Readonly<Record<number, Partial<LineJudgement>>> = {},
): Judgement {
  const lines = claim.lines.map((line) => ({ ...asClaimed(line), ...changes[line.line] }));
  const sum = (of: (line: LineJudgement) => number) => lines.reduce((total, line) => total + of(line), 0);
  return {
    cover: { covered: true, plan: 'GOLD', since: '2026-01-01', until: null },
    lines,
    claimed: claim.claimed,
    approved: sum((line) => line.approved),
    enrolleeShare: sum((line) => line.enrolleeShare),
    facilityShare: sum((line) => line.facilityShare),
    balances: [],
    clean: Object.keys(changes).length === 0,
    fingerprint: JSON.stringify(changes),
  };
}
