import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { Portals, today } from './portals.ts';

const relations = 'halima.sani@meridian.example';
const owner = 'yetunde.oladipo@lagoonview.example';
const facility = 'Lagoon View Hospital, Ikeja';
let portals: Portals;

beforeAll(async () => {
  portals = await Portals.open();
});
afterEach(async () => {
  const { faults } = portals;
  expect(faults).toEqual([]);
  await portals.leave();
});
afterAll(() => portals.close());

const main = (page: Page) => page.locator('main');
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click();
const state = (page: Page) => page.locator('h1 .badge');
const fill = (page: Page, name: string, text: string) => main(page).getByRole('textbox', { name }).fill(text);

/** Waits until these words stand on the page. */
const says = (page: Page, hasText: string) => page.locator('main', { hasText }).waitFor();

/** Waits until a live frame has put these words beside the heading. */
const becomes = (page: Page, words: string) => state(page).getByText(words, { exact: true }).waitFor();

async function openProvider(page: Page): Promise<void> {
  await page.goto('/meridian/providers');
  await main(page).getByLabel('Find').fill('lagoon');
  await press(page, 'Search');
  await page.waitForURL(/q=lagoon/);
  await main(page).getByRole('link', { name: facility }).click();
  await page.locator('h1', { hasText: facility }).waitFor();
}

test('a link ends, is asked for again and accepted: each side sees the other’s step as it is taken', async () => {
  const [staff, clinic] = [await portals.as(relations), await portals.as(owner)];
  await openProvider(staff);
  await clinic.goto('/provider/network');
  await main(clinic).getByRole('link', { name: 'Meridian Health' }).click();
  await becomes(clinic, 'In force');

  await press(staff, 'End the link');
  await says(staff, 'Enter a reason that both sides may read.');
  expect(await staff.evaluate(() => document.activeElement?.id)).toBe('f-reason');
  await fill(staff, 'Reason', 'The contract has run out.');
  await press(staff, 'End the link');
  await becomes(staff, 'Ended');
  await becomes(clinic, 'Ended');
  await says(clinic, 'The link with Meridian Health was ended.');

  await fill(staff, 'Message', 'The new contract is signed.');
  await press(staff, 'Ask for a link');
  await becomes(staff, 'Requested');
  await becomes(clinic, 'Requested');
  await main(clinic).getByRole('link', { name: 'Show' }).click();
  await main(clinic).getByRole('button', { name: 'Accept' }).waitFor();
  await says(clinic, '“The new contract is signed.”');
  expect(await violations(clinic)).toEqual([]);
  await press(clinic, 'Accept');
  await becomes(clinic, 'In force');
  await becomes(staff, 'In force');
  expect(await violations(staff)).toEqual([]);
});

test('whoever looks at the lists sees the states there change', async () => {
  const [staff, other] = [await portals.as(relations), await portals.as('ifeoma.nwosu@meridian.example')];
  await other.goto('/meridian/providers');
  expect(await violations(other)).toEqual([]);
  await openProvider(staff);
  await fill(staff, 'Reason', 'Papers are missing.');
  await press(staff, 'Suspend');
  await becomes(staff, 'Suspended');
  const row = main(other).locator('tbody tr', { hasText: facility });
  await row.getByText('Suspended').waitFor();
  await press(staff, 'Reinstate');
  await becomes(staff, 'In force');
  await row.getByText('In force', { exact: true }).waitFor();
});

test('a price is set from a day on, shown to the facility, and exported', async () => {
  const staff = await portals.as(relations);
  await openProvider(staff);
  await main(staff).getByRole('link', { name: 'Prices' }).click();
  await main(staff).getByLabel('Find').fill('malaria');
  await press(staff, 'Search');
  await staff.waitForURL(/q=malaria/);
  await main(staff).locator('tbody th a').first().click();
  await main(staff).getByRole('button', { name: 'Set the price' }).waitFor();
  expect(await violations(staff)).toEqual([]);
  const code = staff.url().split('/').at(-1) ?? '';
  await fill(staff, 'Price', 'seven');
  await press(staff, 'Set the price');
  await says(staff, 'Write the price as a number');
  await fill(staff, 'Price', '4,321.00');
  await press(staff, 'Set the price');
  await main(staff).locator('tbody', { hasText: '4,321.00' }).waitFor();

  await openProvider(staff);
  const arriving = staff.waitForEvent('download');
  await main(staff).getByRole('link', { name: 'Export CSV' }).click();
  const text = await readFile(await (await arriving).path(), 'utf8');
  expect(text.split('\r\n')[0]).toBe('\ufeffservice,name,from,price');
  expect(text).toMatch(new RegExp(`^${code},.*,${today()},4321.00\r$`, 'm'));

  const clinic = await portals.as(owner);
  await clinic.goto('/provider/network');
  await main(clinic).getByRole('link', { name: 'Meridian Health' }).click();
  await main(clinic).getByRole('link', { name: 'Prices' }).click();
  await main(clinic).locator('tbody').waitFor();
  expect(await violations(clinic)).toEqual([]);
  await main(clinic).getByLabel('Find').fill(code);
  await press(clinic, 'Search');
  await main(clinic).locator('tbody', { hasText: '4,321.00' }).waitFor();
});

test('the directory finds by words, and every page holds on a phone in the dark', async () => {
  const staff = await portals.as(relations, {
    viewport: { width: 360, height: 740 },
    colorScheme: 'dark',
  });
  await staff.goto('/meridian/providers/directory?q=surulere');
  expect(await main(staff).locator('tbody tr').count()).toBe(1);
  for (const address of [
    '/meridian/providers',
    '/meridian/providers/directory',
    '/meridian/tariffs/standard',
  ]) {
    await staff.goto(address);
    expect([address, await staff.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
      address,
      360,
    ]);
    expect(await violations(staff)).toEqual([]);
  }
});

test('without script a link is suspended and reinstated all the same', async () => {
  const staff = await portals.as(relations, { javaScriptEnabled: false });
  await openProvider(staff);
  await fill(staff, 'Reason', 'Papers are missing.');
  await press(staff, 'Suspend');
  await becomes(staff, 'Suspended');
  await press(staff, 'Reinstate');
  await becomes(staff, 'In force');
});
