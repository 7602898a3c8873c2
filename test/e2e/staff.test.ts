import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Portals } from './portals.ts';

const manager = 'amina.bello@meridian.example';
const adjudicator = 'chidi.eze@meridian.example';
const queue = '/meridian/claims';
let portals: Portals;

beforeAll(async () => {
  portals = await Portals.open();
});
afterEach(() => portals.leave());
afterAll(() => portals.close());

const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click();
const heading = (page: Page) => page.locator('h1').textContent();

/** Opens the most urgent claim that is received, that nobody has, and of which every line is payable. */
async function openReceived(page: Page, nth = 0): Promise<string> {
  await page.goto(`${queue}?state=RECEIVED`);
  const links = page.locator('main tbody tr th a');
  const number = (await portals.payable(await links.allTextContents()))[nth] ?? '';
  await links.filter({ hasText: number }).click();
  await page.waitForURL(new RegExp(`${number}$`));
  return number;
}

/** Takes the claim that is open. */
async function take(page: Page): Promise<void> {
  await press(page, 'Take');
  await page.locator('[name=outcome]').first().waitFor();
}

describe('the queue', () => {
  test('stands in rank order and says how late each claim is', async () => {
    const page = await portals.as(manager);
    await page.goto(queue);
    expect(await page.locator('main tbody tr').count()).toBe(50);
    expect(await page.locator('.late').first().textContent()).toMatch(/ late$/);
    await page.getByRole('link', { name: 'Next', exact: true }).click();
    await page.waitForURL(/after=/);
    expect(await page.locator('main tbody tr').count()).toBeGreaterThan(0);
  });

  test('keeps its filters in the address, and a search finds by number and by member id', async () => {
    const page = await portals.as(manager);
    await page.goto(queue);
    await page.locator('main summary', { hasText: 'Filter' }).click();
    await page.selectOption('[name=facility]', { label: 'Marigold Clinic, Surulere' });
    await press(page, 'Filter');
    await page.waitForURL(/facility=/);
    const facilities = await page.locator('main tbody tr td:nth-child(3)').allTextContents();
    expect(new Set(facilities)).toEqual(new Set(['Marigold Clinic, Surulere']));

    const number = (await page.locator('main tbody th a').first().textContent()) ?? '';
    await page.keyboard.press('/');
    await page.keyboard.type(number.toLowerCase());
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    expect(await page.locator('main tbody th a').allTextContents()).toEqual([number]);
    const [card] = await portals.cards();
    await page.goto(`${queue}?q=${card?.memberId}`);
    expect(await page.locator('main').textContent()).toMatch(/CLM-|Nothing found/);
    await page.goto(`${queue}?q=%3Cscript%3E`);
    expect(await page.locator('main').textContent()).toContain('Nothing found for “<script>”');
  });

  test('offers nothing to take to whoever only reads', async () => {
    const page = await portals.as('ebuka.obi@meridian.example');
    await openReceived(page);
    expect(await page.locator('main form[method=post]').count()).toBe(0);
    expect(await page.locator('main').textContent()).toContain('shown to those who may see clinical detail');
  });
});

