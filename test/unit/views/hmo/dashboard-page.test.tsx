import { expect, test } from 'vitest';
import { openStates } from '../../../../schema/domain/claims/claim.ts';
import { ageBands } from '../../../../schema/domain/dashboard/age-bands.ts';
import { figuresOf, namedFigures } from '../../../../schema/domain/dashboard/figures.ts';
import { DashboardPage } from '../../../../views/hmo/dashboard-page.tsx';
import { hostile, now } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';

const today = '2026-11-26';
const figures = figuresOf({
  arrivals: [
    { day: today, state: 'RECEIVED', claims: 1402 },
    { day: '2026-11-01', state: 'IN_REVIEW', claims: 7 },
  ],
  decisions: [
    { day: today, by: 'ada', approved: 3, rejected: 1, straight: 0 },
    { day: today, by: 'system', approved: 4, rejected: 0, straight: 4 },
  ],
  ...{ today, late: 2, soon: 5, proposals: 1 },
});
const page = {
  slug: 'meridian',
  name: hostile,
  currency: 'NGN',
  now,
  figures,
  names: new Map([['ada', hostile]]),
  flags: { open: 9, href: '/meridian/flags' },
  piles: '/meridian/piles',
  oldest: [],
};

test('every number leads to what it counts, and those that change have the id that frames replace', async () => {
  const html = await validHtml(<DashboardPage {...page} />);
  for (const [name] of namedFigures(figures)) expect(html).toContain(`id="count-${name}"`);
  for (const state of openStates)
    for (const band of ageBands)
      expect(html).toContain(
        `href="/meridian/claims/counted?figure=backlog&amp;state=${state}&amp;band=${band}"`,
      );
  for (const address of [
    '/meridian/claims?view=late',
    '/meridian/claims?view=all&amp;since=month',
    '/meridian/claims?view=decided&amp;since=today',
    '/meridian/claims/counted?figure=soon',
    '/meridian/claims/counted?figure=proposals',
    '/meridian/claims/counted?figure=decided&amp;by=ada',
    '/meridian/claims/counted?figure=straight&amp;since=month',
    '/meridian/flags',
    '/meridian/piles',
  ])
    expect(html).toContain(`href="${address}"`);
  expect(html).toContain('1,402');
  expect(html).toContain('50</span>%');
});

test('whoever sees no risk and no piles is shown none; with nothing done the page says so', async () => {
  const nothing = figuresOf({ arrivals: [], decisions: [], today, late: 0, soon: 0, proposals: 0 });
  const html = await validHtml(<DashboardPage {...page} figures={nothing} flags={null} piles={null} />);
  expect(html).toContain('Nothing waits');
  expect(html).toContain('Nobody has decided a claim today');
  expect(html).not.toContain('Risk flags');
  expect(html).not.toContain('heaviest piles');
  expect(html).not.toContain('<img');
});
