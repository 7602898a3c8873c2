import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { press, unfold } from './open-page.ts';
import { type Card, Portals } from './portals.ts';
import { wire } from './wire.ts';

const manager = 'amina.bello@meridian.example';
const admin = 'ifeoma.nwosu@meridian.example';
const biller = 'funmi.ogunleye@lagoonview.example';
const kilobyte = 1024;
let portals: Portals;
let cards: Card[];

beforeAll(async () => {
  portals = await Portals.open();
  cards = await portals.cards();
});
afterEach(() => portals.leave());
afterAll(() => portals.close());

/** Types into a field with search and takes the first thing that is found. */
async function choose(page: Page, name: string, typed: string): Promise<void> {
  await page.fill(`[name="${name}"]`, typed);
  await page.locator('[role=option]').first().click();
}

/** Fills the request's form for one of the demo's people. */
async function fill(page: Page, { memberId, birthDate }: Card): Promise<void> {
  await page.fill('[name=memberId]', memberId);
  await page.fill('[name=birthDate]', birthDate);
  await page.check('[name=urgency][value=URGENT]');
  await page.selectOption('[name=encounterType]', 'outpatient');
  await choose(page, 'diagnoses.0.code', 'malaria');
  await choose(page, 'lines.0.service', 'scan');
  await page.fill('[name="lines.0.quantity"]', '2');
  await page.fill('[name="lines.0.unitPrice"]', '25000');
}

/** Files a request through the facility's form; its number. */
async function file(page: Page, card: Card): Promise<string> {
  await page.goto('/provider/authorizations/new');
  await fill(page, card);
  await press(page, /Send the request/);
  await page.waitForURL(/sent=1/);
  return /PA-\d{2}-\d+/.exec(page.url())?.[0] ?? '';
}

/** What axe finds at a phone's and at a desk's width, in light and in dark. */
async function isAccessible(page: Page, name: string): Promise<void> {
  for (const width of [360, 1366]) {
    await page.setViewportSize({ width, height: 768 });
    expect.soft(await violations(page), `${name} at ${width}`).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(wide, `${name} at ${width} does not scroll sideways`).toBeLessThanOrEqual(width);
  }
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect.soft(await violations(page, 'colours'), `${name} in dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a request is seen as it comes, granted in part, appealed, and overturned by somebody else', async () => {
  const [facility, staff, other] = [
    await portals.as(biller),
    await portals.as(manager),
    await portals.as(admin),
  ];
  await staff.goto('/meridian/authorizations');
  const [card = { memberId: '', birthDate: '', name: '' }] = cards;
  await facility.goto('/provider/authorizations/new');
  await fill(facility, card);
  await facility.locator('#who').getByText(card.name).waitFor();
  await facility.locator('#assessment').getByText('left of').first().waitFor();
  await press(facility, /Send the request/);
  await facility.waitForURL(/sent=1/);
  const number = /PA-\d{2}-\d+/.exec(facility.url())?.[0] ?? '';

  await staff.locator('#queue-news').getByText(number).waitFor();
  await staff.locator('#queue-news a').click();
  await staff.locator(`#r-${number} [data-due]`).waitFor();
  expect(await staff.locator(`#r-${number} [data-due]`).textContent()).toMatch(/left/);
  await staff.locator(`#r-${number} th a`).click();
  await staff.locator('#decision').waitFor();
  await staff.keyboard.press('a');
  await staff.fill('[name="lines.1.quantity"]', '1');
  await staff.fill('[name="lines.1.reason"]', '151');
  await staff.fill('[name=sentence]', 'One scan is enough for now.');
  await press(staff, 'Save decision');
  await staff.waitForURL(/decided=/);

  await facility.locator('#authorization-state').getByText('Approved in part').waitFor();
  await facility.locator('#authorization-news a').click();
  const code = (await facility.locator('#code code').textContent()) ?? '';
  expect(code).toMatch(/^MER-PA-\d{6}-[A-Z2-9]{6}$/);
  expect(await facility.locator('main').textContent()).not.toContain('Amina');
  await unfold(facility, 'Write an appeal');
  await facility.fill('[name=text]', 'The second scan shows whether the treatment works.');
  await press(facility, 'Send the appeal');
  await facility.locator('#authorization-state').getByText('Appealed').waitFor();

  await staff.goto(`/meridian/authorizations/${number}`);
  await staff.getByText('somebody else must decide the appeal').waitFor();
  await other.goto('/meridian/authorizations?tab=appeals');
  await other.getByRole('link', { name: number }).click();
  await other.locator('#decision').waitFor();
  await other.check('[name=outcome][value=approve]');
  await other.selectOption('[name="reasons.0"]', '193');
  await other.fill('[name=sentence]', 'Granted: the course of treatment asks for it.');
  await press(other, 'Save decision');
  await other.waitForURL(/decided=/);
  await facility.locator('#authorization-news').getByText('decided anew').waitFor();
  await facility.locator('#authorization-news a').click();
  await facility.getByText('Overturned: decided anew').waitFor();
  expect(await facility.locator('#code code').textContent()).toBe(code);
  expect(portals.faults).toEqual([]);
});

