import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Card, Portals, today } from './portals.ts';

const biller = 'funmi.ogunleye@lagoonview.example';
let portals: Portals;
let cards: Card[];

beforeAll(async () => {
  portals = await Portals.open();
  cards = await portals.cards();
});
afterEach(() => portals.leave());
afterAll(() => portals.close());

const card = (nth: number): Card => cards[nth] ?? { memberId: '', birthDate: '', name: '' };
const heading = (page: Page) => page.locator('h1').textContent();
const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click();

/** Fills the first step but for the diagnosis. */
async function enterPatient(page: Page, { memberId, birthDate }: Card): Promise<void> {
  await page.fill('[name=memberId]', memberId);
  await page.fill('[name=birthDate]', birthDate);
  await page.selectOption('[name=encounterType]', 'outpatient');
  await page.fill('[name=startedAt]', `${today()}T00:01`);
  await page.fill('[name=practitionerName]', 'Dr Yetunde Oladipo');
}

/** Types into a field with suggestions and takes the first one with the keyboard. */
async function choose(page: Page, name: string, words: string): Promise<void> {
  const field = page.locator(`[name="${name}"]`);
  await field.pressSequentially(words);
  await page
    .locator(`#${await field.getAttribute('aria-controls')} [role=option]`)
    .first()
    .waitFor();
  await field.press('ArrowDown');
  await field.press('Enter');
}

describe('filing a claim', () => {
  test('three steps with script: suggestions by keyboard, rows in place, and the claim is there', async () => {
    const page = await portals.as(biller);
    await press(page, 'New claim');
    await page.waitForURL(/\/drafts\/.*\/patient$/);
    await enterPatient(page, card(0));
    await choose(page, 'diagnoses.0.code', 'falciparum mal');
    expect(await page.inputValue('[name="diagnoses.0.code"]')).toMatch(/^B50/);
    await press(page, 'Save and go on to the lines');
    await page.waitForURL(/\/lines$/);

    await choose(page, 'lines.0.service', 'general cons');
    expect(await page.inputValue('[name="lines.0.service"]')).toBe('CON-001');
    await page.fill('[name="lines.0.quantity"]', '1');
    await page.fill('[name="lines.0.unitPrice"]', '10,000');
    await press(page, 'Add a line');
    await choose(page, 'lines.1.service', 'LAB-101');
    // More than goes straight through: somebody has to look at it.
    await page.fill('[name="lines.1.quantity"]', '9');
    await page.fill('[name="lines.1.unitPrice"]', '3500');
    expect(await page.locator('[data-sum]').textContent()).toBe('41,500.00');
    await press(page, 'Save and review');
    await page.waitForURL(/\/review$/);

    expect(await page.locator('main').textContent()).toContain(card(0).name);
    expect(await page.locator('main').textContent()).toContain('Everything needed is there.');
    await press(page, 'Submit claim');
    await page.waitForURL(/\/provider\/claims\/[^/]+\/CLM-/);
    expect(await heading(page)).toMatch(/^CLM-\d\d-\d{6}\s+Received$/);
    expect(portals.faults).toEqual([]);
  });

  test('three steps without script: find, choose, add and remove with buttons', async () => {
    const page = await portals.as(biller, { javaScriptEnabled: false });
    await page.goto('/provider/drafts');
    await press(page, 'New claim');
    await enterPatient(page, card(1));
    await page.fill('[name="diagnoses.0.code"]', 'typhoid fever');
    await press(page, 'Search');
    await page.getByRole('button', { name: /^A01\.00/ }).click();
    expect(await page.inputValue('[name="diagnoses.0.code"]')).toBe('A01.00');
    expect(await page.inputValue('[name=memberId]')).toBe(card(1).memberId);
    await press(page, 'Save and go on to the lines');

    await press(page, 'Add a line');
    await press(page, 'Remove line 2');
    await page.fill('[name="lines.0.service"]', 'malaria rapid');
    await press(page, 'Search');
    await page.getByRole('button', { name: /^LAB-102/ }).click();
    await page.fill('[name="lines.0.quantity"]', '12');
    await page.fill('[name="lines.0.unitPrice"]', '3,000.00');
    await press(page, 'Save and review');
    expect(new URL(page.url()).pathname).toMatch(/\/review$/);
    await press(page, 'Submit claim');
    expect(await heading(page)).toMatch(/^CLM-\d\d-\d{6}\s+Received$/);
  });

  test('a refusal lands on the step at fault, with the reason beside the field and everything kept', async () => {
    const page = await portals.as(biller);
    await press(page, 'New claim');
    await page.waitForURL(/\/patient$/);
    await enterPatient(page, { ...card(2), birthDate: '1901-01-01' });
    await page.fill('[name="diagnoses.0.code"]', 'B50.9');
    await press(page, 'Save and go on to the lines');
    await page.waitForURL(/\/lines$/);
    await page.fill('[name="lines.0.service"]', 'CON-001');
    await page.fill('[name="lines.0.quantity"]', '1');
    await page.fill('[name="lines.0.unitPrice"]', 'a lot');
    await press(page, 'Save and review');
    await page.waitForURL(/\/review$/);
    const shown = await page.locator('main').textContent();
    expect(shown).not.toContain(card(2).name);
    await press(page, 'Submit claim');
    await page.locator('#f-memberId-error').waitFor();
    expect(await page.inputValue('[name=memberId]')).toBe(card(2).memberId);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-memberId');

    await page.fill('[name=birthDate]', card(2).birthDate);
    await press(page, 'Save and go on to the lines');
    await page.waitForURL(/\/lines$/);
    expect(await page.inputValue('[name="lines.0.unitPrice"]')).toBe('a lot');
    await page.fill('[name="lines.0.unitPrice"]', '10,000');
    await press(page, 'Save and review');
    await page.waitForURL(/\/review$/);
    await press(page, 'Submit claim');
    await page.waitForURL(/\/CLM-/);
  });

  test('back and forward go through the steps, and nothing is lost', async () => {
    const page = await portals.as(biller);
    await press(page, 'New claim');
    await page.waitForURL(/\/patient$/);
    await page.fill('[name=practitionerName]', 'Dr Kabiru Sani');
    await press(page, 'Save and go on to the lines');
    await page.waitForURL(/\/lines$/);
    await page.goBack();
    await page.locator('[name=practitionerName]').waitFor();
    expect(await page.inputValue('[name=practitionerName]')).toBe('Dr Kabiru Sani');
    await page.goForward();
    await page.locator('[name="lines.0.service"]').waitFor();
  });
});

