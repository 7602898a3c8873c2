import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { firstOf } from './open-page.ts';
import { Portals, type Someone } from './portals.ts';
import { wire } from './wire.ts';

const kilobyte = 1024;
const admin: Someone = 'ifeoma.nwosu@meridian.example';
const biller: Someone = 'funmi.ogunleye@lagoonview.example';
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
  '/meridian/notices',
];
const theirs = ['/provider', '/provider/claims', '/provider/drafts', '/provider/notices'];

test.each([
  [admin, lists, ['/meridian/piles', '/meridian/investigations', '/meridian/claims?view=open&flagged=1']],
  [biller, theirs, ['/provider/claims?state=QUERIED', '/provider/drafts']],
])('pages of %s, in brotli, stay within what a slow line bears', async (who, addresses, within) => {
  const page = await portals.as(who);
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
