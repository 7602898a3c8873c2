import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { root } from '../../selfhost/build/places.ts';
import { violations } from './axe.ts';
import { press } from './open-page.ts';
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

async function choose(page: Page, name: string, typed: string): Promise<void> {
  await page.fill(`[name="${name}"]`, typed);
  await page.locator('[role=option]').first().click();
}

/** An emergency is filed in somebody's name, by the facility's form; its number. */
async function fileEmergency(page: Page, memberId: string, birthDate: string): Promise<string> {
  await page.goto('/provider/authorizations/new');
  await page.fill('[name=memberId]', memberId);
  await page.fill('[name=birthDate]', birthDate);
  await page.check('[name=urgency][value=EMERGENCY]');
  await page.selectOption('[name=encounterType]', 'emergency');
  await choose(page, 'diagnoses.0.code', 'malaria');
  await choose(page, 'lines.0.service', 'CON-005');
  await page.fill('[name="lines.0.quantity"]', '1');
  await page.fill('[name="lines.0.unitPrice"]', '20000');
  await press(page, /Send the request/);
  await page.waitForURL(/sent=1/);
  return /PA-\d{2}-\d+/.exec(page.url())?.[0] ?? '';
}

test('an emergency in somebody’s name is on their open screen before anybody decides, and denied from there', async () => {
  const [own, clinic, staff] = [
    await portals.as(enrollee, phone),
    await portals.as(biller),
    await portals.as(manager),
  ];
  await own.goto('/me/card');
  const memberId = (await own.locator('.pass-card .id').first().textContent()) ?? '';
  const birthDate = (await own.locator('.pass-card time').first().getAttribute('datetime')) ?? '';
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

  await clinic.goto(`/provider/authorizations/${await clinicPath(clinic)}`);
  expect(await clinic.textContent('main')).not.toMatch(/not theirs|INV-|denied/i);
  expect(portals.faults).toEqual([]);
});

/** The request's own address at the facility, as it was arrived at. */
const clinicPath = async (page: Page): Promise<string> =>
  new URL(page.url()).pathname.replace('/provider/authorizations/', '');
