import { expect, test } from 'vitest';
import {
  asRecommended,
  decidedOtherwise,
  judgedLines,
} from '../../../../schema/domain/claims/decided-line.ts';
import type { GivenReason } from '../../../../schema/domain/claims/given-reason.ts';
import { aClaim, reasons } from './a-claim.ts';
import { aJudgement } from './a-judgement.ts';

const claim = aClaim('IN_REVIEW');

/** The first line, 500,000 claimed: 350,000 recommended, 100,000 borne by the enrollee and 50,000 by the facility. */
function judgedFirst() {
  const shares = { approved: 350_000, enrolleeShare: 100_000, facilityShare: 50_000 };
  const [first] = judgedLines(claim, aJudgement(claim, { 1: shares }));
  if (!first) throw new Error('the claim has no line');
  return first;
}

function given(code: string): GivenReason {
  const reason = reasons.get(code);
  if (!reason) throw new Error(`no reason ${code}`);
  return { code, group: reason.group };
}

const shares = (approved: number, codes: readonly string[]) => {
  const line = decidedOtherwise(judgedFirst(), {
    approvedQuantity: approved === 0 ? 0 : 1,
    approved,
    reasons: codes.map(given),
    override: null,
  });
  expect(line.approved + (line.enrolleeShare ?? 0) + (line.facilityShare ?? 0)).toBe(line.claimed);
  return [line.enrolleeShare, line.facilityShare];
};

test('a line that the recommendation does not know is not decided', () => {
  const judgement = aJudgement(claim);
  expect(judgedLines(claim, { ...judgement, lines: judgement.lines.slice(1) })).toMatchObject([
    { line: { line: 2 }, judged: { line: 2 } },
  ]);
});

test('decided as recommended, the shares and reasons are those recommended', () => {
  expect(asRecommended(judgedFirst())).toMatchObject({
    approved: 350_000,
    enrolleeShare: 100_000,
    facilityShare: 50_000,
    reasons: [],
    override: null,
  });
});

test('what is paid less is borne by whom the reasons name: the enrollee only where all of them say so', () => {
  expect(shares(300_000, ['3'])).toEqual([150_000, 50_000]);
  expect(shares(300_000, ['151'])).toEqual([100_000, 100_000]);
  expect(shares(300_000, ['3', '151'])).toEqual([100_000, 100_000]);
  expect(shares(300_000, [])).toEqual([100_000, 100_000]);
});

test('what is paid more is taken off what the facility bears, then off what the enrollee does', () => {
  expect(shares(380_000, [])).toEqual([100_000, 20_000]);
  expect(shares(450_000, [])).toEqual([50_000, 0]);
  expect(shares(500_000, [])).toEqual([0, 0]);
});

test('of a line refused altogether no co-pay is left: all is the facility’s, or all the enrollee’s', () => {
  expect(shares(0, ['151'])).toEqual([0, 500_000]);
  expect(shares(0, ['3'])).toEqual([500_000, 0]);
});
