import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from '../axe.ts';
import { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const sizes = { desk: { width: 1366, height: 768 }, phone: { width: 360, height: 740 } };

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(['desk', 'phone'] as const)(
    'axe finds nothing on a %s, and nothing is wider than it',
    async (size) => {
      await stage.fresh({ viewport: sizes[size], colorScheme });
      for (const path of ['/queue', '/claim', '/draft', '/locked']) {
        const page = await stage.page(path);
        expect([path, await violations(page)]).toEqual([path, []]);
        expect([path, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([
          path,
          0,
        ]);
        await page.close();
      }
    },
  );

  test('axe finds nothing on what opens: help, bell, menu, a refused form', async () => {
    await stage.fresh({ viewport: sizes.desk, colorScheme });
    const page = await stage.page('/queue');
    await page.keyboard.press('?');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.click('#bell');
    await page.locator('#bell-list:popover-open li').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.click('summary');
    expect(await violations(page)).toEqual([]);
    await page.goto(`${stage.origin}/claim`);
    await page.click('text=Save decision');
    await page.locator('[aria-invalid=true]').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

test('rows shown as cards keep their table roles', async () => {
  await stage.fresh({ viewport: sizes.phone });
  const page = await stage.page('/queue');
  expect(await page.getByRole('rowheader').count()).toBe(4);
  expect(await page.getByRole('columnheader').count()).toBe(4);
});

test('text at twice its size loses nothing sideways', async () => {
  await stage.fresh({ viewport: { width: 683, height: 384 } });
  for (const path of ['/queue', '/claim', '/draft']) {
    const page = await stage.page(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  }
});

test('without script everything is there: links, forms, menus, the search for a code', async () => {
  await stage.fresh({ javaScriptEnabled: false });
  const page = await stage.page('/queue');
  await page.click('summary');
  expect(await page.isVisible('text=Sign out')).toBe(true);
  await page.click('#c-A2 a');
  await page.click('text=Save decision');
  expect(stage.posts('/claim')[0]?.body).toContain('command_id=c1');
  expect(await page.textContent('h1')).toContain('Claim A2');
  await page.goto(`${stage.origin}/draft`);
  expect(await page.getByRole('button', { name: 'Search', exact: true }).last().isVisible()).toBe(true);
  expect(await page.isVisible('.saved')).toBe(false);
});
