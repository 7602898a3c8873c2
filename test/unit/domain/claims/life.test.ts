import { expect, test } from 'vitest';
import { claimStates } from '../../../../schema/domain/claims/claim.ts';
import { type ClaimCommand, decide } from '../../../../schema/domain/claims/decide.ts';
import { possibleIn, stateInWords } from '../../../../schema/domain/claims/life.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { aClaim, ada, rules } from './a-claim.ts';
import { aJudgement } from './a-judgement.ts';

const commands = {
  receive: { type: 'ReceiveClaim' },
  take: { type: 'TakeClaim' },
  query: { type: 'QueryClaim', input: { version: 3, question: 'Why?' } },
  answer: { type: 'AnswerQuery', input: { answer: 'So.' } },
  approve: {
    type: 'ApproveClaim',
    input: { version: 3 },
    judgement: aJudgement(aClaim('IN_REVIEW')),
    rejudge: () => aJudgement(aClaim('IN_REVIEW')),
    mayOverride: false,
    mustName: false,
  },
  reject: { type: 'RejectClaim', input: { version: 3, reasons: ['50'], sentence: 'No.' } },
  reopen: { type: 'ReopenClaim', input: { version: 3, reason: 'Cover ended.' } },
} as const satisfies Record<string, ClaimCommand>;

const becomes = {
  receive: 'RECEIVED',
  take: 'IN_REVIEW',
  query: 'QUERIED',
  answer: 'RESUBMITTED',
  approve: 'APPROVED',
  reject: 'REJECTED',
  reopen: 'IN_REVIEW',
} as const;

for (const state of claimStates)
  for (const verb of ['receive', 'take', 'query', 'answer', 'approve', 'reject', 'reopen'] as const) {
    const allowed = possibleIn[state].includes(verb);
    test(`given ${state}, when ${verb}, then ${allowed ? becomes[verb] : 'refused with what is possible'}`, () => {
      const claim = aClaim(state);
      const result = decide(claim, commands[verb], ada, rules);
      if (allowed) {
        expect(result).toMatchObject({ state: becomes[verb] });
        return;
      }
      expect(result).toMatchObject({ refused: true, code: 'wrong_state' });
      if (!isRefusal(result)) return;
      expect(result.message).toContain(stateInWords(state));
      expect(result.message).toMatch(/What is possible now: .+\.|Nothing more can be decided/);
    });
  }

test('each step counts the version up, adds to the history, and leaves the rest of the claim alone', () => {
  const claim = aClaim('RECEIVED');
  const taken = decide(claim, commands.take, ada, rules);
  expect(taken).toEqual({
    ...claim,
    state: 'IN_REVIEW',
    version: 4,
    history: [...claim.history, { at: ada.at, state: 'IN_REVIEW', by: 'Ada Obi' }],
  });
});

test('a claim in review that is taken again stays as it is', () => {
  const claim = aClaim('IN_REVIEW');
  expect(decide(claim, commands.take, ada, rules)).toBe(claim);
});

for (const verb of ['query', 'approve', 'reject'] as const)
  test(`given another version than the one seen, when ${verb}, then stale, naming both`, () => {
    const result = decide(aClaim('IN_REVIEW', { version: 5 }), commands[verb], ada, rules);
    expect(result).toMatchObject({
      code: 'stale',
      message: expect.stringMatching(/version 5; you saw version 3/),
    });
  });

test('a command that there is not changes nothing', () => {
  const unknown = { type: 'PayClaim' } as never;
  expect(decide(aClaim('APPROVED'), unknown, ada, rules)).toBe(unknown);
});
