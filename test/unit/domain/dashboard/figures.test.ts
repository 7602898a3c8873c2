import { expect, test } from 'vitest';
import { openStates } from '../../../../schema/domain/claims/claim.ts';
import { ageBands, bandOf, daysOfBand } from '../../../../schema/domain/dashboard/age-bands.ts';
import { arrivalDay, decisionOf } from '../../../../schema/domain/dashboard/day-counts.ts';
import {
  type FiguresFrom,
  figuresOf,
  namedFigures,
  percentOfShare,
} from '../../../../schema/domain/dashboard/figures.ts';
import { aClaim } from '../claims/a-claim.ts';

const zone = 'Africa/Lagos';
/** A Thursday. */
const today = '2026-11-26';
const nothing: FiguresFrom = { arrivals: [], decisions: [], today, late: 0, soon: 0, proposals: 0 };

test('bands follow one another without a gap, and every day is in one', () => {
  expect(ageBands.map((band) => daysOfBand(band, today))).toEqual([
    { from: today, to: null },
    { from: '2026-11-24', to: '2026-11-25' },
    { from: '2026-11-20', to: '2026-11-23' },
    { from: null, to: '2026-11-19' },
  ]);
  const days = [
    '2026-11-27',
    today,
    '2026-11-25',
    '2026-11-24',
    '2026-11-23',
    '2026-11-20',
    '2026-11-19',
    '2020-01-01',
  ];
  expect(days.map((day) => bandOf(day, today))).toEqual([
    ...['today', 'today', 'days', 'days', 'week', 'week', 'older', 'older'],
  ]);
});

test('a claim is counted on the day it came in where the tenant is', () => {
  const at = Date.parse('2026-11-25T23:30:00Z');
  expect(arrivalDay(aClaim('RECEIVED', { submittedAt: at }), zone)).toBe(today);
});

test('a decision is counted by who made it and how, and what is not decided is not', () => {
  const decided = { decidedAt: Date.parse('2026-11-26T10:00:00Z'), decidedBy: 'ada' };
  const of = (state: Parameters<typeof aClaim>[0], own = {}) =>
    decisionOf({ ...aClaim(state), straightThrough: null, ...decided, ...own }, zone);
  expect(of('APPROVED')).toEqual({ day: today, by: 'ada', count: { approved: 1, rejected: 0, straight: 0 } });
  expect(of('SETTLED')?.count).toEqual({ approved: 1, rejected: 0, straight: 0 });
  expect(of('REJECTED')?.count).toEqual({ approved: 0, rejected: 1, straight: 0 });
  const mark = { straightThrough: { rule: 'Small', sampled: false } };
  expect(of('APPROVED', { ...mark, decidedBy: 'system' })?.count.straight).toBe(1);
  // a sampled one that a person approved is that person's
  expect(of('APPROVED', mark)?.count.straight).toBe(0);
  expect(of('APPROVED', { decidedAt: null })).toBeNull();
  expect(of('APPROVED', { decidedBy: null })).toBeNull();
  expect(of('IN_REVIEW')).toBeNull();
});

test('received counts days of whatever state; the backlog only what is open', () => {
  const figures = figuresOf({
    ...nothing,
    arrivals: [
      { day: today, state: 'RECEIVED', claims: 2 },
      { day: today, state: 'APPROVED', claims: 5 },
      { day: '2026-11-23', state: 'IN_REVIEW', claims: 3 },
      { day: '2026-11-01', state: 'REJECTED', claims: 7 },
      { day: '2026-10-31', state: 'RECEIVED', claims: 11 },
    ],
  });
  expect(figures.received).toEqual({ today: 7, week: 10, month: 17 });
  expect(figures.backlog.RECEIVED).toEqual({ today: 2, days: 0, week: 0, older: 11 });
  expect(figures.backlog.IN_REVIEW).toEqual({ today: 0, days: 0, week: 3, older: 0 });
});

test('on a Sunday the week began six days ago', () => {
  const arrivals = [{ day: '2026-11-23', state: 'APPROVED', claims: 4 } as const];
  expect(figuresOf({ ...nothing, today: '2026-11-29', arrivals }).received.week).toBe(4);
});

test('people are listed by how much they decided today, and the system is none of them', () => {
  const one = { approved: 1, rejected: 1, straight: 0 };
  const figures = figuresOf({
    ...nothing,
    decisions: [
      { day: today, by: 'ben', ...one },
      { day: today, by: 'ada', ...one },
      { day: today, by: 'cy', ...one, approved: 4 },
      { day: today, by: 'system', approved: 6, rejected: 0, straight: 5 },
      { day: '2026-11-25', by: 'ada', ...one },
      { day: '2026-10-28', by: 'system', approved: 2, rejected: 0, straight: 2 },
      { day: '2026-10-27', by: 'system', approved: 9, rejected: 0, straight: 9 },
    ],
  });
  expect(figures.people).toEqual([
    { accountId: 'cy', decisions: 5 },
    { accountId: 'ada', decisions: 2 },
    { accountId: 'ben', decisions: 2 },
  ]);
  expect(figures.decided).toBe(15);
  expect(figures.straightToday).toEqual({ straight: 5, decided: 15 });
  expect(figures.straightMonth).toEqual({ straight: 7, decided: 19 });
});

test('a share is in whole percent, half up, and of nothing 0', () => {
  expect(percentOfShare({ straight: 1, decided: 8 })).toBe(13);
  expect(percentOfShare({ straight: 0, decided: 0 })).toBe(0);
  expect(percentOfShare({ straight: 3, decided: 3 })).toBe(100);
});

test('every figure has a name of its own', () => {
  const decisions = [{ day: today, by: 'ada', approved: 1, rejected: 0, straight: 0 }];
  const named = namedFigures(figuresOf({ ...nothing, decisions, proposals: 3, soon: 4 }));
  expect(named).toHaveLength(3 + openStates.length * ageBands.length + 5 + 1);
  expect(new Set(named.map(([name]) => name)).size).toBe(named.length);
  expect(Object.fromEntries(named)).toMatchObject({ proposals: 3, soon: 4, 'by-ada': 1, decided: 1 });
});
