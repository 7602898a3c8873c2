import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fileClaim } from './file-a-claim.ts';
import { press } from './open-page.ts';
import { Portals } from './portals.ts';

const manager = 'amina.bello@meridian.example';
const adjudicator = 'chidi.eze@meridian.example';
const biller = 'funmi.ogunleye@lagoonview.example';
const facility = 'Lagoon View Hospital, Ikeja';
let portals: Portals;

beforeAll(async () => {
  portals = await Portals.open();
});
afterEach(() => portals.leave());
afterAll(() => portals.close());

/** A page that forgets this was loaded anew. */
async function mark(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => document.documentElement.setAttribute('data-same', '1'));
  return () => page.evaluate(() => document.documentElement.hasAttribute('data-same'));
}

/** The number of a received claim of the facility of which every line is payable. */
async function received(page: Page, nth: number): Promise<string> {
  await page.goto('/meridian/claims?state=RECEIVED');
  const rows = page.locator('main tbody tr', { hasText: facility });
  return (await portals.payable(await rows.locator('th a').allTextContents()))[nth] ?? '';
}

test('two people on one queue see each other take and decide, without loading it again', async () => {
  const [watching, working] = [await portals.as(manager), await portals.as(adjudicator)];
  const number = await received(watching, 0);
  const same = await mark(watching);
  const state = watching.locator(`#r-${number} [data-state]`);
  await portals.take(working, number);
  await state.getByText('C. Eze').waitFor();
  expect(await state.textContent()).toContain('In review');
  await working.check('[value=approve]');
  await press(working, 'Save decision');
  await state.getByText('Approved').waitFor();
  expect(await same()).toBe(true);
  expect(portals.faults).toEqual([]);
});

test('query, answer and an approval in part are seen by the other side at once', async () => {
  const [staff, provider] = [await portals.as(manager), await portals.as(biller)];
  const number = await received(staff, 1);
  await provider.goto('/provider/claims?state=RECEIVED');
  await provider.getByRole('link', { name: number }).click();
  await provider.waitForURL(new RegExp(number));
  const same = await mark(provider);
  await portals.take(staff, number);
  await staff.check('[value=query]');
  await staff.fill('[name=question]', 'Which test was positive?');
  await press(staff, 'Save decision');
  await provider.locator('#claim-state').getByText('Queried').waitFor();
  await provider.locator('#claim-news a').click();
  await provider.getByLabel('Your answer').fill('The blood film.');
  expect(await provider.locator('main').textContent()).toContain('Which test was positive?');

  await staff.goto(`/meridian/claims/${number}`);
  await press(provider, 'Send the answer');
  await staff.locator('#claim-state').getByText('Resubmitted').waitFor();
  await staff.locator('#claim-news a').click();
  await staff.getByText('The blood film.').waitFor();
  await press(staff, 'Take');
  await staff.check('[value=approve]');
  await staff.fill('[name="lines.1.quantity"]', '0');
  await staff.fill('[name="lines.1.reason"]', '96');
  await press(staff, 'Save decision');
  await provider.locator('#claim-state').getByText('Approved in part').waitFor();
  await provider.locator('#claim-news a').click();
  await provider.getByText('Not covered').first().waitFor();
  expect(await same()).toBe(true);
  expect(portals.faults).toEqual([]);
});

test('claims that come in are announced and counted; the rows under the hands stay where they are', async () => {
  const [staff, provider] = [
    await portals.as(manager),
    await portals.as(biller, { javaScriptEnabled: false }),
  ];
  // The whole list stands on one page: what comes belongs there.
  await staff.goto('/meridian/claims?state=RECEIVED');
  const rows = () => staff.locator('main tbody th a').allTextContents();
  const before = await rows();
  const [card] = await portals.cards();
  for (const words of ['arrived', '2 new claims arrived']) {
    await fileClaim(provider, card);
    await staff.locator('#queue-news', { hasText: words }).waitFor();
  }
  expect(await rows()).toEqual(before);
  await staff.locator('#queue-news a').click();
  await staff.locator('#queue-news p').waitFor({ state: 'detached' });
});

test('the dashboards count along, and the bell rings', async () => {
  const [staff, provider, working] = [
    await portals.as(manager),
    await portals.as(biller),
    await portals.as(adjudicator),
  ];
  const number = await received(working, 0);
  await staff.goto('/meridian');
  await provider.goto('/provider');
  const queried = async (page: Page) => {
    const counts = await page.locator('[id^="count-QUERIED"]').allTextContents();
    return counts.reduce((sum, count) => sum + Number(count), 0);
  };
  const [before, beforeThere] = [await queried(staff), await queried(provider)];
  const same = await mark(staff);
  await portals.take(working, number);
  await working.check('[value=query]');
  await working.fill('[name=question]', 'Was it an emergency?');
  await press(working, 'Save decision');
  await expect.poll(() => queried(staff)).toBe(before + 1);
  await expect.poll(() => queried(provider)).toBe(beforeThere + 1);
  await expect.poll(() => provider.locator('#bell-count').textContent()).not.toBe('');
  expect(await same()).toBe(true);
});

test('a page whose connection was lost learns what it has missed', async () => {
  const [watching, working] = [await portals.as(manager), await portals.as(adjudicator)];
  const number = await received(watching, 0);
  const same = await mark(watching);
  await portals.product.killWorkerd();
  await portals.product.healthy();
  await portals.take(working, number);
  await watching.locator(`#r-${number} [data-state]`).getByText('C. Eze').waitFor({ timeout: 30_000 });
  expect(await same()).toBe(true);
});

test('while the store is away what was entered stays, and is saved once it is back', async () => {
  const page = await portals.as(manager);
  const number = await received(page, 0);
  await portals.take(page, number);
  await page.check('[value=query]');
  await page.fill('[name=question]', 'Still here?');
  await portals.product.signal('libsql', 'SIGSTOP');
  await press(page, 'Save decision');
  await page.locator('#trouble').waitFor({ timeout: 45_000 });
  await portals.product.signal('libsql', 'SIGCONT');
  expect(await page.inputValue('[name=question]')).toBe('Still here?');
  await portals.product.healthy();
  await press(page, 'Save decision');
  await page.waitForURL(/decided=/);
  await page.goto(`/meridian/claims/${number}`);
  expect(await page.locator('#conversation li').count()).toBe(1);
}, 90_000);

test('signing out ends the stream of every tab', async () => {
  const page = await portals.as(manager);
  const other = await page.context().newPage();
  await other.goto('/meridian/claims');
  await other.locator('main tbody tr').first().waitFor();
  await page.goto('/meridian');
  await page.locator('details.menu summary').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/meridian'));
  await other.locator('main tbody tr').first().waitFor({ state: 'detached' });
});
