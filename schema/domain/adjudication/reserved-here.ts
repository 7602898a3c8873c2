import { daysOf } from '../benefits/consumption.ts';
import { covers, type Scope } from '../benefits/tally.ts';
import type { Minor } from '../money.ts';
import type { CatalogueService } from '../plans/plan.ts';
import type { AuthorizedService } from './facts.ts';
import type { Counted } from './rules/count.ts';

const nothing = { amount: 0, units: 0, days: 0, visits: 0 };

/**
 * What a line's own code has reserved within a scope: for that line it counts as left (members.md, Benefit ledger). A code
 * whose reservation stands elsewhere (another plan, another plan year) has reserved nothing here.
 */
export function reservedHere(
  scope: Scope,
  enrolleeId: string,
  { authorized, service }: { authorized: AuthorizedService | null; service: CatalogueService },
): Counted & { amount: Minor } {
  if (!authorized?.reserved || !covers(scope, { enrolleeId, ...authorized })) return nothing;
  const { amountLeft: amount, quantityLeft: units, visitsLeft: visits } = authorized;
  return { amount, units, days: daysOf(service, units), visits };
}
