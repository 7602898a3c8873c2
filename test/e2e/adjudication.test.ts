import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Clinic } from './a-clinic.ts';
import { violations } from './axe.ts';
import { wire } from './wire.ts';

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterEach(() => expect(clinic.faults.splice(0)).toEqual([]));
afterAll(() => clinic.close());

const press = (page: Page, name: RegExp) => page.locator('main').getByRole('button', { name }).click();
const staff = (nth: number) => {
  const person = clinic.insurer.staff[nth];
  if (!person) throw new Error('the insurer has two of staff');
  return person;
};
const claimAt = (number: string) => `/${clinic.insurer.slug}/claims/${number}`;

/** Opens a claim and takes it. */
async function taken(page: Page, number: string): Promise<void> {
  await page.goto(claimAt(number));
  await press(page, /^Take/);
  await page.locator('[name=outcome]').first().waitFor();
}

describe('on the claim page', () => {
  test('approving as recommended is one key, then save; the decided claim says what was recommended and approved', async () => {
    const page = await clinic.as(staff(0));
    const number = await clinic.file(5);
    await taken(page, number);
    const main = await page.locator('main').textContent();
    for (const words of [
      '3,600.00',
      'The tariff is ₦ 4,000.00 each',
      'Imaging needs an authorization',
      '196,400.00',
    ])
      expect(main).toContain(words);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('a');
    expect(await page.locator('[name=outcome][value=approve]').isChecked()).toBe(true);
    await press(page, /^Save decision/);
    await page.waitForURL(/decided=/);
    await page.goto(claimAt(number));
    const decided = await page.locator('main').textContent();
    for (const words of ['Approved in part', 'Recommended', '13,600.03', 'facility 6,000.03'])
      expect(decided).toContain(words);
    expect(await violations(page)).toEqual([]);
    await page.getByText('Reopen this claim').click();
    await press(page, /^Reopen$/);
    await page.locator('#f-reason-error').waitFor();
    await page.fill('[name=reason]', 'The invoice was read wrongly');
    await press(page, /^Reopen$/);
    await page.getByRole('button', { name: /^Take/ }).waitFor();
    expect(await page.locator('main').textContent()).toContain('Reopened: The invoice was read wrongly');
  });

  test('an override asks why as soon as more is typed, keeps both values and the words', async () => {
    const page = await clinic.as(staff(0));
    const number = await clinic.file(5);
    await taken(page, number);
    await page.keyboard.press('a');
    const why = page.locator('[name="lines.4.override"]');
    expect(await why.isVisible()).toBe(false);
    await page.fill('[name="lines.4.quantity"]', '1');
    await page.fill('[name="lines.4.amount"]', '5,000');
    await why.waitFor();
    await press(page, /^Save decision/);
    await page.locator('#f-lines-4-override-error').waitFor();
    expect(await page.locator('[name="lines.4.amount"]').inputValue()).toBe('5,000');
    await why.fill('The authorization was given by phone');
    await press(page, /^Save decision/);
    await page.waitForURL(/decided=/);
    await page.goto(claimAt(number));
    const decided = await page.locator('main').textContent();
    for (const words of ['The authorization was given by phone', '18,600.03', '13,600.03', 'Override'])
      expect(decided).toContain(words);
  });

  test('figures that changed meanwhile come back named, with what was entered kept', async () => {
    const [one, two] = await Promise.all([clinic.as(staff(0)), clinic.as(staff(1))]);
    // Six claims on: the same two people again, whose laboratory limit takes one of them.
    const [first, second] = await clinic.fileTwiceForOne();
    await taken(one, first);
    await taken(two, second);
    await one.keyboard.press('a');
    await one.fill('[name="lines.1.amount"]', '3,000');
    await two.keyboard.press('a');
    await press(two, /^Save decision/);
    await two.waitForURL(/decided=/);
    await press(one, /^Save decision/);
    await one.getByText('The recommendation has changed meanwhile.').waitFor();
    const main = await one.locator('main').textContent();
    expect(main).toMatch(/Line 2: 1 for 5,000\.01 is now 1 for 1,999\.99 \(119\)/);
    expect(await one.locator('[name="lines.1.amount"]').inputValue()).toBe('3,000');
    expect(await one.locator('[name="lines.2.amount"]').inputValue()).toBe('1,999.99');
    await press(one, /^Save decision/);
    await one.waitForURL(/decided=/);
  });
});

