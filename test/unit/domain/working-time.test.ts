import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localTime } from '../../../schema/domain/dates.ts';
import { addWorkingHours, defaultCalendar } from '../../../schema/domain/working-time.ts';

const lagos = (text: string) => Date.parse(`${text}:00+01:00`);
const after = (from: string, hours: number, calendar = defaultCalendar) =>
  localTime(calendar.zone, addWorkingHours(calendar, lagos(from), hours)).slice(0, 16);

describe('working hours, Monday to Friday from 08 to 17', () => {
  test.each([
    ['within a day', '2026-11-23T09:00', 2, '2026-11-23T11:00'],
    ['over the night', '2026-11-23T16:00', 2, '2026-11-24T09:00'],
    ['over the weekend', '2026-11-20T16:00', 2, '2026-11-23T09:00'],
    ['begun before opening', '2026-11-23T05:00', 1, '2026-11-23T09:00'],
    ['begun after closing', '2026-11-23T19:00', 1, '2026-11-24T09:00'],
    ['begun on a Saturday', '2026-11-21T12:00', 9, '2026-11-23T17:00'],
    ['ending at closing time', '2026-11-23T08:00', 9, '2026-11-23T17:00'],
    ['72 hours are eight working days', '2026-11-23T08:00', 72, '2026-12-02T17:00'],
    ['over a month end and a year end', '2026-12-31T16:00', 2, '2027-01-01T09:00'],
  ])('%s', (_, from, hours, to) => {
    expect(after(from, hours)).toBe(to);
  });

  test('a holiday is passed over', () => {
    expect(after('2026-12-24T16:00', 2, { ...defaultCalendar, holidays: ['2026-12-25'] })).toBe(
      '2026-12-28T09:00',
    );
  });

  test('a calendar on which nobody ever works is refused', () => {
    expect(() => addWorkingHours({ ...defaultCalendar, days: [] }, 0, 1)).toThrow(RangeError);
  });

  test('a day on which clocks are put forward has the hours that it has', () => {
    const night = {
      ...defaultCalendar,
      zone: 'Europe/London',
      days: [1, 2, 3, 4, 5, 6, 7],
      fromHour: 0,
      toHour: 24,
    };
    // 23 hours on 29 March: 24 working hours from its start end an hour into the next day.
    expect(addWorkingHours(night, Date.parse('2026-03-29T00:00:00Z'), 24)).toBe(
      Date.parse('2026-03-30T00:00:00Z'),
    );
  });

  test('more hours are never earlier, and two stretches are one', () => {
    const hours = fc.integer({ min: 0, max: 100 });
    const at = fc.integer({ min: lagos('2026-01-01T00:00'), max: lagos('2027-01-01T00:00') });
    fc.assert(
      fc.property(at, hours, hours, (start, a, b) => {
        const first = addWorkingHours(defaultCalendar, start, a);
        const both = addWorkingHours(defaultCalendar, start, a + b);
        expect(both).toBeGreaterThanOrEqual(first);
        if (b > 0) expect(addWorkingHours(defaultCalendar, first, b)).toBe(both);
      }),
    );
  });
});
