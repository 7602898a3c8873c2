import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededReasonCodes } from '../../../schema/domain/claims/reason-codes.ts';
import { carriedOver, changedFigures } from '../../../views/hmo/changed-figures.ts';
import { type DecisionEntry, noDecision } from '../../../views/hmo/decision-entry.ts';
import { readSeen, writeSeen } from '../../../views/hmo/seen-figures.ts';
import type { SentForm } from '../../../worker/command.ts';
import { decisionCommand } from '../../../worker/portals/staff/decision-command.ts';
import { readDecisionEntry, readSeenOf } from '../../../worker/portals/staff/read-decision.ts';
import { sampleClaim } from '../views/claims/samples.ts';

function sent(fields: Record<string, string>): SentForm {
  const all = (name: string) => (fields[name] === undefined ? [] : [fields[name]]);
  return { all, get: (name) => all(name)[0] ?? '', commandId: 'decide-1', names: [] };
}
const seenIn = (fields: Record<string, string> = {}, overrides = true) =>
  readSeenOf(sent(fields), sampleClaim.lines, overrides);
const typed = (fields: Record<string, string>): DecisionEntry =>
  readDecisionEntry(sent(fields), sampleClaim.lines, 'NGN', seenIn(fields));
const decide = (entry: DecisionEntry, seen = seenIn()) =>
  decisionCommand(sampleClaim, 3, entry, seededReasonCodes, seen);
const whole = {
  outcome: 'approve',
  'lines.1.quantity': '1',
  'lines.1.amount': '15,000.00',
  'lines.1.reason': '',
  'lines.2.quantity': '2',
  'lines.2.amount': '15,600.00',
  'lines.2.reason': '',
  'lines.3.quantity': '1',
  'lines.3.amount': '600.00',
  'lines.3.reason': '',
};

describe('approving', () => {
  test('every line as billed is an approval in full: no lines are sent', () => {
    expect(decide(typed(whole))).toEqual({
      command: { type: 'ApproveClaim', input: { number: 'CLM-26-048214', version: 3 } },
    });
  });

  test('a form without the lines means all of them', () => {
    expect(decide(typed({ outcome: 'approve' }))).toEqual(decide(typed(whole)));
  });

  test('a lowered amount wants a reason, beside its line', () => {
    expect(decide(typed({ ...whole, 'lines.2.amount': '10,000' }))).toEqual({
      errors: { 'lines.2.reason': 'Give a reason for the part that is not approved.' },
    });
  });

  test('a lowered amount with its reason sends that line in minor units', () => {
    const read = decide(typed({ ...whole, 'lines.2.amount': '10,000', 'lines.2.reason': '45' }));
    expect(read).toMatchObject({
      command: {
        type: 'ApproveClaim',
        input: {
          lines: [{ line: 2, approvedQuantity: 2, approved: 1_000_000, reasons: ['45'] }],
        },
      },
    });
  });

  test('a lowered quantity alone means that many at the price billed', () => {
    const read = decide(typed({ ...whole, 'lines.2.quantity': '1', 'lines.2.reason': '151 · Too frequent' }));
    expect(read).toMatchObject({
      command: { input: { lines: [{ line: 2, approvedQuantity: 1, approved: 780_000, reasons: ['151'] }] } },
    });
  });

  test.each([
    ['lines.1.quantity', '2', 'at most 1'],
    ['lines.1.quantity', '0.5', 'whole number'],
    ['lines.1.quantity', '', 'whole number'],
    ['lines.1.amount', '15,000.01', 'at most 15,000.00'],
    ['lines.1.amount', 'all', 'Enter an amount'],
    ['lines.1.reason', '999', 'from the list'],
  ])('%s = %j is refused beside its field', (field, value, words) => {
    const read = decide(typed({ ...whole, [field]: value }));
    expect(read).toMatchObject({ errors: { [field]: expect.stringContaining(words) } });
  });
});

test('rejecting wants a reason and a sentence, each beside its field', () => {
  const read = decide({ ...noDecision, outcome: 'reject', reasons: ['', ''] });
  expect(read).toMatchObject({ errors: { 'reasons.0': 'Choose a reason.', sentence: expect.any(String) } });
});

test('a reason chosen twice is given once', () => {
  const read = decide({
    ...noDecision,
    outcome: 'reject',
    reasons: ['96', '96'],
    sentence: 'Not covered by the plan.',
  });
  expect(read).toMatchObject({ command: { type: 'RejectClaim', input: { reasons: ['96'] } } });
});

