import { expect, test } from 'vitest';
import { holdAt } from '../../../../schema/domain/claims/lease.ts';
import { answer, query } from '../../../../schema/domain/claims/query.ts';
import { reject } from '../../../../schema/domain/claims/reject.ts';
import { aClaim, ada, clerk, reasons, rules, tuesday } from './a-claim.ts';

test('given IN_REVIEW, when queried, then the question stands in the conversation and the clock stops', () => {
  expect(query(aClaim('IN_REVIEW'), { version: 3, question: 'Why twice?' }, ada)).toMatchObject({
    state: 'QUERIED',
    queriedAt: tuesday,
    conversation: [{ at: tuesday, from: 'tenant', by: 'Ada Obi', kind: 'query', text: 'Why twice?' }],
  });
});

test('given QUERIED, when answered, then the answer is added after the question', () => {
  const question = { at: 1, from: 'tenant', by: 'Ada Obi', kind: 'query', text: 'Why?' } as const;
  expect(
    answer(aClaim('QUERIED', { conversation: [question] }), { answer: 'Two visits.' }, clerk, rules),
  ).toMatchObject({
    state: 'RESUBMITTED',
    conversation: [question, { from: 'facility', by: 'Chi Clerk', kind: 'answer', text: 'Two visits.' }],
  });
});

test('when rejected, then reasons and sentence are kept and nothing is approved', () => {
  expect(
    reject(aClaim('IN_REVIEW'), { version: 3, reasons: ['50', '16'], sentence: 'Not needed.' }, ada, reasons),
  ).toMatchObject({
    state: 'REJECTED',
    outcome: null,
    approved: 0,
    claimed: 800_000,
    decidedBy: 'ada',
    decidedAt: tuesday,
    reasons: [
      { code: '50', group: 'CO' },
      { code: '16', group: 'CO' },
    ],
    lines: [
      { approvedQuantity: 0, approved: 0, claimed: 500_000 },
      { approvedQuantity: 0, approved: 0, claimed: 300_000 },
    ],
    conversation: [{ kind: 'decision', text: 'Not needed.' }],
  });
});

test('rejected for a reason of the enrollee’s, then the enrollee bears it all; with any other, the facility', () => {
  const bears = (codes: readonly string[]) =>
    reject(aClaim('IN_REVIEW'), { version: 3, reasons: codes, sentence: 'Not covered.' }, ada, reasons);
  expect(bears(['3'])).toMatchObject({
    lines: [{ enrolleeShare: 500_000, facilityShare: 0 }, { enrolleeShare: 300_000 }],
  });
  expect(bears(['3', '50'])).toMatchObject({ lines: [{ enrolleeShare: 0, facilityShare: 500_000 }, {}] });
});

test('a rejection names a reason, and one that is in use', () => {
  const rejection = { version: 3, sentence: 'No.' };
  expect(reject(aClaim('IN_REVIEW'), { ...rejection, reasons: [] }, ada, reasons)).toMatchObject({
    code: 'invalid',
    errors: [{ field: 'reasons', message: 'Choose a reason.' }],
  });
  expect(reject(aClaim('IN_REVIEW'), { ...rejection, reasons: ['999'] }, ada, reasons)).toMatchObject({
    code: 'invalid',
    errors: [{ field: 'reasons' }],
  });
});

test('a hold ends at its moment, not after it', () => {
  const hold = { accountId: 'ada', until: tuesday };
  expect(holdAt(hold, tuesday - 1)).toBe(hold);
  expect(holdAt(hold, tuesday)).toBeNull();
  expect(holdAt(null, tuesday)).toBeNull();
  expect(holdAt(undefined, tuesday)).toBeNull();
});
