import type { Moment } from '../dates.ts';
import type { Refusal } from '../refusal.ts';
import { addWorkingHours, type WorkingCalendar } from '../working-time.ts';
import type { Claim, ClaimLine, Correction } from './claim.ts';
import { type Decider, said, stepped } from './deciding.ts';
import { stood_ms } from './holding.ts';
import { refuseUnlessPossible, refuseUnlessSeen } from './life.ts';
import { type Ranking, ranked } from './rank.ts';

/** What a facility is often asked to add; anything else can be written. */
export const suggestedFiles: readonly string[] = [
  'Prescription',
  'Laboratory result',
  'Discharge summary',
  'Referral letter',
  'Imaging report',
  'Treatment sheet',
];

/** A question to the facility, on the version that was seen, with the files that are wanted. */
export interface Query {
  version: number;
  question: string;
  /** short phrases; none: the answer alone is wanted */
  wanted?: readonly string[] | undefined;
}

/** IN_REVIEW → QUERIED: a question to the facility; the due clock stops. */
export function query(claim: Claim, input: Query, decider: Decider): Claim | Refusal {
  const no = refuseUnlessPossible(claim, 'query') ?? refuseUnlessSeen(claim, input.version);
  if (no) return no;
  return {
    ...stepped(claim, 'QUERIED', decider),
    queriedAt: decider.at,
    remindedAt: null,
    wanted: [...new Set(input.wanted ?? [])],
    // Whoever asks is first in line for the answer; until there is one, nothing is kept from others.
    reservedFor: { accountId: decider.id, until: decider.at },
    conversation: said(claim, decider, { from: 'tenant', kind: 'query', text: input.question }),
  };
}

/** What the facility answers; its corrected lines, where it sent any, are checked and priced already (`correctedLines`). */
export interface Answer {
  answer: string;
  /** null: the lines stay as they are */
  lines?: readonly ClaimLine[] | null | undefined;
  /** groups of the corrected lines' services */
  serviceGroups?: readonly string[] | undefined;
}

/** What an answer is taken in with beside the claim. */
export interface AnswerFacts extends Ranking {
  calendar: WorkingCalendar;
  /** whether the account that asked looks at the product now: the claim waits for it then */
  isHere?: ((accountId: string) => boolean) | undefined;
}

/** Working hours for which an answered claim waits for whoever asked. */
const reserved_hours = 1;

function reservedUntil(claim: Claim, at: Moment, { calendar, isHere }: AnswerFacts): Claim['reservedFor'] {
  const { reservedFor } = claim;
  if (reservedFor === null || !isHere?.(reservedFor.accountId)) return null;
  return { ...reservedFor, until: addWorkingHours(calendar, at, reserved_hours) };
}

const correction = (claim: Claim, { at, name }: Decider): Correction => ({
  at,
  by: name,
  claimed: claim.claimed,
  lines: claim.lines,
});

/**
 * QUERIED → RESUBMITTED: the answer, and the lines where they were corrected; what they were is kept. The due moment, and with
 * it the rank, moves by the time the clock stood. For one working hour it waits for whoever asked, if they are there.
 */
export function answer(claim: Claim, input: Answer, decider: Decider, facts: AnswerFacts): Claim | Refusal {
  const no = refuseUnlessPossible(claim, 'answer');
  if (no) return no;
  const { lines } = input;
  const corrected = lines
    ? {
        lines: [...lines],
        claimed: lines.reduce((sum, line) => sum + line.claimed, 0),
        serviceGroups: [...(input.serviceGroups ?? claim.serviceGroups)],
        corrections: [...claim.corrections, correction(claim, decider)],
      }
    : {};
  const stood = stood_ms(claim.queriedAt ?? decider.at, claim.heldAt, decider.at);
  const answered = {
    ...stepped(claim, 'RESUBMITTED', decider),
    ...corrected,
    queriedAt: null,
    dueAt: claim.dueAt === null ? null : claim.dueAt + stood,
    reservedFor: reservedUntil(claim, decider.at, facts),
    conversation: said(claim, decider, { from: 'facility', kind: 'answer', text: input.answer }),
  };
  return ranked(answered, facts);
}

/** For whom an answered claim waits, as of a moment; null: it is free for all. */
export function reservedAt({ state, reservedFor }: Claim, at: Moment): Claim['reservedFor'] {
  return state === 'RESUBMITTED' && reservedFor !== null && reservedFor.until > at ? reservedFor : null;
}
