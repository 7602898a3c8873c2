import { expect, test } from 'vitest';
import { type Claim, type ClaimState, claimStates } from '../../../../schema/domain/claims/claim.ts';
import { type ClaimCommand, decide } from '../../../../schema/domain/claims/decide.ts';
import { possibleNow, stateInWords } from '../../../../schema/domain/claims/life.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { aClaim, ada, clerk, rules } from './a-claim.ts';
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
  withdraw: { type: 'WithdrawClaim' },
} as const satisfies Record<string, ClaimCommand>;

type Verb = keyof typeof commands;
const verbs = Object.keys(commands) as Verb[];

/** The whole table of claims.md (Life), state by state: what each verb makes of a claim there; left out: it is refused. */
const life: Record<ClaimState, Partial<Record<Verb, ClaimState>>> = {
  SUBMITTED: { receive: 'RECEIVED', reject: 'REJECTED', withdraw: 'WITHDRAWN' },
  RECEIVED: { take: 'IN_REVIEW', withdraw: 'WITHDRAWN' },
  IN_REVIEW: { take: 'IN_REVIEW', query: 'QUERIED', approve: 'APPROVED', reject: 'REJECTED' },
  QUERIED: { answer: 'RESUBMITTED', withdraw: 'WITHDRAWN' },
  RESUBMITTED: { take: 'IN_REVIEW' },
  APPROVED: { reopen: 'IN_REVIEW' },
  REJECTED: {},
  SETTLED: {},
  WITHDRAWN: {},
};

/** What a person is told is possible, state by state. */
const possible: Record<ClaimState, string> = {
  SUBMITTED: 'What is possible now: receive it, reject it, withdraw it.',
  RECEIVED: 'What is possible now: take it for review, withdraw it.',
  IN_REVIEW: 'What is possible now: take it for review, send a query, approve it, reject it.',
  QUERIED: 'What is possible now: answer the query, withdraw it.',
  RESUBMITTED: 'What is possible now: take it for review.',
  APPROVED: 'What is possible now: reopen it.',
  REJECTED: 'What is possible now: file it again, corrected.',
  SETTLED: 'Nothing more can be decided about it.',
  WITHDRAWN: 'Nothing more can be decided about it.',
};

const inState = (state: ClaimState) => aClaim(state, { outcome: state === 'APPROVED' ? 'FULL' : null });

for (const state of claimStates)
  for (const verb of verbs) {
    const next = life[state][verb];
    test(`given ${state}, when ${verb}, then ${next ?? 'refused with the state and what is possible'}`, () => {
      const result = decide(inState(state), commands[verb], ada, rules);
      if (next !== undefined) {
        expect(result).toMatchObject({ state: next });
        expect(isRefusal(result) ? [] : result.history.at(-1)?.state).toBe(
          state === 'IN_REVIEW' && verb === 'take' ? 'SUBMITTED' : next,
        );
        return;
      }
      expect(result).toMatchObject({ refused: true, code: 'wrong_state' });
      if (!isRefusal(result)) return;
      expect(result.message).toContain(`CLM-26-000017 is ${stateInWords(state)}.`);
      expect(result.message).toContain(possible[state]);
    });
  }

test('what was approved in part, or rejected, can be filed again, once', () => {
  expect(possibleNow(aClaim('APPROVED', { outcome: 'PARTIAL' }))).toEqual(['reopen', 'replace']);
  expect(possibleNow(aClaim('APPROVED', { outcome: 'FULL' }))).toEqual(['reopen']);
  expect(possibleNow(aClaim('REJECTED'))).toEqual(['replace']);
  expect(possibleNow(aClaim('REJECTED', { replacedBy: 'CLM-26-000018' }))).toEqual([]);
});

test('the conversation and the history of a claim that is asked about, answered, decided and reopened', () => {
  let claim: Claim = aClaim('RECEIVED', { history: [], conversation: [] });
  const does = (command: ClaimCommand, by = ada) => {
    const next = decide(claim, command, by, rules);
    if (isRefusal(next)) throw new Error(next.message);
    claim = next;
  };
  does(commands.take);
  does({ type: 'QueryClaim', input: { version: claim.version, question: 'Why twice?' } });
  does({ type: 'AnswerQuery', input: { answer: 'Two visits.' } }, clerk);
  does(commands.take);
  does({ ...commands.approve, input: { version: claim.version, sentence: 'Thank you.' } });
  does({ type: 'ReopenClaim', input: { version: claim.version, reason: 'Cover ended.' } });
  expect(claim.history.map(({ state, by }) => [state, by])).toEqual([
    ['IN_REVIEW', 'Ada Obi'],
    ['QUERIED', 'Ada Obi'],
    ['RESUBMITTED', 'Chi Clerk'],
    ['IN_REVIEW', 'Ada Obi'],
    ['APPROVED', 'Ada Obi'],
    ['IN_REVIEW', 'Ada Obi'],
  ]);
  expect(claim.conversation.map(({ from, kind, text }) => [from, kind, text])).toEqual([
    ['tenant', 'query', 'Why twice?'],
    ['facility', 'answer', 'Two visits.'],
    ['tenant', 'decision', 'Thank you.'],
    ['tenant', 'decision', 'Reopened: Cover ended.'],
  ]);
  expect(claim.version).toBe(9);
});

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
