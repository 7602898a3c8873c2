import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { Portals, today } from './portals.ts';

const admin = 'ifeoma.nwosu@meridian.example';
const reader = 'ebuka.obi@meridian.example';
const phone = { width: 360, height: 740 };
const desk = { width: 1366, height: 768 };
/** Colours change at once: a page that is half way between two schemes has no contrast of its own. */
const still = { reducedMotion: 'reduce' } as const;
let portals: Portals;

beforeAll(async () => {
  portals = await Portals.open();
});
afterEach(() => portals.leave());
afterAll(() => portals.close());

const main = (page: Page) => page.locator('main');
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) => main(page).getByRole('link', { name, exact: true }).click();
const heading = (page: Page) => page.locator('h1').textContent();
const saved = (page: Page) => main(page).getByText('Saved.', { exact: true }).waitFor();

/** The page stands on a desk and on a phone, in light and dark, and axe finds nothing on it. */
async function stands(page: Page, what: string): Promise<void> {
  for (const [size, colorScheme] of [
    [desk, 'light'],
    [phone, 'dark'],
  ] as const) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), `${what} at ${size.width}`).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider, `${what} at ${size.width} is too wide`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(desk);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Enrols a person of a client; their member id. */
async function enrol(page: Page, client: string): Promise<string> {
  await page.goto(`/meridian/enrollees/new?client=${client}`);
  await stands(page, 'the form of a new person');
  await page.fill('[name=firstName]', 'Adaeze');
  await page.fill('[name=lastName]', 'Okonkwo-Bright');
  await page.fill('[name=birthDate]', '1988-02-29');
  await page.selectOption('[name=sex]', 'female');
  await page.fill('[name=phone]', '0803 555 9911');
  await page.fill('[name=nin]', '123');
  await page.fill('[name=coverFrom]', today());
  await page.selectOption('[name=plan]', 'SILVER');
  await press(page, 'Enrol');
  await page.locator('#f-nin-error').waitFor();
  expect(await page.inputValue('[name=firstName]')).toBe('Adaeze');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-nin');
  await stands(page, 'the refused form');
  await page.fill('[name=nin]', '12345678901');
  await press(page, 'Enrol');
  await saved(page);
  return (
    (await main(page)
      .getByText(new RegExp(`^MER-${client}-\\d+-P$`))
      .first()
      .textContent()) ?? ''
  );
}

test('a person is enrolled, gets a dependant, moves, is suspended, and all of it is in the history', async () => {
  const page = await portals.as(admin, still);
  const memberId = await enrol(page, 'INDV');
  expect(page.url()).toContain(memberId);
  expect(await main(page).textContent()).not.toContain('12345678901');

  await follow(page, 'Add dependant');
  await page.waitForURL(/principal=/);
  await stands(page, 'the form of a dependant');
  await page.selectOption('[name=relation]', 'child');
  await page.fill('[name=firstName]', 'Obi');
  await page.fill('[name=birthDate]', '2019-06-30');
  await page.selectOption('[name=sex]', 'male');
  await page.fill('[name=coverFrom]', today());
  await press(page, 'Enrol');
  await saved(page);
  const childId = memberId.replace(/P$/, 'C1');
  expect(page.url()).toContain(childId);

  await main(page).getByRole('link', { name: 'Adaeze Okonkwo-Bright' }).click();
  await page.waitForURL((url) => url.pathname.endsWith(memberId));
  await follow(page, 'Move');
  await page.waitForURL(/\/plan$/);
  await stands(page, 'the move');
  await page.selectOption('[name=plan]', 'GOLD');
  await press(page, 'Record the move');
  await saved(page);
  expect(await main(page).getByText('To come').count()).toBe(1);

  await follow(page, 'Change cover');
  await page.waitForURL(/\/cover$/);
  await stands(page, 'the change of cover');
  await page.getByLabel('Suspend').check();
  await press(page, 'Save');
  await page.locator('#f-reason-error').waitFor();
  await page.fill('[name=reason]', 'Unpaid leave');
  await press(page, 'Save');
  await saved(page);
  await stands(page, 'a suspended person');

  const history = (await main(page).locator('section', { hasText: 'History' }).last().textContent()) ?? '';
  expect(history).toMatch(/Cover suspended from .*Move to GOLD from .*Enrolled by Ifeoma Nwosu/);
  await main(page).getByRole('link', { name: 'Obi Okonkwo-Bright' }).click();
  await page.waitForURL((url) => url.pathname.endsWith(childId));
  expect(await main(page).textContent()).toContain('Suspended (principal)');
  expect(await main(page).textContent()).toContain("The principal's cover suspended from");
  expect(portals.faults).toEqual([]);
});

