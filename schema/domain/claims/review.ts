import type { Refusal } from '../refusal.ts';
import type { Claim } from './claim.ts';
import { type Decider, said, stepped } from './deciding.ts';
import { refuseUnlessPossible, refuseUnlessSeen } from './life.ts';
import { type Clock, dueAtOf, type Ranking, ranked } from './rank.ts';

/** SUBMITTED → RECEIVED: it enters the queue with its due moment. */
export function receive(claim: Claim, decider: Decider, rules: Clock & Ranking): Claim | Refusal {
  const no = refuseUnlessPossible(claim, 'receive');
  if (no) return no;
  const received = {
    ...stepped(claim, 'RECEIVED', decider),
    receivedAt: decider.at,
    dueAt: dueAtOf(decider.at, rules),
  };
  return ranked(received, rules);
}

/** → IN_REVIEW. A claim already in review stays as it is: only who holds it changes, which is the lease's matter. */
export function take(claim: Claim, decider: Decider): Claim | Refusal {
  const no = refuseUnlessPossible(claim, 'take');
  if (no) return no;
  return claim.state === 'IN_REVIEW' ? claim : stepped(claim, 'IN_REVIEW', decider);
}

/** IN_REVIEW → QUERIED: a question to the facility; the due clock stops. */
export function query(
  claim: Claim,
  input: { version: number; question: string },
  decider: Decider,
): Claim | Refusal {
  const no = refuseUnlessPossible(claim, 'query') ?? refuseUnlessSeen(claim, input.version);
  if (no) return no;
  return {
    ...stepped(claim, 'QUERIED', decider),
    queriedAt: decider.at,
    conversation: said(claim, decider, { from: 'tenant', kind: 'query', text: input.question }),
  };
}

/** QUERIED → RESUBMITTED: the answer; the due moment, and with it the rank, moves by the time the clock stood. */
export function answer(
  claim: Claim,
  input: { answer: string },
  decider: Decider,
  ranking: Ranking,
): Claim | Refusal {
  const no = refuseUnlessPossible(claim, 'answer');
  if (no) return no;
  const stood_ms = Math.max(0, decider.at - (claim.queriedAt ?? decider.at));
  const answered = {
    ...stepped(claim, 'RESUBMITTED', decider),
    queriedAt: null,
    dueAt: claim.dueAt === null ? null : claim.dueAt + stood_ms,
    conversation: said(claim, decider, { from: 'facility', kind: 'answer', text: input.answer }),
  };
  return ranked(answered, ranking);
}
