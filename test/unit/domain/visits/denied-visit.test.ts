import { expect, test } from 'vitest';
import { withDeniedVisit } from '../../../../schema/domain/visits/denied-visit.ts';
import { aClaim } from '../claims/a-claim.ts';

const claim = aClaim('RECEIVED', { flags: [], risk: 0 });
const denied = { facilityId: claim.facilityId, date: claim.serviceDate, number: 'VIS-26-000001' };

test('a claim for a day that was denied there has an event that says so, once', () => {
  const flagged = withDeniedVisit(claim, [denied], 0.9, 7);
  expect(flagged.risk).toBe(90);
  expect(flagged.flags).toMatchObject([
    {
      n: 1,
      rule: 'not_me',
      weight: 0.9,
      state: 'OPEN',
      at: 7,
      evidence: expect.stringContaining('VIS-26-000001'),
    },
  ]);
  expect(withDeniedVisit(flagged, [denied], 0.9, 8)).toBe(flagged);
});

test('a line of that day is enough', () => {
  const lines = claim.lines.map((line) => ({ ...line, serviceDate: '2026-01-02' }));
  const stay = { ...claim, lines };
  expect(withDeniedVisit(stay, [{ ...denied, date: '2026-01-02' }], 0.9, 7).flags).toHaveLength(1);
});

test('another facility, another day, and a rule that is off say nothing', () => {
  expect(withDeniedVisit(claim, [{ ...denied, facilityId: 'elsewhere' }], 0.9, 7)).toBe(claim);
  expect(withDeniedVisit(claim, [{ ...denied, date: '2020-01-01' }], 0.9, 7)).toBe(claim);
  expect(withDeniedVisit(claim, [denied], null, 7)).toBe(claim);
});

test('it is numbered after those that there are', () => {
  const first = withDeniedVisit(claim, [denied], 0.9, 7);
  const second = withDeniedVisit(first, [{ ...denied, number: 'VIS-26-000002' }], 0.9, 8);
  // the first denied visit of that day is the one that is told
  expect(second.flags.map(({ n }) => n)).toEqual([1, 2]);
});
