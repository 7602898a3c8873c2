import type { Page } from 'playwright-core';
import { press } from './open-page.ts';
import { type Card, today } from './portals.ts';

/** Files a claim of today for somebody, step by step as the pages lead; what it is called. */
export async function fileClaim(page: Page, card: Card | undefined): Promise<string> {
  await page.goto('/provider/drafts');
  await press(page, 'New claim');
  await page.fill('[name=memberId]', card?.memberId ?? '');
  await page.fill('[name=birthDate]', card?.birthDate ?? '');
  await page.selectOption('[name=encounterType]', 'outpatient');
  await page.fill('[name=startedAt]', `${today()}T00:01`);
  await page.fill('[name=practitionerName]', 'Dr Yetunde Oladipo');
  await page.fill('[name="diagnoses.0.code"]', 'B50.9');
  await press(page, 'Save and go on to the lines');
  await page.fill('[name="lines.0.service"]', 'CON-001');
  // Four times what goes straight through.
  await page.fill('[name="lines.0.quantity"]', '10');
  await page.fill('[name="lines.0.unitPrice"]', '10,000');
  await press(page, 'Save and review');
  await press(page, 'Submit claim');
  await page.waitForURL(/CLM-/);
  return /CLM-[\d-]+/.exec(page.url())?.[0] ?? '';
}
