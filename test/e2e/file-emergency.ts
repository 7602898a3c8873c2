import type { Page } from 'playwright-core';
import { press } from './open-page.ts';

async function choose(page: Page, name: string, typed: string): Promise<void> {
  await page.fill(`[name="${name}"]`, typed);
  await page.locator('[role=option]').first().click();
}

/** Whose card it is, as the card's page shows it. */
export async function cardOf(own: Page): Promise<{ memberId: string; birthDate: string }> {
  await own.goto('/me/card');
  const memberId = (await own.locator('.pass-card .id').first().textContent()) ?? '';
  const birthDate = (await own.locator('.pass-card time').first().getAttribute('datetime')) ?? '';
  return { memberId, birthDate };
}

/** An emergency is filed in somebody's name, by the facility's form; its number. */
export async function fileEmergency(page: Page, memberId: string, birthDate: string): Promise<string> {
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
