import { expect, test } from 'vitest';
import { dateIn, daysToMove, moveDate, moveInstant } from '../../../examples/synthea/calendar.ts';

test('the newest moment comes as near to now as whole days bring it, and never after', () => {
  const newest = '2024-02-02T20:42:14Z';
  expect(daysToMove(newest, new Date('2024-02-05T20:42:13Z'))).toBe(2);
  expect(daysToMove(newest, new Date('2024-02-05T20:42:14Z'))).toBe(3);
  const now = new Date('2026-11-23T16:00:00Z');
  expect(moveInstant(newest, daysToMove(newest, now))).toBe('2026-11-22T20:42:14Z');
});

test('a leap day moves like any other', () => {
  expect(moveDate('2024-02-29', 365)).toBe('2025-02-28');
  expect(moveDate('1968-01-21', 0)).toBe('1968-01-21');
});

test('an evening in UTC is the next day in Lagos', () => {
  expect(dateIn('Africa/Lagos')('2026-11-22T23:15:00Z')).toBe('2026-11-23');
  expect(dateIn('UTC')('2026-11-22T23:15:00Z')).toBe('2026-11-22');
});
