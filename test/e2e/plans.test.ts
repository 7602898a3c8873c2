import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { Portals, type Someone } from './portals.ts';

const admin: Someone = 'ifeoma.nwosu@meridian.example';
let portals: Portals;

beforeAll(async () => {
  portals = await Portals.open();
});
afterEach(() => portals.leave());
afterAll(() => portals.close());

const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) =>
  page.locator('main').getByRole('link', { name, exact: true }).click();
const main = (page: Page) => page.locator('main').textContent();

/** Makes a plan, and stands before its draft. */
async function newPlan(page: Page, name: string, code: string, start: string, copyOf = ''): Promise<void> {
  await page.goto('/meridian/plans');
  await follow(page, 'New plan');
  await page.waitForURL(/\/plans\/new$/);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Code').fill(code);
  await page.locator(`[name=start][value=${start}]`).check();
  if (copyOf !== '') await page.locator('[name=copyOf]').selectOption(copyOf);
  await press(page, 'Create the plan');
  await page.waitForURL(`/meridian/plans/${code}/draft`);
}

/** Adds a benefit for a group of services. */
async function addBenefit(
  page: Page,
  name: string,
  code: string,
  group: string,
  limit: string,
): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Code').fill(code);
  await page.getByLabel('Category').selectOption({ label: 'Other' });
  await page.locator(`[name=groups][value=${group}]`).check();
  await page.locator('[name="limits.period"]').fill(limit);
}

async function publish(page: Page, code: string, from: string): Promise<void> {
  await page.getByLabel('First day in force').fill(from);
  await press(page, 'Publish version 1');
  await page.waitForURL(`/meridian/plans/${code}`);
  expect(await page.locator('h1').textContent()).toContain('In force');
}

