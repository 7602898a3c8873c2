import type { Page } from 'playwright-core';
import { firstOf, type Opening, press, unfold } from './open-page.ts';
import { png } from './small-files.ts';

/** A query with files wanted, and its answer as it is written. */
async function answerPages(page: Page, asked: string): Promise<Opening[]> {
  await page.goto('/provider/claims?state=QUERIED');
  const link = page.locator('main tbody th a', { hasText: asked });
  const queried = (await link.getAttribute('href')) ?? '';
  return [
    ['claim-queried', () => page.goto(queried)],
    ['claim-correcting', () => unfold(page, 'Correct the lines')],
    [
      'answer-refused',
      async () => {
        await page.fill('[name="lines.0.quantity"]', 'many');
        await press(page, 'Send the answer');
        await page.locator('#f-answer-error').waitFor();
      },
    ],
  ];
}

/** What has been put together, with a file to it. */
async function draftPages(page: Page): Promise<Opening[]> {
  const draft = await firstOf(page, '/provider/drafts');
  const at = (step: string) => draft.replace('/patient', `/${step}`);
  return [
    ['drafts', () => page.goto('/provider/drafts')],
    ['draft-patient', () => page.goto(draft)],
    ['draft-lines', () => page.goto(at('lines'))],
    [
      'draft-review',
      async () => {
        await page.goto(at('review'));
        if ((await page.locator('#files .files li').count()) > 0) return;
        await page.setInputFiles('#f-attachments', {
          name: 'x-ray.png',
          mimeType: 'image/png',
          buffer: png(),
        });
        await page.locator('#files .files li').waitFor();
      },
    ],
  ];
}

/** Every page of the facility's portal and the states it can be in. */
export async function facilityPages(page: Page, asked: string): Promise<Opening[]> {
  const approved = await firstOf(page, '/provider/claims?state=APPROVED');
  const rejected = await firstOf(page, '/provider/claims?state=REJECTED');
  const received = await firstOf(page, '/provider/claims?state=RECEIVED');
  return [
    ['dashboard', () => page.goto('/provider')],
    ['claims', () => page.goto('/provider/claims')],
    ['claims-empty', () => page.goto('/provider/claims?q=CLM-26-999999')],
    ...(await answerPages(page, asked)),
    ['claim-approved', () => page.goto(approved)],
    [
      'claim-withdrawing',
      async () => {
        await page.goto(received);
        await press(page, 'Withdraw the claim');
        await page.getByRole('button', { name: 'Withdraw it' }).waitFor();
      },
    ],
    [
      'claim-rejected',
      async () => {
        await page.goto(rejected);
        await page.getByRole('button', { name: 'Correct and file again' }).waitFor();
      },
    ],
    ...(await draftPages(page)),
    ['notices', () => page.goto('/provider/notices')],
    ['eligibility', () => page.goto('/provider/eligibility')],
  ];
}
