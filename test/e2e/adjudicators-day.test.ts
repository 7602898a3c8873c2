import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fileClaim } from './file-a-claim.ts';
import { firstOf, press, unfold } from './open-page.ts';
import { Portals } from './portals.ts';
import { pdf, png } from './small-files.ts';

const manager = 'amina.bello@meridian.example';
const [adjudicator, colleague] = ['chidi.eze@meridian.example', 'folake.lawal@meridian.example'] as const;
const biller = 'funmi.ogunleye@lagoonview.example';
let portals: Portals;
let filed = 0;

beforeAll(async () => {
  portals = await Portals.open();
});
afterEach(() => portals.leave());
afterAll(() => portals.close());

const heading = (page: Page) => page.locator('h1');
const numberIn = (address: string) => /CLM-[\d-]+/.exec(address)?.[0] ?? '';

/** A new claim of the facility, each of somebody else. */
async function newClaim(page: Page): Promise<string> {
  filed += 1;
  return fileClaim(page, (await portals.cards())[filed]);
}

const allClean = /^Review all clean/;

/** Opens a pile in which some claims are clean; its address. */
async function openPileWithClean(page: Page): Promise<string> {
  await page.goto('/meridian/piles');
  const links = await page.locator('main tbody th a').all();
  const piles = await Promise.all(links.map((link) => link.getAttribute('href')));
  for (const pile of piles) {
    await page.goto(pile ?? '');
    if ((await page.getByRole('button', { name: allClean }).count()) > 0) return pile ?? '';
  }
  throw new Error('no pile has a clean claim');
}

/** A claim of which the engine would pay something, and which nobody has. */
async function payable(page: Page): Promise<string> {
  await page.goto('/meridian/claims?view=open&state=RECEIVED');
  const [number] = await portals.payable(await page.locator('main tbody th a').allTextContents());
  return number ?? '';
}

/** Goes to the next claim of the pile that is open. */
async function vetNext(page: Page): Promise<string> {
  await press(page, 'Vet next');
  await page.locator('[name=outcome]').first().waitFor();
  return numberIn(page.url());
}

async function reject(page: Page, then: string): Promise<void> {
  await page.check('[name=outcome][value=reject]');
  await page.selectOption('[name="reasons.0"]', '96');
  await page.fill('[name=sentence]', 'The plan does not cover this.');
  await press(page, then);
}

/** What a page that is loaded anew forgets. */
async function mark(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => document.documentElement.setAttribute('data-same', '1'));
  return () => page.evaluate(() => document.documentElement.hasAttribute('data-same'));
}

describe('a pile', () => {
  test('two adjudicators never have the same claim, and each sees the other’s row move', async () => {
    const [chidi, folake] = [await portals.as(adjudicator), await portals.as(colleague)];
    const pile = await firstOf(chidi, '/meridian/piles');
    await folake.goto(pile);
    const list = await chidi.context().newPage();
    await list.goto(pile);
    await chidi.goto(pile);
    const same = await mark(folake);
    const his = await vetNext(chidi);
    await folake.locator(`#r-${his} [data-state]`).getByText('C. Eze').waitFor();
    expect(await same()).toBe(true);
    const hers = await vetNext(folake);
    await list.locator(`#r-${hers} [data-state]`).getByText('F. Lawal').waitFor();
    await reject(folake, 'Save, next of the pile');
    await folake.waitForURL((url) => url.pathname.includes('CLM-') && !url.pathname.includes(hers));
    const hersNext = numberIn(folake.url());
    await list.locator(`#r-${hers} [data-state]`).getByText('Rejected').waitFor();
    await reject(chidi, 'Save, next of the pile');
    await chidi.waitForURL((url) => url.pathname.includes('CLM-') && !url.pathname.includes(his));
    expect(new Set([his, hers, hersNext, numberIn(chidi.url())]).size).toBe(4);
    expect(portals.faults).toEqual([]);
  });

  test('its clean claims are decided at once, and the list says what became of each', async () => {
    const page = await portals.as(manager);
    const pile = await openPileWithClean(page);
    await press(page, allClean);
    await page.locator('[name=verb]').first().waitFor();
    const rows = page.locator('main tbody tr');
    const count = await rows.count();
    expect(count).toBeGreaterThan(0);
    await page.check('[name=verb][value=approve]');
    await press(page, /^Decide \d+ claim/);
    await heading(page).getByText('What became of the batch').waitFor();
    const became = await rows.locator('td:last-child').allTextContents();
    expect(became).toHaveLength(count);
    for (const each of became) expect(each).toMatch(/Approved|Skipped/);
    const approved = became.filter((each) => each.includes('Approved')).length;
    expect(approved).toBeGreaterThan(0);
    const link = rows.nth(became.findIndex((each) => each.includes('Approved'))).locator('th a');
    const number = (await link.textContent()) ?? '';
    await page.goto(pile);
    await page.getByRole('link', { name: new RegExp(`${approved} approved`) }).waitFor();
    await page.goto(`/meridian/claims/${number}`);
    expect(await heading(page).textContent()).toContain('Approved');
    expect(portals.faults).toEqual([]);
  });
});

