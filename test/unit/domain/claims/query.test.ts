import { expect, test } from 'vitest';
import { answer, query, reservedAt } from '../../../../schema/domain/claims/query.ts';
import { take } from '../../../../schema/domain/claims/review.ts';
import { withdraw } from '../../../../schema/domain/claims/withdraw.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { aClaim, ada, clerk, hour, rules, tuesday } from './a-claim.ts';

const asked = { reservedFor: { accountId: 'ada', until: tuesday - hour } };
const here = { ...rules, isHere: () => true };

test('given IN_REVIEW, when queried, then the files wanted are kept, each once, and whoever asks is remembered', () => {
  const input = {
    version: 3,
    question: 'Why?',
    wanted: ['Prescription', 'Laboratory result', 'Prescription'],
  };
  expect(query(aClaim('IN_REVIEW', { remindedAt: 1, wanted: ['X'] }), input, ada)).toMatchObject({
    wanted: ['Prescription', 'Laboratory result'],
    remindedAt: null,
    reservedFor: { accountId: 'ada', until: tuesday },
  });
});

test('given QUERIED, when answered while whoever asked is there, then it waits for them for one working hour', () => {
  const friday = { ...clerk, at: Date.parse('2026-11-27T15:30:00Z') };
  const answered = answer(aClaim('QUERIED', asked), { answer: 'So.' }, friday, here);
  if (isRefusal(answered)) throw new Error(answered.message);
  const until = Date.parse('2026-11-30T07:30:00Z');
  expect(answered.reservedFor).toEqual({ accountId: 'ada', until });
  expect(reservedAt(answered, until - 1)).toEqual({ accountId: 'ada', until });
  expect(reservedAt(answered, until)).toBeNull();
  expect(take(answered, ada)).toMatchObject({ state: 'IN_REVIEW', reservedFor: null });
});

test('given QUERIED, when answered while nobody who asked is there, then it is free for all', () => {
  for (const facts of [rules, { ...rules, isHere: () => false }])
    expect(answer(aClaim('QUERIED', asked), { answer: 'So.' }, clerk, facts)).toMatchObject({
      reservedFor: null,
    });
  expect(answer(aClaim('QUERIED'), { answer: 'So.' }, clerk, here)).toMatchObject({ reservedFor: null });
});

test('a query that nobody has answered yet reserves nothing', () => {
  expect(reservedAt(aClaim('QUERIED', { reservedFor: { accountId: 'ada', until: tuesday } }), 0)).toBeNull();
  expect(reservedAt(aClaim('RESUBMITTED'), 0)).toBeNull();
});

test('given QUERIED, when answered with corrected lines, then those stand, and what they were is kept', () => {
  const claim = aClaim('QUERIED', { serviceGroups: ['consultation', 'laboratory'] });
  const [first] = claim.lines;
  if (!first) throw new Error('no line');
  const lines = [{ ...first, quantity: 2, claimed: 1_000_000 }];
  const corrected = { answer: 'So.', lines, serviceGroups: ['consultation'] };
  expect(answer(claim, corrected, clerk, rules)).toMatchObject({
    claimed: 1_000_000,
    lines,
    serviceGroups: ['consultation'],
    corrections: [{ at: tuesday, by: 'Chi Clerk', claimed: 800_000, lines: claim.lines }],
  });
  expect(answer(claim, { answer: 'So.', lines }, clerk, rules)).toMatchObject({
    serviceGroups: ['consultation', 'laboratory'],
  });
  expect(answer(claim, { answer: 'So.', lines: null }, clerk, rules)).toMatchObject({
    claimed: 800_000,
    corrections: [],
  });
});

test('given QUERIED, when withdrawn, then nothing is waited for any more', () => {
  expect(withdraw(aClaim('QUERIED', asked), clerk)).toMatchObject({
    state: 'WITHDRAWN',
    queriedAt: null,
    reservedFor: null,
  });
});
