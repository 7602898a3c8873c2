import { expect, test } from 'vitest';
import type { EligibleBenefit } from '../../../../schema/domain/adjudication/eligibility.ts';
import { EligibilityCard, type EligibilityShown } from '../../../../views/claims/eligibility-card.tsx';
import { StaffEligibilityPage } from '../../../../views/hmo/eligibility-page.tsx';
import { EligibilityPage, type EligibilityPageProps } from '../../../../views/provider/eligibility-page.tsx';
import { validHtml } from '../validate.tsx';
import { balance } from './judgement-samples.ts';
import { hostile, longName } from './samples.ts';

const opd: EligibleBenefit = {
  code: 'OPD',
  name: 'Out-patient care',
  category: 'outpatient',
  not: null,
  coPay: { flat: null, percent: 10, cap: 200_000 },
  deductibleLeft: 50_000,
  where: { setting: 'both', levels: [], primaryOnly: false, referral: true },
  authorization: { need: 'above', above: 10_000_000 },
  balance,
};
const waiting: EligibleBenefit = {
  ...opd,
  code: 'DENT',
  name: 'Dental',
  coPay: null,
  deductibleLeft: 0,
  not: { rule: 'waiting', from: '2026-12-24', words: 'Dental has a waiting period of 90 days.' },
  balance: null,
};
const elsewhere: EligibleBenefit = {
  ...waiting,
  code: 'SURG',
  name: 'Surgery',
  not: { rule: 'place', from: null, words: 'Surgery can be used at tertiary facilities.' },
};

const shown: EligibilityShown = {
  person: {
    memberId: 'MER-DANG-00042-P',
    firstName: 'Ngozi',
    lastName: 'Adeyemi',
    birthDate: '1988-03-14',
    sex: 'female',
    relation: 'principal',
  },
  planName: 'Gold',
  network: { inNetwork: true, since: '2025-06-01', until: null, tariff: 'link' },
  primaryFacilityName: 'Lagoon Hospital',
  currency: 'NGN',
  eligibility: {
    on: '2026-11-23',
    cover: { covered: true, plan: 'GOLD', since: '2026-01-01', until: '2026-12-31' },
    plan: { code: 'GOLD', version: 2, yearFrom: '2026-01-01', yearTo: '2026-12-31' },
    atPrimary: true,
    primaryFacilityId: 'f1',
    benefits: [opd, waiting, elsewhere],
    overall: [{ ...balance, benefit: '*', name: 'All benefits' }],
  },
};

const page: EligibilityPageProps = {
  tenants: [{ id: 't1', name: 'Meridian Health' }],
  entry: {
    tenantId: 't1',
    memberId: 'MER-DANG-00042-P',
    birthDate: '1988-03-14',
    enrolleeName: '',
    on: '2026-11-23',
  },
  errors: {},
  shown: null,
  refusal: null,
  draftId: 'draft-1',
};

test('cover, plan year, primary facility, network and tariff stand on one page', async () => {
  const html = await validHtml(<EligibilityCard shown={shown} />);
  for (const words of [
    'Covered',
    '<bdi>Gold</bdi> since',
    'version 2',
    'Lagoon Hospital',
    'here',
    'In network',
  ])
    expect(html).toContain(words);
  expect(html).toContain('prices agreed with this facility');
});

test('each benefit says whether it can be used, what the patient pays, what it needs and what is left', async () => {
  const html = await validHtml(<EligibilityCard shown={shown} />);
  for (const words of [
    'first ₦ 500.00, then 10%, at most ₦ 2,000.00 a visit',
    'needs authorization above ₦ 100,000.00, referral',
    'Not yet',
    'Dental has a waiting period of 90 days.',
    '24 Dec 2026',
    'Surgery can be used at tertiary facilities.',
    '95,000.00',
    '9 of 12 visits left',
    'shared by the family',
    'All benefits',
  ])
    expect(html).toContain(words);
});

test('somebody who is not covered is told by which rule and since when, and of no benefit', async () => {
  const eligibility = {
    ...shown.eligibility,
    cover: { covered: false, because: 'suspended', since: '2026-10-01' } as const,
    plan: null,
    benefits: [],
    overall: [],
  };
  const out = { ...shown, planName: null, network: null, primaryFacilityName: null, eligibility };
  const html = await validHtml(<EligibilityCard shown={out} />);
  expect(html).toContain('Not covered');
  expect(html).toContain('cover was suspended, since <time datetime="2026-10-01">');
  expect(html).not.toContain('<table');
});

test('names that are long or mean no good are text', async () => {
  const person = { ...shown.person, firstName: hostile, lastName: longName };
  const html = await validHtml(<EligibilityCard shown={{ ...shown, planName: hostile, person }} />);
  expect(html).not.toContain('<img');
});

test('a facility asks with a form that says who somebody is in no address, and begins a claim from the answer', async () => {
  const empty = await validHtml(<EligibilityPage {...page} />);
  expect(empty).toMatch(/<form[^>]*action="\/provider\/eligibility"[^>]*method="post"/);
  expect(empty).toContain('Nobody asked about yet');
  const html = await validHtml(<EligibilityPage {...page} shown={shown} />);
  expect(html).toMatch(/<form[^>]*action="\/provider\/drafts"/);
  for (const field of ['name="memberId" value="MER-DANG-00042-P"', 'name="on" value="2026-11-23"'])
    expect(html).toContain(field);
  expect(await validHtml(<EligibilityPage {...page} shown={shown} draftId={null} />)).not.toContain(
    'New claim',
  );
});

test('what is wrong stands beside its field, a refusal above the answer, and nothing typed is lost', async () => {
  const errors = { birthDate: 'The birth date does not agree.' };
  const html = await validHtml(
    <EligibilityPage
      {...page}
      entry={{ ...page.entry, memberId: hostile }}
      errors={errors}
      refusal="Wait 60 s."
    />,
  );
  expect(html).toMatch(/id="f-birthDate"[^>]*autofocus/);
  expect(html).toContain('Wait 60 s.');
  expect(html).toContain('&lt;img');
});

test('staff ask with a link that can be sent on, and find the claims of the person', async () => {
  const entry = { member: 'MER-DANG-00042-P', on: '2026-11-23', facility: 'Lagoon' };
  const answer = { slug: 'meridian', entry, errors: {}, facilityName: 'Lagoon Hospital', refusal: null };
  const html = await validHtml(<StaffEligibilityPage {...answer} shown={shown} />);
  expect(html).toMatch(/<form[^>]*action="\/meridian\/eligibility"[^>]*method="get"/);
  expect(html).toContain('href="/meridian/claims?q=MER-DANG-00042-P"');
  const none = await validHtml(
    <StaffEligibilityPage {...answer} shown={null} refusal="There is no such member." />,
  );
  expect(none).toContain('There is no such member.');
});
