import { expect, test } from 'vitest';
import { Countdown } from '../../../../views/authorizations/countdown.tsx';
import { hasteOf, timeLeftWords } from '../../../../views/authorizations/time-left.ts';
import { validHtml } from '../validate.tsx';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.UTC(2026, 10, 26, 9);

test('the last quarter of a clock is soon, its end is late', () => {
  expect(hasteOf(hour + 1, 4 * hour)).toBe('time');
  expect(hasteOf(hour, 4 * hour)).toBe('soon');
  expect(hasteOf(1, 4 * hour)).toBe('soon');
  expect(hasteOf(0, 4 * hour)).toBe('late');
});

test('a span is said in its two largest units, the last hour by seconds, and what is late by minutes', () => {
  expect(timeLeftWords(27 * hour + 5 * minute)).toBe('1 d 3 h left');
  expect(timeLeftWords(3 * hour + 5 * minute)).toBe('3 h 05 min left');
  expect(timeLeftWords(12 * minute + 5_000)).toBe('12 min 05 s left');
  expect(timeLeftWords(0)).toBe('0 min late');
  expect(timeLeftWords(-9 * minute)).toBe('9 min late');
  expect(timeLeftWords(-2 * hour)).toBe('2 h 00 min late');
});

test('a clock says what is left and by when, with the figures that a script counts down from', async () => {
  const clock = { dueAt: now + 10 * minute, clock_ms: hour, stands: false };
  const html = await validHtml(<Countdown clock={clock} now={now} zone="Africa/Lagos" />);
  expect(html).toContain(`data-clock="${hour}" data-due="${now + 10 * minute}"`);
  expect(html).toContain('class="clock soon"');
  expect(html).toContain('<b class="if-script">10 min 00 s left</b>');
  expect(html).toContain('by 10:10');
});

test('past its end it says since when, and names the day where that is another one', async () => {
  const clock = { dueAt: now - 24 * hour, clock_ms: hour, stands: false };
  const html = await validHtml(<Countdown clock={clock} now={now} zone="Africa/Lagos" />);
  expect(html).toContain('class="clock late"');
  expect(html).toContain('due 25 Nov 10:00');
});

test('a clock that stands says so and is not counted down; without a clock there is nothing to say', async () => {
  const clock = { dueAt: now + hour, clock_ms: hour, stands: true };
  const html = await validHtml(<Countdown clock={clock} now={now} zone="Africa/Lagos" />);
  expect(html).toContain('stands');
  expect(html).not.toContain('data-due');
  const none = await validHtml(<Countdown clock={null} now={now} zone="Africa/Lagos" />);
  expect(none).not.toContain('data-due');
});
