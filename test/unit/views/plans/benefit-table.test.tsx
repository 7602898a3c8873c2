import { expect, test } from 'vitest';
import { blankRules } from '../../../../schema/domain/plans/blank-rules.ts';
import { BenefitTable } from '../../../../views/plans/benefit-table.tsx';
import { hostile } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';
import { names, plain, rules } from './samples.ts';

test('the table says every benefit and what is not covered, in plain words', async () => {
  const html = await validHtml(<BenefitTable rules={rules} names={names} />);
  for (const words of [
    'Up to ₦ 400,000 a year, shared by the family',
    'Within the limit of Out-patient care',
    'Treatment of infertility.',
    'No A.',
    '₦ 1,000,000 a year for one person',
  ])
    expect(html).toContain(words);
});

test('hostile names stay text, and no exclusions make no card', async () => {
  const benefits = [{ ...plain, name: hostile, within: 'NONE' }];
  const html = await validHtml(<BenefitTable rules={{ ...blankRules, benefits }} names={names} />);
  expect(html).not.toContain('<img');
  expect(html).not.toContain('Not covered');
});
