import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LedgerEntry, Use } from '../../../../schema/domain/benefits/account.ts';
import { applyEntry, emptyAccount, foldEntries } from '../../../../schema/domain/benefits/apply-entry.ts';
import { reversalOf } from '../../../../schema/domain/benefits/reversal-of.ts';
import { tallyOf } from '../../../../schema/domain/benefits/tally.ts';
import { entry } from '../adjudication/case.ts';

const account = emptyAccount('ada', '2026-01-01');
const useOf = (entries: readonly LedgerEntry[]): Use | undefined =>
  foldEntries(account, entries).people.ada?.GOLD?.DENT;
const told = (some: Partial<LedgerEntry> = {}) => entry({ benefit: 'DENT', amount: 700, ...some }, 'ada');

test('an approval is used, and the day it was on is known', () => {
  expect(useOf([told({ units: 2, days: 1, visits: 1, deductible: 30, overallDeductible: 20 })])).toEqual({
    used: 700,
    reserved: 0,
    units: 2,
    reservedUnits: 0,
    days: 1,
    reservedDays: 0,
    visits: 1,
    reservedVisits: 0,
    deductible: 30,
    overallDeductible: 20,
    dates: { '2026-02-01': 1 },
  });
});

test('a reservation is reserved and not used, and is no day of use', () => {
  expect(useOf([told({ kind: 'RESERVE', units: 2, days: 2, visits: 1 })])).toMatchObject({
    used: 0,
    units: 0,
    reserved: 700,
    reservedUnits: 2,
    reservedDays: 2,
    reservedVisits: 1,
    dates: {},
  });
});

test('a day on which two entries stand is forgotten with the second reversal, not the first', () => {
  const once = [told(), told({ line: 2 }), told({ kind: 'REVERSE' })];
  expect(useOf(once)?.dates).toEqual({ '2026-02-01': 1 });
  expect(useOf([...once, told({ kind: 'REVERSE', line: 2 })])).toBeUndefined();
});

test('an account that everything was undone in is as it was at the beginning', () => {
  const undone = [told({ kind: 'RESERVE' }), told({ kind: 'RELEASE' }), told(), told({ kind: 'REVERSE' })];
  expect(foldEntries(account, undone)).toEqual(account);
});

test('undoing one use leaves those of others, of other plans and of other benefits', () => {
  const others = [
    told({ benefit: 'LAB' }),
    told({ plan: 'SILVER' }),
    told({ enrolleeId: 'kid' }),
    told({ serviceDate: '2026-02-02' }),
  ];
  const after = foldEntries(account, [...others, told(), told({ kind: 'REVERSE' })]);
  expect(after).toEqual(foldEntries(account, others));
});

test('an entry changes nothing in the account that was handed in', () => {
  const before = foldEntries(account, [told()]);
  const kept = structuredClone(before);
  applyEntry(before, told({ line: 2 }));
  expect(before).toEqual(kept);
});

test.each([
  ['another family', { familyId: 'eve' }],
  ['another plan year', { period: '2025-01-01' }],
])('an entry of %s is not applied', (_, some) => {
  expect(() => applyEntry(account, told(some))).toThrow(RangeError);
});

test('undoing a decision reverses what it used and reserves again what it released', () => {
  const decided = [told({ authorization: 'PA-1' }), told({ kind: 'RELEASE', authorization: 'PA-1' })];
  const undone = reversalOf(decided, 99);
  expect(undone.map(({ kind, at, amount }) => ({ kind, at, amount }))).toEqual([
    { kind: 'REVERSE', at: 99, amount: 700 },
    { kind: 'RESERVE', at: 99, amount: 700 },
  ]);
});

test('what has been undone is not undone again, and a second decision is undone alone', () => {
  const first = told();
  const second = told({ amount: 400 });
  const undone = [first, ...reversalOf([first], 1)];
  expect(reversalOf(undone, 2)).toEqual([]);
  expect(reversalOf([...undone, second], 2)).toEqual([{ ...second, kind: 'REVERSE', at: 2 }]);
});

const kinds = ['RESERVE', 'RELEASE', 'CONSUME', 'REVERSE'] as const;
const anEntry = fc
  .record({
    kind: fc.constantFrom(...kinds),
    enrolleeId: fc.constantFrom('ada', 'kid', 'eve'),
    plan: fc.constantFrom('GOLD', 'SILVER'),
    benefit: fc.constantFrom('DENT', 'LAB', 'OPD'),
    amount: fc.nat(1_000_000),
    units: fc.nat(9),
    days: fc.nat(9),
    visits: fc.nat(1),
    deductible: fc.nat(500),
    overallDeductible: fc.nat(500),
    serviceDate: fc.constantFrom('2026-02-01', '2026-02-28', '2026-03-01'),
    claimId: fc.nat(5),
    line: fc.nat(3),
  })
  .map((some) => entry(some, 'ada'));

test('an account is the sum of its entries, whoever used whatever', () => {
  fc.assert(
    fc.property(fc.array(anEntry, { maxLength: 40 }), (entries) => {
      const folded = foldEntries(account, entries);
      const scope = { person: null, plans: ['GOLD', 'SILVER'], benefits: null, period: null };
      const { now } = tallyOf([folded], scope, []);
      const total = (kind: LedgerEntry['kind'], figure: 'amount' | 'units' | 'days' | 'visits') =>
        entries.filter((each) => each.kind === kind).reduce((sum, each) => sum + each[figure], 0);
      expect(now.used).toBe(total('CONSUME', 'amount') - total('REVERSE', 'amount'));
      expect(now.reserved).toBe(total('RESERVE', 'amount') - total('RELEASE', 'amount'));
      expect(now.units).toBe(total('CONSUME', 'units') - total('REVERSE', 'units'));
      expect(now.reservedDays).toBe(total('RESERVE', 'days') - total('RELEASE', 'days'));
      expect(now.visits).toBe(total('CONSUME', 'visits') - total('REVERSE', 'visits'));
    }),
  );
});

test('the order of the entries does not matter to the account', () => {
  fc.assert(
    fc.property(fc.array(anEntry, { maxLength: 20 }), (entries) => {
      expect(foldEntries(account, entries.toReversed())).toEqual(foldEntries(account, entries));
    }),
  );
});

test('a decision and its reversal leave the account as it was', () => {
  const decisions = fc.uniqueArray(
    anEntry.map((each): LedgerEntry => ({ ...each, kind: each.amount % 2 ? 'CONSUME' : 'RELEASE' })),
    { selector: ({ claimId, line, kind }) => `${claimId} ${line} ${kind}`, maxLength: 20 },
  );
  fc.assert(
    fc.property(fc.array(anEntry, { maxLength: 20 }), decisions, (history, decided) => {
      const before = foldEntries(account, history);
      const after = foldEntries(foldEntries(before, decided), reversalOf(decided, 1));
      expect(after).toEqual(before);
    }),
  );
});
