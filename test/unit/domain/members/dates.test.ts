import { describe, expect, test } from 'vitest';
import { claimsToReview, reviewFrom, whyTooFarBack } from '../../../../schema/domain/members/backdating.ts';
import { coverDates, coverSteps, stateOn } from '../../../../schema/domain/members/cover-dates.ts';
import { householdState } from '../../../../schema/domain/members/household-state.ts';
import { masked } from '../../../../schema/domain/members/masked.ts';
import { addMonths, firstOfNextMonth } from '../../../../schema/domain/members/months.ts';
import { phoneKey } from '../../../../schema/domain/members/phone.ts';
import { step, today } from './samples.ts';

describe('months', () => {
  test.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-01-15', 12, '2027-01-15'],
  ])('%s and %i months are %s', (from, months, then) => expect(addMonths(from, months)).toBe(then));

  test.each([
    ['2026-11-01', '2026-12-01'],
    ['2026-11-30', '2026-12-01'],
    ['2026-12-31', '2027-01-01'],
    ['2028-01-31', '2028-02-01'],
    ['2028-02-29', '2028-03-01'],
  ])('the month after %s begins on %s', (date, then) => expect(firstOfNextMonth(date)).toBe(then));
});

describe('back-dating', () => {
  test('goes thirty days back and not thirty-one', () => {
    expect(whyTooFarBack('2026-10-26', today)).toBeNull();
    expect(whyTooFarBack('2026-10-25', today)).toBe('At most 30 days back: 2026-10-26 or later.');
    // over a leap day: 30 days before 30 March 2028 are 29 February
    expect(whyTooFarBack('2028-02-29', '2028-03-30')).toBeNull();
    expect(whyTooFarBack('2028-02-28', '2028-03-30')).not.toBeNull();
  });

  test('names the first past day whose cover became another', () => {
    const before = [step('2026-01-01', 'ACTIVE')];
    expect(reviewFrom(before, [...before, step('2026-11-10', 'SUSPENDED')], today)).toBe('2026-11-10');
    expect(reviewFrom(before, [...before, step('2026-11-25', 'SUSPENDED')], today)).toBeNull();
    expect(reviewFrom(before, before, today)).toBeNull();
    expect(reviewFrom(before, [step('2026-01-15', 'ACTIVE')], today)).toBe('2026-01-01');
  });

  test('sends approved, unsettled claims back to review, and honours those under a code', () => {
    const claim = { id: 1, state: 'APPROVED', serviceDate: '2026-11-10', underCode: false, settled: false };
    const claims = [
      claim,
      { ...claim, id: 2, serviceDate: '2026-11-09' },
      { ...claim, id: 3, underCode: true },
      { ...claim, id: 4, settled: true },
      { ...claim, id: 5, state: 'IN_REVIEW' },
      { ...claim, id: 6, serviceDate: '2026-11-24' },
    ];
    expect(claimsToReview(claims, '2026-11-10')).toEqual([1, 6]);
  });
});

describe('the dates of a cover', () => {
  test('tell the state on every day from its steps', () => {
    const dates = coverDates([
      step('2026-01-01', 'ACTIVE'),
      step('2026-03-01', 'SUSPENDED'),
      step('2026-04-01', 'ACTIVE'),
      step('2027-01-01', 'TERMINATED'),
    ]);
    expect(dates).toEqual({
      from: '2026-01-01',
      to: '2026-12-31',
      suspendedFrom: '2026-03-01',
      suspendedTo: '2026-04-01',
    });
    const on = (day: string) => stateOn(dates, day);
    expect(on('2025-12-31')).toBe('PENDING');
    expect([on('2026-01-01'), on('2026-02-28'), on('2026-04-01'), on('2026-12-31')]).toEqual(
      Array(4).fill('ACTIVE'),
    );
    expect([on('2026-03-01'), on('2026-03-31')]).toEqual(['SUSPENDED', 'SUSPENDED']);
    expect(on('2027-01-01')).toBe('TERMINATED');
  });

  test('of a latest suspension take the place of an earlier one', () => {
    const dates = coverDates([
      step('2026-01-01', 'ACTIVE'),
      step('2026-03-01', 'SUSPENDED'),
      step('2026-04-01', 'ACTIVE'),
      step('2026-11-01', 'SUSPENDED'),
    ]);
    expect(dates).toMatchObject({ suspendedFrom: '2026-11-01', suspendedTo: null });
  });

  test('of no steps are none', () => {
    expect(coverDates([])).toEqual({ from: null, to: null, suspendedFrom: null, suspendedTo: null });
    expect(stateOn(coverDates([]), today)).toBe('ACTIVE');
  });

  test('that were stated make steps, the last day being the last one of cover', () => {
    expect(coverSteps('2026-01-01', '2028-02-28', 0).map(({ from, state }) => [from, state])).toEqual([
      ['2026-01-01', 'ACTIVE'],
      ['2028-02-29', 'TERMINATED'],
    ]);
  });
});

describe('a household', () => {
  const active = coverDates([step('2026-01-01', 'ACTIVE')]);
  const suspended = coverDates([step('2026-01-01', 'ACTIVE'), step('2026-11-01', 'SUSPENDED')]);
  const none = coverDates([]);

  test('holds a person back through the principal, then through the client, and their own state comes first', () => {
    expect(householdState(active, null, none, today)).toEqual({ state: 'ACTIVE', through: null });
    expect(householdState(active, suspended, suspended, today)).toEqual({
      state: 'SUSPENDED',
      through: 'principal',
    });
    expect(householdState(active, active, suspended, today)).toEqual({
      state: 'SUSPENDED',
      through: 'client',
    });
    expect(householdState(suspended, active, none, today)).toEqual({ state: 'SUSPENDED', through: null });
  });
});

test.each([
  ['+234 803 555 0142', '8035550142'],
  ['0803-555-0142', '8035550142'],
  ['(0803) 555.0142', '8035550142'],
  ['0803555', '803555'],
  ['n/a', null],
])('the telephone number %s is compared as %s', (text, key) => expect(phoneKey(text)).toBe(key));

test('a national number shows its last four characters', () => {
  expect(masked('12345678901')).toBe('•••••••8901');
  expect(masked('123')).toBe('123');
  expect(masked(null)).toBeNull();
});
