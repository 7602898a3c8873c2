import { type Refusal, refuse } from '../refusal.ts';
import { type Authorization, type AuthorizationState, openAppeal } from './authorization.ts';
import { isReduced, lastDecided } from './reduced.ts';

/** What can be done with a request once it is filed (authorizations.md), in words for a person. */
const verbs = {
  query: 'send a query',
  answer: 'answer the query',
  approve: 'approve it',
  reject: 'reject it',
  cancel: 'cancel it',
  extend: 'extend it',
  discharge: 'record the discharge',
  appeal: 'appeal',
  decideAppeal: 'decide the appeal',
} as const;
/** One of the things that can be done. */
export type AuthorizationVerb = keyof typeof verbs;

/** Whether the decision that stands has been appealed against. */
const wasAppealed = (one: Authorization): boolean => one.appeals.some(({ at }) => at >= lastDecided(one));

/** What each state allows; what further conditions ask for is in `possibleNow`. */
const possibleIn: Readonly<Record<AuthorizationState, readonly AuthorizationVerb[]>> = {
  REQUESTED: ['query', 'approve', 'reject', 'cancel'],
  QUERIED: ['answer', 'approve', 'reject', 'cancel'],
  APPROVED: ['cancel', 'extend', 'discharge', 'decideAppeal'],
  PARTIALLY_APPROVED: ['cancel', 'extend', 'discharge', 'appeal', 'decideAppeal'],
  REJECTED: ['appeal', 'decideAppeal'],
  CANCELLED: [],
  USED: ['extend', 'discharge', 'appeal', 'decideAppeal'],
  EXPIRED: ['extend', 'discharge', 'appeal', 'decideAppeal'],
};

const conditions: Readonly<Partial<Record<AuthorizationVerb, (authorization: Authorization) => boolean>>> = {
  // What claims have drawn on stays, and an appeal is answered first.
  cancel: (one) => openAppeal(one) === null && one.lines.every(({ usedQuantity }) => usedQuantity === 0),
  // After the discharge nothing more is to come; what was released is asked for anew.
  extend: ({ admission }) => (admission?.dischargedOn ?? null) === null,
  discharge: ({ admission }) => admission !== null && admission.dischargedOn === null,
  // Only what was not granted in full can be appealed, and each decision once.
  appeal: (one) => isReduced(one) && !wasAppealed(one),
  decideAppeal: (one) => openAppeal(one) !== null,
};

/** What is possible with this request now. */
export const possibleNow = (authorization: Authorization): AuthorizationVerb[] =>
  possibleIn[authorization.state].filter((verb) => conditions[verb]?.(authorization) ?? true);

/** A state in words: `PARTIALLY_APPROVED` → `partially approved`. */
const stateInWords = (state: AuthorizationState): string => state.toLowerCase().replace('_', ' ');

/** Null when the verb is possible now; else `wrong_state`, naming the state and what is possible. */
export function refuseUnlessPossible(authorization: Authorization, verb: AuthorizationVerb): Refusal | null {
  const possible = possibleNow(authorization);
  if (possible.includes(verb)) return null;
  const { number, state } = authorization;
  const choices = possible.map((each) => verbs[each]).join(', ');
  const next = choices ? `What is possible now: ${choices}.` : 'Nothing more can be done with it.';
  return refuse(
    'wrong_state',
    `You cannot ${verbs[verb]}: request ${number} is ${stateInWords(state)}. ${next}`,
  );
}

/** Null when the decider saw the request as it is; else `stale`. */
export function refuseUnlessSeen({ number, state, version }: Authorization, seen: number): Refusal | null {
  if (version === seen) return null;
  return refuse(
    'stale',
    `Request ${number} has changed since you opened it: it is ${stateInWords(state)}, version ${version}; you saw version ${seen}. Look at it again, then decide.`,
  );
}
