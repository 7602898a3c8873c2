import { describe, expect, test } from 'vitest';
import { afterDraw, drawnBy, reservedWhereItStands } from '../../../../schema/domain/authorizations/draw.ts';
import { namedIn } from '../../../../schema/domain/authorizations/name.ts';
import { namedBy_max } from '../../../../schema/domain/authorizations/parts.ts';
import type { LedgerEntry } from '../../../../schema/domain/benefits/account.ts';
import type { ClaimLine } from '../../../../schema/domain/claims/claim.ts';
import { aClaim } from '../claims/a-claim.ts';
import { lineOf, requestOf } from './sample.ts';

const code = 'TST-PA-261126-ABCDEF';
const reservation = { period: '2026-01-01', plan: 'FULL', benefit: 'LAB', visits: 1, daily: false };
const granted = requestOf({
  state: 'APPROVED',
  code,
  validFrom: '2026-11-26',
  validTo: '2026-12-10',
  lines: [lineOf({ approvedQuantity: 2, approved: 1_000_000, reservation })],
});
const entry = (own: Partial<LedgerEntry>): LedgerEntry => ({
  kind: 'CONSUME',
  familyId: 'enr-1',
  enrolleeId: 'enr-1',
  period: '2026-01-01',
  plan: 'FULL',
  benefit: 'LAB',
  amount: 450_000,
  units: 1,
  days: 0,
  visits: 1,
  deductible: 0,
  overallDeductible: 0,
  serviceDate: '2026-11-27',
  at: 1,
  claimId: 7,
  line: 1,
  authorization: code,
  ...own,
});
const serviceOf = () => 'SVC-1';
const by = { at: 5, claim: 'CLM-26-000007' };

const of = { on: '2026-11-27', consumed: { units: 1, amount: 450_000 } };

describe('what a claim draws', () => {
  test('is what it sets free of the reservation', () => {
    const entries = [entry({}), entry({ kind: 'RELEASE', amount: 500_000 })];
    expect(drawnBy(entries, serviceOf)).toEqual(
      new Map([[code, [{ service: 'SVC-1', units: 1, amount: 500_000, visits: 1, ...of }]]]),
    );
  });

  test('is what it consumes, where nothing is reserved any more', () => {
    expect(drawnBy([entry({})], serviceOf).get(code)).toEqual([
      { service: 'SVC-1', units: 1, amount: 450_000, visits: 0, ...of },
    ]);
  });

  test('is given back when the decision is undone', () => {
    const entries = [entry({ kind: 'REVERSE' }), entry({ kind: 'RESERVE', amount: 500_000 })];
    expect(drawnBy(entries, serviceOf).get(code)).toEqual([
      {
        service: 'SVC-1',
        units: -1,
        amount: -500_000,
        visits: -1,
        on: of.on,
        consumed: { units: -1, amount: -450_000 },
      },
    ]);
  });

  test('is nothing of a line that names no code', () => {
    expect(drawnBy([entry({ authorization: null }), entry({ line: null })], serviceOf).size).toBe(0);
  });
});

describe('an authorization that is drawn on', () => {
  const one = {
    service: 'SVC-1',
    units: 1,
    amount: 500_000,
    visits: 1,
    on: '2026-11-27',
    consumed: { units: 1, amount: 450_000 },
  };

  test('has less left, and its visit is not reserved twice', () => {
    const after = afterDraw(granted, [one], by);
    expect(after).toMatchObject({ state: 'APPROVED', version: 2 });
    expect(after.lines[0]).toMatchObject({
      usedQuantity: 1,
      used: 500_000,
      approvedQuantity: 2,
      reservation: { visits: 0 },
    });
    expect(after.history).toHaveLength(1);
  });

  test('is used when nothing is left, and says by which claim', () => {
    const after = afterDraw(granted, [{ ...one, units: 2 }], by);
    expect(after.state).toBe('USED');
    expect(after.history.at(-1)).toEqual({ at: 5, what: 'used', by: 'Vetra', detail: 'CLM-26-000007' });
    expect(afterDraw(after, [], by).history).toHaveLength(2);
  });

  test('is granted again when a claim gives back what it drew: in part where it was in part', () => {
    const used = afterDraw(granted, [{ ...one, units: 2 }], by);
    const back = { ...one, units: -2, amount: -500_000, visits: -1 };
    expect(afterDraw(used, [back], by)).toMatchObject({ state: 'APPROVED', lines: granted.lines });
    const inPart = {
      ...used,
      lines: [...used.lines, lineOf({ line: 2, service: 'SVC-2', approvedQuantity: 0 })],
    };
    expect(afterDraw(inPart, [back], by).state).toBe('PARTIALLY_APPROVED');
  });

  test('keeps its state once it has expired, and a request that has only a breach reference has no other', () => {
    expect(afterDraw({ ...granted, state: 'EXPIRED' }, [{ ...one, units: 2 }], by).state).toBe('EXPIRED');
    const late = requestOf({ lines: [lineOf()] });
    expect(afterDraw(late, [{ ...one, visits: 0 }], by)).toMatchObject({
      state: 'REQUESTED',
      lines: [{ usedQuantity: 1, reservation: null }],
    });
  });

  test('a line that was never granted is not waited for', () => {
    const some = { ...granted, lines: [...granted.lines, lineOf({ line: 2, service: 'SVC-2' })] };
    expect(afterDraw(some, [{ ...one, units: 2 }], by).state).toBe('USED');
  });
});

