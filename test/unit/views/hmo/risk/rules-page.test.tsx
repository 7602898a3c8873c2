import { expect, test } from 'vitest';
import { defaultRisk } from '../../../../../schema/domain/risk/settings.ts';
import { riskRules } from '../../../../../views/hmo/risk/risk-words.ts';
import { RiskRulesPage, type RulesPageProps } from '../../../../../views/hmo/risk/rules-page.tsx';
import {
  entryOfRules,
  type RulesEntry,
  readRules,
} from '../../../../../worker/portals/staff/risk/read-rules.ts';
import { validHtml } from '../../validate.tsx';

const inForce = entryOfRules(defaultRisk);
const page: RulesPageProps = {
  slug: 'meridian',
  entry: inForce,
  counts: {},
  groups: [{ code: 'dental', name: 'Dental' }],
  errors: {},
  saved: false,
  commandId: 'rules-0001',
};
const label = (html: string, id: string) => new RegExp(`<label for="${id}">([^<]*)</label>`).exec(html)?.[1];
const idOf = (rule: string, name: string) => `f-${rule.replaceAll('_', '-')}-${name}`;

test('every threshold has a label in plain words with what it counts, and no two of a rule the same', async () => {
  const html = await validHtml(<RiskRulesPage {...page} />);
  for (const rule of riskRules) {
    const names = Object.keys(inForce[rule].thresholds);
    const labels = names.map((name) => label(html, idOf(rule, name)));
    for (const text of labels)
      expect(text).toMatch(
        /, (days|hours|km|%|times|at least|claims at least|(robust )?standard deviations|procedures at most)$/,
      );
    expect(new Set(labels).size).toBe(names.length);
  }
});

test('what is wrong with each figure is said beside it, as typed, and the first of them has the focus', async () => {
  const spoiled = riskRules.map((rule) => {
    const thresholds = Object.fromEntries(Object.keys(inForce[rule].thresholds).map((name) => [name, 'x']));
    return [rule, { ...inForce[rule], weight: '2', thresholds }] as const;
  });
  const entry = Object.fromEntries(spoiled) as RulesEntry;
  const read = readRules(entry);
  const errors = 'errors' in read ? read.errors : {};
  const html = await validHtml(<RiskRulesPage {...page} entry={entry} errors={errors} />);
  for (const [rule, { thresholds }] of spoiled)
    for (const name of ['weight', ...Object.keys(thresholds)]) {
      const id = idOf(rule, name);
      expect(html).toContain(`id="${id}-error"`);
      expect(html).toMatch(new RegExp(`aria-invalid="true" aria-describedby="[^"]*${id}-error`));
    }
  expect(html.match(/ autofocus/g)).toHaveLength(1);
  expect(html).toMatch(/<input[^>]*id="f-duplicate-weight"[^>]* autofocus/);
});

test('each figure that is left empty is refused under its own name, with what to enter', () => {
  for (const rule of riskRules)
    for (const [name] of Object.entries(inForce[rule].thresholds)) {
      const thresholds = { ...inForce[rule].thresholds, [name]: '' };
      const entry = { ...inForce, [rule]: { ...inForce[rule], thresholds } };
      const read = readRules(entry);
      const errors = 'errors' in read ? read.errors : {};
      expect(errors).toEqual({
        [`${rule}.${name}`]: expect.stringMatching(/^Enter a (whole )?number from /),
      });
    }
});
