import { expect, test } from 'vitest';
import { batchCommandId, outcomesOf, totalOf } from '../../../../schema/domain/piles/batch.ts';

test('a batch comes to the sum of what its claims ask for and are recommended', () => {
  expect(totalOf([])).toEqual({ claims: 0, claimed: 0, recommended: 0 });
  const items = [
    { claimed: 1000, recommended: 800 },
    { claimed: 500, recommended: 500 },
  ];
  expect(totalOf(items)).toEqual({ claims: 2, claimed: 1500, recommended: 1300 });
});

test('the results are counted by what became of each claim', () => {
  expect(
    outcomesOf([
      { number: 'CLM-26-000001', became: 'decided' },
      { number: 'CLM-26-000002', became: 'decided' },
      { number: 'CLM-26-000003', became: 'skipped', code: 'lease_held', why: 'Ben has it.' },
    ]),
  ).toEqual({ decided: 2, proposed: 0, skipped: 1 });
});

test('the command that decides a claim of a batch is named after both', () => {
  expect(batchCommandId('batch-1', 'CLM-26-000001')).toBe('batch-1:CLM-26-000001');
});
