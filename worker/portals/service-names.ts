import type { PlanRules } from '../../schema/domain/plans/plan.ts';
import type { Database } from '../queries/database.ts';
import { servicesByCode } from '../queries/services-by-code.ts';

/** Every service that rules name. */
export const servicesIn = ({ benefits, exclusions }: PlanRules): string[] => [
  ...new Set(
    [...benefits, ...benefits.flatMap((benefit) => benefit.exclusions), ...exclusions].flatMap(
      ({ services }) => services,
    ),
  ),
];

/** What services are called, by code. */
export async function serviceNames(db: Database, codes: readonly string[]): Promise<Record<string, string>> {
  const found = await servicesByCode(db, codes);
  return Object.fromEntries(found.map(({ code, name }) => [code, name]));
}
