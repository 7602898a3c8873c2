import { expect, test } from 'vitest';
import type { ClaimState } from '../../../../schema/domain/claims/claim.ts';
import { DashboardPage } from '../../../../views/hmo/dashboard-page.tsx';
import { hostile, now } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';

const none = { claims: 0, claimed: 0 };
const byState: Record<ClaimState, typeof none> = {
  SUBMITTED: none,
  RECEIVED: { claims: 12, claimed: 123_400 },
  IN_REVIEW: none,
  QUERIED: none,
  RESUBMITTED: none,
  APPROVED: none,
  REJECTED: none,
  SETTLED: none,
  WITHDRAWN: none,
};
const page = {
  slug: 'meridian',
  name: hostile,
  currency: 'NGN',
  now,
  byState,
  late: 0,
  received: { today: 3, week: 20, month: 1402 },
  decidedToday: { count: 2000, atLeast: true },
  due: { RECEIVED: now - 1, QUERIED: now },
  oldest: [],
};

test('every number leads to what it counts, and those that change have the id that frames replace', async () => {
  const html = await validHtml(<DashboardPage {...page} />);
  for (const id of ['late', 'SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'QUERIED', 'RESUBMITTED'])
    expect(html).toContain(`id="count-${id}"`);
  expect(html).toContain('href="/meridian/claims?state=RECEIVED"');
  expect(html).toContain('href="/meridian/claims?view=late"');
  expect(html).toContain('most urgent <span class="late">');
  expect(html).toContain('href="/meridian/claims?view=all&amp;since=month"');
  expect(html).toContain('1,402');
  expect(html).toContain('2,000</span>+');
});

test('with nothing waiting the page says how claims come to be there', async () => {
  const html = await validHtml(<DashboardPage {...page} />);
  expect(html).toContain('Nothing waits');
  expect(html).not.toContain('<img');
});