test('the page of a claim and what a draft of a hundred lines comes to stay small on the wire', async () => {
  const page = await clinic.as(staff(0));
  const [usual, long] = [await clinic.file(5), await clinic.file(100)];
  await taken(page, usual);
  const next = await wire(page, () => page.goto(claimAt(usual)));
  expect(next.bytes).toBeLessThanOrEqual(8 * 1024);
  await taken(page, long);
  expect(await page.locator('[name="lines.100.amount"]').count()).toBe(1);
  const desk = await clinic.as(clinic.insurer.clerk);
  const body = { memberId: clinic.insurer.memberIds[5] ?? '', birthDate: '1990-05-17' };
  await desk.goto('/provider/eligibility');
  await desk.fill('[name=memberId]', body.memberId);
  await desk.fill('[name=birthDate]', body.birthDate);
  await press(desk, /^Ask/);
  await press(desk, /^New claim for this person/);
  await desk.waitForURL(/patient$/);
  await press(desk, /lines$/);
  await desk.waitForURL(/lines$/);
  await desk.evaluate(() => {
    const form = document.querySelector('#draft');
    const add = form?.querySelector<HTMLButtonElement>('button[name=add]');
    for (let nth = 1; nth < 100; nth += 1) add?.click();
    for (const [name, value] of [
      ['service', 'CON-001'],
      ['quantity', '1'],
      ['unitPrice', '5000'],
    ])
      for (const field of form?.querySelectorAll<HTMLInputElement>(`[name$=".${name}"]`) ?? [])
        field.value = value ?? '';
  });
  const piece = await wire(desk, async () => {
    await desk.fill('[name="lines.99.quantity"]', '2');
    await desk.locator('#a-lines-99').getByText('Tariff ₦').waitFor();
  });
  // The save of what was typed, its answer, and the pieces.
  expect(piece.requests).toBeLessThanOrEqual(2);
  expect(piece.bytes).toBeLessThanOrEqual(3 * 1024);
});

describe('at the clinic', () => {
  test('eligibility answers on one page and begins a claim; a line being typed shows its share live', async () => {
    const page = await clinic.as(clinic.insurer.clerk);
    await page.goto('/provider/eligibility');
    await page.fill('[name=memberId]', clinic.insurer.memberIds[5] ?? '');
    await page.fill('[name=birthDate]', '1990-05-17');
    await press(page, /^Ask/);
    await page.locator('main').getByText('Covered', { exact: true }).waitFor();
    expect(await page.locator('main').textContent()).toContain('12 of 12 visits left');
    expect(page.url()).not.toContain('TST-');
    expect(await violations(page)).toEqual([]);

    await press(page, /^New claim for this person/);
    await page.waitForURL(/patient$/);
    expect(await page.locator('#who').textContent()).toContain('Covered');
    await press(page, /lines$/);
    await page.waitForURL(/lines$/);
    await page.fill('[name="lines.0.service"]', 'CON-001');
    await page.fill('[name="lines.0.quantity"]', '1');
    await page.fill('[name="lines.0.unitPrice"]', '5000');
    await page.locator('#a-lines-0').getByText('patient pays').waitFor();
    const said = await page.locator('#a-lines-0').textContent();
    for (const words of ['Tariff ₦ 4,000.00', '₦ 3,600.00', '₦ 400.00', '196,400.00'])
      expect(said).toContain(words);
    expect(await page.locator('#assessment').textContent()).toContain('Insurer pays');
    expect(await violations(page)).toEqual([]);

    // The newest answer wins, and a row that is removed takes its words along.
    await press(page, /^Add a line/);
    await page.fill('[name="lines.1.service"]', 'RAD-001');
    await page.locator('#a-lines-1').getByText('authorization needed').waitFor();
    await page.getByRole('button', { name: 'Remove line 1' }).click();
    await page.fill('[name="lines.1.quantity"]', '1');
    await page.fill('[name="lines.1.unitPrice"]', '100');
    await page.locator('#a-lines-1').getByText('Imaging needs an authorization').waitFor();
    expect(await page.locator('#a-lines-0').count()).toBe(0);
  });

  test('without script the same stands there after saving', async () => {
    const page = await clinic.as(clinic.insurer.clerk, { javaScriptEnabled: false });
    await page.goto('/provider/eligibility');
    await page.fill('[name=memberId]', clinic.insurer.memberIds[5] ?? '');
    await page.fill('[name=birthDate]', '1990-05-17');
    await press(page, /^Ask/);
    await press(page, /^New claim for this person/);
    await press(page, /lines$/);
    await page.fill('[name="lines.0.service"]', 'CON-001');
    await page.fill('[name="lines.0.quantity"]', '1');
    await page.fill('[name="lines.0.unitPrice"]', '5000');
    await press(page, /^2\. Lines/);
    expect(await page.locator('#a-lines-0').textContent()).toContain('patient pays ₦ 400.00');
    await press(page, /^Save and review/);
    const review = await page.locator('main').textContent();
    for (const words of ['Insurer pays', '3,600.00', 'Before it can be submitted'])
      expect(review).toContain(words);
  });

  test('a wrong birth date says so at its field and nothing of the person', async () => {
    const page = await clinic.as(clinic.insurer.clerk);
    await page.goto('/provider/eligibility');
    await page.fill('[name=memberId]', clinic.insurer.memberIds[5] ?? '');
    await page.fill('[name=birthDate]', '1991-05-17');
    await press(page, /^Ask/);
    await page.locator('#f-birthDate-error').waitFor();
    const main = await page.locator('main').textContent();
    expect(main).not.toMatch(/Ada5|Gold|visits left/);
  });
});
