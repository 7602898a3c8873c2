import { expect, test } from 'vitest';
import type { Claim } from '../../../../schema/domain/claims/claim.ts';
import type { Proposal } from '../../../../schema/domain/claims/proposal.ts';
import {
  ceilingInWords,
  confirmed,
  declined,
  otherFigures,
  proposalForSecond,
} from '../../../../schema/domain/claims/second-person.ts';
import { aClaim, ada } from './a-claim.ts';

const proposal: Proposal = {
  by: 'ben',
  name: 'Ben Eze',
  at: 1,
  recommendation: 'seen',
  lines: [],
  sentence: null,
  approved: 800_000,
  declined: null,
};
const waiting = (own: Partial<Claim> = {}) => aClaim('IN_REVIEW', { proposal, ...own });
const second = (claim: Claim, ceiling?: number | 'unlimited', id = 'meg') =>
  proposalForSecond(claim, 3, { id }, ceiling);

test('a second person with enough ceiling is given the proposal', () => {
  expect(second(waiting(), 800_000)).toBe(proposal);
  expect(second(waiting(), 'unlimited')).toBe(proposal);
});

test('below it they are refused, with both amounts; absent means nothing', () => {
  expect(second(waiting(), 799_999)).toMatchObject({
    code: 'forbidden',
    message: expect.stringMatching(/up to ₦ 7,999\.99; this proposal is for ₦ 8,000\.00/),
  });
  expect(second(waiting())).toMatchObject({ message: expect.stringContaining('up to ₦ 0.00') });
});

test('neither the proposer nor who entered the claim decides it, whatever their ceiling', () => {
  expect(second(waiting(), 'unlimited', 'ben')).toMatchObject({
    code: 'forbidden',
    message: expect.stringContaining('You proposed'),
  });
  expect(second(waiting({ submittedBy: 'meg' }), 'unlimited')).toMatchObject({
    code: 'forbidden',
    message: expect.stringContaining('You entered'),
  });
});

test('another version than the one seen is stale', () => {
  expect(second(waiting({ version: 4 }), 'unlimited')).toMatchObject({ code: 'stale' });
});

test('without a proposal, or with one that is no longer open, there is nothing to decide', () => {
  const sent = declined(waiting(), proposal, ada, 'Look again.');
  for (const claim of [aClaim('IN_REVIEW'), aClaim('APPROVED', { proposal }), sent])
    expect(second(claim, 'unlimited')).toMatchObject({ code: 'wrong_state' });
});

test('confirmed, the claim keeps the proposal that it came from; declined, with who said what', () => {
  const approved = aClaim('APPROVED');
  expect(confirmed(approved, proposal)).toEqual({ ...approved, proposal });
  const before = waiting();
  expect(declined(before, proposal, ada, 'Look again.')).toEqual({
    ...before,
    version: before.version + 1,
    proposal: {
      ...proposal,
      declined: { by: 'ada', name: 'Ada Obi', at: ada.at, sentence: 'Look again.' },
    },
  });
});

test('changed figures are told with both amounts', () => {
  expect(otherFigures(waiting(), proposal, 500_000)).toMatchObject({
    code: 'stale',
    message: expect.stringMatching(/₦ 8,000\.00 was proposed: ₦ 5,000\.00 now/),
  });
});

test('a ceiling in words', () => {
  expect(ceilingInWords('unlimited', 'NGN')).toBe('any amount');
  expect(ceilingInWords(50_000_000, 'NGN')).toBe('₦ 500,000.00');
  expect(ceilingInWords(undefined, 'NGN')).toBe('₦ 0.00');
});
