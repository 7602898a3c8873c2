import { expect, test } from 'vitest';
import { forFacility } from '../../../../../schema/domain/authorizations/for-facility.ts';
import {
  FacilityRequestPage,
  type FacilityRequestPageProps,
} from '../../../../../views/provider/authorizations/request-page.tsx';
import { RequestsPage } from '../../../../../views/provider/authorizations/requests-page.tsx';
import { lineOf, requestOf } from '../../../domain/authorizations/sample.ts';
import { hostile, longName, now } from '../../claims/samples.ts';
import { validHtml } from '../../validate.tsx';

const granted = requestOf({
  state: 'PARTIALLY_APPROVED',
  approved: 500_000,
  lines: [lineOf({ approvedQuantity: 1, approved: 500_000, used: 200_000 })],
  code: 'MER-PA-261126-K7QX2M',
  validFrom: '2026-11-26',
  validTo: '2026-12-10',
  decidedAt: now,
  decidedBy: 'amina',
  rule: 'Small scans',
  risk: 90,
  holds: ['INV-26-0001'],
  conversation: [{ at: now, from: 'tenant', by: 'Amina Bello', kind: 'decision', text: hostile }],
  history: [{ at: now, what: 'approved in part', by: 'Amina Bello', detail: 'MER-PA-261126-K7QX2M' }],
});
const page: FacilityRequestPageProps = {
  tenant: { id: 'ten-1', name: hostile, zone: 'Africa/Lagos' },
  authorization: forFacility(granted),
  clock: null,
  now,
  reasonNames: {},
  answer: null,
  cancelId: 'cancel-1',
  claimId: 'claim-1',
  discharge: null,
  sent: true,
  back: '/provider/authorizations',
};

test('a rule’s answer says so, with the code, its days, what is left, and the way to a claim', async () => {
  const html = await validHtml(<FacilityRequestPage {...page} />);
  for (const words of [
    'Answered at once.',
    'Small scans',
    'MER-PA-261126-K7QX2M',
    '10 Dec 2026',
    '3,000.00',
    'Start a claim from it',
  ])
    expect(html).toContain(words);
});

test('nothing of risk, holds or who of the insurer’s people decided reaches the facility', async () => {
  const html = await validHtml(<FacilityRequestPage {...page} />);
  for (const words of ['Amina', 'INV-26', 'Risk', 'held']) expect(html).not.toContain(words);
});

test('a query is answered with words and files, and says that the clock stands', async () => {
  const queried = requestOf({
    state: 'QUERIED',
    queriedAt: now,
    wanted: ['Imaging report'],
    conversation: [{ at: now, from: 'tenant', by: '', kind: 'query', text: longName }],
  });
  const answer = { commandId: 'c-1', text: hostile, errors: { answer: 'Enter the answer.' }, files: null };
  const clock = { dueAt: now, clock_ms: 1, stands: true };
  const html = await validHtml(
    <FacilityRequestPage {...page} authorization={forFacility(queried)} clock={clock} answer={answer} />,
  );
  for (const words of ['Query to answer', 'Imaging report', 'stands', 'Enter the answer.', 'Not sent.'])
    expect(html).toContain(words);
  const looking = await validHtml(<FacilityRequestPage {...page} authorization={forFacility(queried)} />);
  expect(looking).toContain('does not answer queries');
});

test('who may proceed is shown the reference that a claim names', async () => {
  const late = requestOf({ breach: { at: now, reference: 'MER-BR-261126-K7QX2M' }, mayProceed: true });
  const html = await validHtml(<FacilityRequestPage {...page} authorization={forFacility(late)} />);
  expect(html).toContain('You may proceed');
  expect(html).toContain('MER-BR-261126-K7QX2M');
  expect(html).toContain('Start a claim from it');
});

const row = {
  tenantId: 'ten-1',
  tenantName: longName,
  number: 'PA-26-000001',
  standing: 'REQUESTED',
  clock: { dueAt: now + 60_000, clock_ms: 3_600_000, stands: false },
  urgency: 'EMERGENCY',
  enrolleeName: hostile,
  memberId: 'TST-INDV-00001-P',
  serviceDate: '2026-11-27',
  currency: 'NGN',
  requested: 1_000_000,
  approved: null,
  code: null,
  validTo: null,
  breachReference: null,
} as const;

test('the list shows time left, codes with their last day, and who may proceed with its reference', async () => {
  const rows = [
    row,
    { ...row, number: 'PA-26-000002', clock: null, code: 'MER-PA-261126-K7QX2M', validTo: '2026-12-10' },
    { ...row, number: 'PA-26-000003', breachReference: 'MER-BR-261126-K7QX2M' },
  ];
  const asked = { ...row, number: 'PA-26-000004', standing: 'QUERIED' } as const;
  const list = { zone: 'Africa/Lagos', now, q: '', after: '', waiting: 3, next: 'cursor', asks: true };
  const html = await validHtml(<RequestsPage {...list} tab="waiting" rows={rows} queries={[asked]} />);
  for (const words of ['1 min 00 s left', 'until', 'may proceed', 'Queries to answer', 'after=cursor'])
    expect(html).toContain(words);
  for (const tab of ['waiting', 'codes', 'appeals', 'all'] as const)
    expect(
      await validHtml(<RequestsPage {...list} tab={tab} rows={[]} queries={[]} next={null} />),
    ).toContain('class="empty"');
});
