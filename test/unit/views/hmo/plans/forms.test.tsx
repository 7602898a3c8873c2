import { expect, test } from 'vitest';
import { BenefitPage, type BenefitPageProps } from '../../../../../views/hmo/plans/benefit-page.tsx';
import type { Filled } from '../../../../../views/hmo/plans/entry.ts';
import { ExclusionsPage } from '../../../../../views/hmo/plans/exclusions-page.tsx';
import { OverallPage } from '../../../../../views/hmo/plans/overall-page.tsx';
import { GroupsPage } from '../../../../../views/hmo/services/groups-page.tsx';
import { ServicePage } from '../../../../../views/hmo/services/service-page.tsx';
import { ServicesPage } from '../../../../../views/hmo/services/services-page.tsx';
import {
  entryOfBenefit,
  entryOfExclusions,
  entryOfOverall,
} from '../../../../../worker/portals/staff/plans/entries.ts';
import { hostile } from '../../claims/samples.ts';
import { names, rules, stating } from '../../plans/samples.ts';
import { validHtml } from '../../validate.tsx';

const plan = { code: 'GOLD', name: 'Gold' };
const filled = (change: Partial<Filled> = {}): Filled => ({
  entry: entryOfBenefit(stating),
  errors: {},
  revision: 4,
  commandId: 'c',
  meanings: { DIAL: 'Dialysis' },
  ...change,
});
const page: BenefitPageProps = {
  slug: 'meridian',
  plan,
  names,
  filled: filled(),
  benefit: stating,
  others: [{ code: 'OPD', name: 'Out-patient care' }],
  holders: { consultation: 'Out-patient care' },
  removeId: 'r',
};

test('every field of a benefit has its label and a hint with an example', async () => {
  const html = await validHtml(<BenefitPage {...page} />);
  const controls = [...html.matchAll(/<(?:input|select)[^>]* id="(f-[^"]+)"/g)].map(([, id]) => id ?? '');
  expect(controls.length).toBeGreaterThan(18);
  for (const id of controls) expect(html, id).toContain(`for="${id}"`);
  const alone = controls.filter((id) => !/-services-\d+$/.test(id));
  for (const id of alone) expect(html, id).toContain(`id="${id}-hint"`);
  expect(html).toContain('now in Out-patient care');
  expect(html).toContain('value="400,000"');
});

test('a benefit that is refused says so beside its fields, and keeps what was typed', async () => {
  const entry = { ...entryOfBenefit(stating), 'limits.visit': ['lots'] };
  const errors = { 'limits.visit': 'Enter an amount.', groups: 'Choose.', 'where.referral': 'Not both.' };
  const html = await validHtml(<BenefitPage {...page} filled={filled({ entry, errors })} />);
  expect(html).toContain('value="lots"');
  expect(html).toMatch(/id="f-limits-visit"[^>]*autofocus/);
  for (const id of ['f-limits-visit-error', 'f-groups-error', 'f-where-referral'])
    expect(html).toContain(`id="${id}"`);
});

test('a benefit that somebody saved meanwhile shows what is there now', async () => {
  const html = await validHtml(<BenefitPage {...page} stale={`${hostile} was faster.`} />);
  expect(html).toContain('Maternity as it is now');
  expect(html).not.toContain('<img');
});

test('a new benefit cannot be removed, and another can follow it', async () => {
  const html = await validHtml(<BenefitPage {...page} benefit={null} />);
  expect(html).toContain('Add, and begin another');
  expect(html).not.toContain('removals');
});

test('what is found without script can be picked', async () => {
  const found = { field: 'services.1', list: [{ value: 'LAB-1', label: 'Test' }] };
  const html = await validHtml(<BenefitPage {...page} filled={filled({ found })} />);
  expect(html).toContain('value="services.1=LAB-1"');
});

test('the overall rules and the exclusions have forms of their own', async () => {
  const overall = filled({ entry: entryOfOverall(rules), errors: { 'overall.family': 'Raise it.' } });
  expect(
    await validHtml(<OverallPage slug="m" plan={plan} currency="NGN" filled={overall} stale="Faster." />),
  ).toContain('f-overall-family-error');
  const entry = entryOfExclusions(stating.exclusions);
  const props = { slug: 'm', plan, names, filled: filled({ entry }), count: 1 };
  const html = await validHtml(<ExclusionsPage {...props} benefit={plan} />);
  expect(html).toContain('Remove this exclusion when saving');
  expect(html).toContain('name="exclusions.1.wording"');
  expect(await validHtml(<ExclusionsPage {...props} benefit={null} />)).toContain('Not covered by the plan');
});

test('services are listed, filtered and edited', async () => {
  const row = { code: 'LAB-1', name: hostile, group: 'gone', unit: 'each', price: null, active: false };
  const filter = { q: '', group: '', use: '', after: '' };
  const props = { slug: 'm', currency: 'NGN', groups: names.groups, mayUpdate: true, importing: '/m/i' };
  const html = await validHtml(<ServicesPage {...props} filter={filter} rows={[row]} next="LAB-1" />);
  for (const words of ['Out of use', 'after=LAB-1', 'New service', 'Import']) expect(html).toContain(words);
  expect(html).not.toContain('<img');
  const asked = { ...filter, q: 'x', after: 'A' };
  expect(await validHtml(<ServicesPage {...props} filter={asked} rows={[]} next={null} />)).toContain(
    'No such service',
  );
  const nothing = { ...props, mayUpdate: false, importing: null };
  expect(await validHtml(<ServicesPage {...nothing} filter={filter} rows={[]} next={null} />)).toContain(
    'No services yet',
  );
});

test('a service shows every field, to change or to read', async () => {
  const entry = { code: ['LAB-1'], name: ['Test'], unit: ['package'], 'parts.0': ['DIAL'] };
  const props = { slug: 'm', currency: 'NGN', groups: names.groups };
  const errors = { parts: 'Only a package has parts.' };
  const html = await validHtml(
    <ServicePage {...props} filled={filled({ entry, errors })} service={row('LAB-1')} mayUpdate />,
  );
  expect(html).toContain('f-parts');
  expect(html).toMatch(/id="f-code"[^>]*readonly|readonly[^>]*id="f-code"/i);
  const reader = await validHtml(
    <ServicePage {...props} filled={filled({ entry })} service={null} mayUpdate={false} />,
  );
  expect(reader).not.toContain('Add the service');
});

const row = (code: string) => ({ code, name: 'Test' });

test('groups are added and renamed, each with its mistake beside it', async () => {
  const props = {
    slug: 'm',
    groups: names.groups,
    addId: 'a',
    renameIds: { consultation: 'b', maternity: 'c' },
    entry: { code: '', name: '' },
    errors: {},
  };
  expect(await validHtml(<GroupsPage {...props} mayUpdate />)).toContain('Rename consultation');
  expect(await validHtml(<GroupsPage {...props} mayUpdate={false} />)).not.toContain('<form');
  const renaming = { entry: { code: 'maternity', name: '' }, errors: { name: 'Enter the name.' } };
  const renamed = await validHtml(<GroupsPage {...props} {...renaming} mayUpdate />);
  expect(renamed).toContain('id="f-name-maternity-error"');
  const adding = { entry: { code: 'B B', name: '' }, errors: { code: 'Small letters.', name: 'Enter.' } };
  expect(await validHtml(<GroupsPage {...props} {...adding} mayUpdate />)).toContain('id="f-code-error"');
});
