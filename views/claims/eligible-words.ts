import type { EligibleBenefit } from '../../schema/domain/adjudication/eligibility.ts';
import { formatMoney, type Minor } from '../../schema/domain/money.ts';

const money = (minor: Minor, currency: string) => formatMoney(minor, currency, { symbol: true });

/** What the enrollee pays of a benefit: `₦ 500.00 a visit`, `10%, at most ₦ 2,000.00 a visit`, `nothing`. */
export function payWords(
  { coPay, deductibleLeft }: Pick<EligibleBenefit, 'coPay' | 'deductibleLeft'>,
  currency: string,
): string {
  const words = deductibleLeft === 0 ? [] : [`first ${money(deductibleLeft, currency)}`];
  if (coPay !== null) {
    const share = coPay.flat === null ? `${coPay.percent ?? 0}%` : `${money(coPay.flat, currency)} a visit`;
    words.push(coPay.cap === null ? share : `${share}, at most ${money(coPay.cap, currency)} a visit`);
  }
  return words.length === 0 ? 'nothing' : words.join(', then ');
}

/** What has to be there before a benefit is used: an authorization, a referral; empty: nothing. */
export function neededWords({ authorization, where }: EligibleBenefit, currency: string): string {
  const words: string[] = [];
  if (authorization.need === 'always') words.push('authorization');
  if (authorization.need === 'above')
    words.push(`authorization above ${money(authorization.above ?? 0, currency)}`);
  if (where.referral) words.push('referral');
  return words.join(', ');
}
