import { addDays, type CalendarDate, daysBetween } from '../../../schema/domain/dates.ts';
import type { PutPlanVersion } from '../../../schema/forms/plans.ts';
import { rulesOf } from './rules.ts';
import { bronze, gold, silver, type Tier } from './tier.ts';

/** One version of a plan and how many days before the demo it was written. */
export interface DemoPlanVersion {
  writtenDaysAgo: number;
  version: PutPlanVersion;
}

/** The plans have been in force for longer than anybody has been covered. */
export const plansBeganDaysAgo = 400;
const silverRaisedDaysAgo = 120;

const versionOf = (tier: Tier, from: CalendarDate): PutPlanVersion => ({
  code: tier.code,
  name: tier.name,
  scheme: 'private',
  from,
  rules: rulesOf(tier),
});

/** Silver as it began: less for drugs, and no word of physiotherapy beyond a few sessions. */
const firstSilver: Tier = { ...silver, drugs: 80_000, chronic: 150_000, physiotherapySessions: 6 };

/** Three tiers since a year ago, and a second version of Silver since the middle of it; in the order in which they came. */
export function demoPlans(today: CalendarDate): DemoPlanVersion[] {
  const began = addDays(today, -plansBeganDaysAgo);
  const raised = addDays(today, -silverRaisedDaysAgo);
  const writtenDaysAgo = daysBetween(began, today);
  return [
    ...[bronze, firstSilver, gold].map((tier) => ({ writtenDaysAgo, version: versionOf(tier, began) })),
    { writtenDaysAgo: silverRaisedDaysAgo + 20, version: versionOf(silver, raised) },
  ];
}

/** What somebody is about to make of Gold: more for teeth and eyes. */
export const goldInDraft = rulesOf({ ...gold, dental: 300_000, optical: 150_000 });
