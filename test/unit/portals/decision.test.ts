import { describe, expect, test } from 'vitest';
import { seededReasonCodes } from '../../../schema/domain/claims/reason-codes.ts';
import { type DecisionEntry, noDecision } from '../../../views/hmo/decision-entry.ts';
import type { SentForm } from '../../../worker/command.ts';
import { decisionCommand } from '../../../worker/portals/staff/decision-command.ts';
import { readDecisionEntry } from '../../../worker/portals/staff/read-decision.ts';
import { sampleClaim } from '../views/claims/samples.ts';

function sent(fields: Record<string, string>): SentForm {
  const all = (name: string) => (fields[name] === undefined ? [] : [fields[name]]);
  return { all, get: (name) => all(name)[0] ?? '', commandId: 'decide-1' };
}
const typed = (fields: Record<string, string>): DecisionEntry =>
  readDecisionEntry(sent(fields), sampleClaim.lines, 'NGN');
const decide = (entry: DecisionEntry) => decisionCommand(sampleClaim, 3, entry, seededReasonCodes);
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

  test('a lowered amount with its reason sends every line in minor units', () => {
    const read = decide(typed({ ...whole, 'lines.2.amount': '10,000', 'lines.2.reason': '45' }));
    expect(read).toMatchObject({
      command: {
        type: 'ApproveClaim',
        input: {
          lines: [
            { approved: 1_500_000 },
            { line: 2, approvedQuantity: 2, approved: 1_000_000, reasons: ['45'] },
            { approved: 60_000 },
          ],
        },
      },
    });
  });

  test('a lowered quantity alone means that many at the price billed', () => {
    const read = decide(typed({ ...whole, 'lines.2.quantity': '1', 'lines.2.reason': '151 · Too frequent' }));
    expect(read).toMatchObject({
      command: { input: { lines: [{}, { approvedQuantity: 1, approved: 780_000, reasons: ['151'] }, {}] } },
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
  expect(decisionCommand(sampleClaim, 0, typed(whole), seededReasonCodes)).toHaveProperty('errors.version');
});
