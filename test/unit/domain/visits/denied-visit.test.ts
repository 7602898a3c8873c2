import { expect, test } from 'vitest';
import type { DeniedVisit } from '../../../../schema/domain/members/at-desk.ts';
import { riskOf } from '../../../../schema/domain/risk/raise.ts';
import { givenOf, visitsMeant, withDeniedVisit } from '../../../../schema/domain/visits/denied-visit.ts';
import { aClaim } from '../claims/a-claim.ts';

const claim = aClaim('RECEIVED', { flags: [], risk: 0 });
const visit = { facilityId: claim.facilityId, date: claim.serviceDate, number: 'VIS-26-000001' };
const flagged = (of: typeof claim, denied: readonly DeniedVisit[], at = 7, weight: number | null = 0.9) =>
  withDeniedVisit(of, visitsMeant(givenOf(of), denied), { weight, at }, ({ flags }) => riskOf(flags));

test('a claim for a day that was denied there has an event that says so, once', () => {
  const once = flagged(claim, [visit]);
  expect(once.risk).toBe(90);
  expect(once.flags).toMatchObject([
    {
      n: 1,
      rule: 'not_me',
      weight: 0.9,
      state: 'OPEN',
      at: 7,
      evidence: expect.stringContaining('VIS-26-000001'),
    },
  ]);
  expect(flagged(once, [visit], 8)).toBe(once);
});

test('a line of that day is enough', () => {
  const lines = claim.lines.map((line) => ({ ...line, serviceDate: '2026-01-02' }));
  const stay = { ...claim, lines };
  expect(flagged(stay, [{ ...visit, date: '2026-01-02' }]).flags).toHaveLength(1);
});

test('another facility, another day, and a rule that is off say nothing', () => {
  expect(flagged(claim, [{ ...visit, facilityId: 'elsewhere' }])).toBe(claim);
  expect(flagged(claim, [{ ...visit, date: '2020-01-01' }])).toBe(claim);
  expect(flagged(claim, [visit], 7, null)).toBe(claim);
});

test('it is numbered after those that there are', () => {
  const first = flagged(claim, [visit]);
  const second = flagged(first, [{ ...visit, number: 'VIS-26-000002' }], 8);
  // the first denied visit of that day is the one that is told
  expect(second.flags.map(({ n }) => n)).toEqual([1, 2]);
});
