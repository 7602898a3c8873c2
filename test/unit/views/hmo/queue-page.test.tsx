import type { ComponentProps } from 'preact';
import { expect, test } from 'vitest';
import { everyOpen, type QueueFilter } from '../../../../views/hmo/queue-filter.ts';
import { QueuePage } from '../../../../views/hmo/queue-page.tsx';
import type { QueueRow } from '../../../../views/hmo/queue-row.tsx';
import { hostile, longName, now } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';

const row: QueueRow = {
  number: 'CLM-26-000001',
  enrolleeName: 'Ngozi Adeyemi',
  facilityName: 'Lagoon Hospital',
  serviceDate: '2026-11-16',
  claimed: 5_500_000,
  dueAt: now - 1,
  state: 'IN_REVIEW',
  outcome: null,
  holder: 'Chinedu Eze',
};
const filter: QueueFilter = everyOpen;
const names = { facility: hostile, client: '', plan: '' };
const page: ComponentProps<typeof QueuePage> = {
  slug: 'meridian',
  currency: 'NGN',
  now,
  filter,
  tabs: [{ view: 'open', count: 1 }, { view: 'mine' }, { view: 'late', count: 1 }],
  open: 1,
  proposals: 2,
  late: 1,
  waiting: 5_500_000,
  soon: now + 1_000,
  risk: true,
  names,
  saved: { accountId: 'ada', views: [], defaultId: null },
  rows: [row],
  next: null,
  takeId: 'take-1',
  decided: null,
};

test('a row says number, enrollee, facility, service, amount, due and who has it', async () => {
  const html = await validHtml(<QueuePage {...page} />);
  for (const words of [
    'CLM-26-000001',
    'Ngozi Adeyemi',
    'Lagoon Hospital',
    '16 Nov',
    '55,000.00',
    'late',
    'C. Eze',
  ])
    expect(html).toContain(words);
});

test('fifty rows page on by cursor and keep the filter in the address', async () => {
  const rows = Array.from({ length: 50 }, (_, index) => ({
    ...row,
    number: `CLM-26-${String(index + 1).padStart(6, '0')}`,
  }));
  const html = await validHtml(
    <QueuePage
      {...page}
      rows={rows}
      next="n1"
      filter={{ ...filter, view: 'late', facility: 'f1', after: 'n0' }}
    />,
  );
  expect(html).toContain('href="/meridian/claims?view=late&amp;facility=f1&amp;after=n1"');
  expect(html).toContain('Back to the first page');
});

test.each([
  [{ ...filter, q: 'CLM-26-999999' }, 'Nothing found for'],
  [{ ...filter, view: 'mine' as const }, 'You hold no claim'],
  [{ ...filter, view: 'late' as const }, 'Nothing is late'],
  [{ ...filter, view: 'open' as const }, 'Nothing waits here'],
])('an empty list says why and what to do', async (shown, words) => {
  const html = await validHtml(<QueuePage {...page} rows={[]} filter={shown} />);
  expect(html).toContain(words);
});

test('names are text, however long or hostile', async () => {
  const rows = [{ ...row, enrolleeName: hostile, facilityName: longName, holder: hostile }];
  const html = await validHtml(<QueuePage {...page} rows={rows} filter={{ ...filter, q: hostile }} />);
  expect(html).not.toContain('<img');
});

test('a role that only looks is offered no claim to take', async () => {
  const html = await validHtml(<QueuePage {...page} takeId={null} />);
  expect(html).not.toContain('Next claim');
});

test('after a decision the list says that it is saved, and leads back to it', async () => {
  const html = await validHtml(<QueuePage {...page} decided="CLM-26-000009" />);
  expect(html).toContain('href="/meridian/claims/CLM-26-000009"');
});

