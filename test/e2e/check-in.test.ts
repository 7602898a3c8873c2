import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { Portals } from './portals.ts';

const enrollee = 'nneka.obi.1009@kestrel.example';
const manager = 'amina.bello@meridian.example';
const desk = 'kelechi.umeh@lagoonview.example';
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
let portals: Portals;

beforeAll(async () => {
  portals = await Portals.open();
});
afterEach(() => portals.leave());
afterAll(() => portals.close());

/** The code that a telephone shows now: how many squares it is wide, and the path of the dark ones. */
async function codeOn(page: Page): Promise<{ side: number; path: string }> {
  const code = page.locator('.pass-card .code svg').first();
  await code.waitFor();
  return code.evaluate((svg) => ({
    side: Number(svg.getAttribute('viewBox')?.split(' ')[2]),
    path: svg.querySelector('path')?.getAttribute('d') ?? '',
  }));
}

/** The camera of this browser sees the picture; everything after it is the product's. */
async function holdBefore(page: Page, picture: { side: number; path: string }): Promise<void> {
  await page.evaluate(({ side, path }) => {
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [640, 480];
      const context = canvas.getContext('2d');
      const paint = () => {
        if (!context) return;
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.fillStyle = '#fff';
        context.fillRect(0, 0, 640, 480);
        context.setTransform(360 / side, 0, 0, 360 / side, 140, 60);
        context.fillStyle = '#000';
        context.fill(new Path2D(path));
        requestAnimationFrame(paint);
      };
      paint();
      return canvas.captureStream();
    };
  }, picture);
}

/** The staff see from the person's page that the visit is denied and what looks into it, at both widths. */
async function isLookedInto(memberId: string): Promise<void> {
  const staff = await portals.as(manager);
  await staff.goto(`/meridian/enrollees/${memberId}`);
  const visits = staff.getByRole('table', { name: 'Last check-ins' });
  await visits.getByRole('link', { name: /^INV-/ }).waitFor();
  const person = staff.url();
  await visits.getByRole('link', { name: /^INV-/ }).click();
  await staff
    .getByText(/Not me: VIS-/)
    .first()
    .waitFor();
  await staff.getByRole('link', { name: memberId }).waitFor();
  for (const address of [staff.url(), person]) {
    await staff.goto(address);
    for (const width of [360, 1366]) {
      await staff.setViewportSize({ width, height: 768 });
      await staff.screenshot({
        path: `/tmp/pa-shots/denied-${address.includes('INV')}-${width}.png`,
        fullPage: true,
      });
      expect(await violations(staff), `${address} at ${width}`).toEqual([]);
      expect(await staff.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
}

test('a card is scanned, the visit recorded, a claim begun from it, and the visit denied by the one whose card it is', async () => {
  const own = await portals.as(enrollee, phone);
  await own.goto('/me/card');
  const memberId = (await own.locator('.pass-card .id').first().textContent()) ?? '';
  const picture = await codeOn(own);

  const clinic = await portals.as(desk);
  await clinic.goto('/provider/check-in');
  expect(await violations(clinic)).toEqual([]);
  await holdBefore(clinic, picture);
  await clinic.click('[data-scan]');
  await clinic.getByRole('button', { name: 'Check in' }).waitFor();
  expect(await clinic.textContent('main')).toContain('Covered');
  await clinic.getByRole('button', { name: 'Check in' }).click();
  await clinic.getByText('by the code of their card').waitFor();
  expect(await violations(clinic)).toEqual([]);
  await clinic.getByRole('button', { name: 'Start a claim' }).click();
  await clinic.waitForURL(/\/provider\/drafts\/[^/]+\/patient/);
  expect(await clinic.inputValue('[name=memberId]')).toBe(memberId);
  expect(await clinic.inputValue('[name=birthDate]')).not.toBe('');

  await clinic.goto('/provider/check-in');
  expect(await clinic.textContent('main')).toContain(memberId);
  await holdBefore(clinic, picture);
  await clinic.click('[data-scan]');
  // said as it is looked up, before anybody is checked in
  await clinic.getByText('This code was used already').waitFor();

  await own.goto('/me/check-ins');
  await own.getByText('Was that right?').waitFor();
  expect(await violations(own)).toEqual([]);
  await own.getByRole('button', { name: 'Not me' }).click();
  await own.getByText('Your insurer has been told').waitFor();
  await isLookedInto(memberId);
  expect(portals.faults).toEqual([]);
});

test('the code is made without a connection too', async () => {
  const own = await portals.as(enrollee, phone);
  await own.goto('/me/card');
  await codeOn(own);
  await own.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await own.reload();
  await own.waitForFunction(async () => (await caches.match('/me/card')) !== undefined);
  await own.context().setOffline(true);
  await own.reload();
  expect((await codeOn(own)).path).not.toBe('');
});

test('without a camera the member id is typed, and what is wrong is said beside it', async () => {
  const clinic = await portals.as(desk, phone);
  await clinic.goto('/provider/check-in');
  await clinic.fill('[name=memberId]', 'MER-NONE-00001-P');
  await clinic.fill('[name=birthDate]', '1990-01-01');
  await clinic.getByRole('button', { name: 'Look up' }).click();
  await clinic.getByText('No member has this id').first().waitFor();
  expect(await clinic.inputValue('[name=memberId]')).toBe('MER-NONE-00001-P');
  await clinic.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await clinic.click('[data-scan]');
  await clinic.getByText('This browser may not use the camera').waitFor();
  expect(await violations(clinic)).toEqual([]);
});
