import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(() => {
  stage.idleSeconds = undefined;
  return stage.fresh();
});
afterEach(() => expect(stage.faults).toEqual([]));
afterAll(() => stage.close());

test('what is typed is saved after a pause, without the command that would end the draft', async () => {
  const page = await stage.page('/draft');
  await page.fill('#f-member', 'MER-1');
  await page.locator('[data-saved]', { hasText: /^Saved \d\d:\d\d$/ }).waitFor();
  expect(stage.posts('/draft/saved')).toHaveLength(1);
  const body = new URLSearchParams(stage.posts('/draft/saved')[0]?.body);
  expect(body.get('member')).toBe('MER-1');
  expect(body.has('command_id')).toBe(false);
});

test('what could not be saved says so, stays, and is saved when the network is back', async () => {
  const page = await stage.page('/draft');
  await stage.context.setOffline(true);
  await page.fill('#f-member', 'MER-2');
  await page.locator('[data-saved]', { hasText: 'Not saved: offline' }).waitFor();
  await stage.context.setOffline(false);
  await page.locator('[data-saved]', { hasText: /^Saved/ }).waitFor();
  expect(stage.posts('/draft/saved').at(-1)?.body).toContain('member=MER-2');
});

test('leaving the page saves at once; sending the form does not save it again', async () => {
  const page = await stage.page('/draft');
  await page.fill('#f-member', 'MER-3');
  await page.click('#nav a[data-nav=claims]');
  await page.waitForURL('**/queue');
  await expect.poll(() => stage.posts('/draft/saved').length).toBe(1);
  await page.click('#nav a[data-nav=drafts]');
  await page.waitForURL('**/draft');
  await page.fill('#f-member', 'MER-4');
  await page.click('text=Submit');
  await expect.poll(() => stage.posts('/draft').length).toBe(1);
  await page.click('#nav a[data-nav=claims]');
  await page.waitForURL('**/queue');
  expect(stage.posts('/draft/saved')).toHaveLength(1);
});

test('nothing typed is kept in the browser', async () => {
  const page = await stage.page('/draft');
  await page.fill('#f-member', 'MER-SECRET');
  await page.locator('[data-saved]', { hasText: /^Saved/ }).waitFor();
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain('MER-SECRET');
});

test('lines come, go and add up in place', async () => {
  const page = await stage.page('/draft');
  expect(await page.textContent('[data-sum]')).toBe('2,401.00');
  await page.click('text=Add a line');
  await page.fill('[name="lines.1.price"]', '99.50');
  expect(await page.textContent('[data-sum]')).toBe('2,500.50');
  await page.locator('tr[data-line]').first().getByText('Remove').click();
  expect(await page.textContent('[data-sum]')).toBe('99.50');
  expect(stage.posts('/draft')).toHaveLength(0);
});

test('a lease is given back on leaving, by a link and by closing', async () => {
  const page = await stage.page('/claim');
  await page.click('.crumbs a');
  await page.waitForURL('**/queue');
  await expect.poll(() => stage.posts('/lease/release').length).toBe(1);
  await page.goto(`${stage.origin}/claim`);
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => stage.posts('/lease/release').length).toBe(2);
});

test('a refused form keeps the lease', async () => {
  const page = await stage.page('/claim');
  await page.click('text=Save decision');
  await page.locator('[aria-invalid=true]').waitFor();
  expect(stage.posts('/lease/release')).toHaveLength(0);
});

test('an answer that is no page of ours changes nothing and says so', async () => {
  const page = await stage.page('/queue');
  stage.override = (path) => (path === '/claim' ? { status: 502, text: '<h1>Bad gateway</h1>' } : null);
  await page.click('#c-A1 a');
  await page.getByRole('alert').filter({ hasText: '502' }).waitFor();
  expect(await page.textContent('h1')).toBe('Claims queue');
  stage.override = null;
  await page.click('#c-A1 a');
  await page.waitForURL('**/claim');
  expect(await page.locator('#trouble').count()).toBe(0);
});

test('a shared terminal locks every tab after its time without input', async () => {
  stage.idleSeconds = 2;
  const first = await stage.page('/queue');
  const second = await stage.page('/claim');
  for (const page of [first, second]) await page.waitForURL('**/locked', { timeout: 10_000 });
  expect(stage.posts('/lock').length).toBeGreaterThan(0);
  expect(stage.socketCount).toBe(0);
});
