import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type Insurer, openInsurer, staffPassword } from '../support/insurer.ts';
import { type Product, startProduct } from '../support/product.ts';
import { violations } from './axe.ts';

let product: Product;
let browser: Browser;
let insurer: Insurer;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  insurer = await openInsurer(product, { enrollees: 1, staff: 2 });
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const emailOf = (nth: number) => `${insurer.staff[nth]?.id}@insurer.example`;
const faults: string[] = [];

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: product.origin, ...options });
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 4')) faults.push(message.text());
  });
  await page.goto(path);
  return page;
}

async function signIn(page: Page, email: string, password = staffPassword): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describe.each([true, false])('with script %s', (javaScriptEnabled) => {
  test('one signs in where one wanted to go, a mistake keeps the e-mail address, and signing out ends it', async () => {
    const wanted = `/${insurer.slug}/claims?state=RECEIVED`;
    const page = await open(wanted, { javaScriptEnabled });
    await signIn(page, emailOf(0), 'not this one');
    await page.getByText('do not belong together').waitFor();
    expect(await page.getByLabel('E-mail address').inputValue()).toBe(emailOf(0));
    expect(await page.getByLabel('Password').inputValue()).toBe('');
    await signIn(page, emailOf(0));
    await page.waitForURL(`**${wanted}`);
    expect(await page.locator('h1').textContent()).toBe('Claims');
    await page.locator('details.menu summary').click();
    await Promise.all([
      page.waitForURL('**/sign-in'),
      page.getByRole('button', { name: 'Sign out' }).click(),
    ]);
    await page.goto(wanted);
    expect(await page.locator('h1').textContent()).toBe('Sign in');
    await page.context().close();
  });
});

test('a page that is open when its session ends elsewhere leads to the sign-in page, whole', async () => {
  const page = await open('/sign-in');
  await signIn(page, emailOf(1));
  await page.waitForURL(`**/${insurer.slug}`);
  const second = await page.context().newPage();
  await second.goto(`/${insurer.slug}`);
  await page.context().clearCookies();
  await second.getByRole('link', { name: 'Claims' }).first().click();
  await second.waitForURL('**/sign-in');
  expect(await second.locator('nav').count()).toBe(0);
  await page.context().close();
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each([1280, 360])(
    'axe finds nothing on the public pages at %d pixels, and nothing is wider than them',
    async (width) => {
      const page = await open('/', { colorScheme, viewport: { width, height: 780 } });
      const look = async (name: string) => {
        expect([name, await violations(page)]).toEqual([name, []]);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([name, wider]).toEqual([name, 0]);
      };
      await look('product page');
      await page.getByRole('link', { name: 'Sign in' }).click();
      await look('sign-in');
      await signIn(page, 'no address', '');
      await page.getByText('Enter your password.').first().waitFor();
      await look('refused sign-in');
      await page.goto('/no/such/page');
      await look('nothing here');
      await page.goto('/sign-in');
      await signIn(page, emailOf(0));
      await page.waitForURL(`**/${insurer.slug}`);
      await page.goto('/organisations');
      await look('choice of organisations');
      await page.goto(`/${insurer.slug}/settings/api-keys`);
      await look('forbidden');
      await page.context().close();
    },
  );
});

test('nothing was refused by the content security policy, and no script failed', () => {
  expect(faults).toEqual([]);
});
