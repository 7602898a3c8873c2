import fc from 'fast-check';
import { expect, test } from 'vitest';
import { approve } from '../../../../schema/domain/claims/approve.ts';
import type { LineApproval } from '../../../../schema/domain/claims/line-approvals.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { aClaim, ada, clerk, reasons } from './a-claim.ts';
import { aJudgement } from './a-judgement.ts';

const full: LineApproval[] = [
  { line: 1, approvedQuantity: 1, approved: 500_000, reasons: [] },
  { line: 2, approvedQuantity: 2, approved: 300_000, reasons: [] },
];
const withLine = (nth: number, change: Partial<LineApproval>) =>
  full.map((line, i) => (i === nth ? { ...line, ...change } : line));
const whole = aJudgement(aClaim('IN_REVIEW'));
const facts = { reasons, judgement: whole, rejudge: () => whole, mayOverride: false, mustName: false };
const decideOn = (lines?: readonly LineApproval[], sentence?: string) =>
  approve(aClaim('IN_REVIEW'), { version: 3, lines, sentence }, ada, facts);

/** The errors of a refusal as `field: message`. */
function errorsOf(lines: readonly LineApproval[]): string[] {
  const result = decideOn(lines);
  if (!isRefusal(result)) throw new Error('it was approved');
  expect(result.code).toBe('invalid');
  return (result.errors ?? []).map((error) => `${error.field}: ${error.message}`);
}

test('given no lines, then all is approved as recommended and the outcome is FULL', () => {
  expect(decideOn()).toMatchObject({
    state: 'APPROVED',
    outcome: 'FULL',
    approved: 800_000,
    decidedAt: ada.at,
    decidedBy: 'ada',
    version: 4,
    lines: [
      { approvedQuantity: 1, approved: 500_000 },
      { approvedQuantity: 2, approved: 300_000 },
    ],
  });
});

test('given every line as claimed, then the outcome is FULL as well', () => {
  expect(decideOn(full)).toMatchObject({ outcome: 'FULL', approved: 800_000 });
});

test('given a reduced line with a reason, then PARTIAL, the reason in its group', () => {
  const lines = withLine(1, { approvedQuantity: 1, approved: 150_000, reasons: ['151', '3', '3'] });
  expect(decideOn(lines)).toMatchObject({
    outcome: 'PARTIAL',
    approved: 650_000,
    lines: [
      { reasons: [] },
      {
        approved: 150_000,
        reasons: [
          { code: '151', group: 'CO' },
          { code: '3', group: 'PR' },
        ],
      },
    ],
  });
});

test('given less money for the same quantity, then that is a reduced line too', () => {
  expect(decideOn(withLine(0, { approved: 400_000, reasons: ['45'] }))).toMatchObject({
    outcome: 'PARTIAL',
    approved: 700_000,
  });
});

test('a sentence goes into the conversation', () => {
  expect(decideOn(undefined, 'Thank you.')).toMatchObject({
    conversation: [{ at: ada.at, from: 'tenant', by: 'Ada Obi', kind: 'decision', text: 'Thank you.' }],
  });
  expect(decideOn()).toMatchObject({ conversation: [] });
});

test('more than was claimed is refused, in quantity and in money', () => {
  expect(errorsOf(withLine(1, { approvedQuantity: 3 }))).toEqual([
    'lines.1.approvedQuantity: At most 2 were claimed on line 2.',
  ]);
  expect(errorsOf(withLine(0, { approved: 500_001 }))).toEqual([
    'lines.0.approved: At most 500000 minor units were claimed on line 1.',
  ]);
});

test('more money than the approved quantity costs is refused', () => {
  expect(errorsOf(withLine(1, { approvedQuantity: 1, reasons: ['151'] }))).toEqual([
    'lines.1.approved: 1 × 150000 is less than what is approved on line 2.',
  ]);
});

test('a reduced line needs a reason, and one of the tenant that is in use', () => {
  expect(errorsOf(withLine(0, { approved: 1 }))).toEqual([
    'lines.0.reasons: Line 1 is reduced: choose at least one reason.',
  ]);
  expect(errorsOf(withLine(0, { approved: 1, reasons: ['999'] }))).toEqual([
    'lines.0.reasons: Reason 999 is not in the table of reasons in use.',
  ]);
});

