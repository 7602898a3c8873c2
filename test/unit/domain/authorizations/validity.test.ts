import { expect, test } from 'vitest';
import {
  coveredTo,
  reservedUntil,
  validSince,
  validUntil,
} from '../../../../schema/domain/authorizations/validity.ts';

const terms = { today: '2026-11-26', validDays: 14, filingWindowDays: 90, coverUntil: null };

test('a code is valid for the days that the settings say, and on the day of the service at least', () => {
  expect(validUntil(undefined, '2026-11-27', terms)).toBe('2026-12-10');
  expect(validUntil(undefined, '2027-01-15', terms)).toBe('2027-01-15');
  expect(validUntil('2026-11-27', '2026-11-27', terms)).toBe('2026-11-27');
});

test('by default a code is not good beyond the last day of cover that is known; a person may say otherwise', () => {
  const until = (coverUntil: string) => ({ ...terms, coverUntil });
  expect(validUntil(undefined, '2026-11-27', until('2026-12-05'))).toBe('2026-12-05');
  expect(validUntil(undefined, '2026-11-27', until('2026-12-31'))).toBe('2026-12-10');
  expect(validUntil(undefined, '2026-11-20', until('2026-11-22'))).toBe('2026-11-26');
  expect(validUntil(undefined, '2026-12-08', until('2026-12-05'))).toBe('2026-12-08');
  expect(validUntil('2026-12-08', '2026-11-27', until('2026-12-05'))).toBe('2026-12-08');
});

test('a last day before the service or the decision, or more than a year off, is refused', () => {
  expect(validUntil('2026-11-29', '2026-11-30', terms)).toMatchObject({
    code: 'invalid',
    errors: [{ field: 'validTo', message: 'The code must be valid on 2026-11-30 at least.' }],
  });
  expect(validUntil('2026-11-25', '2026-11-20', terms)).toMatchObject({
    errors: [{ message: 'The code must be valid on 2026-11-26 at least.' }],
  });
  expect(validUntil('2028-01-01', '2026-11-27', terms)).toMatchObject({
    errors: [{ message: 'A code is valid for a year at most: until 2027-11-27.' }],
  });
});

test('it is valid from the day of the decision, or of a service that came before', () => {
  expect(validSince('2026-12-01', '2026-11-26')).toBe('2026-11-26');
  expect(validSince('2026-11-25', '2026-11-26')).toBe('2026-11-25');
});

test('an admission is covered to its last granted day', () => {
  const admission = { from: '2026-11-27', days: null, dischargedOn: null };
  const one = { serviceDate: '2026-11-27', validTo: null };
  expect(coveredTo({ ...one, admission: null }, 5)).toBe('2026-11-27');
  expect(coveredTo({ ...one, admission }, 5)).toBe('2026-12-02');
  expect(coveredTo({ ...one, admission }, null)).toBe('2026-11-27');
  expect(coveredTo({ ...one, admission: null, validTo: '2026-12-24' }, null)).toBe('2026-12-24');
});

test('its reservation stands for the filing window after that; without a window for a year', () => {
  expect(reservedUntil('2026-12-10', terms)).toBe('2027-03-10');
  expect(reservedUntil('2026-12-10', { filingWindowDays: null })).toBe('2027-12-10');
});
