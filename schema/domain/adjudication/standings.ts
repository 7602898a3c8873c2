import type { FamilyAccount, LedgerEntry } from '../benefits/account.ts';
import { addEntry, covers, daysWithin, type Scope, type Tally, tallyOf } from '../benefits/tally.ts';
import type { CalendarDate } from '../dates.ts';
import type { Facts } from './facts.ts';
import type { PlacedBenefit } from './plan-index.ts';
import type { Terms } from './policy.ts';
import { latestBefore } from './rules/interval.ts';

/** Running sums: what the accounts say, and every line approved so far on top, so that no line overspends what another took. */
export class Running {
  readonly taken: LedgerEntry[] = [];
  readonly #accounts: readonly FamilyAccount[];
  readonly #tallies: Tally[] = [];

  constructor(accounts: Facts['accounts']) {
    this.#accounts = [...accounts.values()];
  }

  /** Sums over a scope that follow what is taken from now on. */
  tally(scope: Scope): Tally {
    const tally = tallyOf(this.#accounts, scope, this.taken);
    this.#tallies.push(tally);
    return tally;
  }

  /** The last approved use within a scope that lies before a day. */
  lastUse(scope: Scope, on: CalendarDate): CalendarDate | null {
    const dates = daysWithin(this.#accounts, scope);
    for (const entry of this.taken)
      if (entry.kind === 'CONSUME' && covers(scope, entry)) dates.push(entry.serviceDate);
    return latestBefore(dates, on);
  }

  /** Counts the entries of an approved line. */
  take(entries: readonly LedgerEntry[]): void {
    for (const entry of entries) {
      this.taken.push(entry);
      for (const tally of this.#tallies) addEntry(tally, entry);
    }
  }
}

/** How one benefit stands in the plan year. */
export interface Standing {
  placed: PlacedBenefit;
  /** the person's use, with that of what stands within: what counts look at */
  personal: Tally;
  /** use of those who share the money limits */
  shared: Tally;
  /** the same over all plan years; null: no limit for a lifetime */
  lifetime: Tally | null;
  /** the person's use of this very benefit: what its deductible looks at */
  own: Tally;
}

/** How the benefits of somebody's terms stand; each is added up when it is first asked for. */
export class Standings {
  readonly terms: Terms;
  readonly #running: Running;
  readonly #person: string;
  readonly #known = new Map<PlacedBenefit, Standing>();
  readonly #overall = new Map<string, Tally>();

  constructor(terms: Terms, running: Running, person: string) {
    this.terms = terms;
    this.#running = running;
    this.#person = person;
  }

  /** How a benefit stands. */
  of(placed: PlacedBenefit): Standing {
    const known = this.#known.get(placed);
    if (known) return known;
    const { benefit, counted, alone } = placed;
    const { sharedBy, lifetime } = benefit.limits;
    const scope = this.#scope(counted);
    const shared = sharedBy === 'family' ? { ...scope, person: null } : scope;
    const personal = this.#running.tally(scope);
    const standing = {
      placed,
      personal,
      shared: shared === scope ? personal : this.#running.tally(shared),
      lifetime: lifetime === null ? null : this.#running.tally({ ...shared, period: null }),
      own: counted.size === 1 ? personal : this.#running.tally(this.#scope(alone)),
    };
    this.#known.set(placed, standing);
    return standing;
  }

  /** Use of all benefits together, by the person or by the family. */
  overall(of: 'person' | 'family'): Tally {
    const known = this.#overall.get(of);
    if (known) return known;
    const scope = this.#scope(null);
    const tally = this.#running.tally(of === 'family' ? { ...scope, person: null } : scope);
    this.#overall.set(of, tally);
    return tally;
  }

  /** The person's last approved use of a benefit, in any plan year, that lies before a day. */
  lastUse({ counted }: PlacedBenefit, on: CalendarDate): CalendarDate | null {
    return this.#running.lastUse({ ...this.#scope(counted), period: null }, on);
  }

  /** The benefits asked for so far, in that order. */
  touched(): Iterable<Standing> {
    return this.#known.values();
  }

  #scope(benefits: ReadonlySet<string> | null): Scope {
    const { plans, year } = this.terms;
    return { person: this.#person, plans, benefits, period: year.from };
  }
}