test('a three-tier plan is built in the editor without an error', async () => {
  const page = await portals.as(admin);

  // Bronze, from the template as it is, with one service of its own and one thing more that is not covered.
  await newPlan(page, 'Family Bronze', 'FAM-BRONZE', 'bronze');
  await follow(page, 'Imaging');
  await page.waitForURL(/benefits\/IMG$/);
  await page.locator('#f-services-0').pressSequentially('mammo');
  await page.locator('[role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await page.locator('output[for=f-services-0]').textContent()).toMatch(/mammo/i);
  await press(page, 'Save the benefit');
  await page.waitForURL(/draft$/);
  await follow(page, 'Change the exclusions');
  await page.waitForURL(/exclusions$/);
  await page.locator('[name="exclusions.2.wording"]').fill('Injuries from hazardous sports.');
  await page.locator('[name="exclusions.2.diagnoses.0.from"]').fill('Y93');
  await press(page, 'Save');
  await page.waitForURL(/draft$/);
  await page.getByRole('button', { name: 'Move Imaging up' }).click();
  await page.locator('tbody tr:nth-last-child(2) th', { hasText: 'Imaging' }).waitFor();
  await publish(page, 'FAM-BRONZE', '2026-01-01');

  // Silver, from a copy of it, with a wider limit and no co-pay on drugs.
  await newPlan(page, 'Family Silver', 'FAM-SILVER', 'copy', 'FAM-BRONZE');
  await follow(page, 'Drugs');
  await page.waitForURL(/benefits\/DRUG$/);
  await page.locator('[name="limits.period"]').fill('₦ 300,000');
  await page.locator('[name="coPay.kind"][value=none]').check();
  await press(page, 'Save the benefit');
  await page.waitForURL(/draft$/);
  await publish(page, 'FAM-SILVER', '2026-01-01');

  // Gold, from nothing.
  await newPlan(page, 'Family Gold', 'FAM-GOLD', 'empty');
  await follow(page, 'Add the first benefit');
  await page.waitForURL(/benefits\/new$/);
  await addBenefit(page, 'Out-patient care', 'OPD', 'consultation', '1,000,000');
  await press(page, 'Add, and begin another');
  await page.getByText('“Out-patient care” is in the draft.').waitFor();
  await addBenefit(page, 'Laboratory tests', 'LAB', 'laboratory', '500,000');
  await page.getByLabel('Counts in').selectOption('OPD');
  await press(page, 'Add the benefit');
  await page.waitForURL(/draft$/);
  await follow(page, 'Change the overall rules');
  await page.waitForURL(/overall$/);
  await page.locator('[name="overall.person"]').fill('5,000,000');
  await page.locator('[name="dependants.most"]').fill('6');
  await press(page, 'Save');
  await page.waitForURL(/draft$/);
  await publish(page, 'FAM-GOLD', '2026-01-01');

  const shown = await main(page);
  for (const words of [
    'Up to ₦ 1,000,000 a year',
    'Within the limit of Out-patient care',
    '₦ 5,000,000 a year for one person',
    'Spouse and children under 18, at most 6',
  ])
    expect(shown).toContain(words);
  await page.goto('/meridian/plans/FAM-SILVER');
  expect(await main(page)).toContain('Injuries from hazardous sports.');
  await page.goto('/meridian/plans');
  for (const tier of ['Family Bronze', 'Family Silver', 'Family Gold'])
    expect(await main(page)).toContain(tier);
  expect(portals.faults).toEqual([]);
}, 120_000);

describe('a draft', () => {
  test('says beside every field what is wrong, keeps what was typed, and begins the next version', async () => {
    const page = await portals.as(admin);
    await page.goto('/meridian/plans/SILVER');
    await press(page, 'Begin a draft');
    await page.waitForURL(/SILVER\/draft$/);
    await page.locator('tbody th a').first().click();
    await page.waitForURL(/benefits\//);
    await page.locator('[name=waitingDays]').fill('soon');
    await page.locator('[name="limits.visit"]').fill('99,000,000');
    await press(page, 'Save the benefit');
    await page.locator('#f-waitingDays-error').waitFor();
    expect(await page.locator('#f-limits-visit-error').textContent()).toContain('more than the whole year');
    expect(await page.locator('[name=waitingDays]').inputValue()).toBe('soon');
    await page.locator('[name=waitingDays]').fill('30');
    await page.locator('[name="limits.visit"]').fill('');
    await press(page, 'Save the benefit');
    await page.waitForURL(/draft$/);
    await follow(page, 'What changed');
    await page.waitForURL(/comparison/);
    expect(await main(page)).toMatch(/waiting changed\./);
    expect(await main(page)).toContain('30 days after joining');
    expect(portals.faults).toEqual([]);
  }, 60_000);

  test('that somebody else has saved meanwhile loses nobody’s typing', async () => {
    const page = await portals.as(admin);
    await newPlan(page, 'Shared', 'SHARED', 'bronze');
    await page.goto('/meridian/plans/SHARED/draft/benefits/DENT');
    const other = await portals.as(admin);
    await other.goto('/meridian/plans/SHARED/draft/benefits/DENT');
    await other.locator('[name="limits.period"]').fill('21,000');
    await press(other, 'Save the benefit');
    await other.waitForURL(/draft$/);

    await page.locator('[name=name]').fill('Teeth');
    await press(page, 'Save the benefit');
    await page.getByText('Somebody else was faster.').waitFor();
    expect(await page.locator('[name=name]').inputValue()).toBe('Teeth');
    await page.getByText('Dental care as it is now').click();
    expect(await main(page)).toContain('Up to ₦ 21,000 a year');
    await press(page, 'Save the benefit');
    await page.waitForURL(/draft$/);
    expect(await main(page)).toContain('Teeth');
    expect(portals.faults).toEqual([]);
  }, 60_000);

  test('is made, searched in and published without script', async () => {
    const page = await portals.as(admin, { javaScriptEnabled: false });
    await newPlan(page, 'Plain', 'PLAIN', 'empty');
    await follow(page, 'Add the first benefit');
    await addBenefit(page, 'Tests', 'LAB', 'laboratory', '50,000');
    await page.locator('[name="services.0"]').fill('ultrasound');
    await page.locator('button[name=search][value="services.0"]').click();
    await page.locator('button[name=pick]').first().click();
    expect(await page.locator('[name="services.0"]').inputValue()).toMatch(/^[A-Z]/);
    await page.locator('[name=name]').press('Enter');
    await page.waitForURL(/draft$/);
    await publish(page, 'PLAIN', '2026-02-01');
    await page.getByLabel('From', { exact: true }).fill('2027-01-01');
    await press(page, 'Retire the plan');
    expect(await main(page)).toContain('Nobody is put on this plan from 1 Jan 2027 on.');
    await press(page, 'Take it back into use');
    expect(await main(page)).toContain('In force');
  }, 60_000);
});

test('services are found, changed and added, and groups with them', async () => {
  const page = await portals.as(admin);
  await page.goto('/meridian/services');
  await follow(page, 'Groups');
  await page.waitForURL(/groups$/);
  await page.locator('[name=code]').last().fill('physiotherapy');
  await page.locator('[name=name]').last().fill('Physiotherapy');
  await press(page, 'Add the group');
  await page.locator('[value=physiotherapy]').first().waitFor({ state: 'attached' });
  await page.goto('/meridian/services');
  await follow(page, 'New service');
  await page.waitForURL(/new$/);
  await press(page, 'Add the service');
  await page.locator('#f-name-error').waitFor();
  await page.getByLabel('Name').fill('Group exercise');
  await page.getByLabel('Code').fill('PHY-900');
  await page.getByLabel('Group').selectOption('physiotherapy');
  await page.locator('[name=price]').fill('4,500');
  await press(page, 'Add the service');
  await page.waitForURL(/services$/);
  await page.goto('/meridian/services?q=group+exer');
  expect(await main(page)).toContain('4,500.00');
  expect(portals.faults).toEqual([]);
}, 60_000);

const sizes = { desk: { width: 1366, height: 768 }, phone: { width: 360, height: 740 } };

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(['desk', 'phone'] as const)(
    'axe finds nothing on any page on a %s',
    async (size) => {
      const mobile = { isMobile: size === 'phone', hasTouch: size === 'phone' };
      const page = await portals.as(admin, { colorScheme, viewport: sizes[size], ...mobile });
      const gold = '/meridian/plans/GOLD';
      await page.goto(`${gold}/draft`);
      const benefit = (await page.locator('tbody th a').first().getAttribute('href')) ?? '';
      const pages = {
        plans: '/meridian/plans',
        new: '/meridian/plans/new',
        plan: '/meridian/plans/SILVER',
        comparison: '/meridian/plans/SILVER/comparison?before=1&after=2&whole=1',
        draft: `${gold}/draft`,
        benefit,
        overall: `${gold}/draft/overall`,
        exclusions: `${gold}/draft/exclusions`,
        services: '/meridian/services',
        none: '/meridian/services?q=nothingofthekind',
        service: '/meridian/services/edit/LAB-101',
        groups: '/meridian/services/groups',
      };
      for (const [name, address] of Object.entries(pages)) {
        await page.goto(address);
        const shots = process.env.VETRA_SHOTS;
        if (shots)
          await page.screenshot({
            path: `${shots}/plans-${name}-${size}-${colorScheme}.png`,
            fullPage: true,
          });
        expect(await violations(page), name).toEqual([]);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(beyond, name).toBeLessThanOrEqual(0);
      }
    },
    180_000,
  );
});