describe('a decision', () => {
  test('in part: line by line, with a reason, and the list keeps its place', async () => {
    const page = await portals.as(adjudicator);
    const number = await openReceived(page);
    await take(page);
    await page.locator('[name=outcome][value=approve]').check();
    const amount = page.locator('[name="lines.1.amount"]');
    const recommended = Number((await amount.inputValue()).replace(/,/g, ''));
    const half = Math.floor(recommended / 2);
    await amount.fill(String(half));
    // The recommendation may have brought a reason of its own.
    await page.fill('[name="lines.1.reason"]', '');
    await press(page, 'Save decision');
    await page.locator('#f-lines-1-reason-error').waitFor();
    expect(Number((await amount.inputValue()).replace(/,/g, ''))).toBe(half);
    await page.fill('[name="lines.1.reason"]', '45');
    await press(page, 'Save decision');
    await page.waitForURL(/state=RECEIVED/);
    expect(await page.locator('.notice').textContent()).toContain(number);
    await page.goto(`${queue}/${number}`);
    expect(await heading(page)).toContain('Approved in part');
    expect(await page.locator('main').textContent()).toContain('Above the tariff');
    expect(portals.faults).toEqual([]);
  });

  test('without script: take, query, and the clock stops', async () => {
    const page = await portals.as(adjudicator, { javaScriptEnabled: false });
    const number = await openReceived(page);
    await press(page, 'Take');
    await page.locator('[name=outcome][value=query]').check();
    await press(page, 'Save decision');
    expect(await page.locator('#f-question-error').count()).toBe(1);
    await page.fill('[name=question]', 'Which test was positive?');
    await press(page, 'Save decision');
    await page.goto(`${queue}/${number}`);
    expect(await heading(page)).toContain('Queried');
    expect(await page.locator('main').textContent()).toContain('paused');
  });

  test('a rejection wants a reason and a sentence', async () => {
    const page = await portals.as(manager);
    const number = await openReceived(page);
    await take(page);
    await page.locator('[name=outcome][value=reject]').check();
    await press(page, 'Save decision');
    await page.locator('#f-reasons-0-error').waitFor();
    await page.selectOption('[name="reasons.0"]', '96');
    await page.fill('[name=sentence]', 'The plan does not cover this.');
    await press(page, 'Save, next');
    await page.waitForURL((url) => /CLM-/.test(url.pathname) && !url.pathname.includes(number));
    expect(await page.locator('[name=outcome]').count()).toBe(3);
    await page.goto(`${queue}/${number}`);
    expect(await heading(page)).toContain('Rejected');
  });

  test('two people on one claim: the second sees who has it and takes nothing', async () => {
    const [first, second] = [await portals.as(manager), await portals.as(adjudicator)];
    const number = await openReceived(first);
    await second.goto(`${queue}/${number}`);
    await take(first);
    await press(second, 'Take');
    await second.getByText('has this claim until').waitFor();
    expect(await second.locator('main').textContent()).toContain('Amina Bello');
    await press(first, 'Leave without deciding');
    await first.waitForURL(/state=RECEIVED/);
    await second.goto(`${queue}/${number}`);
    await take(second);
  });

  test('leaving the page gives the claim back; staying keeps it', async () => {
    const [first, second] = [await portals.as(manager), await portals.as(adjudicator)];
    await first.clock.install();
    const number = await openReceived(first);
    await take(first);
    const renewed = first.waitForResponse((response) => response.url().endsWith('/lease/renewals'));
    await first.clock.fastForward('05:00');
    expect((await renewed).status()).toBe(204);
    await second.goto(`${queue}/${number}`);
    await second.getByText('has this claim until').waitFor();
    await Promise.all([
      first.waitForResponse((response) => response.url().endsWith('/lease/release')),
      first.locator('#nav').getByRole('link', { name: 'Dashboard' }).click(),
    ]);
    await second.goto(`${queue}/${number}`);
    await take(second);
  });

  test('on a claim that has changed is not made, and what was entered stays', async () => {
    const page = await portals.as(manager);
    await openReceived(page);
    await take(page);
    await page.locator('[name=version]').evaluate((field) => field.setAttribute('value', '1'));
    await page.locator('[name=outcome][value=query]').check();
    await page.fill('[name=question]', 'Kept while I look again?');
    await press(page, 'Save decision');
    await page.locator('main .notice.danger').waitFor();
    expect(await page.inputValue('[name=question]')).toBe('Kept while I look again?');
    await press(page, 'Save decision');
    await page.waitForURL(/decided=/);
  });
});