test('a line left out is as recommended', () => {
  expect(decideOn(full.slice(0, 1))).toEqual(decideOn(full));
});

test('a line is named once, and is one of the claim', () => {
  expect(errorsOf([...full, { line: 2, approvedQuantity: 2, approved: 300_000, reasons: [] }])).toEqual([
    'lines.2.line: Line 2 is named twice.',
  ]);
  expect(errorsOf([...full, { line: 9, approvedQuantity: 0, approved: 0, reasons: ['50'] }])).toEqual([
    'lines.2.line: Line 9 is not in this claim.',
  ]);
});

test('all mistakes are told at once', () => {
  const both = [
    { line: 1, approvedQuantity: 2, approved: 0, reasons: ['999'] },
    { line: 2, approvedQuantity: 2, approved: 1, reasons: [] },
  ];
  expect(errorsOf(both)).toHaveLength(3);
});

test('nothing approved at all is a rejection', () => {
  const nothing = full.map((line) => ({ ...line, approvedQuantity: 0, approved: 0, reasons: ['50'] }));
  expect(errorsOf(nothing)).toEqual(['lines: Nothing would be approved: reject the claim instead.']);
});

test('whoever entered a claim cannot approve it', () => {
  expect(approve(aClaim('IN_REVIEW'), { version: 3 }, clerk, facts)).toMatchObject({ code: 'forbidden' });
});

