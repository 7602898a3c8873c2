import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  ageOn,
  dateIn,
  daysBetween,
  isCalendarDate,
  localTime,
  momentIn,
} from '../../../schema/domain/dates.ts';

const utc = (text: string) => Date.parse(text);

describe('calendar dates', () => {
  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '1968-01-01'])('%s exists', (date) => {
    expect(isCalendarDate(date)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-04-31',
    '2026-4-1',
    '26-04-01',
    '',
    '2026-04-01T00:00',
  ])('%s does not', (date) => {
    expect(isCalendarDate(date)).toBe(false);
  });

  test('days are counted over month ends and leap days', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  test('the days of the years 0 to 9999 are those the platform knows', () => {
    const first = utc('0000-01-01T00:00:00Z');
    const wrong: string[] = [];
    for (let days = 0; days < 3_652_425; days += days < 1500 ? 1 : 89) {
      const date = new Date(first + days * 86_400_000).toISOString().slice(0, 10);
      if (addDays('0000-01-01', days) !== date || daysBetween('0000-01-01', date) !== days) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  test('adding days and counting them agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
        expect(daysBetween('2026-11-23', addDays('2026-11-23', days))).toBe(days);
      }),
    );
  });

  test.each([
    ['1990-05-17', '2026-05-16', 35],
    ['1990-05-17', '2026-05-17', 36],
    ['2004-02-29', '2026-02-28', 21],
    ['2004-02-29', '2026-03-01', 22],
    ['2004-02-29', '2024-02-29', 20],
    ['2026-11-23', '2026-11-23', 0],
  ])('born %s, on %s: %i years', (birth, date, years) => {
    expect(ageOn(birth, date)).toBe(years);
  });
});

describe('wall clocks', () => {
  test('Lagos is an hour ahead of UTC all year', () => {
    expect(localTime('Africa/Lagos', utc('2026-11-22T23:30:15Z'))).toBe('2026-11-23T00:30:15');
    expect(dateIn('Africa/Lagos', utc('2026-11-22T23:30:15Z'))).toBe('2026-11-23');
    expect(momentIn('Africa/Lagos', '2026-11-23T00:30')).toBe(utc('2026-11-22T23:30:00Z'));
  });

  test('a zone with an odd offset keeps its minutes', () => {
    expect(localTime('Asia/Kathmandu', utc('2026-11-23T00:00:00Z'))).toBe('2026-11-23T05:45:00');
  });

  test('clocks put forward and back are followed to the second', () => {
    expect(localTime('Europe/London', utc('2026-03-29T00:59:59Z'))).toBe('2026-03-29T00:59:59');
    expect(localTime('Europe/London', utc('2026-03-29T01:00:00Z'))).toBe('2026-03-29T02:00:00');
    expect(localTime('Europe/London', utc('2026-10-25T00:59:59Z'))).toBe('2026-10-25T01:59:59');
    expect(localTime('Europe/London', utc('2026-10-25T01:00:00Z'))).toBe('2026-10-25T01:00:00');
  });

  test('a year of quarters in one zone, more than are remembered, says the same the second time', () => {
    const quarters = Array.from({ length: 366 * 96 }, (_, n) => utc('2026-01-01T00:00:00Z') + n * 900_000);
    const once = quarters.map((at) => localTime('Europe/Berlin', at));
    expect(quarters.map((at) => localTime('Europe/Berlin', at))).toEqual(once);
    expect(new Set(once).size).toBe(quarters.length - 4);
  });

  test('a time that the clocks skip moves forward', () => {
    expect(localTime('Europe/London', momentIn('Europe/London', '2026-03-29T01:30'))).toBe(
      '2026-03-29T02:30:00',
    );
  });

  test('the time zone database says the same, whenever', () => {
    const zones = [
      'Africa/Lagos',
      'Europe/London',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'UTC',
    ];
    const from = utc('1973-01-01T00:00:00Z');
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: from, max: utc('2040-01-01T00:00:00Z') }),
        (zone, at) => {
          const said = new Date(at).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');
          expect(localTime(zone, at)).toBe(said);
        },
      ),
    );
  });

  test('what a clock shows leads back to the moment, except in the hour that comes twice', () => {
    const zones = ['Africa/Lagos', 'Asia/Kathmandu', 'UTC'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: utc('2040-01-01T00:00:00Z') }),
        (zone, at) => {
          const second = Math.floor(at / 1000) * 1000;
          // Kathmandu's clocks were put forward at the start of 1986; before that the round trip holds as well.
          expect(momentIn(zone, localTime(zone, second))).toBe(second);
        },
      ),
    );
  });
});
