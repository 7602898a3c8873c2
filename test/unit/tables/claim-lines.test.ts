import { expect, test } from 'vitest';
import type { ClaimLine } from '../../../schema/domain/claims/claim.ts';
import { asRecommended, judgedLines } from '../../../schema/domain/claims/decided-line.ts';
import { lineOf, storedLine } from '../../../schema/tables/tenant/claim-lines.ts';
import { aClaim } from '../domain/claims/a-claim.ts';
import { aJudgement } from '../domain/claims/a-judgement.ts';

const claim = aClaim('IN_REVIEW');
const judgement = aJudgement(claim, {
  1: {
    coPay: 50_000,
    approved: 450_000,
    enrolleeShare: 50_000,
    leftBefore: 0,
    reasons: [{ code: '3', group: 'PR' }],
    findings: [{ rule: 'co-pay', effect: 'reduce', reason: null, figures: { found: 'flat', taken: 50_000 } }],
  },
});
const decided = judgedLines(claim, judgement).map(asRecommended);
const stored = (line: ClaimLine) => JSON.parse(JSON.stringify(storedLine(line)));

test('a line comes back from its row as it was, decided or not', () => {
  for (const line of [...claim.lines, ...decided]) expect(lineOf(stored(line))).toEqual(line);
});

test('what every line is until something is said of it is left out', () => {
  const [first] = claim.lines;
  if (!first) throw new Error('the claim has no line');
  expect(Object.keys(stored(first))).toEqual([
    'line',
    'service',
    'name',
    'serviceDate',
    'quantity',
    'unitPrice',
    'claimed',
    'price',
  ]);
  const billed = { ...first, price: { price: first.unitPrice, source: 'billed' as const } };
  expect(stored(billed)).not.toHaveProperty('price');
});

test('a line filed before there were plans was as billed, and is undecided', () => {
  const { line, service, name, serviceDate, quantity, unitPrice, claimed } = claim.lines[0] as ClaimLine;
  const old = { line, service, name, serviceDate, quantity, unitPrice, claimed };
  expect(lineOf({ ...old, approvedQuantity: null, approved: null, reasons: [] })).toMatchObject({
    price: { price: unitPrice, source: 'billed' },
    judged: null,
    enrolleeShare: null,
    override: null,
  });
});
