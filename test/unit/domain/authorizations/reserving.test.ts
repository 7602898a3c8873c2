import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Draws } from '../../../../schema/domain/adjudication/draws.ts';
import type { Facts } from '../../../../schema/domain/adjudication/facts.ts';
import { judge } from '../../../../schema/domain/adjudication/judge.ts';
import type {
  Authorization,
  AuthorizationLine,
} from '../../../../schema/domain/authorizations/authorization.ts';
import {
  booked,
  leftOf,
  releaseOf,
  reservationOf,
  unreserved,
  withReservations,
} from '../../../../schema/domain/authorizations/reserving.ts';
import type { LedgerEntry } from '../../../../schema/domain/benefits/account.ts';
import { emptyAccount, foldEntries } from '../../../../schema/domain/benefits/apply-entry.ts';
import { entriesOf } from '../../../../schema/domain/benefits/consumption.ts';
import { aCase, granted } from './a-case.ts';

const whose = { familyId: 'ada', at: 5 };
const accountOf = (entries: readonly LedgerEntry[]) =>
  foldEntries(emptyAccount('ada', '2026-01-01'), entries);
const plan = { benefits: { BED: {}, SCAN: {} } };

test('each granted line is reserved where an approval of it would be booked', () => {
  const { request, claim, facts } = aCase({ plan }, [{ service: 'BED', quantity: 3 }, { service: 'SCAN' }]);
  const entries = reservationOf(granted(request), { claim, facts });
  const common = { kind: 'RESERVE', claimId: null, authorization: 'TST-PA-260601-ABCDEF', deductible: 0 };
  expect(entries).toMatchObject([
    { ...common, line: 1, plan: 'GOLD', benefit: 'BED', amount: 3000, units: 3, days: 3, visits: 1 },
    { ...common, line: 2, plan: 'GOLD', benefit: 'SCAN', amount: 1000, units: 1, days: 0, visits: 1 },
  ]);
  expect(withReservations(request, entries).lines.map(({ reservation }) => reservation)).toEqual([
    { period: '2026-01-01', plan: 'GOLD', benefit: 'BED', visits: 1, daily: true },
    { period: '2026-01-01', plan: 'GOLD', benefit: 'SCAN', visits: 1, daily: false },
  ]);
});

test('of a line that was refused nothing is reserved', () => {
  const { request, claim, facts } = aCase({ plan }, [{ service: 'BED' }, { service: 'SCAN' }]);
  const part = granted(request, [
    { approvedQuantity: 0, approved: 0 },
    { approvedQuantity: 1, approved: 400 },
  ]);
  const entries = reservationOf(part, { claim, facts });
  expect(entries).toMatchObject([{ line: 2, amount: 400, units: 1 }]);
  expect(withReservations(part, entries).lines[0]?.reservation).toBeNull();
});

test('a deductible is borne when the service is paid: none of it is reserved', () => {
  const { request, claim, facts } = aCase({ plan: { deductible: 600, benefits: { SCAN: {} } } }, [
    { service: 'SCAN' },
  ]);
  const entries = reservationOf(granted(request, [{ approvedQuantity: 1, approved: 400 }]), { claim, facts });
  expect(entries).toMatchObject([{ amount: 400, deductible: 0, overallDeductible: 0 }]);
});

test('what is reserved is no longer left for another claim, and counts as left for the request itself', () => {
  const limited = { benefits: { SCAN: { limits: { period: 1500 } } } };
  const { request, claim, facts } = aCase({ plan: limited }, [{ service: 'SCAN' }]);
  const entries = reservationOf(granted(request), { claim, facts });
  const after = { ...facts, accounts: new Map([['2026-01-01', accountOf(entries)]]) };
  expect(judge(claim, after).approved).toBe(500);
  const reserved = withReservations(granted(request), entries);
  expect(judge(claim, booked(after, releaseOf(reserved, whose))).approved).toBe(1000);
  expect(booked(facts, entries).accounts.size).toBe(0);
});

