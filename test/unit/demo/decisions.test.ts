import { expect, test } from 'vitest';
import { approveClaimForm, rejectClaimForm } from '../../../schema/forms/decide-claim.ts';
import { decisionOn } from '../../../selfhost/demo/decisions.ts';
import type { Recommended } from '../../../selfhost/door.ts';

const known = { number: 'CLM-26-000001', version: 3 };
const claimed = [
  { service: 'CON-001', quantity: 1, unitPrice: 10_000, serviceDate: '2026-11-01' },
  { service: 'PHA-110', quantity: 2, unitPrice: 1000, serviceDate: '2026-11-01' },
  { service: 'RAD-040', quantity: 1, unitPrice: 95_000, serviceDate: '2026-11-01' },
];
const line = (of: number, approvedQuantity: number, approved: number, ...codes: string[]) => ({
  line: of,
  approvedQuantity,
  approved,
  reasons: codes.map((code) => ({ code })),
});
const judged: Recommended = {
  fingerprint: 'seen',
  approved: 12_000,
  lines: [line(1, 1, 10_000), line(2, 2, 2000), line(3, 0, 0, '197')],
};
const nothing: Recommended = {
  fingerprint: 'seen',
  approved: 0,
  lines: [line(1, 0, 0, '27'), line(2, 0, 0, '27'), line(3, 0, 0, '27', '197')],
};

test('as recommended: no lines, the recommendation that was seen, and a sentence for what is not paid', () => {
  const { type, input } = decisionOn(known, claimed, { to: 'recommended' }, judged);
  expect(type).toBe('ApproveClaim');
  expect(input).toEqual({
    ...known,
    recommendation: 'seen',
    sentence: 'The plan asks for an authorization first; none is named.',
  });
  expect(approveClaimForm.safeParse(input).success).toBe(true);
});

test('where nothing is recommended the claim is rejected with the recommended reasons, each once', () => {
  const decided = decisionOn(known, claimed, { to: 'less', luck: 4 }, nothing);
  expect(decided).toMatchObject({ type: 'RejectClaim', input: { ...known, reasons: ['27', '197'] } });
  expect(rejectClaimForm.safeParse(decided.input).success).toBe(true);
});

test('a claim of which the deductible takes everything is approved, and a reason without a sentence still has one', () => {
  const own = { fingerprint: 'seen', approved: 0, lines: [line(1, 1, 0, '1')] };
  expect(decisionOn(known, claimed, { to: 'recommended' }, own)).toMatchObject({ type: 'ApproveClaim' });
  const odd = { fingerprint: 'seen', approved: 0, lines: [line(1, 0, 0, '284')] };
  const { type, input } = decisionOn(known, claimed, { to: 'recommended' }, odd);
  expect(type).toBe('RejectClaim');
  expect(rejectClaimForm.safeParse(input).success).toBe(true);
});

test('less: one unit of one line that is paid, with reason 50', () => {
  const { input } = decisionOn(known, claimed, { to: 'less', luck: 1 }, judged);
  expect(input).toMatchObject({
    lines: [{ line: 2, approvedQuantity: 1, approved: 1000, reasons: ['50'] }],
    sentence: expect.stringContaining('Fewer would have done'),
  });
});

test('less: a single unit that is all there is stays as recommended', () => {
  const single = { fingerprint: 'seen', approved: 10_000, lines: [line(1, 1, 10_000)] };
  const { input } = decisionOn(known, claimed, { to: 'less', luck: 0 }, single);
  expect(input).toEqual({ ...known, recommendation: 'seen' });
});

test('more: a line is paid in full with the manager’s words; where no reason can be set aside, as recommended', () => {
  const { input } = decisionOn(known, claimed, { to: 'more', luck: 0 }, judged);
  expect(input).toMatchObject({
    lines: [
      { line: 3, approvedQuantity: 1, approved: 95_000, override: expect.stringContaining('telephone') },
    ],
  });
  const full = { ...judged, lines: judged.lines.slice(0, 2) };
  expect(decisionOn(known, claimed, { to: 'more', luck: 0 }, full).input).not.toHaveProperty('lines');
});

test('what no rule can see is turned down with the person’s own reason', () => {
  const leaning = { to: 'rejection', reasons: ['140'], sentence: 'Another name.' } as const;
  expect(decisionOn(known, claimed, { ...leaning, reasons: [...leaning.reasons] }, judged)).toEqual({
    type: 'RejectClaim',
    input: { ...known, reasons: ['140'], sentence: 'Another name.' },
  });
});
