import { describe, expect, test } from 'vitest';
import { neverAtDesk, withDenied } from '../../../../schema/domain/members/at-desk.ts';
import { whomToAsk } from '../../../../schema/domain/members/whom-to-ask.ts';
import { answerVisit } from '../../../../schema/domain/visits/answer-visit.ts';
import {
  type LastVisit,
  sameVisit,
  type Visit,
  visitIdOf,
  visitNumber,
  withVisit,
} from '../../../../schema/domain/visits/visit.ts';

const hour_ms = 3_600_000;
const at = Date.UTC(2026, 10, 26, 9);
const visit: Visit = {
  id: 1,
  number: 'VIS-26-000001',
  state: 'CHECKED_IN',
  version: 1,
  facilityId: 'fac-1',
  facilityName: 'Sunrise Clinic',
  enrolleeId: 'enr-1',
  memberId: 'TST-INDV-00001-P',
  enrolleeName: 'Ngozi Ade',
  at,
  date: '2026-11-26',
  by: 'Chi Clerk',
  how: 'card',
  covered: true,
  answered: null,
};

test('a number says the year and the running number, and is read back', () => {
  expect(visitNumber(12, 2026)).toBe('VIS-26-000012');
  expect(visitIdOf('VIS-26-000012')).toBe(12);
  expect(visitIdOf('PA-26-000012')).toBeNull();
});

describe('checked in again', () => {
  const last: LastVisit[] = [{ facilityId: 'fac-1', number: 'VIS-26-000001', at }];

  test('at the same desk within hours it is the same visit', () => {
    expect(sameVisit(last, 'fac-1', at + 5 * hour_ms)).toEqual(last[0]);
    expect(sameVisit(last, 'fac-1', at + 6 * hour_ms)).toBeNull();
    expect(sameVisit(last, 'fac-2', at)).toBeNull();
  });

  test('what is entered of an earlier day is a visit of its own', () => {
    expect(sameVisit(last, 'fac-1', at - hour_ms)).toBeNull();
  });

  test('the last visit of each facility is kept, and not of more than ten', () => {
    const again = { facilityId: 'fac-1', number: 'VIS-26-000009', at: at + 7 * hour_ms };
    expect(withVisit(last, again)).toEqual([again]);
    let many: LastVisit[] = last;
    for (let n = 0; n < 12; n += 1) many = withVisit(many, { facilityId: `other-${n}`, number: 'x', at });
    expect(many).toHaveLength(10);
  });
});

describe('the enrollee answers', () => {
  const mine = { mine: true, by: 'enr-1', at: at + 1, reason: null };
  const not = { ...mine, mine: false, reason: 'I was at work.' };

  test('that it was them, or that it was not', () => {
    expect(answerVisit(visit, mine)).toMatchObject({ state: 'CONFIRMED', version: 2 });
    expect(answerVisit(visit, not)).toMatchObject({
      state: 'DENIED',
      answered: { by: 'enr-1', at: at + 1, reason: 'I was at work.' },
    });
  });

  test('the same twice is the same as once', () => {
    const denied = answerVisit(visit, not);
    expect(answerVisit(denied, { ...not, at: at + 2 })).toBe(denied);
    const confirmed = answerVisit(visit, mine);
    expect(answerVisit(confirmed, { ...mine, at: at + 2 })).toBe(confirmed);
  });

  test('a yes can still become a no, and a no stays one', () => {
    expect(answerVisit(answerVisit(visit, mine), not).state).toBe('DENIED');
    const denied = answerVisit(visit, not);
    expect(answerVisit(denied, mine)).toBe(denied);
  });
});

test('a denied visit is kept once with the person, and not without end', () => {
  const denied = { facilityId: 'fac-1', date: '2026-11-26', number: 'VIS-26-000001' };
  const once = withDenied(withDenied(neverAtDesk, denied), denied);
  expect(once.denied).toEqual([denied]);
  let many = once;
  for (let n = 0; n < 60; n += 1) many = withDenied(many, { ...denied, number: `VIS-26-1${n}` });
  expect(many.denied).toHaveLength(50);
});

describe('who is asked and told', () => {
  const child = { id: 'kid', principalId: 'ada', birthDate: '2010-11-27' };

  test('a minor’s principal, from eighteen on themselves', () => {
    expect(whomToAsk(child, '2028-11-26')).toBe('ada');
    expect(whomToAsk(child, '2028-11-27')).toBe('kid');
    expect(whomToAsk({ ...child, principalId: null }, '2020-01-01')).toBe('kid');
  });
});
