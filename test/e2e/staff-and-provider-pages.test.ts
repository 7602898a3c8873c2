import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Portals, type Someone } from './portals.ts';
import { wire } from './wire.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const sizes = { desk: { width: 1366, height: 768 }, phone: { width: 360, height: 740 } };
const kilobyte = 1024;
let portals: Portals;

beforeAll(async () => {
  portals = await Portals.open();
});
afterEach(() => portals.leave());
afterAll(() => portals.close());

/** Runs axe beside the page, in a world where the page's content security policy does not reach. */
async function violations(page: Page): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  await session.send('Runtime.evaluate', { expression: axe, contextId });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target).join(' ')))`,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value;
}

const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click();

/** Every page of the staff's portal and the states it can be in. */
async function staffPages(page: Page): Promise<[string, () => Promise<unknown>][]> {
  await page.goto('/meridian/claims?state=RECEIVED');
  const received = (await page.locator('tbody th a').first().getAttribute('href')) ?? '';
  await page.goto('/meridian/claims?view=decided');
  const decided = (await page.locator('tbody th a').first().getAttribute('href')) ?? '';
  const [card] = await portals.cards();
  return [
    ['dashboard', () => page.goto('/meridian')],
    ['queue', () => page.goto('/meridian/claims')],
    ['queue-all', () => page.goto('/meridian/claims?view=all')],
    ['queue-empty', () => page.goto('/meridian/claims?q=CLM-26-999999')],
    ['claim-decided', () => page.goto(decided)],
    ['claim-free', () => page.goto(received)],
    [
      'claim-refused',
      async () => {
        await press(page, 'Take');
        await page.locator('[value=reject]').check();
        await press(page, 'Save decision');
        await page.locator('#f-reasons-0-error').waitFor();
      },
    ],
    ['claim-approving', () => page.locator('[value=approve]').check()],
    ['notices', () => page.goto('/meridian/notices')],
    ['api-keys', () => page.goto('/meridian/settings/api-keys')],
    ['claim-rules', () => page.goto('/meridian/settings/claims')],
    ['eligibility', () => page.goto(`/meridian/eligibility?member=${card?.memberId ?? ''}`)],
    ['not-found', () => page.goto('/meridian/claims/CLM-26-999999')],
  ];
}

/** Every page of the facility's portal and the states it can be in. */
async function providerPages(page: Page): Promise<[string, () => Promise<unknown>][]> {
  await page.goto('/provider/claims?state=QUERIED');
  const queried = (await page.locator('tbody th a').first().getAttribute('href')) ?? '';
  await page.goto('/provider/claims?state=APPROVED');
  const approved = (await page.locator('tbody th a').first().getAttribute('href')) ?? '';
  await page.goto('/provider/drafts');
  const draft = (await page.locator('tbody th a').first().getAttribute('href')) ?? '';
  return [
    ['dashboard', () => page.goto('/provider')],
    ['claims', () => page.goto('/provider/claims')],
    ['claims-empty', () => page.goto('/provider/claims?q=CLM-26-999999')],
    ['claim-queried', () => page.goto(queried)],
    ['claim-approved', () => page.goto(approved)],
    ['drafts', () => page.goto('/provider/drafts')],
    ['draft-patient', () => page.goto(draft)],
    ['draft-lines', () => page.goto(draft.replace('/patient', '/lines'))],
    ['draft-review', () => page.goto(draft.replace('/patient', '/review'))],
    ['notices', () => page.goto('/provider/notices')],
    ['eligibility', () => page.goto('/provider/eligibility')],
  ];
}

const admin: Someone = 'ifeoma.nwosu@meridian.example';
const biller: Someone = 'funmi.ogunleye@lagoonview.example';

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  describe.each(['desk', 'phone'] as const)('on a %s', (size) => {
    test.each([
      ['staff', admin, staffPages],
      ['provider', biller, providerPages],
    ] as const)(
      'axe finds nothing on any page of the %s, and nothing is wider than the screen',
      async (portal, who, pagesOf) => {
        const page = await portals.as(who, {
          colorScheme,
          viewport: sizes[size],
          isMobile: size === 'phone',
          hasTouch: size === 'phone',
        });
        for (const [name, open] of await pagesOf(page)) {
          await open();
          await page.evaluate(() => document.fonts.ready);
          const shots = process.env.VETRA_SHOTS;
          if (shots) await page.screenshot({ path: `${shots}/${portal}-${name}-${size}-${colorScheme}.png` });
          expect(await violations(page), `${portal} ${name}`).toEqual([]);
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(beyond, `${portal} ${name}`).toBeLessThanOrEqual(0);
        }
      },
      180_000,
    );
  });
});

describe('over the wire, in brotli', () => {
  const pages = ['/meridian', '/meridian/claims', '/meridian/settings/api-keys', '/meridian/notices'];
  const theirs = ['/provider', '/provider/claims', '/provider/drafts', '/provider/notices'];

  test.each([
    [admin, pages],
    [biller, theirs],
  ])('pages of %s stay within what a slow line bears', async (who, addresses) => {
    const page = await portals.as(who);
    for (const address of addresses) {
      const session = await page.context().newCDPSession(page);
      await session.send('Network.clearBrowserCache');
      await session.detach();
      const cold = await wire(page, () => page.goto(address));
      const warm = await wire(page, () => page.goto(address));
      if (process.env.VETRA_SHOTS) console.log(address, JSON.stringify({ cold, warm }));
      expect(cold.bytes, `${address}, first visit`).toBeLessThanOrEqual(36 * kilobyte);
      expect(cold.requests, `${address}, first visit`).toBeLessThanOrEqual(4);
      expect(cold.painted, `${address}, first paint`).toBeLessThanOrEqual(14 * kilobyte);
      expect(warm.bytes, `${address}, next page`).toBeLessThanOrEqual(8 * kilobyte);
    }
  });

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
