import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { Portals, today } from './portals.ts';

const admin = 'ifeoma.nwosu@meridian.example';
const head = 'action;date;external_id;principal_external_id;relation;first_name;last_name;birth_date;sex';
let portals: Portals;

beforeAll(async () => {
  portals = await Portals.open();
});
afterEach(async () => {
  expect(portals.faults).toEqual([]);
  await portals.leave();
});
afterAll(() => portals.close());

/** As a spreadsheet saves it: semicolons, CRLF, a mark; every 42nd row, a child's, has no sex. */
function sheet(name: string, count: number): string {
  const row = (nth: number) => {
    const own = nth % 3 === 0 ? ['', ''] : [`${name}-${nth - (nth % 3)}`, nth % 3 === 1 ? 'spouse' : 'child'];
    const born = nth % 3 === 2 ? '02/03/2019' : '17/05/1988';
    const sex = nth % 42 === 41 ? '' : 'female';
    return ['ADD', today(), `${name}-${nth}`, ...own, `Ada${nth}`, '"Obi; née Eze"', born, sex].join(';');
  };
  const rows = Array.from({ length: count }, (_, nth) => row(count - 1 - nth));
  return `\ufeff${[head, ...rows].join('\r\n')}\r\n`;
}

async function upload(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto('/meridian/imports/new?kind=enrollees');
  const buffer = Buffer.from(content);
  await page.setInputFiles('[name=file]', { name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await page.waitForURL(/imports\/[0-9a-f]{26}$/);
}

const figure = (page: Page, label: string) =>
  page.locator('.stat', { hasText: label }).locator('b').textContent();

async function downloaded(page: Page, link: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

test('300 people are imported, 7 refused rows come back, and corrected they are imported too', async () => {
  const page = await portals.as(admin);
  await page.goto('/meridian/imports');
  expect(await violations(page)).toEqual([]);
  await upload(page, 'joiners.csv', sheet('e2e', 301));
  // The page is looked at anew while it works: it shows the same, and goes on by itself.
  await page.reload();
  await page.getByRole('heading', { name: 'Your decision' }).waitFor();
  expect(await figure(page, 'To create')).toBe('294');
  expect(await figure(page, 'Refused')).toBe('7');
  expect(await violations(page)).toEqual([]);

  await page.locator('.stat', { hasText: 'Refused' }).click();
  await page.waitForURL(/outcome=refused/);
  expect(await page.locator('main tbody tr').count()).toBe(7);
  expect(await page.locator('main tbody tr').first().textContent()).toContain('Choose female or male.');

  await page.getByRole('button', { name: 'Apply 294 rows' }).click();
  await page.getByText('294 rows done.').waitFor();
  expect(await violations(page)).toEqual([]);

  const refused = await downloaded(page, 'Download the refused rows');
  expect(refused.split('\r\n')[0]).toBe(`\ufeffline,${head.replaceAll(';', ',')},reason`);
  expect(refused.trim().split('\r\n')).toHaveLength(8);
  const corrected = refused.replaceAll(',,sex: Choose', ',male,sex: Choose');
  await upload(page, 'corrected.csv', corrected);
  await page.getByRole('button', { name: 'Apply 7 rows' }).click();
  await page.getByText('7 rows done.').waitFor();

  await upload(page, 'joiners again.csv', sheet('e2e', 301));
  await page.getByText('there is nothing to apply').waitFor();
  expect(await figure(page, 'Unchanged')).toBe('294');
});

test('what was done before the answer had come is shown once it has', async () => {
  const page = await portals.as(admin);
  await upload(page, 'overtaken.csv', sheet('overtaken', 3));
  const other = await page.context().newPage();
  await other.goto(page.url());
  // Its answer says that the rows are being applied; the news that they are done comes first.
  await page.route('**/commits', async (route) => {
    const response = await route.fetch();
    while (!(await other.getByText('3 rows done.').isVisible())) await other.reload();
    await route.fulfill({ response });
  });
  await page.getByRole('button', { name: 'Apply 3 rows' }).click();
  await page.getByText('3 rows done.').waitFor();
});

test('a file that cannot be read is refused beside its field, and a wrong one may be discarded', async () => {
  const page = await portals.as(admin);
  await page.goto('/meridian/imports/new?kind=enrollees');
  expect(await violations(page)).toEqual([]);
  const template = await downloaded(page, 'Download the template');
  expect(template).toMatch(/^\ufeffaction,date,external_id,/);
  const buffer = Buffer.from('colour\nred\n');
  await page.setInputFiles('[name=file]', { name: 'x.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await page.locator('#f-file-error').waitFor();
  expect(await page.locator('#f-file-error').textContent()).toContain('“colour”');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-file');
  expect(await violations(page)).toEqual([]);

  await upload(page, 'wrong.csv', sheet('wrong', 4));
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Discard this import' }).click();
  await page.getByText('nothing of it was done').waitFor();
});

test('it works without JavaScript', async () => {
  const page = await portals.as(admin, { javaScriptEnabled: false });
  await upload(page, 'plain.csv', sheet('plain', 9));
  for (let tries = 0; tries < 50 && !(await page.getByText('Your decision').isVisible()); tries += 1)
    await page.reload();
  await page.getByRole('button', { name: 'Apply 9 rows' }).click();
  for (let tries = 0; tries < 50 && !(await page.getByText('9 rows done.').isVisible()); tries += 1)
    await page.reload();
  expect(await page.getByText('9 rows done.').isVisible()).toBe(true);
});