test('a query wants its question', () => {
  expect(decide({ ...noDecision, outcome: 'query', question: ' ' })).toMatchObject({
    errors: { question: expect.any(String) },
  });
  expect(decide({ ...noDecision, outcome: 'query', question: 'Which test?' })).toMatchObject({
    command: { type: 'QueryClaim', input: { question: 'Which test?' } },
  });
});

test('without an outcome nothing is decided', () => {
  expect(decide(typed({ outcome: 'everything' }))).toEqual({
    errors: { outcome: 'Choose to approve, query or reject.' },
  });
});

test('a form without the version it saw is refused by the form itself', () => {
  expect(decisionCommand(sampleClaim, 0, typed(whole), seededReasonCodes, seenIn())).toHaveProperty(
    'errors.version',
  );
});

describe('on a recommendation', () => {
  /** Line 2 above the tariff, line 3 not covered. */
  const shown = {
    recommendation: 'f1n9e2',
    seen: '1:1:1500000: 2:2:1200000:45 3:0:0:96',
    outcome: 'approve',
    'lines.1.quantity': '1',
    'lines.1.amount': '15,000.00',
    'lines.2.quantity': '2',
    'lines.2.amount': '12,000.00',
    'lines.2.reason': '45',
    'lines.3.quantity': '0',
    'lines.3.amount': '0.00',
    'lines.3.reason': '96',
  };
  const read = (fields: Record<string, string>, overrides = true) =>
    decide(typed(fields), seenIn(fields, overrides));

  test('what stands there approves as recommended: no lines, and the name of what was seen', () => {
    expect(read(shown)).toEqual({
      command: {
        type: 'ApproveClaim',
        input: { number: 'CLM-26-048214', version: 3, recommendation: 'f1n9e2' },
      },
    });
    const { recommendation, seen, outcome } = shown;
    expect(read({ recommendation, seen, outcome })).toEqual(read(shown));
  });

  test('paying less takes the reason that is there, or another', () => {
    const lowered = { ...shown, 'lines.2.amount': '11,000' };
    expect(read(lowered)).toMatchObject({
      command: { input: { lines: [{ line: 2, approved: 1_100_000, reasons: ['45'] }] } },
    });
    expect(read({ ...lowered, 'lines.2.reason': '50' })).toMatchObject({
      command: { input: { lines: [{ line: 2, reasons: ['50'] }] } },
    });
    expect(read({ ...lowered, 'lines.2.reason': '' })).toMatchObject({
      errors: { 'lines.2.reason': expect.any(String) },
    });
  });

  test('a lowered quantity alone means that part of what is recommended', () => {
    expect(read({ ...shown, 'lines.2.quantity': '1' })).toMatchObject({
      command: { input: { lines: [{ line: 2, approvedQuantity: 1, approved: 600_000 }] } },
    });
  });

  test('paying more asks why, takes the permission, and keeps the words', () => {
    const more = { ...shown, 'lines.3.quantity': '1', 'lines.3.amount': '600', 'lines.3.reason': '' };
    expect(read(more)).toMatchObject({ errors: { 'lines.3.override': expect.stringContaining('say why') } });
    expect(read({ ...more, 'lines.3.override': 'Covered after all' }, false)).toMatchObject({
      errors: { 'lines.3.amount': expect.stringContaining('claim.override_line') },
    });
    expect(read({ ...more, 'lines.3.override': 'Covered after all' })).toMatchObject({
      command: {
        input: { lines: [{ line: 3, approved: 60_000, override: 'Covered after all', reasons: [] }] },
      },
    });
  });

  test('under other figures, lines left as recommended follow and changed ones stay', () => {
    const seen = readSeen(shown.seen);
    const entry = typed({ ...shown, 'lines.1.amount': '14,000.00', 'lines.1.reason': '50' });
    const now = new Map(seen).set(2, { quantity: 1, amount: 600_000, reasons: ['151'] });
    expect(Object.keys(carriedOver(entry, seen, 'NGN').lines)).toEqual(['1']);
    expect(changedFigures(seen, now, 'NGN')).toEqual([
      'Line 2: 2 for 12,000.00 (45) is now 1 for 6,000.00 (151).',
    ]);
  });

  test('what a form says it was shown with is read back as it was, and rubbish as nothing', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            line: fc.integer({ min: 1, max: 100 }),
            quantity: fc.nat(9999),
            amount: fc.nat(999_999_999),
            reasons: fc.uniqueArray(fc.constantFrom('45', '96', 'B7')),
          }),
          { selector: ({ line }) => line, maxLength: 100 },
        ),
        (lines) => {
          const starts = new Map(lines.map(({ line, ...start }) => [line, start]));
          expect(readSeen(writeSeen(starts))).toEqual(starts);
        },
      ),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const [line] of readSeen(text)) expect(line).toBeLessThan(1000);
      }),
    );
  });
});
