import { expect, test } from 'vitest';
import {
  answerDueAt,
  type Clocked,
  daysAfter,
  dueBy,
  expireQuery,
  nextDue,
  told,
} from '../../../../schema/domain/claims/falling-due.ts';
import { aClaim, ada, hour, rules, tuesday } from './a-claim.ts';

const at = (text: string) => Date.parse(text);
const zone = 'Africa/Lagos';
const clock = { ...rules, claimSlaHours: 8 };
const queried = aClaim('QUERIED', { queriedAt: tuesday });
const day = 24 * hour;

test('a day count keeps the time of day, across daylight saving, month ends and leap days', () => {
  const london = (from: string, days: number) =>
    new Date(daysAfter('Europe/London', at(from), days)).toISOString();
  expect(london('2026-03-25T09:00:00Z', 7)).toBe('2026-04-01T08:00:00.000Z');
  expect(london('2026-10-22T08:00:00Z', 7)).toBe('2026-10-29T09:00:00.000Z');
  expect(london('2028-02-22T09:30:15Z', 7)).toBe('2028-02-29T09:30:15.000Z');
  expect(new Date(answerDueAt(zone, at('2026-12-25T10:00:00Z'))).toISOString()).toBe(
    '2027-01-08T10:00:00.000Z',
  );
});

test('given QUERIED, then the facility is reminded on day 7 and the query is over on day 14', () => {
  expect(nextDue(queried, clock)).toEqual({ stage: 'remind', at: tuesday + 7 * day });
  const reminded = told(queried, 'remind', tuesday + 7 * day);
  expect(reminded).toMatchObject({ remindedAt: tuesday + 7 * day, version: queried.version });
  expect(nextDue(reminded, clock)).toEqual({ stage: 'expire', at: tuesday + 14 * day });
  expect(nextDue({ ...queried, queriedAt: null }, clock)).toBeNull();
});

test('given an undecided claim, then amber begins with a quarter of its working hours left, and it is late once', () => {
  const claim = aClaim('IN_REVIEW', { dueAt: tuesday });
  expect(nextDue(claim, clock)).toEqual({ stage: 'warn', at: tuesday - 2 * hour });
  const warned = told(claim, 'warn', 1);
  expect(nextDue(warned, clock)).toEqual({ stage: 'breach', at: tuesday });
  expect(nextDue(told(warned, 'breach', 2), clock)).toBeNull();
  expect(nextDue(aClaim('RECEIVED', { dueAt: null }), clock)).toBeNull();
});

test('lateness is told of at quarters of an hour, so that many claims are one notice', () => {
  const claim = aClaim('RECEIVED', { dueAt: tuesday + 60_001, warnedAt: 1 });
  expect(nextDue(claim, clock)?.at).toBe(tuesday + 900_000);
});

test('a claim that is held, decided or not received has no clock', () => {
  for (const claim of [
    { ...queried, holds: ['i'] },
    aClaim('RECEIVED', { holds: ['i'] }),
    aClaim('SUBMITTED'),
    aClaim('APPROVED'),
    aClaim('REJECTED'),
    aClaim('WITHDRAWN'),
  ] satisfies Clocked[])
    expect(nextDue(claim, clock)).toBeNull();
});

test('what was slept through is not made up for: only the last of it is done', () => {
  expect(dueBy(queried, clock, tuesday + 7 * day - 1)).toBeNull();
  expect(dueBy(queried, clock, tuesday + 7 * day)).toBe('remind');
  expect(dueBy(queried, clock, tuesday + 14 * day)).toBe('expire');
  const claim = aClaim('RECEIVED', { dueAt: tuesday });
  expect(dueBy(claim, clock, tuesday - 2 * hour)).toBe('warn');
  expect(dueBy(claim, clock, tuesday)).toBe('breach');
  expect(dueBy({ ...claim, warnedAt: 1 }, clock, tuesday)).toBe('breach');
  expect(dueBy(aClaim('APPROVED'), clock, tuesday)).toBeNull();
});

test('given QUERIED, when nobody answered, then it is rejected with reason 16 and a sentence', () => {
  expect(expireQuery(queried, { ...ada, id: 'system', name: 'Vetra' })).toMatchObject({
    state: 'REJECTED',
    queriedAt: null,
    approved: 0,
    reasons: [{ code: '16', group: 'CO' }],
    lines: [{ approved: 0, facilityShare: 500_000, reasons: [{ code: '16' }] }, {}],
    decidedBy: 'system',
    history: [{}, { state: 'REJECTED', by: 'Vetra' }],
    conversation: [{ from: 'tenant', kind: 'decision', text: expect.stringContaining('within 14 days') }],
  });
  expect(expireQuery(aClaim('RESUBMITTED'), ada)).toMatchObject({
    code: 'wrong_state',
    message: expect.stringContaining('it is resubmitted'),
  });
});
