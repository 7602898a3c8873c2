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
  readonly scope: Scope;
  readonly before: Readonly<Sums>;
  now: Readonly<Sums>;
}

/** One person's use under one plan, by benefit. */
type Uses = Readonly<Record<string, Use>>;

/** The sums of an account that nothing has been booked on. */
export const nothing: Readonly<Sums> = {
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
};

const plus = (a: Readonly<Sums>, b: Readonly<Sums>): Readonly<Sums> => ({
  used: a.used + b.used,
  reserved: a.reserved + b.reserved,
  units: a.units + b.units,
  reservedUnits: a.reservedUnits + b.reservedUnits,
  days: a.days + b.days,
  reservedDays: a.reservedDays + b.reservedDays,
  visits: a.visits + b.visits,
  reservedVisits: a.reservedVisits + b.reservedVisits,
  deductible: a.deductible + b.deductible,
  overallDeductible: a.overallDeductible + b.overallDeductible,
});

function usesOf(uses: Uses, benefits: Scope['benefits']): readonly Use[] {
  if (benefits === null) return Object.values(uses);
  const found: Use[] = [];
  for (const code of benefits) {
    const use = uses[code];
    if (use) found.push(use);
  }
  return found;
}

/** The sum of two; whatever is added to nothing stays as it is. */
const added = (a: Readonly<Sums>, b: Readonly<Sums>): Readonly<Sums> => (a === nothing ? b : plus(a, b));

/** So few benefits are gone through again sooner than they are remembered: thousands of accounts are in memory at once. */
const few = 8;

/**
 * What is worked out of many of a person's benefits is kept for as long as the account they are of is in memory: an entry
 * makes a new account and shares what it does not touch, so that a family of many uses is gone through once, not for every
 * question.
 */
function kept<T extends object>(
  workOut: (uses: Uses, benefits: Scope['benefits']) => T,
): (uses: Uses, benefits: Scope['benefits']) => T {
  const known = new WeakMap<Uses, Map<Scope['benefits'], T>>();
  return (uses, benefits) => {
    if (benefits !== null && benefits.size <= few) return workOut(uses, benefits);
    let found = known.get(uses);
    if (!found) {
      found = new Map();
      known.set(uses, found);
    }
    let result = found.get(benefits);
    if (!result) {
      result = workOut(uses, benefits);
      found.set(benefits, result);
    }
    return result;
  };
}

const sumOf = kept((uses, benefits) => usesOf(uses, benefits).reduce<Readonly<Sums>>(added, nothing));

const daysOf = kept((uses, benefits): Set<CalendarDate> => {
  const days = new Set<CalendarDate>();
  for (const { dates } of usesOf(uses, benefits)) for (const day in dates) days.add(day);
  return days;
});

/** What each person within a scope has used under each plan. */
function* recordsWithin(accounts: Iterable<FamilyAccount>, scope: Scope): Generator<Uses> {
  for (const { period, people } of accounts) {
    if (scope.period !== null && period !== scope.period) continue;
    for (const person of scope.person === null ? Object.keys(people) : [scope.person])
      for (const plan of scope.plans) {
        const uses = people[person]?.[plan];
        if (uses) yield uses;
      }
  }
}

/** The days of approved use within a scope, in no order. */
export function daysWithin(accounts: Iterable<FamilyAccount>, scope: Scope): CalendarDate[] {
  return [...recordsWithin(accounts, scope)].flatMap((uses) => [...daysOf(uses, scope.benefits)]);
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
export function addEntry(tally: Tally, entry: LedgerEntry): void {
  if (!covers(tally.scope, entry)) return;
  const { now } = tally;
  const used = entry.kind === 'RELEASE' ? 0 : 1;
  const freed = 1 - used;
  tally.now = {
    used: now.used + used * entry.amount,
    reserved: now.reserved - freed * entry.amount,
    units: now.units + used * entry.units,
    reservedUnits: now.reservedUnits - freed * entry.units,
    days: now.days + used * entry.days,
    reservedDays: now.reservedDays - freed * entry.days,
    visits: now.visits + used * entry.visits,
    reservedVisits: now.reservedVisits - freed * entry.visits,
    deductible: now.deductible + used * entry.deductible,
    overallDeductible: now.overallDeductible + used * entry.overallDeductible,
  };
}

/** Adds up what the accounts say of a scope, and on top what the claim in hand has taken so far. */
export function tallyOf(
  accounts: Iterable<FamilyAccount>,
  scope: Scope,
  taken: readonly LedgerEntry[],
): Tally {
  let before = nothing;
  for (const uses of recordsWithin(accounts, scope)) before = added(before, sumOf(uses, scope.benefits));
  const tally = { scope, before, now: before };
  for (const entry of taken) addEntry(tally, entry);
  return tally;
}
