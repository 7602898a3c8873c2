import { expect, test } from 'vitest';
import {
  aboutDenied,
  addressOf,
  clientToldAt,
  deniedIn,
} from '../../../../schema/domain/members/client-news.ts';

const lagos = 'Africa/Lagos';

test.each([
  ['2026-11-26T10:00:00Z', '2026-12-01T07:00:00Z'],
  ['2026-12-05T10:00:00Z', '2027-01-01T07:00:00Z'],
  ['2026-09-30T22:59:00Z', '2026-10-01T07:00:00Z'],
  // past midnight there: it is October
  ['2026-09-30T23:00:00Z', '2026-11-01T07:00:00Z'],
])('what is said at %s is told on the first morning of the next month', (said, told) => {
  expect(new Date(clientToldAt(lagos, Date.parse(said))).toISOString()).toBe(`${told.slice(0, -1)}.000Z`);
});

test('clocks that were put forward meanwhile show the same hour', () => {
  const told = clientToldAt('Europe/London', Date.parse('2027-03-20T10:00:00Z'));
  expect(new Date(told).toISOString()).toBe('2027-04-01T07:00:00.000Z');
});

test('a count is kept as a short text', () => {
  const count = { month: '2026-10', visits: 12 };
  expect(deniedIn(aboutDenied(count))).toEqual(count);
});

test('HR is told before others, and somebody who has an address at all', () => {
  const contact = (role: string | null, email: string | null) => ({ name: 'N', role, email, phone: null });
  const finance = contact('Finance', 'money@dangira.example');
  const people = contact('Head of HR', 'hr@dangira.example');
  expect(addressOf({ contacts: [finance, people] })).toBe('hr@dangira.example');
  expect(addressOf({ contacts: [finance, contact('HR', null)] })).toBe('money@dangira.example');
  expect(addressOf({ contacts: [contact(null, 'any@dangira.example')] })).toBe('any@dangira.example');
  expect(addressOf({ contacts: [contact('HR', null)] })).toBeNull();
});