test('whatever is sent: claimed figures never change, and no more is approved than was claimed', () => {
  const line = fc.record({
    line: fc.integer({ min: 0, max: 3 }),
    approvedQuantity: fc.integer({ min: 0, max: 4 }),
    approved: fc.oneof(fc.integer({ min: 0, max: 600_000 }), fc.constantFrom(0, 150_000, 300_000, 500_000)),
    reasons: fc.array(fc.constantFrom('50', '151', '999'), { maxLength: 2 }),
  });
  const any = fc.array(line, { maxLength: 4 });
  const likely = fc.tuple(line, line).map(([first, second]) => [
    { ...first, line: 1 },
    { ...second, line: 2 },
  ]);
  fc.assert(
    fc.property(fc.option(fc.oneof(any, likely), { nil: undefined }), (lines) => {
      const before = aClaim('IN_REVIEW');
      const after = approve(before, { version: 3, lines }, ada, facts);
      expect(before).toEqual(aClaim('IN_REVIEW'));
      if (isRefusal(after)) return;
      expect(after.claimed).toBe(before.claimed);
      expect(
        after.lines.map(({ line, quantity, unitPrice, claimed }) => [line, quantity, unitPrice, claimed]),
      ).toEqual(
        before.lines.map(({ line, quantity, unitPrice, claimed }) => [line, quantity, unitPrice, claimed]),
      );
      expect(after.approved).toBe(after.lines.reduce((sum, { approved }) => sum + (approved ?? 0), 0));
      expect(after.outcome).toBe(after.approved === after.claimed ? 'FULL' : 'PARTIAL');
      expect(after.approved).toBeGreaterThan(0);
      for (const {
        quantity,
        claimed,
        approvedQuantity,
        approved,
        reasons: given,
        ...shares
      } of after.lines) {
        expect((approved ?? 0) + (shares.enrolleeShare ?? 0) + (shares.facilityShare ?? 0)).toBe(claimed);
        expect(approvedQuantity).toBeLessThanOrEqual(quantity);
        expect(approved).toBeLessThanOrEqual(claimed);
        if ((approved ?? 0) < claimed) expect(given.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  );
});

const aboveTariff = {
  facilityShare: 100_000,
  approved: 400_000,
  price: 400_000,
  reasons: [{ code: '45', group: 'CO' as const }],
};
const recommended = aJudgement(aClaim('IN_REVIEW'), { 1: { ...aboveTariff, verdict: 'REDUCE' } });
const against = (line: Partial<LineApproval>, mayOverride = true) =>
  approve(
    aClaim('IN_REVIEW'),
    { version: 3, lines: [{ line: 1, approvedQuantity: 1, approved: 400_000, reasons: [], ...line }] },
    ada,
    { reasons, judgement: recommended, rejudge: () => recommended, mayOverride, mustName: false },
  );

test('given a recommendation below what was claimed, then it is followed with its own reasons, and both are kept', () => {
  expect(against({})).toMatchObject({
    outcome: 'PARTIAL',
    approved: 700_000,
    lines: [
      {
        approved: 400_000,
        facilityShare: 100_000,
        enrolleeShare: 0,
        reasons: [{ code: '45', group: 'CO' }],
        judged: { approved: 400_000 },
        override: null,
      },
      { approved: 300_000 },
    ],
  });
});

test('more than recommended wants the permission, and a reason in words', () => {
  const more = { approved: 450_000 };
  expect(against(more, false)).toMatchObject({
    errors: [{ field: 'lines.0.approved', message: expect.stringContaining('your role does not allow') }],
  });
  expect(against(more)).toMatchObject({ errors: [{ field: 'lines.0.override' }] });
  expect(against({ ...more, override: 'Agreed with the medical director.' })).toMatchObject({
    approved: 750_000,
    lines: [
      {
        approved: 450_000,
        facilityShare: 50_000,
        judged: { approved: 400_000 },
        override: 'Agreed with the medical director.',
      },
      {},
    ],
  });
});

test('less than recommended is borne by whom the reason names', () => {
  expect(against({ approved: 300_000, reasons: ['119'] })).toMatchObject({
    lines: [{ approved: 300_000, enrolleeShare: 100_000, facilityShare: 100_000 }, {}],
  });
  expect(against({ approved: 300_000, reasons: ['50'] })).toMatchObject({
    lines: [{ approved: 300_000, enrolleeShare: 0, facilityShare: 200_000 }, {}],
  });
});

test('given other figures than those seen, then stale, with what is recommended now', () => {
  const seen = aJudgement(aClaim('IN_REVIEW')).fingerprint;
  const decision = { version: 3, recommendation: seen };
  expect(approve(aClaim('IN_REVIEW'), decision, ada, { ...facts, judgement: recommended })).toMatchObject({
    code: 'stale',
    message: expect.stringContaining('700000 minor units now'),
  });
  expect(approve(aClaim('IN_REVIEW'), decision, ada, facts)).toMatchObject({ state: 'APPROVED' });
});

test('a co-pay is no reduction: the claim is approved in full as covered', () => {
  const judgement = aJudgement(aClaim('IN_REVIEW'), {
    1: { approved: 450_000, coPay: 50_000, enrolleeShare: 50_000, reasons: [{ code: '3', group: 'PR' }] },
  });
  expect(approve(aClaim('IN_REVIEW'), { version: 3 }, ada, { ...facts, judgement })).toMatchObject({
    outcome: 'FULL',
    approved: 750_000,
  });
});

test('beyond the recommendation of a day without cover nothing is approved, whoever decides', () => {
  const none = aJudgement(aClaim('IN_REVIEW'), {
    1: { period: null, approved: 0, approvedQuantity: 0, verdict: 'REFUSE' },
  });
  const result = approve(
    aClaim('IN_REVIEW'),
    {
      version: 3,
      lines: [{ line: 1, approvedQuantity: 1, approved: 500_000, reasons: [], override: 'Kindness.' }],
    },
    ada,
    { ...facts, judgement: none, rejudge: () => none, mayOverride: true },
  );
  expect(result).toMatchObject({
    code: 'invalid',
    errors: [
      {
        field: 'lines.0.approved',
        message: 'Nobody is covered on the day of line 1: nothing can be approved of it.',
      },
    ],
  });
});

test('where a person must name the recommendation, a decision without one is refused', () => {
  const named = { ...facts, mustName: true };
  expect(approve(aClaim('IN_REVIEW'), { version: 3 }, ada, named)).toMatchObject({
    code: 'invalid',
    errors: [{ field: 'recommendation', message: 'Say which recommendation the decision was made on.' }],
  });
  expect(
    approve(aClaim('IN_REVIEW'), { version: 3, recommendation: whole.fingerprint }, ada, named),
  ).toMatchObject({ state: 'APPROVED' });
});
