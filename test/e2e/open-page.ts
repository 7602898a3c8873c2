import type { Page } from 'playwright-core';

/** A page in a state it can be in: its name, and how one comes to it. */
export type Opening = readonly [name: string, open: () => Promise<unknown>];

/** Where the first row of a list leads. */
export async function firstOf(page: Page, list: string): Promise<string> {
  await page.goto(list);
  const href = await page.locator('main tbody th a').first().getAttribute('href');
  if (href === null) throw new Error(`nothing stands in ${list}`);
  return href;
}

/** Presses a button of the page's main part. */
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.locator('main').getByRole('button', { name, exact: true }).click();

/** Unfolds something. */
export const unfold = (page: Page, words: string): Promise<void> =>
  page.locator('main summary', { hasText: words }).first().click();
