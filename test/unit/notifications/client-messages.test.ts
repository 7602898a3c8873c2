import { expect, test } from 'vitest';
import { clientMail } from '../../../worker/notifications/client-messages.ts';

test('a client reads how many visits of which month, and that there is nothing to find out', () => {
  const { subject, text } = clientMail({ month: '2026-10', visits: 2 }, 'Dangira', 'Meridian');
  expect(subject).toBe('2 visits of October 2026 reported as not theirs');
  expect(text).toMatch(
    /^Of October 2026, 2 visits in the name of somebody covered through Dangira were reported/,
  );
  expect(text).toMatch(/Meridian$/);
});

test('one is said as one', () => {
  const { subject, text } = clientMail({ month: '2027-01', visits: 1 }, 'D', 'M');
  expect(subject).toBe('1 visit of January 2027 reported as not theirs');
  expect(text).toContain('1 visit in the name of somebody covered through D was reported');
});
