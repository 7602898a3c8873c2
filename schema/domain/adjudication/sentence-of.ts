import { type CalendarDate, monthNames } from '../dates.ts';
import { formatMoney } from '../money.ts';
import type { Finding } from './judgement.ts';
import { wordings } from './wordings.ts';

/** A day in words: 1 December 2026. */
export const written = (date: CalendarDate): string =>
  `${Number(date.slice(8))} ${monthNames[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;

function styled(value: string | number, style: string | undefined, currency: string): string {
  if (style === 'money') return formatMoney(Number(value), currency, { symbol: true });
  if (style === 'date') return written(String(value));
  return style === 'days' && value === 1 ? '1 day' : `${value}${style === 'days' ? ' days' : ''}`;
}

/**
 * Why, in one plain sentence for staff and enrollee alike: "Dental has ₦ 12,000.00 of ₦ 50,000.00 left this plan year, so
 * ₦ 8,000.00 is the enrollee’s." A finding that was recorded under words since gone says its rule.
 */
export function sentenceOf({ rule, figures }: Finding, currency: string): string {
  const words: Readonly<Record<string, string>> = wordings[rule];
  const sentence = words[String(figures.found)] ?? `The rule “${rule}” spoke.`;
  return sentence.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, style: string | undefined) =>
    styled(figures[name] ?? '–', style, currency),
  );
}