describe('a claim that somebody else has to look at', () => {
  test('above the ceiling it becomes a proposal, and the manager confirms it from the bell', async () => {
    const [chidi, amina] = [await portals.as(adjudicator), await portals.as(manager)];
    const number = await payable(chidi);
    await portals.limit('adjudicator', 0);
    await amina.goto('/meridian');
    const told = amina.locator('#bell-count');
    const before = await told.textContent();
    await portals.propose(chidi, number);
    await chidi.getByText('Needs somebody else who may approve').waitFor();
    await expect.poll(() => told.textContent()).not.toBe(before);
    await amina.click('#bell');
    await amina
      .locator('#bell-list a', { hasText: `${number} has a decision to confirm` })
      .first()
      .click();
    await amina.locator('#proposal').waitFor();
    await press(amina, 'Confirm: approve it');
    await chidi.locator('#claim-state').getByText('Approved').waitFor();
    await chidi.locator('#claim-news').getByText('The proposal has been confirmed').waitFor();
    await amina.goto(`/meridian/claims/${number}`);
    expect(await heading(amina).textContent()).toContain('Approved');
    expect(portals.faults).toEqual([]);
  });

  test('a manager gives it to another, and whoever had it reads so at once', async () => {
    const [chidi, amina, funmi] = [
      await portals.as(adjudicator),
      await portals.as(manager),
      await portals.as(biller),
    ];
    const number = await newClaim(funmi);
    await portals.take(chidi, number);
    await amina.goto(`/meridian/claims/${number}`);
    await unfold(amina, 'Reassign this claim');
    await amina.selectOption('[name=to]', { label: 'Folake Lawal' });
    await press(amina, 'Give');
    await chidi.locator('#claim-news').getByText('Folake Lawal has this claim now.').waitFor();
    await chidi.locator('#claim-news a').click();
    await chidi.getByText('has this claim until').waitFor();
    expect(await chidi.locator('[name=outcome]').count()).toBe(0);
    const folake = await portals.as(colleague);
    await folake.goto(`/meridian/claims/${number}`);
    await folake.locator('[name=outcome]').first().waitFor();
    expect(portals.faults).toEqual([]);
  });

  test('a risk event is dismissed, and the score falls on the same page', async () => {
    const page = await portals.as(manager);
    await page.goto(await firstOf(page, '/meridian/claims?view=open&flagged=1'));
    const same = await mark(page);
    const score = async () => Number(/\d+/.exec((await page.locator('#risk').textContent()) ?? '')?.[0]);
    const [before, events] = [await score(), page.locator('#risk .thread li')];
    const event = events.filter({ hasText: 'Confirm or dismiss' }).first();
    const id = await event.getAttribute('id');
    await event.locator('summary').click();
    await event.getByRole('button', { name: 'Dismiss' }).click();
    await event.locator('.error').waitFor();
    await event.locator('[name=reason]').fill('Seen with the facility: in order.');
    await event.getByRole('button', { name: 'Dismiss' }).click();
    await page.locator(`#${id}`).getByText('Seen with the facility: in order.').waitFor();
    await page.locator(`#${id}`).getByText('Dismissed').waitFor();
    expect(await score()).toBeLessThan(before);
    expect(await same()).toBe(true);
    expect(portals.faults).toEqual([]);
  });
});

