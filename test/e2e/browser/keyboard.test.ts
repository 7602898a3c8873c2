import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { focusOf, Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(() => stage.fresh());
afterEach(() => expect(stage.faults).toEqual([]));
afterAll(() => stage.close());

test('a key follows its link and chooses its outcome', async () => {
  const page = await stage.page('/queue');
  await page.keyboard.press('n');
  await page.waitForURL('**/claim');
  await page.keyboard.press('r');
  expect(await page.isChecked('[value=reject]')).toBe(true);
});

test('keys are left alone while typing, and with modifiers', async () => {
  const page = await stage.page('/queue');
  await page.keyboard.press('/');
  expect(await focusOf(page)).toBe('q');
  await page.keyboard.type('n?');
  expect(await page.inputValue('[name=q]')).toBe('n?');
  await page.focus('#c-A1 a');
  await page.keyboard.press('Control+n');
  await page.keyboard.press('Alt+n');
  expect(page.url()).toContain('/queue');
});

test('rows are walked with j, k and the arrows', async () => {
  const page = await stage.page('/queue');
  for (const [key, row] of [
    ['j', 'c-A1'],
    ['j', 'c-A2'],
    ['ArrowDown', 'c-A3'],
    ['k', 'c-A2'],
    ['ArrowUp', 'c-A1'],
  ] as const) {
    await page.keyboard.press(key);
    expect(await focusOf(page)).toBe(row);
  }
});

test('? shows the shortcuts of the page, and switches them off for good', async () => {
  const page = await stage.page('/queue');
  await page.keyboard.press('?');
  const dialog = page.locator('dialog#keys:modal');
  expect(await dialog.textContent()).toMatch(/Next claim[\s\S]*Next and previous row/);
  await page.keyboard.press('n');
  expect(page.url()).toContain('/queue');
  await dialog.getByRole('checkbox').uncheck();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await page.keyboard.press('n');
  await page.keyboard.press('j');
  expect(page.url()).toContain('/queue');
  expect(await focusOf(page)).not.toBe('c-A1');
  expect(await page.isVisible('.key')).toBe(false);
});

test('a navigation moves the focus to the page, Back to the row one left', async () => {
  const page = await stage.page('/queue');
  await page.focus('#c-A3 a');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/claim');
  await expect.poll(() => focusOf(page)).toBe('main');
  expect(await page.title()).toBe('Claim A2 · Meridian');
  expect(stage.requests.at(-1)).toMatchObject({ path: '/claim', piece: true });
  await page.goBack();
  await expect.poll(() => focusOf(page)).toBe('c-A3');
});

test('a refused form keeps its address and focuses the first bad field', async () => {
  const page = await stage.page('/claim');
  await page.click('text=Save decision');
  await expect.poll(() => focusOf(page)).toBe('f-reason');
  expect(page.url()).toContain('/claim');
  expect(await page.getAttribute('#f-reason', 'aria-invalid')).toBe('true');
  expect(stage.posts('/claim')).toHaveLength(1);
});

test('suggestions are chosen with the arrows', async () => {
  const page = await stage.page('/draft');
  await page.focus('#f-diagnosis');
  await page.keyboard.type('hyp');
  await expect.poll(() => page.getAttribute('#f-diagnosis', 'aria-expanded')).toBe('true');
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  expect(await page.inputValue('#f-diagnosis')).toBe('I11');
  expect(await page.textContent('output[for=f-diagnosis]')).toBe('Heart disease');
  expect(await page.getAttribute('#f-diagnosis', 'aria-expanded')).toBe('false');
});

test('the bell opens its list in place', async () => {
  const page = await stage.page('/queue');
  await page.click('#bell');
  await page.locator('#bell-list:popover-open').getByText('A2 came back').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.isVisible('#bell-list')).toBe(false);
});
