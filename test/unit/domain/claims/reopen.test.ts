import { expect, test } from 'vitest';
import { approve } from '../../../../schema/domain/claims/approve.ts';
import { reopen } from '../../../../schema/domain/claims/reopen.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { aClaim, ada, hour, reasons, rules } from './a-claim.ts';
import { aJudgement } from './a-judgement.ts';

const inReview = aClaim('IN_REVIEW');
const judgement = aJudgement(inReview);
const facts = { reasons, judgement, rejudge: () => judgement, mayOverride: false, mustName: false };
const approved = approve(inReview, { version: 3 }, ada, facts);
const later = { ...ada, at: ada.at + hour, id: 'ben', name: 'Ben Eze' };

test('reopened, nothing of it is decided any more, and its clock begins anew', () => {
  if (isRefusal(approved)) throw new Error(approved.message);
  const again = reopen(approved, { version: 4, reason: 'The cover had ended.' }, later, rules);
  if (isRefusal(again)) throw new Error(again.message);
  expect(again).toMatchObject({
    state: 'IN_REVIEW',
    version: 5,
    outcome: null,
    approved: null,
    decidedAt: null,
    decidedBy: null,
    straightThrough: null,
  });
  expect(again.lines).toEqual(inReview.lines);
  expect(again.dueAt).toBeGreaterThan(inReview.dueAt ?? 0);
  expect(again.conversation.at(-1)?.text).toBe('Reopened: The cover had ended.');
  expect(again.history.map(({ state }) => state)).toEqual(['SUBMITTED', 'APPROVED', 'IN_REVIEW']);
});

test('only on the version that was seen', () => {
  if (isRefusal(approved)) throw new Error(approved.message);
  expect(reopen(approved, { version: 3, reason: 'x' }, later, rules)).toMatchObject({ code: 'stale' });
});

test('what was filed again, corrected, is not reopened by a person: the correction is decided', () => {
  if (isRefusal(approved)) throw new Error(approved.message);
  const replaced = { ...approved, replacedBy: 'CLM-26-000018', warnedAt: 1, breachedAt: 2 };
  const input = { version: 4, reason: 'x' };
  expect(reopen(replaced, input, later, rules)).toMatchObject({
    code: 'wrong_state',
    message: expect.stringContaining('CLM-26-000018'),
  });
  expect(reopen(replaced, input, { ...later, id: 'system' }, rules)).toMatchObject({
    state: 'IN_REVIEW',
    warnedAt: null,
    breachedAt: null,
  });
});
