import { expect, test } from 'vitest';
import { checkRules } from '../../../../schema/domain/plans/check-rules.ts';
import { planTiers, templateRules } from '../../../../schema/domain/plans/templates.ts';
import { planRulesForm } from '../../../../schema/forms/plan-rules.ts';

const seeded = [
  'consultation',
  'procedure',
  'drug',
  'laboratory',
  'imaging',
  'consumable',
  'admission',
  'dental',
  'optical',
  'maternity',
  'other',
];

test.each(planTiers)('the %s template can be published as it is, with the groups that are seeded', (tier) => {
  const rules = templateRules(tier);
  const facts = { groupExists: (code: string) => seeded.includes(code), serviceExists: () => false };
  expect(checkRules(rules, facts)).toEqual([]);
  expect(planRulesForm.parse(rules)).toEqual(rules);
  expect(rules.benefits.flatMap(({ groups }) => groups).sort()).toEqual(seeded.toSorted());
});