/** What an approved claim line draws: the entries, and the line as it then is. */
function draw(request: Authorization, line: AuthorizationLine, units: number, amount: number, facts: Facts) {
  const left = leftOf(line);
  if (!left || !line.reservation || request.code === null) return { entries: [], line };
  const { period, plan: at, benefit } = line.reservation;
  const place = { period, plan: at, benefit };
  const service = { service: line.service, quantityLeft: left.units, amountLeft: left.amount };
  const lines = [{ ...service, reserved: true, visitsLeft: left.visits, under: null, ...place }];
  const days = { validFrom: '', validTo: '', issuedAt: 0, movedOn: null };
  const code = { code: request.code, enrolleeId: 'ada', facilityId: 'clinic', ...days };
  const draws = new Draws(new Map([[code.code, { ...code, lines }]]));
  const authorized = draws.leftOf(code.code, line.service, '2026-06-02');
  const billed = {
    line: 1,
    service: line.service,
    serviceDate: '2026-06-02',
    claimed: amount,
    quantity: units,
  };
  const taken = {
    line: { ...billed, unitPrice: 0, authorization: code.code, price: line.price },
    ...place,
    amount,
    units,
    days: line.reservation.daily ? units : 0,
    visits: left.visits,
    deductible: 0,
    overallDeductible: 0,
    authorized,
  };
  const drawn = {
    ...line,
    usedQuantity: line.usedQuantity + Math.min(left.units, units),
    used: line.used + Math.min(left.amount, amount),
    reservation: { ...line.reservation, visits: 0 },
  };
  return { entries: entriesOf(7, facts, taken, draws), line: drawn };
}

const grants = fc.tuple(fc.nat(4), fc.nat(4000), fc.nat(3), fc.nat(3000));
const drawing = fc.record({ nth: fc.nat(1), units: fc.integer({ min: 1, max: 3 }), amount: fc.nat(2000) });

test('at every moment the ledger has reserved exactly what is left of the lines', () => {
  fc.assert(
    fc.property(grants, fc.array(drawing, { maxLength: 5 }), ([days, forDays, scans, forScans], drawings) => {
      const { request, claim, facts } = aCase({ plan }, [
        { service: 'BED', quantity: 4 },
        { service: 'SCAN', quantity: 3 },
      ]);
      const asked = granted(request, [
        { approvedQuantity: days, approved: forDays },
        { approvedQuantity: scans, approved: forScans },
      ]);
      const entries = reservationOf(asked, { claim, facts });
      let now = withReservations(asked, entries);
      const expectEqual = () => {
        const { people } = accountOf(entries);
        now.lines.forEach((line) => {
          const left = leftOf(line) ?? { amount: 0, units: 0, days: 0, visits: 0 };
          const use = people.ada?.GOLD?.[line.service];
          expect(use?.reserved ?? 0).toBe(left.amount);
          expect(use?.reservedUnits ?? 0).toBe(left.units);
          expect(use?.reservedDays ?? 0).toBe(left.days);
          expect(use?.reservedVisits ?? 0).toBe(left.visits);
        });
      };
      expectEqual();
      for (const { nth, units, amount } of drawings) {
        const line = now.lines[nth];
        if (!line) continue;
        const drawn = draw(now, line, units, amount, facts);
        entries.push(...drawn.entries);
        now = { ...now, lines: now.lines.with(nth, drawn.line) };
        expectEqual();
      }
      entries.push(...releaseOf(now, whose));
      now = unreserved(now);
      expectEqual();
    }),
  );
});

test('what was drawn is not reserved a second time, and its visit was taken', () => {
  const { request, claim, facts } = aCase({ plan }, [{ service: 'SCAN', quantity: 3 }]);
  const drawn = granted(request);
  const lines = drawn.lines.map((line) => ({ ...line, usedQuantity: 1, used: 800 }));
  expect(reservationOf({ ...drawn, lines }, { claim, facts })).toMatchObject([
    { units: 2, amount: 2200, visits: 0 },
  ]);
});

test('a line that nobody has judged or decided reserves nothing', () => {
  const { request, claim, facts } = aCase({ plan }, [{ service: 'SCAN' }]);
  const lines = request.lines.map((line) => ({ ...line, judged: null }));
  expect(reservationOf({ code: 'X', lines }, { claim, facts })).toEqual([]);
  expect(reservationOf(request, { claim, facts })).toEqual([]);
  expect(releaseOf(request, whose)).toEqual([]);
  const undecided = request.lines.map((line) => ({
    ...line,
    approvedQuantity: 1,
    reservation: { period: '2026-01-01', plan: 'GOLD', benefit: 'SCAN', visits: 0, daily: false },
  }));
  expect(leftOf(undecided[0] as AuthorizationLine)).toEqual({ units: 1, amount: 0, days: 0, visits: 0 });
});
