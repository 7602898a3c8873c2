import { expect, test } from 'vitest';
import { linkStates } from '../../../../schema/domain/network/link.ts';
import { verbsOf } from '../../../../schema/domain/network/steps.ts';
import { blankLinkEntry } from '../../../../views/network/link-form.tsx';
import { LinkPage } from '../../../../views/provider/link-page.tsx';
import { NetworkDirectoryPage } from '../../../../views/provider/network-directory-page.tsx';
import { NetworkPage } from '../../../../views/provider/network-page.tsx';
import { FacilityTariffPage } from '../../../../views/provider/tariff-page.tsx';
import { hostile } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';
import { link, prices, profile, requested, today } from './samples.ts';

const row = { tenantId: 't1', name: hostile, ...link };

test('the list of insurers points out what has to be answered', async () => {
  const rows = [row, { ...row, ...requested, tenantId: 't2', askedBy: 'tenant' } as const];
  const html = await validHtml(<NetworkPage state="" counts={{ APPROVED: 1 }} rows={rows} asks />);
  expect(html).toContain('To answer');
  expect(html).not.toContain('<img');
  expect(await validHtml(<NetworkPage state="ENDED" counts={{}} rows={[]} asks={false} />)).toContain(
    'No link stands here',
  );
});

test('the directory of insurers', async () => {
  const rows = [
    { id: 't1', name: hostile, state: null },
    { id: 't2', name: 'B', state: 'APPROVED' } as const,
  ];
  expect(await validHtml(<NetworkDirectoryPage q="" after="" rows={rows} next="1~B" />)).toContain(
    'Not linked',
  );
  expect(await validHtml(<NetworkDirectoryPage q="x" after="" rows={[]} next={null} />)).toContain(
    'No insurer found',
  );
});

const page = {
  tenant: { id: 't1', name: hostile, zone: 'Africa/Lagos' },
  facilityName: 'Sunrise Clinic',
  today,
  profile,
  commandId: 'step-0001',
  entry: blankLinkEntry,
};
const shown = { plans: [hostile], contacts: [{ name: hostile, email: 'a@b.example' }] };

test.each(linkStates)(
  'an insurer whose link is %s shows the steps that are open to a facility',
  async (state) => {
    const each = { ...link, state };
    const verbs = verbsOf(each, 'facility');
    const html = await validHtml(<LinkPage {...page} link={each} shown={shown} verbs={verbs} />);
    expect([...html.matchAll(/name="verb" value="(\w+)"/g)].map(([, verb]) => verb)).toEqual(verbs);
    expect(html).toContain('Licence expired');
    expect(html).not.toContain('<img');
  },
);

test('nothing of an insurer is shown before a link was in force', async () => {
  const html = await validHtml(<LinkPage {...page} link={requested} shown={null} verbs={['withdraw']} />);
  for (const words of ['Tariff', 'Plans', 'Contacts']) expect(html).not.toContain(words);
  const stranger = await validHtml(<LinkPage {...page} link={null} shown={null} verbs={[]} />);
  expect(stranger).toContain('An administrator of your facility can ask for one.');
});

test('what an insurer pays: the agreed price, else the standard one', async () => {
  const tenant = { id: 't1', name: 'Meridian Health', currency: 'NGN' };
  const filter = { q: '', on: today, after: '' };
  const rows = prices.flatMap((each) => [each, { ...each, service: 'X', price: null, standard: 90_000 }]);
  const html = await validHtml(<FacilityTariffPage {...{ tenant, filter, rows }} next="X" />);
  for (const words of ['7,500.00', 'agreed tariff', '900.00', 'standard tariff'])
    expect(html).toContain(words);
  expect(await validHtml(<FacilityTariffPage {...{ tenant, filter }} rows={[]} next={null} />)).toContain(
    'No prices yet',
  );
});
