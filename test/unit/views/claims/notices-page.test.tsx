import { expect, test } from 'vitest';
import type { ClaimNotice } from '../../../../views/claims/notice-list.tsx';
import { NoticesPage, NoticesPopover } from '../../../../views/claims/notices-page.tsx';
import { validHtml } from '../validate.tsx';
import { hostile, now } from './samples.ts';

const notice: ClaimNotice = {
  seq: 7,
  at: now,
  kind: 'submitted',
  number: 'CLM-26-000001',
  about: hostile,
  href: '/meridian/claims/CLM-26-000001',
  unread: true,
};
const page = { action: '/meridian/notices', commandId: 'mark-1', newest: 7, zone: 'Africa/Lagos' };

test('what is unread is said, not only shown, and can be marked at once', async () => {
  const html = await validHtml(
    <NoticesPage {...page} notices={[notice]} unread={1} older="/meridian/notices?before=7" />,
  );
  expect(html).toContain('(unread)');
  expect(html).toContain('name="seq" value="7"');
  expect(html).toContain('rel="next"');
  expect(html).not.toContain('<img');
});

test('with nothing to tell the page says what will stand there', async () => {
  const html = await validHtml(<NoticesPage {...page} notices={[]} unread={0} older={null} />);
  expect(html).toContain('No notifications');
  expect(html).not.toContain('Mark all as read');
});

test('the bell opens a few and leads to all', async () => {
  const html = await validHtml(
    <>
      <h1>Any page</h1>
      <NoticesPopover
        notices={[{ ...notice, unread: false, kind: 'of-a-later-version', about: null }]}
        zone="Africa/Lagos"
        all="/meridian/notices"
      />
    </>,
  );
  expect(html).toContain('CLM-26-000001 changed');
  expect(html).toContain('href="/meridian/notices"');
});
