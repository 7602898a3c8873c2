import { expect, test } from 'vitest';
import { Draws } from '../../../../schema/domain/adjudication/draws.ts';

const line = {
  service: 'SCAN',
  reserved: true,
  quantityLeft: 2,
  amountLeft: 300,
  visitsLeft: 1,
  period: '2026-01-01',
  plan: 'LEAN',
  benefit: 'SCAN',
  under: null,
};
const code = {
  code: 'C',
  enrolleeId: 'ada',
  facilityId: 'clinic',
  validFrom: '2026-11-01',
  validTo: '2026-12-31',
  issuedAt: 0,
  movedOn: null,
};
const drawsOf = (own: object = {}) => new Draws(new Map([['C', { ...code, lines: [{ ...line, ...own }] }]]));
const earlier = [
  { to: '2026-10-31', under: null, quantityLeft: 1, amountLeft: 900 },
  { to: '2026-11-30', under: null, quantityLeft: 4, amountLeft: 600 },
];

test('of a code as much is left as it was granted on the day of the service, and never less than now', () => {
  const draws = drawsOf({ earlier });
  expect(draws.leftOf('C', 'SCAN', '2026-10-31')).toMatchObject({ quantityLeft: 2, amountLeft: 900 });
  expect(draws.leftOf('C', 'SCAN', '2026-11-30')).toMatchObject({ quantityLeft: 4, amountLeft: 600 });
  expect(draws.leftOf('C', 'SCAN', '2026-12-01')).toMatchObject({ quantityLeft: 2, amountLeft: 300 });
  expect(draws.leftOf('C', 'OTHER', '2026-12-01')).toBe(null);
});

test('what is drawn of a day before the move sets free no more than is reserved now, and lowers what is left of both', () => {
  const draws = drawsOf({ earlier });
  const left = draws.leftOf('C', 'SCAN', '2026-11-30');
  if (!left) throw new Error('something is left');
  expect(draws.take(left, { units: 3, amount: 450, visits: 0 })).toEqual({
    units: 2,
    amount: 300,
    visits: 1,
  });
  expect(draws.leftOf('C', 'SCAN', '2026-11-30')).toMatchObject({ quantityLeft: 1, amountLeft: 150 });
  expect(draws.leftOf('C', 'SCAN', '2026-12-01')).toMatchObject({ quantityLeft: 0, amountLeft: 0 });
});

test('a line that is handed in from elsewhere is taken from as it is', () => {
  const draws = new Draws(new Map());
  expect(draws.take({ ...line, code: 'C' }, { units: 1, amount: 100, visits: 1 })).toEqual({
    units: 1,
    amount: 100,
    visits: 1,
  });
});
