import fc from 'fast-check';
import { expect, test } from 'vitest';
import { approve, type LineApproval } from '../../../../schema/domain/claims/approve.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { aClaim, ada, clerk, reasons } from './a-claim.ts';

const full: LineApproval[] = [
  { line: 1, approvedQuantity: 1, approved: 500_000, reasons: [] },
  { line: 2, approvedQuantity: 2, approved: 300_000, reasons: [] },
];
const withLine = (nth: number, change: Partial<LineApproval>) =>
  full.map((line, i) => (i === nth ? { ...line, ...change } : line));
const decideOn = (lines?: readonly LineApproval[], sentence?: string) =>
  approve(aClaim('IN_REVIEW'), { version: 3, lines, sentence }, ada, reasons);

/** The errors of a refusal as `field: message`. */
function errorsOf(lines: readonly LineApproval[]): string[] {
  const result = decideOn(lines);
  if (!isRefusal(result)) throw new Error('it was approved');
  expect(result.code).toBe('invalid');
  return (result.errors ?? []).map((error) => `${error.field}: ${error.message}`);
}

test('given no lines, then all is approved as claimed and the outcome is FULL', () => {
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

test('every line is named once', () => {
  expect(errorsOf(full.slice(0, 1))).toEqual(['lines: Say what is approved of line 2.']);
  expect(errorsOf([...full, { line: 2, approvedQuantity: 2, approved: 300_000, reasons: [] }])).toEqual([
    'lines.2.line: Line 2 is named twice.',
  ]);
  expect(errorsOf([...full, { line: 9, approvedQuantity: 0, approved: 0, reasons: ['50'] }])).toEqual([
    'lines.2.line: Line 9 is not in this claim.',
  ]);
});

test('all mistakes are told at once', () => {
  expect(errorsOf([{ line: 1, approvedQuantity: 2, approved: 0, reasons: [] }])).toHaveLength(3);
});

test('nothing approved at all is a rejection', () => {
  const nothing = full.map((line) => ({ ...line, approvedQuantity: 0, approved: 0, reasons: ['50'] }));
  expect(errorsOf(nothing)).toEqual(['lines: Nothing would be approved: reject the claim instead.']);
});

test('whoever entered a claim cannot approve it', () => {
  expect(approve(aClaim('IN_REVIEW'), { version: 3 }, clerk, reasons)).toMatchObject({ code: 'forbidden' });
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
      const after = approve(before, { version: 3, lines }, ada, reasons);
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
      for (const { quantity, claimed, approvedQuantity, approved, reasons: given } of after.lines) {
        expect(approvedQuantity).toBeLessThanOrEqual(quantity);
        expect(approved).toBeLessThanOrEqual(claimed);
        if ((approved ?? 0) < claimed) expect(given.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  );
});
