import { expect, test } from 'vitest';
import { linkStates } from '../../../../schema/domain/network/link.ts';
import { verbsOf } from '../../../../schema/domain/network/steps.ts';
import { ProviderDirectoryPage } from '../../../../views/hmo/provider-directory-page.tsx';
import { ProviderPage } from '../../../../views/hmo/provider-page.tsx';
import { ProvidersPage } from '../../../../views/hmo/providers-page.tsx';
import { ServicePricesPage } from '../../../../views/hmo/service-prices-page.tsx';
import { TariffPage } from '../../../../views/hmo/tariff-page.tsx';
import { blankLinkEntry } from '../../../../views/network/link-form.tsx';
import { validHtml } from '../validate.tsx';
import { link, prices, profile, requested, today } from './samples.ts';

const slug = 'meridian';
const may = { tariff: true, link: true };
const filter = { state: '', q: '', after: '' } as const;
const row = { facilityId: 'f1', name: profile.name, profile, ...link } as const;

test('the list of links: every state has its tab and its count, papers that end are said', async () => {
  const rows = [
    row,
    { ...row, ...requested, facilityId: 'f2', profile: { name: 'B', kind: 'hospital' } } as const,
  ];
  const page = { slug, today, filter, counts: { APPROVED: 1, REQUESTED: 1 }, rows, next: 'f2~B', may };
  const html = await validHtml(<ProvidersPage {...page} />);
  for (const words of ['Licence expired', 'Accreditation ends soon', 'They ask', 'Next', 'Standard tariff'])
    expect(html).toContain(words);
  expect(html).toContain('href="/meridian/providers?state=REQUESTED"');
  expect(html).not.toContain('<img');
});

test('an empty list says what to do, and a search that found nothing where else to look', async () => {
  const page = { slug, today, counts: {}, rows: [], next: null, may: { tariff: false, link: false } };
  expect(await validHtml(<ProvidersPage {...page} filter={filter} />)).toContain('Search the directory');
  const searched = await validHtml(<ProvidersPage {...page} filter={{ ...filter, q: 'x' }} />);
  expect(searched).toContain('/meridian/providers/directory?q=x');
  expect(searched).not.toContain('Standard tariff');
});

test('the directory says how each facility stands', async () => {
  const page = { slug, today, filter: { q: '', kind: '', level: '', after: '' }, next: null };
  const rows = [
    { id: 'f1', name: profile.name, profile, state: null },
    { id: 'f2', name: 'B', profile, state: 'SUSPENDED' } as const,
  ];
  const html = await validHtml(<ProviderDirectoryPage {...page} rows={rows} />);
  expect(html).toContain('Not linked');
  expect(html).toContain('Suspended');
  expect(await validHtml(<ProviderDirectoryPage {...page} rows={[]} />)).toContain('No facility found');
});

const provider = {
  slug,
  tenantName: 'Meridian Health',
  zone: 'Africa/Lagos',
  today,
  facilityId: 'f1',
  profile,
  commandId: 'step-0001',
  entry: blankLinkEntry,
  imports: '/import',
  priced: 2,
  papers: null,
};

test.each(linkStates)(
  'a facility whose link is %s shows the steps that are open, and no others',
  async (state) => {
    const shown = { ...link, state, externalId: 'sun', portal: true };
    const verbs = verbsOf(shown, 'tenant');
    const html = await validHtml(<ProviderPage {...provider} link={shown} verbs={verbs} />);
    const buttons = [...html.matchAll(/name="verb" value="(\w+)"/g)].map(([, verb]) => verb);
    expect(buttons).toEqual(verbs);
    expect(html).toContain('History');
    expect(html).toContain('6.5° S, 3.35° E');
    expect(html).not.toContain('<img');
  },
);

test('a facility of the directory can be asked; who may not ask sees no form', async () => {
  const html = await validHtml(<ProviderPage {...provider} link={null} verbs={['request']} priced={null} />);
  expect(html).toContain('Ask for a link');
  const reader = await validHtml(<ProviderPage {...provider} link={null} verbs={[]} priced={null} />);
  expect(reader).not.toContain('<form');
});

test('what was refused stands beside its field, and what was entered is kept', async () => {
  const entry = { ...blankLinkEntry, reason: 'typed', errors: { reason: 'Enter a reason.' } };
  const shown = { ...link, externalId: null, portal: true };
  const html = await validHtml(
    <ProviderPage {...provider} link={shown} verbs={['end']} entry={entry} refusal="It has changed." />,
  );
  expect(html).toMatch(/autofocus[^>]*id="f-reason"|id="f-reason"[^>]*autofocus/);
  expect(html).toContain('value="typed"');
  expect(html).toContain('It has changed.');
});

test('what is on record of the papers can be brought up to date, each mistake beside its field', async () => {
  const entry = {
    licence: 'LAG-1',
    licenceUntil: 'soon',
    accreditedUntil: '',
    errors: { licenceUntil: 'Enter it as year-month-day.' },
  };
  const shown = { ...link, externalId: null, portal: true };
  const papers = { commandId: 'papers-0001', entry };
  const html = await validHtml(<ProviderPage {...provider} link={shown} verbs={[]} papers={papers} />);
  expect(html).toContain('action="/meridian/providers/f1/papers"');
  expect(html).toContain('id="f-licenceUntil-error"');
});

const owner = { tariff: 'f1', facilityName: profile.name };
const tariff = { slug, currency: 'NGN', owner, filter: { q: '', on: today, after: '' }, sets: true };

test('a tariff shows what holds, what the standard is, and what comes', async () => {
  const html = await validHtml(<TariffPage {...tariff} rows={prices} next="LAB-014" imports="/import" />);
  for (const words of ['7,500.00', '7,000.00', 'Always', '1 Jan 2027', 'Export CSV', 'Import CSV'])
    expect(html).toContain(words);
  expect(html).toContain('/meridian/tariffs/f1/services/CON-001');
});

test('a tariff without prices says what holds instead', async () => {
  const empty = { ...tariff, rows: [], next: null, imports: null };
  expect(await validHtml(<TariffPage {...empty} />)).toContain('the standard tariff holds');
  const standard = { tariff: 'standard', facilityName: null };
  expect(await validHtml(<TariffPage {...empty} owner={standard} />)).toContain('paid as it is billed');
  const searched = { ...empty, filter: { ...tariff.filter, q: 'zzz' } };
  expect(await validHtml(<TariffPage {...searched} />)).toContain('No service found for “zzz”');
});

test('the prices of a service: past, today’s, to come; and a form for whoever sets them', async () => {
  const page = {
    slug,
    currency: 'NGN',
    today,
    owner,
    service: { code: 'CON-001', name: 'Consultation' },
    standard: 700_000,
    prices: [
      { from: '0001-01-01', price: 1 },
      { from: '2026-06-01', price: 750_000 },
      { from: '2027-01-01', price: null },
    ],
  };
  const form = {
    commandId: 'price-0001',
    from: 'x',
    price: 'y',
    errors: { from: 'Enter it.', price: 'Hm.' },
  };
  const html = await validHtml(<ServicePricesPage {...page} form={form} />);
  for (const words of ['Past', 'Today&#39;s', 'To come', 'ended', '7,000.00'])
    expect(html.replaceAll("Today's", 'Today&#39;s')).toContain(words);
  expect(html).toContain('value="y"');
  const reader = await validHtml(<ServicePricesPage {...page} prices={[]} form={null} />);
  expect(reader).not.toContain('<form');
  expect(reader).toContain('The standard tariff holds');
});
