import { expect, test } from 'vitest';
import { isoDate } from '../../../schema/imports/dates.ts';

test.each([
  ['2026-12-01', '2026-12-01'],
  ['2026-12-01 00:00:00', '2026-12-01'],
  ['2026-12-01T00:00', '2026-12-01'],
  ['1/2/2026', '2026-02-01'],
  ['17/05/1990', '1990-05-17'],
  ['17.5.1990', '1990-05-17'],
  ['17-05-1990', '1990-05-17'],
  ['05/17/1990', '1990-17-05'],
  ['next week', 'next week'],
  [undefined, undefined],
])('%j is read as %j: the day before the month', (text, date) => {
  expect(isoDate(text)).toBe(date);
});
