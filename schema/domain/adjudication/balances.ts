import type { Sums, Tally } from '../benefits/tally.ts';
import type { Minor } from '../money.ts';
import type { BenefitBalance } from './judgement.ts';
import { countOf } from './rules/count.ts';
import type { Standing, Standings } from './standings.ts';

const leftOf = (most: Minor | null, { used, reserved }: Sums): Minor | null =>
  most === null ? null : Math.max(0, most - used - reserved);

const smaller = (a: Minor | null, b: Minor | null): Minor | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

/** How a benefit stands before and after: what is left is the least of what its plan year and its lifetime leave. */
export function balanceOf(
  { placed, shared, personal, lifetime }: Standing,
  { terms }: Standings,
): BenefitBalance {
  const { code, name, limits, count } = placed.benefit;
  const left = (when: 'before' | 'now') =>
    smaller(leftOf(limits.period, shared[when]), lifetime && leftOf(limits.lifetime, lifetime[when]));
  return {
    plan: terms.version.plan,
    benefit: code,
    name,
    period: terms.year.from,
    limit: limits.period,
    sharedBy: limits.sharedBy,
    usedBefore: shared.before.used,
    reserved: shared.before.reserved,
    leftBefore: left('before'),
    usedAfter: shared.now.used,
    leftAfter: left('now'),
    count: count && {
      ...count,
      before: countOf(count, personal.before),
      after: countOf(count, personal.now),
    },
  };
}

/** How the plan's ceilings over all benefits stand; those it does not have are left out. */
export function overallBalances(standings: Standings): BenefitBalance[] {
  const { version, index, year } = standings.terms;
  const balance = (sharedBy: 'person' | 'family', limit: Minor, { before, now }: Tally): BenefitBalance => ({
    plan: version.plan,
    benefit: '*',
    name: 'All benefits',
    period: year.from,
    limit,
    sharedBy,
    usedBefore: before.used,
    reserved: before.reserved,
    leftBefore: leftOf(limit, before),
    usedAfter: now.used,
    leftAfter: leftOf(limit, now),
    count: null,
  });
  return (['person', 'family'] as const).flatMap((whose) => {
    const limit = index.rules.overall[whose];
    return limit === null ? [] : [balance(whose, limit, standings.overall(whose))];
  });
}