test('everything from the keyboard: down the queue, open, take, approve, next', async () => {
  const page = await portals.as(adjudicator);
  await page.goto(`${queue}?state=RECEIVED`);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  const following = await page.locator('main tbody tr:nth-child(2) th a').textContent();
  await page.keyboard.press('Enter');
  await page.waitForURL(/CLM-/);
  await page.keyboard.press('t');
  await page.locator('[name=outcome]').first().waitFor();
  await page.keyboard.press('r');
  expect(await page.isChecked('[value=reject]')).toBe(true);
  await page.keyboard.press('a');
  expect(await page.isChecked('[value=approve]')).toBe(true);
  await page.keyboard.press('?');
  expect(await page.locator('#keys').textContent()).toContain('Approve');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save decision' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/decided=/);
  const place = () => page.evaluate(() => document.activeElement?.closest('tr')?.id);
  await expect.poll(place).toBe(`r-${following}`);
  await page.keyboard.press('n');
  await page.waitForURL((url) => url.pathname.includes('CLM-'));
  expect(await page.locator('[name=outcome]').count()).toBe(3);
  expect(portals.faults).toEqual([]);
});

describe('API keys', () => {
  test('are made with their scopes, shown once, work, and stop working when revoked', async () => {
    const page = await portals.as('ifeoma.nwosu@meridian.example');
    await page.goto('/meridian/settings/api-keys');
    await press(page, 'Make the key');
    await page.locator('#f-name-error').waitFor();
    await page.fill('[name=name]', 'Billing <b>system</b>');
    await page.check('[value="claim.view"]');
    await press(page, 'Make the key');
    const secret = (await page.locator('.notice code').textContent()) ?? '';
    const ask = () =>
      fetch(`${portals.product.origin}/v1/claims?limit=1`, { headers: { 'x-api-key': secret } });
    expect((await ask()).status).toBe(200);
    await page.reload();
    expect(await page.locator('main').textContent()).not.toContain(secret);
    page.on('dialog', (dialog) => void dialog.accept());
    await press(page, 'Revoke Billing <b>system</b>');
    await page.locator('main .badge', { hasText: 'Revoked' }).waitFor();
    expect((await ask()).status).toBe(401);
  });

  test('are nobody else’s to see', async () => {
    const page = await portals.as(manager);
    expect((await page.goto('/meridian/settings/api-keys'))?.status()).toBe(403);
  });
});

test('the bell counts what is unread, lists it in place and forgets it when told', async () => {
  const page = await portals.as(manager);
  await page.goto(queue);
  expect(await page.locator('#bell-count').textContent()).toMatch(/\d/);
  await page.click('#bell');
  await page.locator('#bell-list a').first().waitFor();
  await page.goto('/meridian/notices');
  await press(page, 'Mark all as read');
  await page.getByText('Nothing unread').waitFor();
  await page.goto(queue);
  expect(await page.locator('#bell-count').textContent()).toBe('');
});

test('every number of the dashboard leads to exactly what it counts', async () => {
  const page = await portals.as(manager);
  const rows = () => page.locator('main tbody tr:not(.under)').count();
  const numberIn = async (text: Promise<string | null>) => Number((await text)?.replace(/\D/g, ''));
  for (const label of [
    'Late',
    'Due soon',
    'Proposals',
    'Risk flags open',
    'Received today',
    'This week',
    'This month',
    'Decided today',
  ]) {
    await page.goto('/meridian');
    const stat = page.locator('a.stat', { has: page.getByText(label, { exact: true }) });
    const count = await numberIn(stat.locator('b').textContent());
    await stat.click();
    await page.waitForURL((url) => url.pathname !== '/meridian');
    expect(await rows(), label).toBe(Math.min(count, 50));
  }
  await page.goto('/meridian');
  const backlog = page.getByRole('table', { name: 'Open claims by state and age' }).locator('td a');
  for (let nth = 0; nth < (await backlog.count()); nth += 1) {
    const cell = backlog.nth(nth);
    const count = await numberIn(cell.textContent());
    if (count === 0) continue;
    await cell.click();
    await page.waitForURL((url) => url.pathname !== '/meridian');
    expect(await rows(), `backlog ${nth}`).toBe(Math.min(count, 50));
    await page.goto('/meridian');
  }
});
