import type { Refusal } from '../refusal.ts';
import type { Claim } from './claim.ts';
import { type Decider, said, stepped } from './deciding.ts';
import { refuseUnlessPossible, refuseUnlessSeen } from './life.ts';
import { type Clock, dueAtOf, noUrgency, rankAtOf } from './rank.ts';

/** SUBMITTED → RECEIVED: it enters the queue with its due moment. */
export function receive(claim: Claim, decider: Decider, clock: Clock): Claim | Refusal {
  const no = refuseUnlessPossible(claim, 'receive');
  if (no) return no;
  const dueAt = dueAtOf(decider.at, clock);
  return {
    ...stepped(claim, 'RECEIVED', decider),
    receivedAt: decider.at,
    dueAt,
    rankAt: rankAtOf(dueAt, noUrgency),
  };
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

/** QUERIED → RESUBMITTED: the answer; due moment and rank move by the time the clock stood. */
export function answer(claim: Claim, input: { answer: string }, decider: Decider): Claim | Refusal {
  const no = refuseUnlessPossible(claim, 'answer');
  if (no) return no;
  const stood_ms = Math.max(0, decider.at - (claim.queriedAt ?? decider.at));
  const later = (moment: number | null) => (moment === null ? null : moment + stood_ms);
  return {
    ...stepped(claim, 'RESUBMITTED', decider),
    queriedAt: null,
    dueAt: later(claim.dueAt),
    rankAt: later(claim.rankAt),
    conversation: said(claim, decider, { from: 'facility', kind: 'answer', text: input.answer }),
  };
}