describe('a code that a move of plan has lowered', () => {
  const moved = { ...reservation, plan: 'LEAN', visits: 0 };
  const earlier = [{ to: '2026-11-30', under: 'GOLD', quantity: 4, amount: 2_000_000 }];
  const line = lineOf({ approvedQuantity: 2, approved: 600_000, reservation: moved, earlier });
  const freed = { service: 'SVC-1', units: 2, amount: 600_000, visits: 0, on: '2026-11-30' };
  const drawn = { ...freed, consumed: { units: 3, amount: 1_500_000 } };

  test('is drawn on by all that is consumed of before it, and by what is set free of since', () => {
    const lines = [line];
    const before = afterDraw({ ...granted, lines }, [drawn], by);
    expect(before.lines[0]).toMatchObject({ usedQuantity: 3, used: 1_500_000 });
    const since = afterDraw({ ...granted, lines }, [{ ...drawn, on: '2026-12-01' }], by);
    expect(since.lines[0]).toMatchObject({ usedQuantity: 2, used: 600_000 });
  });

  test('reserves again where it stands now, by as much as more is left', () => {
    const again = entry({ kind: 'RESERVE', units: 3, amount: 600_000, visits: 1 });
    const used = { ...line, usedQuantity: 3, used: 1_500_000 };
    expect(reservedWhereItStands(again, used, line)).toMatchObject({
      plan: 'LEAN',
      benefit: 'LAB',
      units: 2,
      amount: 600_000,
      visits: 0,
    });
    expect(reservedWhereItStands(again, used, used)).toMatchObject({ units: 0, amount: 0 });
    const { earlier: _, ...plain } = line;
    const part = { ...plain, usedQuantity: 1, used: 200_000 };
    expect(reservedWhereItStands(again, part, plain)).toMatchObject({
      plan: 'LEAN',
      units: 1,
      amount: 200_000,
    });
  });

  test('and one that no move has touched reserves again what was set free', () => {
    const again = entry({ kind: 'RESERVE' });
    const plain = lineOf({ approvedQuantity: 2, approved: 600_000, reservation });
    expect(reservedWhereItStands(again, plain, plain)).toBe(again);
    const unreserved = { ...plain, reservation: null };
    expect(reservedWhereItStands(again, unreserved, unreserved)).toBe(again);
  });
});

describe('claims that name a code', () => {
  const [first] = aClaim('RECEIVED').lines;
  if (!first) throw new Error('the sample has a line');
  const line: ClaimLine = { ...first, service: 'SVC-1', authorization: code };
  const billed = { service: 'SVC-1', quantity: line.quantity, claimed: line.claimed };

  test('are known to it with what they bill under it, each once', () => {
    const once = namedIn(granted, code, { number: 'CLM-26-000007', lines: [line] });
    const again = namedIn(once, code, {
      number: 'CLM-26-000007',
      lines: [line, { ...line, authorization: null }],
    });
    expect(again.claims).toEqual([{ claim: 'CLM-26-000007', lines: [billed] }]);
  });

  test('are forgotten when they name it no longer, and the oldest when there are too many', () => {
    const named = namedIn(granted, code, { number: 'CLM-26-000007', lines: [line] });
    expect(namedIn(named, code, { number: 'CLM-26-000007', lines: [] }).claims).toEqual([]);
    let many = granted;
    for (let i = 0; i <= namedBy_max; i += 1)
      many = namedIn(many, code, { number: `CLM-26-${i}`, lines: [line] });
    expect(many.claims).toHaveLength(namedBy_max);
    expect(many.claims[0]?.claim).toBe('CLM-26-1');
  });
});
