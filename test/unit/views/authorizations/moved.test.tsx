import { expect, test } from 'vitest';
import type { Authorization } from '../../../../schema/domain/authorizations/authorization.ts';
import { CodeCard } from '../../../../views/authorizations/code-card.tsx';
import { MyAuthorizationPage } from '../../../../views/enrollee/authorization-page.tsx';
import { requestOf } from '../../domain/authorizations/sample.ts';
import { validHtml } from '../validate.tsx';

const moved = {
  on: '2026-12-01',
  at: 0,
  from: 'GOLD',
  to: 'LEAN',
  before: 900_000,
  after: 300_000,
  lowered: true,
};
const granted = (own: Partial<Authorization>) =>
  requestOf({
    state: 'PARTIALLY_APPROVED',
    code: 'TST-PA-261126-ABCDEF',
    approved: 300_000,
    validFrom: '2026-11-26',
    validTo: '2026-12-10',
    ...own,
  });
const words = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
const mine = async (own: Partial<Authorization>) =>
  words(
    await validHtml(<MyAuthorizationPage request={granted(own)} names={{}} whose={null} isAsked={false} />),
  );

test('a code says of its move to another plan when that was and what was granted before', async () => {
  const card = async (own: Partial<Authorization>) =>
    words(await validHtml(<CodeCard authorization={granted(own)} />));
  expect(await card({ moved })).toMatch(/Judged again.*GOLD → LEAN on .*2026; ₦.?9,000\.00 before/);
  expect(await card({ moved: { ...moved, after: 900_000 } })).not.toContain('before');
  expect(await card({})).not.toContain('Judged again');
});

test('the enrollee reads that the plan changed, and what it pays now', async () => {
  expect(await mine({ moved })).toMatch(
    /The plan changed on .*2026.*pays up to ₦.?3,000\.00 instead of ₦.?9,000\.00\. Visits before that day are paid as they were approved\./,
  );
  expect(await mine({ moved: { ...moved, after: 900_000, lowered: false } })).toContain(
    'It still pays the same.',
  );
  expect(await mine({})).not.toContain('The plan changed');
});
