import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { firstOf } from './open-page.ts';
import { Portals, type Someone } from './portals.ts';
import { wire } from './wire.ts';

const kilobyte = 1024;
const admin: Someone = 'ifeoma.nwosu@meridian.example';
const biller: Someone = 'funmi.ogunleye@lagoonview.example';
const enrollee: Someone = 'nneka.obi.1009@kestrel.example';
let portals: Portals;

beforeAll(async () => {
  portals = await Portals.open();
});
afterEach(() => portals.leave());
afterAll(() => portals.close());

const lists = [
  '/meridian',
  '/meridian/claims',
  '/meridian/claims/new',
  '/meridian/claims/counted?figure=proposals',
  '/meridian/piles',
  '/meridian/risk',
  '/meridian/risk/rules',
  '/meridian/investigations',
  '/meridian/queue-views',
  '/meridian/settings/queue',
  '/meridian/settings/files',
  '/meridian/settings/approval-limits',
  '/meridian/settings/api-keys',
  '/meridian/settings/authorizations',
  '/meridian/settings/channels',
  '/meridian/authorizations',
  '/meridian/authorizations/new',
  '/meridian/authorizations/rules',
  '/meridian/notices',
];
const theirs = [
  '/provider',
  '/provider/claims',
  '/provider/drafts',
  '/provider/authorizations',
  '/provider/authorizations/new',
  '/provider/check-in',
  '/provider/notices',
];
const own = [
  '/me',
  '/me/card',
  '/me/coverage',
  '/me/plan',
  '/me/providers',
  '/me/claims',
  '/me/check-ins',
  '/me/alerts',
  '/me/family',
  '/me/profile',
  '/me/security',
  '/me/data',
];

test.each([
  [
    admin,
    lists,
    [
      '/meridian/piles',
      '/meridian/investigations',
      '/meridian/claims?view=open&flagged=1',
      '/meridian/authorizations',
    ],
  ],
  [biller, theirs, ['/provider/claims?state=QUERIED', '/provider/drafts', '/provider/authorizations']],
  [enrollee, own, []],
])('pages of %s, in brotli, stay within what a slow line bears', async (who, addresses, within) => {
  // The enrollee's worker would answer from the device what is weighed here.
  const page = await portals.as(who, { serviceWorkers: 'block' });
  const single: string[] = [];
  for (const list of within) single.push(await firstOf(page, list));
  for (const address of [...addresses, ...single]) {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.clearBrowserCache');
    await session.detach();
    const cold = await wire(page, () => page.goto(address));
    const warm = await wire(page, () => page.goto(address));
    if (process.env.VETRA_SHOTS) console.log(address, JSON.stringify({ cold, warm }));
    expect.soft(cold.bytes, `${address}, first visit`).toBeLessThanOrEqual(36 * kilobyte);
    expect.soft(cold.requests, `${address}, first visit`).toBeLessThanOrEqual(4);
    expect.soft(cold.painted, `${address}, first paint`).toBeLessThanOrEqual(14 * kilobyte);
    expect.soft(warm.bytes, `${address}, next page`).toBeLessThanOrEqual(8 * kilobyte);
  }
});