describe('searching', () => {
  const found = async (page: Page, address: string): Promise<string[]> => {
    const answer = await page.request.get(address);
    return [...(await answer.text()).matchAll(/data-value="([^"]*)"/g)].map((match) => match[1] ?? '');
  };

  test('all of ICD-10: by code with and without its dot, by words, common before rare, in British spelling', async () => {
    const page = await portals.as(biller);
    const first = async (q: string) =>
      (await found(page, `/provider/search/diagnoses?${new URLSearchParams({ q, of: 'x' })}`))[0];
    const wanted = {
      b509: 'B50.9',
      I10: 'I10',
      hypertension: 'I10',
      'type 2 diab': 'E11.9',
      anaemia: 'D62',
      diarrhoea: 'R19.7',
    };
    for (const [typed, code] of Object.entries(wanted)) expect(await first(typed), typed).toBe(code);
    for (const typed of ['', '"', "x' --", '*', '( ^ - )', '\u0000'])
      expect(await first(typed)).toBeUndefined();
  });

  test('an HMO’s services: by code and by words, and of no HMO the facility is not linked with', async () => {
    const page = await portals.as(biller);
    await press(page, 'New claim');
    await page.waitForURL(/\/patient$/);
    const tenant = await page.inputValue('[name=tenantId]');
    const services = (q: string, of: string) =>
      found(page, `/provider/search/services?${new URLSearchParams({ q, tenant: of, of: 'x' })}`);
    expect((await services('lab-1', tenant))[0]).toBe('LAB-101');
    expect(await services('malaria rapid', tenant)).toEqual(['LAB-102']);
    expect(await services('malaria', 'another')).toEqual([]);
  });
});

