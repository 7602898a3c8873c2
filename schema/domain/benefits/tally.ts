import type { CalendarDate } from '../dates.ts';
import type { FamilyAccount, LedgerEntry, Use } from './account.ts';

/** Whose use of what is added up; null: of everybody in the family, of every benefit, in every plan year. */
export interface Scope {
  person: string | null;
  plans: readonly string[];
  benefits: ReadonlySet<string> | null;
  period: CalendarDate | null;
}

/** The figures of a use that are sums. */
export type Sums = Omit<Use, 'dates'>;

/** Sums over a scope: as the accounts say, and as they stand while a claim's lines are judged one after the other. */
export interface Tally {
  scope: Scope;
  before: Readonly<Sums>;
  now: Sums;
}

const zero = (): Sums => ({
  used: 0,
  reserved: 0,
  units: 0,
  reservedUnits: 0,
  days: 0,
  reservedDays: 0,
  visits: 0,
  reservedVisits: 0,
  deductible: 0,
  overallDeductible: 0,
});

function addUse(sums: Sums, use: Use): void {
  sums.used += use.used;
  sums.reserved += use.reserved;
  sums.units += use.units;
  sums.reservedUnits += use.reservedUnits;
  sums.days += use.days;
  sums.reservedDays += use.reservedDays;
  sums.visits += use.visits;
  sums.reservedVisits += use.reservedVisits;
  sums.deductible += use.deductible;
  sums.overallDeductible += use.overallDeductible;
}

/** Every use within a scope. A scope of one benefit costs the same however many others were used. */
export function* usesWithin(accounts: Iterable<FamilyAccount>, scope: Scope): Generator<Use> {
  for (const { period, people } of accounts) {
    if (scope.period !== null && period !== scope.period) continue;
    for (const person of scope.person === null ? Object.keys(people) : [scope.person])
      for (const plan of scope.plans) {
        const uses = people[person]?.[plan];
        if (!uses) continue;
        if (scope.benefits === null) yield* Object.values(uses);
        else for (const code of scope.benefits) if (uses[code]) yield uses[code];
      }
  }
}

/** Whether what stands at a place of the ledger counts within a scope. */
export function covers(
  scope: Scope,
  entry: Pick<LedgerEntry, 'enrolleeId' | 'period' | 'plan' | 'benefit'>,
): boolean {
  return (
    (scope.person === null || scope.person === entry.enrolleeId) &&
    (scope.period === null || scope.period === entry.period) &&
    (scope.benefits === null || scope.benefits.has(entry.benefit)) &&
    scope.plans.includes(entry.plan)
  );
}

/** Counts an entry of the claim in hand where it belongs: what it consumes is used, what it releases is no longer reserved. */
export function addEntry({ scope, now }: Tally, entry: LedgerEntry): void {
  if (!covers(scope, entry)) return;
  if (entry.kind === 'RELEASE') {
    now.reserved -= entry.amount;
    now.reservedUnits -= entry.units;
    now.reservedDays -= entry.days;
    now.reservedVisits -= entry.visits;
    return;
  }
  now.used += entry.amount;
  now.units += entry.units;
  now.days += entry.days;
  now.visits += entry.visits;
  now.deductible += entry.deductible;
  now.overallDeductible += entry.overallDeductible;
}

/** Adds up what the accounts say of a scope, and on top what the claim in hand has taken so far. */
export function tallyOf(
  accounts: Iterable<FamilyAccount>,
  scope: Scope,
  taken: readonly LedgerEntry[],
): Tally {
  const before = zero();
  for (const use of usesWithin(accounts, scope)) addUse(before, use);
  const tally = { scope, before, now: { ...before } };
  for (const entry of taken) addEntry(tally, entry);
  return tally;
}
