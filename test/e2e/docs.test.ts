import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
let browser: Browser;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const wide = { viewport: { width: 1366, height: 768 } };
const phone = { viewport: { width: 360, height: 740 } };

/** Opens the reference in a browser of its own; fails on anything the page reports. */
async function open(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ baseURL: product.origin, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto('/docs');
  await use(page);
  expect(faults).toEqual([]);
  await context.close();
}

describe.each([
  ['wide, light', { ...wide, colorScheme: 'light' }],
  ['wide, dark', { ...wide, colorScheme: 'dark' }],
  ['on a phone, light', { ...phone, colorScheme: 'light' }],
  ['on a phone, dark', { ...phone, colorScheme: 'dark' }],
] as const)('the reference %s', (_, options) => {
  test('is accessible, and nothing sticks out of the page', async () => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    // The page's own policy lets no script in; a test may put one past it.
    await open({ ...options, bypassCSP: true }, async (page) => {
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { violations } = await Reflect.get(globalThis, 'axe').run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return violations.map((each: { id: string; nodes: { html: string }[] }) => [
          each.id,
          each.nodes[0]?.html,
        ]);
      });
      expect(found).toEqual([]);
      const sticksOut = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(sticksOut).toBe(false);
    });
  });
});

test('the reference works without a script, and asks nobody else for anything', async () => {
  const asked: string[] = [];
  await open({ ...wide, javaScriptEnabled: false }, async (page) => {
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page
      .getByRole('navigation', { name: 'Contents' })
      .getByRole('link', { name: 'File a claim' })
      .click();
    expect(new URL(page.url()).hash).toBe('#submitClaim');
    const title = await page.locator('#submitClaim h3').boundingBox();
    expect(title?.y ?? -1).toBeGreaterThan(0);
    expect(title?.y ?? 1e9).toBeLessThan(768);
  });
  expect(asked.filter((url) => !url.startsWith(product.origin))).toEqual([]);
});

test('a problem’s type leads to its explanation', async () => {
  const response = await fetch(new URL('/v1/claims', product.origin));
  const { type }: { type: string } = JSON.parse(await response.text());
  await open(wide, async (page) => {
    await page.goto(type);
    expect(await page.locator(':target').textContent()).toContain('key-missing');
  });
});

test('the document can be fetched, and names what is there', async () => {
  const response = await fetch(new URL('/v1/openapi.json', product.origin));
  const { paths }: { paths: object } = JSON.parse(await response.text());
  expect(Object.keys(paths)).toContain('/v1/claims/{number}');
});
