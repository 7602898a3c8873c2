import { expect, test } from 'vitest';
import { DayText, formatDate, MomentText } from '../../../../views/ui/date-text.tsx';
import { markupOf } from './markup.ts';

test.each([
  ['d mmm yyyy', true, '5 Nov 2026'],
  ['d mmm yyyy', false, '5 Nov'],
  ['dd/mm/yyyy', true, '05/11/2026'],
  ['dd/mm/yyyy', false, '05/11'],
  ['yyyy-mm-dd', true, '2026-11-05'],
] as const)('%s, year %s', (style, year, expected) => {
  expect(formatDate('2026-11-05', style, year)).toBe(expected);
});

test('what is no date comes back as it is', () => {
  expect(formatDate('unknown')).toBe('unknown');
  expect(formatDate('2026-13-05')).toBe('2026-13-05');
});

test('a date carries its exact form for machines', () => {
  expect(markupOf(<DayText date="2026-11-05" />)).toBe('<time datetime="2026-11-05">5 Nov 2026</time>');
});

test('an instant is shown where the organisation is', () => {
  const at = Date.UTC(2026, 11, 31, 23, 30);
  expect(markupOf(<MomentText at={at} timeZone="Africa/Lagos" year />)).toContain('1 Jan 2027 00:30');
  expect(markupOf(<MomentText at={at} timeZone="UTC" />)).toContain('31 Dec 23:30');
});