test('filters and views are fetched when they are opened, with all that is set', async () => {
  const html = await validHtml(<QueuePage {...page} filter={{ ...filter, risk: '60', after: 'n1' }} />);
  expect(html).toContain('href="/meridian/claims/filters?view=open&amp;risk=60"');
  expect(html).toContain('href="/meridian/claims/filters?view=open&amp;risk=60&amp;part=views"');
  expect(html).not.toMatch(/<select|<input type="(text|checkbox)/);
});

test('what the dashboard counts is listed under its own name, with the way to all of it', async () => {
  const html = await validHtml(
    <QueuePage {...page} filter={{ ...filter, view: 'all', since: 'week', after: 'x' }} next="y" />,
  );
  expect(html).toContain('Received this week, newest first.');
  expect(html).toContain('href="/meridian/claims?view=all"');
  expect(html).toContain('href="/meridian/claims?view=all&amp;since=week&amp;after=y"');
});

test('a row of the queue opens to why it stands where it stands, and what has little time left says so', async () => {
  const html = await validHtml(
    <QueuePage {...page} rows={[{ ...row, dueAt: now + 900, risk: 64, openFlags: 2, rankAt: 1 }]} />,
  );
  // and where they are asked for when it is opened
  expect(html).toContain('data-why="/meridian/claims/-/standing"');
  expect(html).toContain('The claim’s page says why.');
  expect(await validHtml(<QueuePage {...page} />)).not.toContain('says why');
  expect(html).toContain('<summary><span class="soon">1 min left</span></summary>');
  expect(html).toContain('2 flags');
});

test('a flag that adds nothing to the score stands without a nought', async () => {
  const html = await validHtml(<QueuePage {...page} risk rows={[{ ...row, risk: 0, openFlags: 1 }]} />);
  expect(html).toContain('<td><span class="small mute">1 flag</span></td>');
});

test('risk is shown to nobody who may not see it', async () => {
  const rows = [{ ...row, risk: 64, openFlags: 2 }];
  const html = await validHtml(<QueuePage {...page} risk={false} rows={rows} />);
  expect(html).not.toContain('64');
});

test('filters that are set stand as words, each with the way to take it off', async () => {
  const set = { ...filter, facility: 'f1', risk: '60' as const, due: 'soon' as const, held: true };
  const html = await validHtml(<QueuePage {...page} filter={set} />);
  for (const words of ['Risk 60 or more', 'Due soon', 'Held']) expect(html).toContain(words);
  expect(html).toContain('href="/meridian/claims?view=open&amp;facility=f1&amp;risk=60&amp;held=1"');
});

test('what one saved stands among the tabs, and the one that is shown is marked', async () => {
  const query = 'view=open&risk=60';
  const saved = { accountId: 'ada', views: [{ id: 'v1', name: hostile, query }], defaultId: null };
  const html = await validHtml(<QueuePage {...page} saved={saved} filter={{ ...filter, risk: '60' }} />);
  expect(html).toContain('href="/meridian/claims?view=open&amp;risk=60" aria-current="page"');
  expect(html).not.toContain('<img');
});

test('a page that was looked through as far as one may cost says so', async () => {
  const some = await validHtml(<QueuePage {...page} next="n1" />);
  expect(some).toContain('Go on with');
  const none = await validHtml(<QueuePage {...page} rows={[]} next="n1" />);
  expect(none).toContain('None found so far');
  expect(none).toContain('href="/meridian/claims?view=open&amp;after=n1">Look further');
  expect(none).not.toContain('Nothing waits here');
});

test('what is announced on a page does not tell by how much risk its last claim stands earlier', async () => {
  const asksOf = async (risk: number) => {
    const last = { ...row, dueAt: now, risk, rankAt: now - Math.round((24 * risk * 3_600_000) / 100) };
    const html = await validHtml(<QueuePage {...page} risk={false} rows={[last]} next="n1" />);
    return /data-asks="([^"]*)"/.exec(html)?.[1];
  };
  expect(await asksOf(0)).toContain(` ${now + 24 * 3_600_000}`);
  expect(await asksOf(87)).toBe(await asksOf(0));
});
