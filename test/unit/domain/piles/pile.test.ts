import { expect, test } from 'vitest';
import { claimStates } from '../../../../schema/domain/claims/claim.ts';
import {
  emptyPile,
  isAllClean,
  isBillingMonth,
  type Piled,
  pileKeyText,
  pileTopic,
  shareOf,
} from '../../../../schema/domain/piles/pile.ts';
import type { RiskFlag } from '../../../../schema/domain/risk/flag.ts';

const flag = (state: RiskFlag['state']): RiskFlag => ({
  n: 1,
  rule: 'duplicate',
  weight: 0.6,
  evidence: 'As CLM-26-000001.',
  claims: [],
  line: null,
  at: 0,
  state,
  disposed: null,
});

const piled = (own: Partial<Piled> = {}): Piled => ({
  state: 'RECEIVED',
  facilityId: 'fac-1',
  billingMonth: '2026-11',
  claimed: 1000,
  approved: null,
  recommended: { approved: 800, clean: true },
  flags: [],
  holds: [],
  ...own,
});

test('an open claim weighs what it asks for, and is clean if every line passes and nothing is raised on it', () => {
  expect(shareOf(piled())).toEqual({
    ...emptyPile,
    claims: 1,
    open: 1,
    clean: 1,
    claimed: 1000,
    recommended: 800,
    undecided: 1000,
  });
  expect(shareOf(piled({ recommended: null }))).toMatchObject({ clean: 0, recommended: 0, undecided: 1000 });
  expect(shareOf(piled({ state: 'QUERIED' }))).toMatchObject({ open: 1, queried: 1, clean: 0 });
});

test('risk events count while nobody has disposed of them, and on open claims only', () => {
  const flags = [flag('OPEN'), flag('OPEN'), flag('DISMISSED')];
  expect(shareOf(piled({ flags }))).toMatchObject({ flags: 2, flagged: 1, clean: 0 });
  expect(shareOf(piled({ flags: [flag('DISMISSED')] }))).toMatchObject({ flags: 0, flagged: 0, clean: 1 });
  expect(shareOf(piled({ flags, state: 'REJECTED' }))).toMatchObject({ flags: 0, flagged: 0, rejected: 1 });
});

test('a decided claim weighs nothing any more, a withdrawn one is no part of it', () => {
  expect(shareOf(piled({ state: 'APPROVED', approved: 700 }))).toEqual({
    ...emptyPile,
    claims: 1,
    passed: 1,
    claimed: 1000,
    recommended: 800,
    approved: 700,
  });
  expect(shareOf(piled({ state: 'WITHDRAWN' }))).toEqual({ ...emptyPile, withdrawn: 1 });
});

test('every claim that is not withdrawn is open, passed or rejected', () => {
  for (const state of claimStates) {
    const { claims, open, passed, rejected } = shareOf(piled({ state }));
    expect(open + passed + rejected).toBe(claims);
  }
});

test('all clean leaves out what does not pass, what is flagged and what is held', () => {
  expect(isAllClean(piled())).toBe(true);
  expect(isAllClean(piled({ recommended: { approved: 800, clean: false } }))).toBe(false);
  expect(isAllClean(piled({ flags: [flag('OPEN')] }))).toBe(false);
  expect(isAllClean(piled({ holds: ['inv-1'] }))).toBe(false);
});

test('a pile is found by its facility and month', () => {
  const key = { facilityId: 'fac-1', month: '2026-11' };
  expect(pileKeyText(key)).toBe('fac-1 2026-11');
  expect(pileTopic(key)).toBe('pile:fac-1-2026-11');
  expect(['2026-11', '2026-13', '2026-1', 'x'].map(isBillingMonth)).toEqual([true, false, false, false]);
});
