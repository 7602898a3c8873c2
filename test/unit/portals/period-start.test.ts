import { expect, test } from 'vitest';
import { momentIn } from '../../../schema/domain/dates.ts';
import { periodStart } from '../../../worker/portals/staff/period-start.ts';

const zone = 'Africa/Lagos';
const at = (wall: string) => momentIn(zone, wall);

test.each([
  ['2026-11-23T00:30', '2026-11-23', '2026-11-23', '2026-11-01'],
  ['2026-11-22T23:30', '2026-11-22', '2026-11-16', '2026-11-01'],
  ['2026-03-01T12:00', '2026-03-01', '2026-02-23', '2026-03-01'],
])(
  'at %s the day, the week from Monday and the month begin at midnight where the tenant is',
  (now, day, week, month) => {
    expect(periodStart(zone, at(now), 'today')).toBe(at(`${day}T00:00`));
    expect(periodStart(zone, at(now), 'week')).toBe(at(`${week}T00:00`));
    expect(periodStart(zone, at(now), 'month')).toBe(at(`${month}T00:00`));
  },
);