describe('the facility', () => {
  test('answers with files and corrected lines; staff see old beside new, and the picture', async () => {
    const [chidi, funmi] = [await portals.as(adjudicator), await portals.as(biller)];
    const number = await newClaim(funmi);
    await portals.ask(chidi, number, 'What did the film show?', ['Laboratory result']);
    await funmi.locator('#claim-news a').click();
    await funmi.getByLabel('Your answer').fill('Parasites, as the film shows.');
    // The second file is held up on its way until its bar was seen.
    let go = () => {};
    const seen = new Promise<void>((resolve) => {
      go = resolve;
    });
    await funmi.setInputFiles('#f-attachments', { name: 'film.png', mimeType: 'image/png', buffer: png() });
    await funmi.locator('#files .files li', { hasText: 'film.png' }).waitFor();
    await funmi.route('**/pieces/*', async (route) => {
      await seen;
      await route.continue();
    });
    const file = { name: 'notes.pdf', mimeType: 'application/pdf', buffer: pdf(600_000) };
    await funmi.setInputFiles('#f-attachments', file);
    await funmi.getByRole('progressbar', { name: 'Sending notes.pdf' }).waitFor();
    go();
    await funmi.locator('#files .files li', { hasText: 'notes.pdf' }).waitFor();
    expect(await funmi.getByLabel('Your answer').inputValue()).toBe('Parasites, as the film shows.');
    await unfold(funmi, 'Correct the lines');
    await funmi.fill('[name="lines.0.quantity"]', '4');
    await press(funmi, 'Send the answer');
    await funmi.locator('#claim-state').getByText('Resubmitted').waitFor();

    await chidi.goto(`/meridian/claims/${number}`);
    const corrected = chidi.locator('#corrections tbody tr').first();
    expect(await corrected.textContent()).toMatch(/10 ×.*4 ×.*changed/);
    const files = chidi.locator('#files .files li');
    expect(await files.allTextContents()).toHaveLength(2);
    const picture = files.filter({ hasText: 'film.png' }).locator('img');
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((img) => 'naturalWidth' in img && img.naturalWidth)).toBe(8);
    expect(portals.faults).toEqual([]);
  });

  test('withdraws a claim that nobody has decided, and staff who have it open read so', async () => {
    const [chidi, funmi] = [await portals.as(adjudicator), await portals.as(biller)];
    const number = await newClaim(funmi);
    await chidi.goto(`/meridian/claims/${number}`);
    await press(funmi, 'Withdraw the claim');
    await funmi.getByRole('button', { name: 'Withdraw it' }).click();
    await funmi.locator('#claim-state').getByText('Withdrawn').waitFor();
    await chidi.locator('#claim-news').getByText('The provider has withdrawn this claim.').waitFor();
    await chidi.locator('#claim-state').getByText('Withdrawn').waitFor();
    expect(portals.faults).toEqual([]);
  });

  test('corrects a rejected claim and files it again; each names the other', async () => {
    const [chidi, funmi] = [await portals.as(adjudicator), await portals.as(biller)];
    const number = await newClaim(funmi);
    const rejected = funmi.url();
    await portals.take(chidi, number);
    await reject(chidi, 'Save decision');
    await funmi.locator('#claim-state').getByText('Rejected').waitFor();
    await funmi.goto(rejected);
    await press(funmi, 'Correct and file again');
    await funmi.waitForURL(/\/patient$/);
    await press(funmi, 'Save and go on to the lines');
    await funmi.fill('[name="lines.0.quantity"]', '9');
    await press(funmi, 'Save and review');
    await press(funmi, 'Submit claim');
    await funmi.waitForURL(/CLM-/);
    const again = numberIn(funmi.url());
    expect(again).not.toBe(number);
    await funmi.locator('#origin').getByRole('link', { name: number }).click();
    await funmi.locator('#origin').getByRole('link', { name: again }).waitFor();
    await chidi.goto(`/meridian/claims/${again}`);
    await chidi.locator('#origin').getByRole('link', { name: number }).waitFor();
    expect(portals.faults).toEqual([]);
  });
});

test('without script: files go with a plain form, and the next claim of a pile is one button away', async () => {
  const [folake, funmi] = [
    await portals.as(colleague, { javaScriptEnabled: false }),
    await portals.as(biller, { javaScriptEnabled: false }),
  ];
  const number = await newClaim(funmi);
  await portals.ask(folake, number, 'Which test was it?');
  await funmi.reload();
  await funmi.setInputFiles('#f-attachments', [
    { name: 'film.png', mimeType: 'image/png', buffer: png() },
    { name: 'notes.pdf', mimeType: 'application/pdf', buffer: pdf() },
  ]);
  await press(funmi, 'Attach');
  expect(await funmi.locator('#files .files li').count()).toBe(2);
  await funmi.fill('[name=answer]', 'A blood film.');
  await press(funmi, 'Send the answer');
  expect(await heading(funmi).textContent()).toContain('Resubmitted');

  const pile = await firstOf(folake, '/meridian/piles');
  await folake.goto(pile);
  const first = await vetNext(folake);
  await reject(folake, 'Save, next of the pile');
  await folake.locator('[name=outcome]').first().waitFor();
  expect(numberIn(folake.url())).not.toBe(first);
});