test('people are found by name, member id and telephone, and filters stand in the address', async () => {
  const page = await portals.as(admin, still);
  await page.goto('/meridian/enrollees');
  await stands(page, 'the list of people');
  const first = main(page).locator('tbody tr').first();
  const [name = '', memberId = ''] = await first.locator('th, td').allTextContents();
  for (const q of [name, memberId, name.split(' ')[1] ?? '']) {
    await main(page).locator('[name=q]').fill(q);
    await press(page, 'Filter');
    await page.waitForURL((url) => url.searchParams.get('q') === q);
    await main(page).getByRole('link', { name, exact: true }).first().waitFor();
  }
  await page.goto('/meridian/enrollees');
  const telephone = (await main(page).locator('tbody td:nth-child(7)').allTextContents()).find(
    (text) => text !== '',
  );
  await main(page)
    .locator('[name=q]')
    .fill(`+234 ${(telephone ?? '').replace(/^0/, '')}`);
  await press(page, 'Filter');
  await page.waitForURL(/q=/);
  expect(await main(page).locator('tbody tr').count()).toBeGreaterThan(0);
  await page.goto('/meridian/enrollees?state=SUSPENDED&plan=SILVER');
  expect(await page.locator('[name=state]').inputValue()).toBe('SUSPENDED');
  const states = await main(page).locator('tbody td:nth-child(3)').allTextContents();
  expect(new Set(states)).toEqual(new Set(['Suspended']));
});

test('a client is added without script, row by row, and shows what is agreed', async () => {
  const page = await portals.as(admin, { javaScriptEnabled: false });
  await page.goto('/meridian/clients/new');
  await page.fill('[name=code]', 'zenf');
  await page.fill('[name=name]', 'Zenith Foods Plc');
  for (const add of ['Add a period', 'Add a plan', 'Add a contact']) await press(page, add);
  await page.fill('[name="contracts.0.from"]', '2026-01-01');
  await page.fill('[name="contracts.0.to"]', '2025-12-31');
  await page.selectOption('[name="offers.0.plan"]', 'GOLD');
  await page.fill('[name="offers.0.premium"]', '125,000.00');
  await page.fill('[name="contacts.0.name"]', 'Bisi Ade');
  await press(page, 'Save');
  expect(await page.locator('[id="f-contracts-0-to-error"]').count()).toBe(1);
  await page.fill('[name="contracts.0.to"]', '2099-12-31');
  await press(page, 'Save');
  await page.waitForURL(/\/clients\/ZENF\?saved=1$/);
  expect(await heading(page)).toContain('Zenith Foods Plc');
  expect(await main(page).textContent()).toContain('125,000.00');

  const scripted = await portals.as(admin, still);
  await scripted.goto('/meridian/clients');
  await stands(scripted, 'the list of clients');
  await main(scripted).getByRole('link', { name: 'Zenith Foods Plc' }).click();
  await scripted.waitForURL(/ZENF/);
  await stands(scripted, 'a client');
  await follow(scripted, 'Edit');
  await scripted.waitForURL(/\/edit$/);
  await stands(scripted, 'the form of a client');
  expect(portals.faults).toEqual([]);
});

test('who may only look finds no way to change anything', async () => {
  const page = await portals.as(reader);
  await page.goto('/meridian/enrollees');
  expect(await main(page).getByRole('link', { name: 'Enrol a person' }).count()).toBe(0);
  await main(page).locator('tbody th a').first().click();
  await page.waitForURL(/enrollees\/MER-/);
  for (const name of ['Edit', 'Change cover', 'Move', 'Add dependant'])
    expect(await main(page).getByRole('link', { name, exact: true }).count(), name).toBe(0);
  expect((await page.goto('/meridian/enrollees/new'))?.status()).toBe(403);
});
