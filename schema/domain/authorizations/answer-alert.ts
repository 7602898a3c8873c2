import type { Moment } from '../dates.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { RiskFlag } from '../risk/flag.ts';
import { riskOf } from '../risk/raise.ts';
import type { Alert, AlertChannel } from './alert.ts';
import type { Authorization } from './authorization.ts';

/** What can be answered to *Is this visit yours?* */
export const alertAnswers = ['YES', 'NOT_ME'] as const;
/** One of them. */
export type AlertAnswer = (typeof alertAnswers)[number];

/** One answer: by whom (enrollee id), from where, with a reason or without. */
export interface Answering {
  answer: AlertAnswer;
  by: string;
  through: AlertChannel;
  reason: string | null;
  at: Moment;
}

/** What a denial brings with it. */
export interface Denial {
  /** the number of the investigation that it opens */
  investigation: string;
  /** how much a `not_me` event weighs; null: the tenant's rule is off, and nothing is raised */
  weight: number | null;
}

/** A visit that the enrollee has confirmed is this part of the risk that the rules find in it. */
const confirmed_part = 0.5;

/**
 * 0–100, of the events that nobody has dismissed; half of that, rounded half up, once the enrollee has said that the visit is
 * theirs: what the rules suspect may be so all the same, but the patient was there.
 */
export function riskOfRequest({ flags, alert }: Pick<Authorization, 'flags' | 'alert'>): number {
  const risk = riskOf(flags);
  return alert?.state === 'CONFIRMED' ? Math.floor(risk * confirmed_part + 0.5) : risk;
}

/** What the enrollee says of a request, as a risk event of it. */
export const notMe = 'The enrollee says that this visit is not theirs.';

function raised({ flags }: Authorization, weight: number, at: Moment): RiskFlag[] {
  const n = flags.reduce((most, flag) => Math.max(most, flag.n), 0) + 1;
  const found = { rule: 'not_me', weight, evidence: notMe, claims: [], line: null } as const;
  return [...flags, { ...found, n, at, state: 'OPEN', disposed: null }];
}

const answered = ({ by, through, reason, at }: Answering): Alert['answered'] => ({ at, by, through, reason });

/** What the history calls whoever the visit is said to be of. */
export const asEnrollee = 'Enrollee';

const step = (at: Moment, what: Authorization['history'][number]['what'], detail = '') => ({
  at,
  what,
  by: asEnrollee,
  detail,
});

function confirmed(authorization: Authorization, alert: Alert, answering: Answering): Authorization {
  const after: Authorization = {
    ...authorization,
    alert: { ...alert, state: 'CONFIRMED', answered: answered(answering) },
    history: [...authorization.history, step(answering.at, 'confirmed by the enrollee')],
  };
  return { ...after, risk: riskOfRequest(after) };
}

function denied(
  authorization: Authorization,
  alert: Alert,
  answering: Answering,
  { investigation, weight }: Denial,
): Authorization {
  const { at } = answering;
  const after: Authorization = {
    ...authorization,
    alert: {
      ...alert,
      state: 'DENIED',
      answered: answered(answering),
      investigation,
    },
    flags: weight === null ? authorization.flags : raised(authorization, weight, at),
    holds: [...authorization.holds, investigation],
    history: [...authorization.history, step(at, 'denied by the enrollee'), step(at, 'held', investigation)],
  };
  return { ...after, risk: riskOfRequest(after) };
}

/**
 * The request with what the enrollee answered; the same object where that changes nothing, because it was answered so before:
 * twice is the same as once. The first answer stands, but for two: a *Yes* may still become a *Not me* (who was in a hurry, or
 * was pressed, is believed), and a reason may be given later. A *Not me* is taken back with the insurer, not by a tap: by then
 * people look into it. Care, decision and code are not touched, nor is the version that a decider has seen.
 */
export function answerAlert(
  authorization: Authorization,
  answering: Answering,
  denial: () => Denial,
): Authorization | Refusal {
  const { alert, number } = authorization;
  if (!alert) return refuse('not_found', `Nobody was asked about ${number}.`);
  if (answering.answer === 'YES') {
    if (alert.state === 'CONFIRMED') return authorization;
    if (alert.state === 'ASKED') return confirmed(authorization, alert, answering);
    return refuse(
      'wrong_state',
      'You have said that this visit is not yours, and it is being looked into. If that was a mistake, tell us so.',
    );
  }
  if (alert.state !== 'DENIED') return denied(authorization, alert, answering, denial());
  if (answering.reason === null || !alert.answered || alert.answered.reason !== null) return authorization;
  return {
    ...authorization,
    alert: { ...alert, answered: { ...alert.answered, reason: answering.reason } },
  };
}
