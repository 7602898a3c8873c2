import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { unzipped } from '../support/unzipped.ts';
import { violations } from './axe.ts';
import { press } from './open-page.ts';
import { Portals } from './portals.ts';
import { wire } from './wire.ts';

const admin = 'ifeoma.nwosu@meridian.example';
const manager = 'amina.bello@meridian.example';
const enrollee = 'nneka.obi.1009@kestrel.example';
const phone = {
  viewport: { width: 360, height: 760 },
  isMobile: true,
  hasTouch: true,
  reducedMotion: 'reduce',
} as const;
let portals: Portals;

beforeAll(async () => {
  portals = await Portals.open();
});
afterEach(() => portals.leave());
afterAll(() => portals.close());

/** A principal without a portal, of whom a claim waits that would be paid. */
async function somebody() {
  const rows = await portals.read(`select c.number, e.member_id, e.birth_date from claims c
    join enrollees e on e.id = c.enrollee_id
    where c.state = 'RECEIVED' and e.relation = 'principal' and e.email is not null and e.body ->> '$.portal' is null`);
  const [number = ''] = await portals.payable(rows.map((row) => String(row.number)));
  const found = rows.find((row) => row.number === number);
  if (!found) throw new Error('nobody has such a claim');
  return { number, memberId: String(found.member_id), birthDate: String(found.birth_date) };
}

/** Waits until the device has the card and its worker rules over whatever page is opened next. */
const untilKept = (page: Page) =>
  page.evaluate(async () => {
    const isKept = async () => {
      const [worker] = await navigator.serviceWorker.getRegistrations();
      return worker?.active?.state === 'activated' && (await caches.match('/me/card')) !== undefined;
    };
    while (!(await isKept())) await new Promise(requestAnimationFrame);
  });

/** What is used of anything, as the page says. */
const used = (page: Page) => page.locator('main .hint', { hasText: 'used' }).allTextContents();

test('invited, activated, a card without a line, cover that moves by itself, a claim explained, data taken away', async () => {
  const { number, memberId, birthDate } = await somebody();
  const staff = await portals.as(admin);
  await staff.goto(`/meridian/enrollees/${memberId}`);
  await press(staff, 'Invite');
  const link = (await staff.locator('main code').textContent()) ?? '';

  const own = await portals.nobody(phone);
  await own.goto(link);
  await own.fill('[name=birthDate]', birthDate);
  await press(own, 'Continue');
  await own.fill('[name=password]', 'rivers run past my door');
  await Promise.all([own.waitForURL(/\/me$/), press(own, 'Open my portal')]);

  await untilKept(own);
  await own.goto('/me/card');
  await own.context().setOffline(true);
  await own.goto('/me/card');
  expect(await own.locator('.pass-card').first().textContent()).toContain(memberId);
  await own.goto('/me/claims');
  expect(await own.locator('h1').textContent()).toBe('You are offline');
  await own.goto('/me');
  expect(await own.locator('.pass-card').first().textContent()).toContain(memberId);
  await own.context().setOffline(false);

  await own.goto('/me/coverage');
  const before = await used(own);
  const deciding = await portals.as(manager);
  await portals.take(deciding, number);
  await deciding.check('[value=approve]');
  await press(deciding, 'Save decision');
  await own.waitForFunction((old) => {
    const now = [...document.querySelectorAll('main .hint')].map((each) => each.textContent ?? '');
    return JSON.stringify(now.filter((text) => text.includes('used'))) !== JSON.stringify(old);
  }, before);

  await own.goto('/me/claims');
  await own.locator(`main a[href$="${number}"]`).click();
  await own.getByText('What it comes to').waitFor();
  expect(await own.locator('main').textContent()).toContain('not a bill');

  await own.goto('/me/data');
  await press(own, 'Prepare my data');
  const [download] = await Promise.all([
    own.waitForEvent('download'),
    own.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${memberId}.zip`);

  // Signing out takes the card from the device.
  await own.goto('/me');
  await own.locator('details.menu > summary').click();
  await Promise.all([own.waitForURL(/sign-in/), own.getByRole('button', { name: 'Sign out' }).click()]);
  expect(await own.evaluate(() => caches.keys())).toEqual([]);
  expect(portals.faults).toEqual([]);
});

test('who has much sees how far their data is, by itself, and takes all of it away', async () => {
  await portals.read(`with recursive n(i) as (select 0 union all select i + 1 from n where i < 19999)
    insert into visits (id, number, state, version, facility_id, facility_name, enrollee_id, member_id, enrollee_name, at, date, by, how, covered)
    select 500000 + i, 'VIS-' || i, 'OPEN', 1, 'f', 'Clinic', id, member_id, 'N', 1600000000000 + i, '2020-09-13', 'b', 'typed', 1
    from enrollees, n where email = '${enrollee}'`);
  const own = await portals.as(enrollee, phone);
  await own.goto('/me/data');
  await press(own, 'Prepare my data');
  const bar = own.locator('#export-progress');
  const done = async () => Number(await bar.locator('progress').getAttribute('value'));
  await bar.getByText(/[1-9].* entries read/).waitFor();
  const first = await done();
  expect(await violations(own)).toEqual([]);
  await own.waitForFunction(
    (before) => Number(document.querySelector('#export-progress progress')?.getAttribute('value')) > before,
    first,
  );
  const [download] = await Promise.all([
    own.waitForEvent('download'),
    own.getByRole('link', { name: 'Download' }).click({ timeout: 60_000 }),
  ]);
  const files = unzipped(await readFile(await download.path()));
  const visits: unknown[] = JSON.parse(files.find(({ name }) => name === 'check-ins.json')?.text ?? '[]');
  expect(visits.length).toBeGreaterThanOrEqual(20_000);
  expect(portals.faults).toEqual([]);
});

const addresses = [
  '/me',
  '/me/card',
  '/me/coverage',
  '/me/plan',
  '/me/providers',
  '/me/claims',
  '/me/authorizations',
  '/me/family',
  '/me/family/new',
  '/me/profile',
  '/me/security',
  '/me/data',
  '/me/alerts',
  '/me/check-ins',
  '/me/notices',
];

test('every page is light, fits a phone, and can be used by everybody', async () => {
  const page = await portals.as(enrollee, phone);
  for (const address of addresses) {
    await page.emulateMedia({ colorScheme: 'light' });
    const warm = await wire(page, () => page.goto(address));
    expect.soft(warm.bytes, `${address}, next page`).toBeLessThanOrEqual(8 * 1024);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft([address, wide]).toEqual([address, 360]);
    expect.soft([address, await violations(page)]).toEqual([address, []]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft([address, await violations(page, 'colours')]).toEqual([address, []]);
  }
  const fresh = await portals.as(enrollee, phone);
  const session = await fresh.context().newCDPSession(fresh);
  await session.send('Network.clearBrowserCache');
  await session.detach();
  const cold = await wire(fresh, () => fresh.goto('/me/coverage'));
  expect(cold.bytes).toBeLessThanOrEqual(36 * 1024);
  expect(portals.faults).toEqual([]);
});
