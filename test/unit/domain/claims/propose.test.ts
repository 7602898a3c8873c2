import { expect, test } from 'vitest';
import { approve } from '../../../../schema/domain/claims/approve.ts';
import type { Claim } from '../../../../schema/domain/claims/claim.ts';
import type { LineApproval } from '../../../../schema/domain/claims/line-approvals.ts';
import { proposalOn, proposed } from '../../../../schema/domain/claims/propose.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { aClaim, ada, reasons } from './a-claim.ts';
import { aJudgement } from './a-judgement.ts';

const before = aClaim('IN_REVIEW');
const judgement = aJudgement(before);
const facts = { reasons, judgement, rejudge: () => judgement, mayOverride: false, mustName: false };
const from = { recommendation: 'seen', decider: ada };

/** What approving with these lines becomes above the ceiling. */
function proposedWith(input: { lines?: LineApproval[]; sentence?: string }): Claim {
  const after = approve(before, { version: before.version, ...input }, ada, facts);
  if (isRefusal(after)) throw new Error(after.message);
  return proposed(before, { ...after, approved: after.approved ?? 0 }, input, from);
}

test('the claim stays in review, one version on, with nothing approved, its place and its history as they were', () => {
  expect(proposedWith({})).toEqual({
    ...before,
    version: before.version + 1,
    proposal: {
      by: 'ada',
      name: 'Ada Obi',
      at: ada.at,
      recommendation: 'seen',
      lines: [],
      sentence: null,
      approved: 800_000,
      declined: null,
    },
  });
});

test('the lines decided otherwise stand in the proposal, those that follow the recommendation do not', () => {
  const reduced = { line: 2, approvedQuantity: 1, approved: 150_000, reasons: ['151'] };
  const followed = { line: 1, approvedQuantity: 1, approved: 500_000, reasons: [] };
  const { proposal } = proposedWith({ lines: [followed, reduced], sentence: 'One was enough.' });
  expect(proposal).toMatchObject({ approved: 650_000, lines: [reduced], sentence: 'One was enough.' });
});

test('a line of which nothing is recommended is decided otherwise, and one decided for a reason of its own', () => {
  const whole = { line: 1, approvedQuantity: 1, approved: 500_000, reasons: ['3'] };
  const unjudged = { line: 2, approvedQuantity: 2, approved: 300_000, reasons: [] };
  const after = { ...before, approved: 800_000 };
  expect(proposed(before, after, { lines: [whole, unjudged] }, from).proposal?.lines).toHaveLength(2);
});

test('a proposal waits only as long as the claim is in review', () => {
  const waiting = proposedWith({});
  expect(proposalOn(waiting)).toBe(waiting.proposal);
  expect(proposalOn({ ...waiting, state: 'APPROVED' })).toBeNull();
  expect(proposalOn(before)).toBeNull();
});
