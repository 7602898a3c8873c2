import { expect, test } from 'vitest';
import { checkRules } from '../../../schema/domain/plans/check-rules.ts';
import { putPlanVersionForm } from '../../../schema/forms/plans.ts';
import { putPricesForm } from '../../../schema/forms/put-prices.ts';
import { demoFacility } from '../../../selfhost/demo/organisations.ts';
import { demoPlans, goldInDraft } from '../../../selfhost/demo/plans/plans.ts';
import { demoServices, standardPrice } from '../../../selfhost/demo/services.ts';
import { billedPrice, demoTariffs } from '../../../selfhost/demo/tariffs.ts';

const today = '2026-11-23';
const plans = demoPlans(today);
const groups = new Set(demoServices.map(({ group }) => group));
const codes = new Set(demoServices.map(({ externalId }) => externalId));
const facts = {
  groupExists: (code: string) => groups.has(code),
  serviceExists: (code: string) => codes.has(code),
};

test('three tiers, one of them with a second version, and nothing is wrong with their rules', () => {
  expect(plans.map(({ version }) => version.code)).toEqual(['BRONZE', 'SILVER', 'GOLD', 'SILVER']);
  for (const { version } of plans) {
    expect(putPlanVersionForm.safeParse(version).error?.issues).toBeUndefined();
    expect(checkRules(version.rules, facts)).toEqual([]);
  }
  expect(checkRules(goldInDraft, facts)).toEqual([]);
});

test('every service belongs to a benefit of Gold', () => {
  const { benefits } = goldInDraft;
  for (const { group, externalId } of demoServices)
    expect([
      externalId,
      benefits.some((each) => each.services.includes(externalId) || each.groups.includes(group)),
    ]).toEqual([externalId, true]);
});

test('tariffs have a price of every service agreed on, some of them raised since', () => {
  for (const tariff of demoTariffs('2025-11-01', today)) {
    expect(putPricesForm.safeParse(tariff).error?.issues).toBeUndefined();
    const dated = Map.groupBy(tariff.prices, ({ service }) => service);
    expect([...dated.values()].some((prices) => prices.length > 1)).toBe(true);
    for (const [first, second] of dated.values())
      if (second) expect(first?.from && first.from < second.from).toBe(true);
  }
});

test('a facility bills what was agreed, a raise a little early, and some things a tenth too high', () => {
  const lagoon = demoFacility('lagoon-view');
  const billed = (code: string, date: string) => billedPrice(code, lagoon, date, today);
  expect(billed('CON-001', '2026-11-01')).toBe(1_050_000);
  expect(billed('CON-001', '2026-09-01')).toBe(970_000);
  expect(billed('CON-001', '2026-10-05')).toBe(1_050_000);
  expect(billed('LAB-190', '2026-11-01')).toBe(900_000);
  expect(billed('DEN-010', '2026-11-01')).toBe(standardPrice('DEN-010'));
});
