import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { root } from '../../selfhost/build/places.ts';
import { violations } from './axe.ts';
import { cardOf, fileEmergency } from './file-emergency.ts';
import { press, unfold } from './open-page.ts';
import { Portals } from './portals.ts';

const enrollee = 'nneka.obi.1009@kestrel.example';
const biller = 'funmi.ogunleye@lagoonview.example';
const manager = 'amina.bello@meridian.example';
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
let portals: Portals;

beforeAll(async () => {
  portals = await Portals.open();
});
afterEach(() => portals.leave());
afterAll(() => portals.close());

/** The pictures of the README are taken here: `VETRA_SCREENS=1 npm test -- e2e`. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.VETRA_SCREENS !== '1') return;
  await mkdir(`${root}examples/screens`, { recursive: true });
  await page.screenshot({ path: `${root}examples/screens/${name}.png` });
}

test('an emergency in somebody’s name is on their open screen before anybody decides, and denied from there', async () => {
  const [own, clinic, staff] = [
    await portals.as(enrollee, phone),
    await portals.as(biller),
    await portals.as(manager),
  ];
  const { memberId, birthDate } = await cardOf(own);
  await own.goto('/me');
  await staff.goto('/meridian/authorizations');
  const number = await fileEmergency(clinic, memberId, birthDate);

  const dialog = own.getByRole('alertdialog');
  await dialog.waitFor();
  expect(await dialog.textContent()).toContain('Lagoon View Hospital');
  expect(await dialog.textContent()).not.toMatch(/malaria|consultation/i);
  expect(await violations(own)).toEqual([]);
  await picture(own, 'alert-asked');
  await dialog.getByRole('button', { name: 'Not me' }).click();
  await own.goto(`/me/alerts/${number}`);
  await own
    .getByText(/looked into|looking into/i)
    .first()
    .waitFor();
  expect(await violations(own)).toEqual([]);
  await picture(own, 'alert-denied');

  await staff.goto(`/meridian/authorizations/${number}`);
  const page = (await staff.textContent('main')) ?? '';
  expect(page).toContain('INV-');
  expect(page).toMatch(/not theirs/);
  await picture(staff, 'alert-staff');
  await staff.goto('/meridian/investigations');
  expect(await staff.textContent('main')).toContain(number);
  await staff.goto(await investigationOf(number));
  const requests = staff.getByRole('table', { name: 'Requests that are looked into' });
  await requests.getByRole('link', { name: number, exact: true }).waitFor();
  await unfold(staff, 'Look into more');
  await staff.fill('[name=claims]', 'PA-26-999999');
  await press(staff, 'Add');
  await staff.getByText('There is no request PA-26-999999.').first().waitFor();
  await staff.fill('[name=claims]', 'PA-26-000001');
  await press(staff, 'Add');
  await requests.getByRole('link', { name: 'PA-26-000001' }).waitFor();
  expect(await violations(staff)).toEqual([]);

  // What the employer will hear: how many of which month, and of whom nothing.
  await staff.goto(`/meridian/clients/${memberId.split('-')[1]}`);
  const told = staff.getByRole('table', { name: 'Visits reported as not theirs' });
  await told.getByText(/will be told by e-mail/).waitFor();
  expect(await told.textContent()).not.toMatch(/Nneka|PA-/);
  for (const width of [360, 1366]) {
    await staff.setViewportSize({ width, height: 768 });
    expect(await violations(staff), `the client at ${width}`).toEqual([]);
    expect(await staff.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }

  await clinic.goto(`/provider/authorizations/${await clinicPath(clinic)}`);
  expect(await clinic.textContent('main')).not.toMatch(/not theirs|INV-|denied/i);
  expect(portals.faults).toEqual([]);
});

/** Where what is looked into because of a denied visit is. */
async function investigationOf(number: string): Promise<string> {
  const [row] = await portals.read(
    `select body ->> '$.alert.investigation' as investigation from authorizations where number = '${number}'`,
  );
  return `/meridian/investigations/${row?.investigation}`;
}

/** The request's own address at the facility, as it was arrived at. */
const clinicPath = async (page: Page): Promise<string> =>
  new URL(page.url()).pathname.replace('/provider/authorizations/', '');
