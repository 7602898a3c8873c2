import type { Benefit, Exclusion, PlanRules } from '../../../../schema/domain/plans/plan.ts';
import type { Entry } from '../../../../views/hmo/plans/entry.ts';

/** `1,234.50` as it is typed: without separators, without kobo where there are none. */
export const moneyText = (minor: number | null): string =>
  minor === null
    ? ''
    : (minor / 100).toFixed(minor % 100 === 0 ? 0 : 2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const text = (value: string | number | null): string => (value === null ? '' : String(value));
const tick = (value: boolean): string => (value ? '1' : '');

const lists = (fields: Readonly<Record<string, string | readonly string[]>>): Entry =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? [value] : value]),
  );

const rows = (name: string, codes: readonly string[]): Record<string, string> =>
  Object.fromEntries(codes.map((code, i) => [`${name}.${i}`, code]));

function coPayKind({ coPay }: Benefit): string {
  if (coPay === null) return 'none';
  return coPay.flat === null ? 'percent' : 'flat';
}

/** A benefit as it stands in its form. */
export function entryOfBenefit(benefit: Benefit): Entry {
  const { limits, count, coPay, who, where, authorization } = benefit;
  return lists({
    code: benefit.code,
    name: benefit.name,
    category: benefit.category,
    within: text(benefit.within),
    groups: benefit.groups,
    ...rows('services', benefit.services),
    'limits.visit': moneyText(limits.visit),
    'limits.period': moneyText(limits.period),
    'limits.lifetime': moneyText(limits.lifetime),
    'limits.sharedBy': limits.sharedBy,
    'count.most': text(count?.most ?? null),
    'count.of': count?.of ?? '',
    minDaysBetween: text(benefit.minDaysBetween),
    'coPay.kind': coPayKind(benefit),
    'coPay.flat': moneyText(coPay?.flat ?? null),
    'coPay.percent': text(coPay?.percent ?? null),
    'coPay.cap': moneyText(coPay?.cap ?? null),
    deductible: moneyText(benefit.deductible),
    waitingDays: benefit.waitingDays === 0 ? '' : text(benefit.waitingDays),
    'who.sex': text(who.sex),
    'who.ageFrom': text(who.ageFrom),
    'who.ageTo': text(who.ageTo),
    'who.relations': who.relations,
    'where.setting': where.setting,
    'where.levels': where.levels,
    'where.primaryOnly': tick(where.primaryOnly),
    'where.referral': tick(where.referral),
    'authorization.need': authorization.need,
    'authorization.above': moneyText(authorization.above),
  });
}

/** What rules say over all benefits, as it stands in its form. */
export function entryOfOverall({ overall, deductible, dependants, onMove }: PlanRules): Entry {
  return lists({
    'overall.person': moneyText(overall.person),
    'overall.family': moneyText(overall.family),
    deductible: moneyText(deductible),
    'dependants.spouse': tick(dependants.spouse),
    'dependants.childrenUnder': text(dependants.childrenUnder),
    'dependants.other': tick(dependants.other),
    'dependants.most': text(dependants.most),
    onMove,
  });
}

/** Exclusions as they stand in their form. */
export function entryOfExclusions(exclusions: readonly Exclusion[]): Entry {
  return lists(
    Object.assign(
      {},
      ...exclusions.map(({ wording, services, groups, diagnoses }, i) => ({
        [`exclusions.${i}.wording`]: wording,
        [`exclusions.${i}.groups`]: groups,
        ...rows(`exclusions.${i}.services`, services),
        ...Object.fromEntries(
          diagnoses.flatMap(({ from, to }, j) => [
            [`exclusions.${i}.diagnoses.${j}.from`, from],
            [`exclusions.${i}.diagnoses.${j}.to`, to],
          ]),
        ),
      })),
    ),
  );
}
