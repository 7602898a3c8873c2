import type { Tally } from '../benefits/tally.ts';
import type { Minor } from '../money.ts';
import type { CatalogueService } from '../plans/plan.ts';
import type { Bench } from './bench.ts';
import type { AuthorizedService } from './facts.ts';
import type { PlacedBenefit } from './plan-index.ts';
import { reservedHere } from './reserved-here.ts';
import type { Ceiling } from './rules/limit.ts';
import type { Standings } from './standings.ts';
import type { Found } from './wordings.ts';

type Drawing = { authorized: AuthorizedService | null; service: CatalogueService };

/** Every ceiling in money that a line under a benefit is held to, as it stands now: the benefit's, those it stands within, the plan's. */
export function ceilingsOver(
  bench: Bench,
  standings: Standings,
  placed: PlacedBenefit,
  drawing: Drawing,
): Ceiling[] {
  const ceilings: Ceiling[] = [];
  const add = (kind: Found<'limit'>, benefit: string, most: Minor | null, { now, scope }: Tally): void => {
    if (most === null) return;
    const own = reservedHere(scope, bench.household.person.id, drawing).amount;
    ceilings.push({ kind, benefit, most, used: now.used, reserved: now.reserved, own });
  };
  for (const each of placed.chain) {
    const { name, limits } = each.benefit;
    const { shared, lifetime } = standings.of(each);
    const isFamily = limits.sharedBy === 'family';
    if (limits.visit !== null)
      ceilings.push({
        kind: 'visit',
        benefit: name,
        most: limits.visit,
        used: bench.visit.approvedUnder(each),
        reserved: 0,
        own: 0,
      });
    add(isFamily ? 'family' : 'period', name, limits.period, shared);
    if (lifetime) add(isFamily ? 'lifetime of family' : 'lifetime', name, limits.lifetime, lifetime);
  }
  const { person, family } = standings.terms.index.rules.overall;
  if (family !== null) add('overall family', 'All benefits', family, standings.overall('family'));
  if (person !== null) add('overall', 'All benefits', person, standings.overall('person'));
  return ceilings;
}
