import type { Page } from 'playwright-core';
import { firstOf, type Opening, press, unfold } from './open-page.ts';

/** Whom some of the pages are of. */
interface Meant {
  memberId: string;
  /** a claim that the facility was asked about, with files wanted */
  asked: string;
}

/** The queue, and a claim in each of the states that show something of their own. */
async function claimPages(page: Page, asked: string): Promise<Opening[]> {
  const free = await firstOf(page, '/meridian/claims?view=open&state=RECEIVED');
  const decided = await firstOf(page, '/meridian/claims?view=decided');
  const flagged = await firstOf(page, '/meridian/claims?view=open&flagged=1');
  const proposed = await firstOf(page, '/meridian/claims/counted?figure=proposals');
  return [
    ['queue', () => page.goto('/meridian/claims?view=open')],
    [
      'queue-filters',
      async () => {
        await page.goto('/meridian/claims?view=open&risk=30');
        await unfold(page, 'Filter');
        // it is fetched when it is opened
        await page.getByRole('form', { name: 'Filter the list' }).waitFor();
      },
    ],
    ['queue-all', () => page.goto('/meridian/claims?view=all')],
    ['queue-empty', () => page.goto('/meridian/claims?q=CLM-26-999999')],
    ['counted', () => page.goto('/meridian/claims/counted?figure=proposals')],
    ['claim-decided', () => page.goto(decided)],
    ['claim-free', () => page.goto(free)],
    [
      'claim-refused',
      async () => {
        await press(page, 'Take');
        await page.locator('[value=reject]').check();
        await press(page, 'Save decision');
        await page.locator('#f-sentence-error').waitFor();
      },
    ],
    ['claim-approving', () => page.locator('[value=approve]').check()],
    ['claim-asking', () => page.locator('[value=query]').check()],
    [
      'claim-flagged',
      async () => {
        await page.goto(flagged);
        await unfold(page, 'Confirm or dismiss');
      },
    ],
    [
      'claim-proposed',
      async () => {
        await page.goto(proposed);
        await unfold(page, 'Decline it');
      },
    ],
    ['claim-queried', () => page.goto(`/meridian/claims/${asked}`)],
    ['claim-entry', () => page.goto('/meridian/claims/new')],
    [
      'claim-entry-refused',
      async () => {
        await press(page, 'File the claim');
        await page.locator('main .error').first().waitFor();
      },
    ],
  ];
}

/** Piles, and claims of one decided together. The batch that is decided is one claim: there is one again for each run. */
async function pilePages(page: Page): Promise<Opening[]> {
  const pile = await firstOf(page, '/meridian/piles');
  return [
    ['piles', () => page.goto('/meridian/piles?show=all')],
    ['piles-empty', () => page.goto('/meridian/piles?month=1999-01')],
    ['pile', () => page.goto(pile)],
    ['pile-clean', () => page.goto(`${pile}?show=clean`)],
    [
      'batch-review',
      async () => {
        await page.locator('main tbody [name=claims]:enabled').first().check();
        await press(page, 'Review what is ticked');
        await page.locator('[name=verb]').first().waitFor();
      },
    ],
    [
      'batch-refused',
      async () => {
        await page.check('[value=reject]');
        await press(page, 'Decide 1 claim');
        await page.locator('#f-reasons-0-error').waitFor();
      },
    ],
    [
      'batch-result',
      async () => {
        await page.selectOption('[name="reasons.0"]', '96');
        await page.fill('[name=sentence]', 'Not covered by the plan.');
        await press(page, 'Decide 1 claim');
        await page.locator('h1', { hasText: 'What became of the batch' }).waitFor();
      },
    ],
    ['pile-decided', () => page.goto(`${pile}?show=decided`)],
  ];
}

/** Risk events, their rules and what is looked into. */
async function riskPages(page: Page): Promise<Opening[]> {
  const investigation = await firstOf(page, '/meridian/investigations');
  return [
    ['risk', () => page.goto('/meridian/risk')],
    ['risk-dismissed', () => page.goto('/meridian/risk?state=DISMISSED')],
    ['risk-rules', () => page.goto('/meridian/risk/rules')],
    ['investigations', () => page.goto('/meridian/investigations')],
    ['investigations-empty', () => page.goto('/meridian/investigations?state=CLEARED')],
    [
      'investigation',
      async () => {
        await page.goto(investigation);
        await unfold(page, 'Hold something');
      },
    ],
    [
      'investigation-refused',
      async () => {
        await press(page, 'Close the investigation');
        await page.locator('main .error').first().waitFor();
      },
    ],
  ];
}

async function settingsPages(page: Page): Promise<Opening[]> {
  return [
    ['claim-rules', () => page.goto('/meridian/settings/claims')],
    ['queue-rules', () => page.goto('/meridian/settings/queue')],
    ['files-wanted', () => page.goto('/meridian/settings/files')],
    ['channels', () => page.goto('/meridian/settings/channels')],
    ['approval-limits', () => page.goto('/meridian/settings/approval-limits')],
    ['queue-views', () => page.goto('/meridian/queue-views')],
    ['api-keys', () => page.goto('/meridian/settings/api-keys')],
  ];
}

/** Every page of the staff's portal and the states it can be in, as somebody sees them who may do everything. */
export async function staffPages(page: Page, { memberId, asked }: Meant): Promise<Opening[]> {
  return [
    ['dashboard', () => page.goto('/meridian')],
    ...(await claimPages(page, asked)),
    ...(await pilePages(page)),
    ...(await riskPages(page)),
    ...(await settingsPages(page)),
    ['notices', () => page.goto('/meridian/notices')],
    ['eligibility', () => page.goto(`/meridian/eligibility?member=${memberId}`)],
    ['not-found', () => page.goto('/meridian/claims/CLM-26-999999')],
  ];
}
