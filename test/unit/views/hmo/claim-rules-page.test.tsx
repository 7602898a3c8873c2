import { expect, test } from 'vitest';
import { defaultStraightThrough } from '../../../../schema/domain/tenant-settings.ts';
import { ClaimRulesPage, type ClaimRulesPageProps } from '../../../../views/hmo/claim-rules-page.tsx';
import { hostile, longName } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';

const page: ClaimRulesPageProps = {
  slug: 'meridian',
  currency: 'NGN',
  entry: {
    filingWindowDays: '90',
    receivesAutomatically: true,
    on: false,
    name: 'Small and clean',
    amountMax: '25,000.00',
    riskMax: '20',
    sampleOneIn: '20',
  },
  errors: {},
  inForce: defaultStraightThrough,
  commandId: 'rules-1',
  saved: false,
};

test('while it is off, every example goes to a person', async () => {
  const html = await validHtml(<ClaimRulesPage {...page} />);
  expect(html.match(/Goes to a person</g)).toHaveLength(5);
  expect(html).not.toContain('one in 20 is checked');
  expect(html).toMatch(/action="\/meridian\/settings\/claims"/);
});

test('while it is on, the examples are by the figures in force, not by those being typed', async () => {
  const inForce = {
    ...defaultStraightThrough,
    on: true,
    name: hostile,
    amountMax: 4_000_000,
    sampleOneIn: 7,
  };
  const html = await validHtml(<ClaimRulesPage {...page} inForce={inForce} saved />);
  expect(html).toContain('one in 7 is checked by a person');
  expect(html).toContain('20,000.00');
  expect(html).toContain('40,001.00');
  expect(html).toContain('Saved.');
});

test('whoever sees the rules and may not change them gets no form', async () => {
  const html = await validHtml(<ClaimRulesPage {...page} commandId={null} />);
  expect(html).not.toContain('<form');
  expect(html).toContain('settings.update');
});

test('what was refused stands beside its field, with what was typed', async () => {
  const errors = { riskMax: 'Enter at most 100.' };
  const entry = { ...page.entry, riskMax: '101', name: longName };
  const html = await validHtml(<ClaimRulesPage {...page} entry={entry} errors={errors} />);
  expect(html).toMatch(/name="riskMax"[^>]*|value="101"/);
  expect(html).toContain('id="f-riskMax-error"');
  expect(html).toContain(longName);
});