test('the facility’s list counts its clocks down, and says what came of it, by itself', async () => {
  const [facility, staff] = [await portals.as(biller), await portals.as(manager)];
  const [, , , card = { memberId: '', birthDate: '', name: '' }] = cards;
  await facility.goto('/provider/authorizations/new');
  await fill(facility, card);
  await facility.check('[name=urgency][value=EMERGENCY]');
  await press(facility, /Send the request/);
  await facility.waitForURL(/sent=1/);
  const number = /PA-\d{2}-\d+/.exec(facility.url())?.[0] ?? '';
  await facility.goto('/provider/authorizations');
  const row = facility.locator('tr', { hasText: number });
  const words = row.locator('[data-due] b');
  const first = await words.textContent();
  expect(first).toMatch(/^\d+ min \d\d s left$/);
  await expect.poll(() => words.textContent(), { timeout: 10_000 }).not.toBe(first);
  await staff.goto(`/meridian/authorizations/${number}`);
  await staff.check('[name=outcome][value=query]');
  await staff.fill('[name=question]', 'Since when?');
  await press(staff, 'Save decision');
  await row.getByText('waits for the facility').waitFor();
  expect(portals.faults).toEqual([]);
});

test('a rule is tried before it is switched on', async () => {
  const staff = await portals.as(admin);
  await staff.goto('/meridian/authorizations/rules/new');
  await staff.fill('[name=name]', 'Small scans');
  await staff.fill('[name=amountMax]', '1');
  await staff.check('[name=on]');
  await press(staff, 'Save the rule');
  await staff.locator('#f-on').getByText('Try this rule on the last 90 days').waitFor();
  expect(await staff.inputValue('[name=name]')).toBe('Small scans');
  await isAccessible(staff, 'a rule that was not tried');
  await press(staff, 'Try on the last 90 days');
  await staff.getByText(/would have approved 0 of \d+/).waitFor();
  await isAccessible(staff, 'a rule that was tried');
  await press(staff, 'Save the rule');
  await staff.waitForURL(/saved=1/);
  await staff.getByRole('link', { name: 'Small scans' }).waitFor();
  await isAccessible(staff, 'the rules');
});

test('what is refused keeps what was typed and says at every field what to do', async () => {
  const page = await portals.as(biller);
  await page.goto('/provider/authorizations/new');
  await page.fill('[name=notes]', 'Kept.');
  await press(page, /Send the request/);
  await page.getByText('Not sent.').waitFor();
  expect(await page.inputValue('[name=notes]')).toBe('Kept.');
  expect(await page.locator('.error').count()).toBeGreaterThan(3);
  await isAccessible(page, 'a refused request');
});

test('without script a request is filed, queried and answered', async () => {
  const plain = { javaScriptEnabled: false };
  const [facility, staff] = [await portals.as(biller, plain), await portals.as(manager, plain)];
  const [, card = { memberId: '', birthDate: '', name: '' }] = cards;
  await facility.goto('/provider/authorizations/new');
  await facility.fill('[name=memberId]', card.memberId);
  await facility.fill('[name=birthDate]', card.birthDate);
  await facility.check('[name=urgency][value=ROUTINE]');
  await facility.selectOption('[name=encounterType]', 'outpatient');
  await facility.fill('[name="diagnoses.0.code"]', 'B54');
  await facility.fill('[name="lines.0.service"]', 'RAD-040');
  await facility.fill('[name="lines.0.quantity"]', '1');
  await facility.fill('[name="lines.0.unitPrice"]', '25000');
  await press(facility, /Send the request/);
  await facility.waitForURL(/sent=1/);
  const number = /PA-\d{2}-\d+/.exec(facility.url())?.[0] ?? '';
  await staff.goto(`/meridian/authorizations/${number}`);
  await staff.check('[name=outcome][value=query]');
  await staff.fill('[name=question]', 'What did the first one show?');
  await press(staff, 'Save decision');
  await staff.waitForURL(/decided=/);
  await facility.goto('/provider/authorizations');
  await facility.getByRole('link', { name: number }).click();
  await facility.fill('[name=answer]', 'A shadow on the left.');
  await press(facility, /Send the answer/);
  await facility.getByText('A shadow on the left.').waitFor();
  await staff.goto('/meridian/authorizations');
  expect(await staff.locator(`#r-${number}`).textContent()).toContain('by ');
});

test('every page is accessible at both widths, and small on the wire', async () => {
  const [facility, staff] = [await portals.as(biller), await portals.as(admin)];
  const [, , card = { memberId: '', birthDate: '', name: '' }] = cards;
  const number = await file(facility, card);
  const one = facility.url();
  const pages: [Page, string][] = [
    [staff, '/meridian/authorizations'],
    [staff, '/meridian/authorizations?tab=decided'],
    [staff, '/meridian/authorizations?q=nothing'],
    [staff, '/meridian/authorizations/new'],
    [staff, `/meridian/authorizations/${number}`],
    [staff, '/meridian/authorizations?tab=appeals'],
    [staff, '/meridian/authorizations/rules'],
    [staff, '/meridian/authorizations/rules/new'],
    [staff, '/meridian/settings/authorizations'],
    [staff, '/meridian/settings/channels'],
    [facility, '/provider/authorizations'],
    [facility, '/provider/authorizations?tab=codes'],
    [facility, '/provider/authorizations?tab=appeals'],
    [facility, '/provider/authorizations/new'],
    [facility, one],
  ];
  for (const [page, address] of pages) {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(address);
    const warm = await wire(page, () => page.goto(address));
    if (process.env.VETRA_SHOTS) console.log(address, JSON.stringify(warm));
    expect.soft(warm.bytes, `${address}, next page`).toBeLessThanOrEqual(8 * kilobyte);
    await isAccessible(page, address);
  }
  expect(portals.faults).toEqual([]);
});
