import { expect, test } from 'vitest';
import { passStraightThrough } from '../../../../schema/domain/claims/straight-through.ts';
import { defaultStraightThrough, type StraightThrough } from '../../../../schema/domain/tenant-settings.ts';
import { aClaim, tuesday } from './a-claim.ts';
import { aJudgement } from './a-judgement.ts';

const received = aClaim('RECEIVED', { version: 1 });
const clean = aJudgement(received);
const on: StraightThrough = { ...defaultStraightThrough, on: true, amountMax: 800_000, riskMax: 20 };
const pass = (
  rule: Partial<StraightThrough> = {},
  { risk = 0, drawn = 1, claim = received, judgement = clean } = {},
) => passStraightThrough(claim, judgement, { rule: { ...on, ...rule }, risk, drawn, at: tuesday });

test('a clean claim within amount and risk is approved as recommended, by the rule of that name', () => {
  expect(pass()).toMatchObject({
    state: 'APPROVED',
    outcome: 'FULL',
    version: 1,
    approved: 800_000,
    decidedAt: tuesday,
    decidedBy: 'system',
    straightThrough: { rule: 'Small clean claims', sampled: false },
    lines: [
      { approved: 500_000, approvedQuantity: 1, enrolleeShare: 0, facilityShare: 0 },
      { approved: 300_000 },
    ],
  });
  expect(
    pass()
      .history.slice(-2)
      .map(({ state, by }) => `${state} ${by}`),
  ).toEqual(['IN_REVIEW Vetra: Small clean claims', 'APPROVED Vetra: Small clean claims']);
});

test('one in so many is left to a person, marked as such', () => {
  expect(pass({}, { drawn: 40 })).toEqual({
    ...received,
    straightThrough: { rule: 'Small clean claims', sampled: true },
  });
  const drawn = Array.from({ length: 65_536 }, (_, n) => pass({}, { drawn: n }));
  const sampled = drawn.filter(({ straightThrough }) => straightThrough?.sampled).length;
  expect(65_536 / sampled).toBeCloseTo(20, 1);
});

test('off, above the amount or the risk, not clean or not received: it is left as it is', () => {
  expect(pass({ on: false })).toBe(received);
  expect(pass({ amountMax: 799_999 })).toBe(received);
  expect(pass({ amountMax: 800_000 }).state).toBe('APPROVED');
  expect(pass({}, { risk: 21 })).toBe(received);
  expect(pass({}, { risk: 20 }).state).toBe('APPROVED');
  expect(pass({}, { judgement: { ...clean, clean: false } })).toBe(received);
  expect(pass({}, { judgement: { ...clean, approved: 0 } })).toBe(received);
  const held = { ...received, holds: ['INV-000001'] };
  expect(pass({}, { claim: held })).toBe(held);
  const submitted = aClaim('SUBMITTED');
  expect(pass({}, { claim: submitted })).toBe(submitted);
});

test('it is off until the tenant turns it on', () => {
  expect(defaultStraightThrough.on).toBe(false);
});
