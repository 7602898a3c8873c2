import { expect, test } from 'vitest';
import { weekdayTime, whyThere } from '../../../../views/hmo/queue-rules/why-there.tsx';

const how = { zone: 'Africa/Lagos', currency: 'NGN', risk: true };
const friday = Date.parse('2026-11-27T13:00:00Z');
const claim = { dueAt: friday, submittedAt: friday - 86_400_000, claimed: 62_000_000, risk: 30 };
const urgency = {
  riskHours: 7.2,
  valueHours: 12,
  rules: [
    { name: 'Dialysis first', hours: 4 },
    { name: 'Small ones wait', hours: -2 },
  ],
};

test('a claim says when it is due and what moves it, each with its hours', () => {
  expect(whyThere(claim, urgency, how)).toEqual([
    'Due Fri 27 Nov 14:00',
    '7.2\u00a0h earlier for risk 30',
    '12\u00a0h earlier for ₦ 620,000',
    '4\u00a0h earlier by rule ‘Dialysis first’',
    '2\u00a0h later by rule ‘Small ones wait’',
  ]);
});

test('what moves it by less than a tenth of an hour is not worth a word', () => {
  const little = { riskHours: 0, valueHours: 0.04, rules: [] };
  expect(whyThere(claim, little, how)).toEqual(['Due Fri 27 Nov 14:00']);
});

test('the score is not said to those who may not see it', () => {
  const told = (risk: number) =>
    whyThere({ ...claim, risk }, { ...urgency, riskHours: (24 * risk) / 100 }, { ...how, risk: false });
  expect(told(30)).toHaveLength(4);
  expect(told(30)).toEqual(told(0));
});

test('a claim that nobody has received stands at when it came', () => {
  expect(whyThere({ ...claim, dueAt: null }, urgency, how)).toEqual([
    'Not received yet: it stands at when it came, Thu 26 Nov 14:00',
  ]);
});

test('a moment is said where the organisation is', () => {
  expect(weekdayTime('Pacific/Auckland', friday)).toBe('Sat 28 Nov 02:00');
});
