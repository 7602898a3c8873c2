import { describe, expect, test } from 'vitest';
import { leftOfLine, standsFor } from '../../../../schema/domain/authorizations/stands-for.ts';
import { lineOf, requestOf } from './sample.ts';

const terms = { zone: 'Africa/Lagos', validDays: 14 };
const code = 'TST-PA-261126-ABCDEF';
const reservation = { period: '2026-01-01', plan: 'FULL', benefit: 'LAB', visits: 1, daily: false };
const granted = requestOf({
  state: 'PARTIALLY_APPROVED',
  code,
  validFrom: '2026-11-26',
  validTo: '2026-12-10',
  lines: [
    lineOf({ approvedQuantity: 2, approved: 900_000, usedQuantity: 1, used: 400_000, reservation }),
    lineOf({ line: 2, service: 'SVC-2', approvedQuantity: 0, approved: 0 }),
    lineOf({ line: 3, service: 'SVC-3' }),
  ],
});

describe('what is left of a granted line', () => {
  test('is what was granted without what was drawn', () => {
    expect(
      leftOfLine(lineOf({ approvedQuantity: 2, approved: 900_000, usedQuantity: 1, used: 400_000 })),
    ).toEqual({
      quantity: 1,
      amount: 500_000,
    });
  });

  test('is nothing with the last unit, and of a line that was not granted', () => {
    const last = lineOf({ approvedQuantity: 2, approved: 900_000, usedQuantity: 2, used: 400_000 });
    expect(leftOfLine(last)).toEqual({ quantity: 0, amount: 0 });
    expect(leftOfLine(lineOf())).toEqual({ quantity: 0, amount: 0 });
    const units = { approvedQuantity: 2, approved: null, usedQuantity: 1, used: 0 };
    expect(leftOfLine(lineOf(units))).toEqual({ quantity: 1, amount: 0 });
  });
});

describe('an auth code', () => {
  test('stands for the lines that were granted, with what is left of them and where it is reserved', () => {
    expect(standsFor(granted, code, terms)).toEqual({
      code,
      enrolleeId: 'enr-1',
      facilityId: 'fac-1',
      validFrom: '2026-11-26',
      validTo: '2026-12-10',
      issuedAt: 0,
      movedOn: null,
      lines: [
        {
          service: 'SVC-1',
          reserved: true,
          quantityLeft: 1,
          amountLeft: 500_000,
          visitsLeft: 1,
          period: '2026-01-01',
          plan: 'FULL',
          benefit: 'LAB',
          under: null,
        },
      ],
    });
  });

  test('reserves nothing any more once its reservation has ended, and can still be named for its days', () => {
    const expired = requestOf({
      ...granted,
      state: 'EXPIRED',
      lines: [lineOf({ approvedQuantity: 2, approved: 900_000 })],
    });
    expect(standsFor(expired, code, terms)?.lines).toMatchObject([
      { reserved: false, quantityLeft: 2, visitsLeft: 0, plan: '' },
    ]);
  });

  test.each(['REJECTED', 'REQUESTED'] as const)('stands for nothing when it is %s', (state) => {
    expect(standsFor(requestOf({ ...granted, state }), code, terms)).toBeNull();
  });

  test('that was cancelled has nothing left, for the same person and facility', () => {
    const taken = requestOf({ ...granted, state: 'CANCELLED' });
    expect(standsFor(taken, code, terms)).toMatchObject({
      code,
      cancelled: true,
      enrolleeId: 'enr-1',
      lines: [],
    });
    expect(standsFor(taken, 'TST-PA-261126-OTHERS', terms)).toBeNull();
  });

  test('without days, or by another name, it stands for nothing', () => {
    expect(standsFor(requestOf({ ...granted, validTo: null }), code, terms)).toBeNull();
    expect(standsFor(requestOf({ ...granted, validFrom: null }), code, terms)).toBeNull();
    expect(standsFor(granted, 'TST-PA-261126-OTHERS', terms)).toBeNull();
  });
});

describe('a breach reference', () => {
  const reference = 'TST-BR-261126-ABCDEF';
  // half past eleven at night in Lagos
  const at = Date.UTC(2026, 10, 30, 22, 30);
  const late = requestOf({ breach: { at, reference } });

  test('stands for all that was asked, from the day of the request for as long as a code would be good', () => {
    expect(standsFor(late, reference, terms)).toMatchObject({
      code: reference,
      validFrom: '2026-11-26',
      validTo: '2026-12-14',
      lines: [{ service: 'SVC-1', reserved: false, quantityLeft: 2, amountLeft: 1_000_000 }],
    });
  });

  test('ends on the day on which the request was answered after all', () => {
    const answered = requestOf({ ...late, state: 'REJECTED', decidedAt: Date.UTC(2026, 11, 1, 9) });
    expect(standsFor(answered, reference, terms)).toMatchObject({ validTo: '2026-12-01' });
  });

  test('reaches back to when an emergency began', () => {
    const before = requestOf({ ...late, happenedAt: Date.UTC(2026, 10, 25, 9) });
    expect(standsFor(before, reference, terms)).toMatchObject({ validFrom: '2026-11-25' });
  });

  test('has no more left than was asked, and nothing once the request was taken back', () => {
    const used = requestOf({ ...late, lines: [lineOf({ usedQuantity: 3, used: 1_200_000 })] });
    expect(standsFor(used, reference, terms)?.lines).toMatchObject([{ quantityLeft: 0, amountLeft: 0 }]);
    expect(standsFor(requestOf({ ...late, state: 'CANCELLED' }), reference, terms)).toMatchObject({
      cancelled: true,
      lines: [],
    });
  });
});