describe('a draft', () => {
  test('is saved as it is typed and survives a reload', async () => {
    const page = await portals.as(biller);
    await press(page, 'New claim');
    await page.waitForURL(/\/patient$/);
    const saved = () => page.locator('[data-saved]', { hasText: /^Saved/ }).waitFor();
    await page.fill('[name=practitionerName]', 'Dr Amaka');
    await saved();
    await page.locator('[data-saved]').evaluate((note) => note.replaceChildren());
    await page.fill('[name=practitionerName]', 'Dr Amaka Nwachukwu <b>&"');
    await saved();
    await page.reload();
    expect(await page.inputValue('[name=practitionerName]')).toBe('Dr Amaka Nwachukwu <b>&"');
  });

  test('sent while a slow save is under way, it follows that save instead of fighting it', async () => {
    const page = await portals.as(biller);
    await press(page, 'New claim');
    await page.waitForURL(/\/patient$/);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(/\/patient$/, async (route) => {
      const saves = !route.request().postData()?.includes('command_id');
      const answer = await route.fetch();
      if (saves) await held;
      await route.fulfill({ response: answer });
    });
    const saving = page.waitForRequest((request) => request.method() === 'POST');
    await page.fill('[name=referral]', 'first');
    await saving;
    await page.fill('[name=referral]', 'first and second');
    await press(page, 'Save and go on to the lines');
    letGo();
    await page.waitForURL(/\/lines$/);
    await page.goBack();
    expect(await page.inputValue('[name=referral]')).toBe('first and second');
  });

  test('two people on one draft: the second is told, and loses nothing', async () => {
    const first = await portals.as(biller);
    const second = await portals.as('kelechi.umeh@lagoonview.example');
    await press(first, 'New claim');
    await first.waitForURL(/\/patient$/);
    await second.goto(first.url());
    await first.fill('[name=referral]', 'of the first');
    await press(first, 'Save and go on to the lines');
    await first.waitForURL(/\/lines$/);
    await second.fill('[name=referral]', 'of the second');
    await press(second, 'Save and go on to the lines');
    await second.getByText('was changed meanwhile').waitFor();
    expect(await second.inputValue('[name=referral]')).toBe('of the second');
    await press(second, 'Save and go on to the lines');
    await second.waitForURL(/\/lines$/);
    await first.goto(second.url().replace('/lines', '/patient'));
    expect(await first.inputValue('[name=referral]')).toBe('of the second');
  });

  test('can be thrown away', async () => {
    const page = await portals.as(biller, { javaScriptEnabled: false });
    await page.goto('/provider/drafts');
    await press(page, 'New claim');
    const address = page.url();
    await page.fill('[name=memberId]', 'THROWN-AWAY');
    await press(page, 'Save and go on to the lines');
    await page.goto('/provider/drafts');
    await press(page, 'Discard the draft for THROWN-AWAY');
    expect(await page.locator('main').textContent()).not.toContain('THROWN-AWAY');
    expect((await page.goto(address))?.status()).toBe(404);
  });
});

describe('roles', () => {
  test('the front desk prepares claims and cannot submit them', async () => {
    const page = await portals.as('garba.musa@lagoonview.example');
    await press(page, 'New claim');
    await page.waitForURL(/\/patient$/);
    await page.goto(page.url().replace('/patient', '/review'));
    expect(await page.getByRole('button', { name: 'Submit claim' }).count()).toBe(0);
  });

  test('who only reads sees claims and no button that changes one', async () => {
    const page = await portals.as('ngozi.akpan@lagoonview.example');
    await page.goto('/provider/claims');
    expect(await page.locator('main form[method=post]').count()).toBe(0);
    await page.locator('main tbody a').first().click();
    await page.waitForURL(/CLM-/);
    expect(await page.locator('main form[method=post]').count()).toBe(0);
  });
});
