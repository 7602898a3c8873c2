import type { CalendarDate, Moment } from '../dates.ts';
import type { Relation } from '../ids.ts';
import type { Sex } from '../plans/plan.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** A dependant whom a principal has asked to add (members.md, Clients and enrollees). */
export interface DependantAsked {
  id: string;
  relation: Exclude<Relation, 'principal'>;
  firstName: string;
  lastName: string;
  birthDate: CalendarDate;
  sex: Sex;
  askedAt: Moment;
  state: 'WAITING' | 'APPROVED' | 'DECLINED';
  decidedAt: Moment | null;
  /** why it was declined, in words for the one who asked */
  reason: string | null;
  /** who was enrolled; null: nobody */
  memberId: string | null;
}

/** So many may wait at once. */
const waiting_max = 5;
/** So many that are decided are remembered beside them. */
const decided_max = 10;

const isWaiting = ({ state }: DependantAsked) => state === 'WAITING';

/** The requests with one more; the oldest that are decided are forgotten. */
export function withAsked(
  asked: readonly DependantAsked[],
  one: Omit<DependantAsked, 'state' | 'decidedAt' | 'reason' | 'memberId'>,
): DependantAsked[] | Refusal {
  const waiting = asked.filter(isWaiting);
  if (waiting.length >= waiting_max)
    return refuse('wrong_state', `${waiting_max} requests wait already. Wait until one of them is answered.`);
  const decided = asked.filter((each) => !isWaiting(each)).slice(-decided_max);
  return [
    ...decided,
    ...waiting,
    { ...one, state: 'WAITING', decidedAt: null, reason: null, memberId: null },
  ];
}

/** What becomes of a request. */
export type DependantAnswer = { memberId: string } | { reason: string };

/** The request of this id while it waits; else why there is none. */
export function askedStill(asked: readonly DependantAsked[], id: string): DependantAsked | Refusal {
  const found = asked.find((each) => each.id === id);
  if (!found) return refuse('not_found', 'There is no such request of this person.');
  return isWaiting(found) ? found : refuse('wrong_state', 'This request has been answered already.');
}

/** The requests with one of them answered. */
export function withAnswer(
  asked: readonly DependantAsked[],
  { id, at, answer }: { id: string; at: Moment; answer: DependantAnswer },
): DependantAsked[] {
  const decided =
    'memberId' in answer
      ? ({ state: 'APPROVED', memberId: answer.memberId } as const)
      : ({ state: 'DECLINED', reason: answer.reason } as const);
  return asked.map((each) => (each.id === id ? { ...each, ...decided, decidedAt: at } : each));
}
