import { expect, test } from 'vitest';
import {
  type AuthorizationFilter,
  everyWaiting,
} from '../../../../../views/hmo/authorizations/queue-filter.ts';
import {
  AuthorizationQueuePage,
  type AuthorizationQueuePageProps,
} from '../../../../../views/hmo/authorizations/queue-page.tsx';
import type { AuthorizationRow } from '../../../../../views/hmo/authorizations/queue-row.tsx';
import { hostile, longName, now } from '../../claims/samples.ts';
import { validHtml } from '../../validate.tsx';

const row: AuthorizationRow = {
  number: 'PA-26-000001',
  standing: 'REQUESTED',
  clock: { dueAt: now + 600_000, clock_ms: 3_600_000, stands: false },
  urgency: 'EMERGENCY',
  enrolleeName: 'Ngozi Adeyemi',
  facilityName: 'Lagoon Hospital',
  serviceDate: '2026-11-27',
  requested: 5_500_000,
  approved: null,
  decidedAt: null,
  validTo: null,
  code: null,
  risk: 65,
  breached: false,
  proposed: false,
  held: false,
};

const page: AuthorizationQueuePageProps = {
  slug: 'meridian',
  zone: 'Africa/Lagos',
  currency: 'NGN',
  now,
  filter: everyWaiting,
  counts: { waiting: 1, appeals: 0, late: 0 },
  facilities: { all: [{ id: 'f1', name: hostile }] },
  rows: [row],
  next: null,
  risk: true,
  enters: true,
  rules: true,
  decided: null,
};
const of = (filter: Partial<AuthorizationFilter>) => ({ ...everyWaiting, ...filter });

test('a row says number, enrollee, facility, urgency, day, amount, risk, time left and state', async () => {
  const html = await validHtml(<AuthorizationQueuePage {...page} />);
  for (const words of [
    'PA-26-000001',
    'Ngozi Adeyemi',
    'Lagoon Hospital',
    'Emergency',
    '27 Nov',
    '55,000.00',
    '65',
    '10 min 00 s left',
    'Requested',
  ])
    expect(html).toContain(words);
});

test('what waits is asked for by live frames; what is decided, searched or only mine is not', async () => {
  const html = await validHtml(<AuthorizationQueuePage {...page} filter={of({ urgency: 'URGENT' })} />);
  expect(html).toContain('data-list="REQUESTED,QUERIED,APPEALED"');
  expect(html).toContain('data-asks="REQUESTED,QUERIED,APPEALED  URGENT   "');
  for (const filter of [of({ tab: 'decided' }), of({ q: 'PA-26-000001' }), of({ mine: true })])
    expect(await validHtml(<AuthorizationQueuePage {...page} filter={filter} />)).not.toContain('data-asks');
});

test('a page that is full asks only for what comes before its last row', async () => {
  const html = await validHtml(<AuthorizationQueuePage {...page} next="cursor" />);
  expect(html).toContain(`data-asks="REQUESTED,QUERIED,APPEALED     ${now + 600_000}"`);
  expect(html).toContain('after=cursor');
});

test('a decided row shows what was granted, when, and the code with its last day', async () => {
  const decided: AuthorizationRow = {
    ...row,
    standing: 'PARTIALLY_APPROVED',
    clock: null,
    approved: 1_000_000,
    decidedAt: now,
    code: 'MER-PA-261126-K7QX2M',
    validTo: '2026-12-10',
    breached: true,
    held: true,
  };
  const html = await validHtml(
    <AuthorizationQueuePage {...page} filter={of({ tab: 'decided' })} rows={[decided]} />,
  );
  for (const words of ['10,000.00', 'MER-PA-261126-K7QX2M', 'Approved in part', 'breached · held'])
    expect(html).toContain(words);
});

test('who may not see risk is told neither of scores nor of holds', async () => {
  const html = await validHtml(
    <AuthorizationQueuePage {...page} risk={false} rows={[{ ...row, held: true }]} />,
  );
  expect(html).not.toContain('Risk');
  expect(html).not.toContain('held');
});

test.each(['waiting', 'appeals', 'decided', 'expired', 'all'] as const)(
  'an empty list of %s says so and leads on',
  async (tab) => {
    const props = { ...page, rows: [], filter: of({ tab }) };
    expect(await validHtml(<AuthorizationQueuePage {...props} />)).toContain('class="empty"');
    const found = { ...props, filter: of({ tab, q: hostile }) };
    expect(await validHtml(<AuthorizationQueuePage {...found} />)).toContain('Nothing found for');
  },
);

test('fifty hostile rows are words, whatever they are made of', async () => {
  const rows = Array.from({ length: 50 }, (_, index) => ({
    ...row,
    number: `PA-26-${String(index + 1).padStart(6, '0')}`,
    enrolleeName: hostile,
    facilityName: longName,
  }));
  const html = await validHtml(
    <AuthorizationQueuePage {...page} rows={rows} facilities={{ meant: hostile }} decided="PA-26-000009" />,
  );
  expect(html).not.toContain('<img');
  expect(html).toContain('The answer to');
});
