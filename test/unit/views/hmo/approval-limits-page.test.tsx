import { expect, test } from 'vitest';
import {
  ApprovalLimitsPage,
  type ApprovalLimitsPageProps,
} from '../../../../views/hmo/approval-limits-page.tsx';
import { CountedPage } from '../../../../views/hmo/counted-page.tsx';
import { hostile, now } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';

const page: ApprovalLimitsPageProps = {
  slug: 'meridian',
  zone: 'Africa/Lagos',
  currency: 'NGN',
  rows: [
    {
      key: 'adjudicator',
      name: hostile,
      people: 12,
      entries: { claim: { amount: '500,000.00', unlimited: false }, authorization: null },
    },
    {
      key: 'admin',
      name: 'Admin',
      people: 1,
      entries: { claim: { amount: '', unlimited: true }, authorization: null },
    },
    {
      key: 'own',
      name: 'Own',
      people: 0,
      entries: { claim: { amount: 'lots', unlimited: false }, authorization: null },
    },
  ],
  others: ['Finance'],
  errors: {},
  highest: 'unlimited',
  commandId: 'put-1',
  saved: false,
  deeds: [],
};

test('every role that approves has its field; the others are named', async () => {
  const html = await validHtml(<ApprovalLimitsPage {...page} />);
  for (const part of [
    'name="claim.adjudicator"',
    'name="unlimited.admin"',
    '12 people',
    '1 person',
    'nobody has',
  ])
    expect(html).toContain(part);
  expect(html).toContain('Finance');
  expect(html).not.toContain('<img');
  expect(html).not.toContain('Nobody can approve');
});

test('what is granted on requests has a limit of its own, in its own fields', async () => {
  const entries = { claim: null, authorization: { amount: '90,000.00', unlimited: false } };
  const rows = [{ key: 'own', name: 'Own', people: 2, entries }];
  const html = await validHtml(<ApprovalLimitsPage {...page} rows={rows} />);
  for (const part of ['name="authorization.own"', 'name="unlimited.authorization.own"', 'value="90,000.00"'])
    expect(html).toContain(part);
  expect(html).toContain('No role may approve claims.');
  expect(html).not.toContain('name="claim.own"');
});

test('where nobody may approve much, that is said; a refused amount stays beside why', async () => {
  const errors = { 'claim.own': 'Enter an amount.' };
  const html = await validHtml(
    <ApprovalLimitsPage {...page} highest={undefined} errors={errors} others={[]} saved />,
  );
  expect(html).toContain('Nobody can approve a claim above ₦ 0.00.');
  expect(html).toContain('value="lots"');
  expect(html).toContain('f-claim-own-error');
  const much = await validHtml(<ApprovalLimitsPage {...page} highest={500_000_000} />);
  expect(much).toContain('Nobody can approve a claim above ₦ 5,000,000.00.');
});

test('whoever only sees the limits is told what changing them takes; with no role there is nothing to set', async () => {
  const html = await validHtml(<ApprovalLimitsPage {...page} commandId={null} rows={[]} />);
  expect(html).toContain('limit.update');
  expect(html).toContain('No role may approve claims.');
  expect(html).not.toContain('Save limits');
});

const counted = {
  slug: 'meridian',
  currency: 'NGN',
  now,
  title: 'Proposals',
  order: 'The most urgent first',
  query: { figure: 'proposals' },
  after: '',
  next: 'on',
} as const;

test('proposals show who proposes how much, and lead to those that one may decide', async () => {
  const row = {
    number: 'CLM-26-000001',
    enrolleeName: hostile,
    facilityName: hostile,
    serviceDate: '2026-11-03',
    claimed: 900_000,
    dueAt: now,
    state: 'IN_REVIEW',
    outcome: null,
    holder: null,
    proposed: 850_000,
    proposedBy: hostile,
  } as const;
  const html = await validHtml(
    <CountedPage
      {...counted}
      proposals="all"
      rows={[row, { ...row, number: 'CLM-26-000002', proposed: null }]}
    />,
  );
  expect(html).toContain('8,500.00');
  expect(html).toContain('href="/meridian/claims/counted?figure=confirmable"');
  expect(html).toContain('after=on');
  const plain = await validHtml(<CountedPage {...counted} proposals={null} rows={[row]} next={null} />);
  expect(plain).not.toContain('Proposed by');
});

test('an empty list says so, in words for each kind', async () => {
  const mine = await validHtml(<CountedPage {...counted} proposals="mine" rows={[]} next={null} />);
  expect(mine).toContain('No proposal waits that you may decide.');
  const other = await validHtml(<CountedPage {...counted} proposals={null} rows={[]} next={null} />);
  expect(other).toContain('Nothing is counted here now');
});
