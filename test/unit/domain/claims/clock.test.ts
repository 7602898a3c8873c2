import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../../../../schema/domain/claims/decide.ts';
import { dueAtOf } from '../../../../schema/domain/claims/rank.ts';
import {
  addWorkingHours,
  defaultCalendar,
  subtractWorkingHours,
} from '../../../../schema/domain/working-time.ts';
import { aClaim, ada, hour, rules, tuesday, valueLead_ms } from './a-claim.ts';

const at = (text: string) => Date.parse(text);

test('given a claim received on Tuesday at 10:00, then it is due after 72 working hours, eight working days on', () => {
  expect(new Date(dueAtOf(tuesday, rules)).toISOString()).toBe('2026-12-04T09:00:00.000Z');
});

test('nights, weekends and holidays do not count', () => {
  const friday = at('2026-11-27T15:00:00Z');
  expect(addWorkingHours(defaultCalendar, friday, 2)).toBe(at('2026-11-30T08:00:00Z'));
  const holiday = { ...defaultCalendar, holidays: ['2026-11-30'] };
  expect(addWorkingHours(holiday, friday, 2)).toBe(at('2026-12-01T08:00:00Z'));
  expect(addWorkingHours(defaultCalendar, at('2026-11-28T12:00:00Z'), 1)).toBe(at('2026-11-30T08:00:00Z'));
  expect(addWorkingHours(defaultCalendar, at('2026-11-24T02:00:00Z'), 1)).toBe(at('2026-11-24T08:00:00Z'));
});

test('a calendar without working days is refused loudly', () => {
  expect(() => addWorkingHours({ ...defaultCalendar, days: [] }, tuesday, 1)).toThrow(RangeError);
});

test('given SUBMITTED, when received, then it is due and ranked from that moment', () => {
  const claim = aClaim('SUBMITTED', { receivedAt: null, dueAt: null, rankAt: tuesday });
  const due = dueAtOf(tuesday, rules);
  expect(decide(claim, { type: 'ReceiveClaim' }, ada, rules)).toMatchObject({
    receivedAt: tuesday,
    dueAt: due,
    rankAt: due - valueLead_ms,
  });
});

test('given QUERIED, when answered three hours later, then it is due, and ranked, three hours later', () => {
  const claim = aClaim('QUERIED', { queriedAt: tuesday - 3 * hour });
  const answered = decide(claim, { type: 'AnswerQuery', input: { answer: 'So.' } }, ada, rules);
  expect(answered).toMatchObject({
    dueAt: tuesday + 13 * hour,
    rankAt: tuesday + 13 * hour - valueLead_ms,
    queriedAt: null,
  });
});

test('a claim that was never due stays so when its query is answered', () => {
  const claim = aClaim('QUERIED', { queriedAt: null, dueAt: null, rankAt: null });
  expect(decide(claim, { type: 'AnswerQuery', input: { answer: 'So.' } }, ada, rules)).toMatchObject({
    dueAt: null,
    rankAt: claim.submittedAt,
  });
});

test('a clock that stands twice moves the due moment by both spells, however long they are', () => {
  const spell = fc.integer({ min: 0, max: 30 * 24 * hour });
  fc.assert(
    fc.property(spell, spell, (first, second) => {
      let claim = aClaim('IN_REVIEW');
      const due = claim.dueAt ?? 0;
      let now = tuesday;
      for (const stood of [first, second]) {
        const queried = decide(
          { ...claim, state: 'IN_REVIEW' },
          { type: 'QueryClaim', input: { version: claim.version, question: 'Why?' } },
          { ...ada, at: now },
          rules,
        );
        now += stood;
        const answered =
          'refused' in queried
            ? queried
            : decide(queried, { type: 'AnswerQuery', input: { answer: 'So.' } }, { ...ada, at: now }, rules);
        if ('refused' in answered) throw new Error(answered.message);
        claim = answered;
      }
      expect(claim.dueAt).toBe(due + first + second);
    }),
  );
});

test('working hours are taken off over nights, weekends and holidays', () => {
  const monday = at('2026-11-30T08:00:00Z');
  expect(subtractWorkingHours(defaultCalendar, monday, 1)).toBe(at('2026-11-30T07:00:00Z'));
  expect(subtractWorkingHours(defaultCalendar, monday, 2)).toBe(at('2026-11-27T15:00:00Z'));
  expect(subtractWorkingHours(defaultCalendar, at('2026-11-29T12:00:00Z'), 1)).toBe(
    at('2026-11-27T15:00:00Z'),
  );
  expect(subtractWorkingHours(defaultCalendar, at('2026-11-30T05:00:00Z'), 1)).toBe(
    at('2026-11-27T15:00:00Z'),
  );
  expect(() => subtractWorkingHours({ ...defaultCalendar, days: [] }, monday, 1)).toThrow(RangeError);
});

test('what is added can be taken off again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8_760 }), fc.integer({ min: 1, max: 200 }), (from, hours) => {
      const end = addWorkingHours(defaultCalendar, tuesday + from * hour, hours);
      const start = subtractWorkingHours(defaultCalendar, end, hours);
      expect(addWorkingHours(defaultCalendar, start, hours)).toBe(end);
    }),
  );
});
