import type { CalendarDate } from '../dates.ts';
import type { EntryKind, FamilyAccount, LedgerEntry, Use } from './account.ts';
import { nothing } from './tally.ts';

const unused: Use = { ...nothing, dates: {} };

/** What a kind of entry does to what is used and to what is reserved. */
const signs: Readonly<Record<EntryKind, { used: -1 | 0 | 1; reserved: -1 | 0 | 1 }>> = {
  RESERVE: { used: 0, reserved: 1 },
  RELEASE: { used: 0, reserved: -1 },
  CONSUME: { used: 1, reserved: 0 },
  REVERSE: { used: -1, reserved: 0 },
};

function datesWith(dates: Use['dates'], date: CalendarDate, sign: number): Use['dates'] {
  if (sign === 0) return dates;
  const { [date]: before = 0, ...others } = dates;
  return before + sign === 0 ? others : { ...others, [date]: before + sign };
}

function useWith(use: Use, entry: LedgerEntry): Use {
  const { used, reserved } = signs[entry.kind];
  return {
    used: use.used + used * entry.amount,
    reserved: use.reserved + reserved * entry.amount,
    units: use.units + used * entry.units,
    reservedUnits: use.reservedUnits + reserved * entry.units,
    days: use.days + used * entry.days,
    reservedDays: use.reservedDays + reserved * entry.days,
    visits: use.visits + used * entry.visits,
    reservedVisits: use.reservedVisits + reserved * entry.visits,
    deductible: use.deductible + used * entry.deductible,
    overallDeductible: use.overallDeductible + used * entry.overallDeductible,
    dates: datesWith(use.dates, entry.serviceDate, used),
  };
}

const isNothing = ({ dates, ...figures }: Use): boolean =>
  Object.values(figures).every((figure) => figure === 0) && Object.keys(dates).length === 0;

/** A copy with `value` under `key`; without the key where nothing is left under it, so that an undone use leaves no trace. */
function withKey<T>(record: Record<string, T>, key: string, value: T | null): Record<string, T> {
  if (value !== null) return { ...record, [key]: value };
  const { [key]: _, ...others } = record;
  return others;
}
const orNull = <T>(record: Record<string, T>): Record<string, T> | null =>
  Object.keys(record).length === 0 ? null : record;

/** A family's account of a plan year before anything has happened in it. */
export function emptyAccount(familyId: string, period: CalendarDate): FamilyAccount {
  return { familyId, period, people: {} };
}

/**
 * The account after one more entry (members.md, Benefit ledger); the one handed in is not changed. Sums only, nothing is cut
 * off, so that it equals the ledger at every moment. Throws a RangeError when the entry belongs to another account.
 */
export function applyEntry(account: FamilyAccount, entry: LedgerEntry): FamilyAccount {
  const { familyId, period, enrolleeId, plan, benefit } = entry;
  if (familyId !== account.familyId || period !== account.period)
    throw new RangeError(
      `an entry of ${familyId} ${period} is not for the account of ${account.familyId} ${account.period}`,
    );
  const plans = account.people[enrolleeId] ?? {};
  const benefits = plans[plan] ?? {};
  const use = useWith(benefits[benefit] ?? unused, entry);
  const benefitsAfter = withKey(benefits, benefit, isNothing(use) ? null : use);
  const plansAfter = withKey(plans, plan, orNull(benefitsAfter));
  return { ...account, people: withKey(account.people, enrolleeId, orNull(plansAfter)) };
}

/** The account that a ledger's entries make: what `npm run verify` compares the stored one with. */
export function foldEntries(account: FamilyAccount, entries: Iterable<LedgerEntry>): FamilyAccount {
  let folded = account;
  for (const entry of entries) folded = applyEntry(folded, entry);
  return folded;
}
