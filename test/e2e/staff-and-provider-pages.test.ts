import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { facilityPages } from './facility-pages.ts';
import { Portals, type Someone } from './portals.ts';
import { staffPages } from './staff-pages.ts';
import { wire } from './wire.ts';

const sizes = { desk: { width: 1366, height: 768 }, phone: { width: 360, height: 740 } };
const kilobyte = 1024;
const admin: Someone = 'ifeoma.nwosu@meridian.example';
const biller: Someone = 'funmi.ogunleye@lagoonview.example';
let portals: Portals;
/** a claim of the facility that was asked about, with files wanted */
let asked: string;

beforeAll(async () => {
  portals = await Portals.open();
  await prepare();
});
afterEach(() => portals.leave());
afterAll(() => portals.close());

/** What the demo has not: a decision that waits for a second person, and a query that wants files. */
async function prepare(): Promise<void> {
  await portals.limit('adjudicator', 0);
  const page = await portals.as('chidi.eze@meridian.example');
  await page.goto('/meridian/claims?view=open&state=RECEIVED');
  const received = await page.locator('main tbody th a').allTextContents();
  const [number = ''] = await portals.payable(received);
  await portals.propose(page, number);
  const facility = page.locator('main tbody tr', { hasText: 'Lagoon View' });
  await page.goto('/meridian/claims?view=open&state=RECEIVED');
  asked = (await facility.locator('th a').first().textContent()) ?? '';
  await portals.ask(page, asked, 'Which test was positive?', ['Laboratory result']);
  await portals.limit('adjudicator', 50_000_000);
  await portals.leave();
}

const pages = {
  staff: async (page: Page) =>
    staffPages(page, { memberId: (await portals.cards())[0]?.memberId ?? '', asked }),
  provider: (page: Page) => facilityPages(page, asked),
};

/** What is wrong with a page as it stands, in both colour schemes. */
async function wrongWith(page: Page, shot: string): Promise<unknown> {
  const wrong: Record<string, unknown> = {};
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // What is half under the bar is too small to be met there.
    await page.evaluate(async () => {
      scrollTo(0, 0);
      await document.fonts.ready;
      await Promise.all(document.getAnimations().map(({ finished }) => finished));
    });
    const shots = process.env.VETRA_SHOTS;
    if (shots) await page.screenshot({ path: `${shots}/${shot}-${colorScheme}.png`, fullPage: true });
    wrong[colorScheme] = await violations(page, colorScheme === 'light' ? 'everything' : 'colours');
  }
  const beyond = await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
  return { ...wrong, beyond };
}

describe.each(['desk', 'phone'] as const)('on a %s', (size) => {
  test.each([
    ['staff', admin],
    ['provider', biller],
  ] as const)(
    'axe finds nothing on any page of the %s, light or dark, and nothing is wider than the screen',
    async (portal, who) => {
      const page = await portals.as(who, {
        viewport: sizes[size],
        isMobile: size === 'phone',
        hasTouch: size === 'phone',
        reducedMotion: 'reduce',
      });
      for (const [name, open] of await pages[portal](page)) {
        await page.emulateMedia({ colorScheme: 'light' });
        await open();
        const wrong = await wrongWith(page, `${portal}-${name}-${size}`);
        expect.soft(wrong, `${portal} ${name}`).toEqual({ light: [], dark: [], beyond: 0 });
      }
    },
    180_000,
  );
});

describe('over the wire, in brotli', () => {
  test('a piece that is swapped stays small', async () => {
    const page = await portals.as(admin);
    await page.goto('/meridian');
    for (const name of ['Claims', 'Dashboard', 'API keys']) {
      const { bytes, requests } = await wire(page, async () => {
        await page.locator('#nav').getByRole('link', { name }).click();
        await page.locator('h1', { hasText: name }).waitFor();
      });
      if (process.env.VETRA_SHOTS) console.log(name, bytes, requests);
      expect(requests, name).toBeLessThanOrEqual(2);
      expect(bytes / Math.max(requests, 1), name).toBeLessThanOrEqual(3 * kilobyte);
    }
  });
});
