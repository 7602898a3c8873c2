import { expect, test } from 'vitest';
import { judge } from '../../../../schema/domain/adjudication/judge.ts';
import { claimOf, factsOf } from './case.ts';

const next = { service: 'DENT', serviceDate: '2026-06-02' };
const claim = claimOf({ lines: ['DENT', next] });
const approvedOn = (facts: ReturnType<typeof factsOf>, approvedQuantity: number, approved: number) =>
  judge(claim, facts, [{ line: 1, approvedQuantity, approved }]).lines.map((line) => line.approved);

test('what a person takes off one line is left for the next, which keeps its own recommendation', () => {
  const facts = factsOf({ plan: { benefits: { DENT: { limits: { period: 1500 } } } } }, ['DENT']);
  expect(approvedOn(facts, 1, 700)).toEqual([1000, 800]);
  expect(approvedOn(facts, 0, 0)).toEqual([1000, 1000]);
});

test('a refused line that a person approves leaves less for the next', () => {
  const earlier = [{ service: 'DENT' }];
  const facts = factsOf({ earlier, plan: { benefits: { DENT: { limits: { period: 1500 } } } } }, ['DENT']);
  expect(approvedOn(facts, 1, 900)).toEqual([0, 600]);
});

test('a deductible that a person waives on one line falls on the next', () => {
  const facts = factsOf({ plan: { benefits: { DENT: { deductible: 300 } } } }, ['DENT']);
  expect(approvedOn(facts, 1, 1000)).toEqual([700, 700]);
});
