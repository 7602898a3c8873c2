import type { Attachment } from '../claims/attachment.ts';
import type { GivenReason } from '../claims/given-reason.ts';
import type { Moment } from '../dates.ts';

/** Where an appeal stands (authorizations.md). */
export const appealStates = ['OPEN', 'UPHELD', 'OVERTURNED'] as const;
/** One of them. UPHELD: the decision stands. OVERTURNED: there is a new one. */
export type AppealState = (typeof appealStates)[number];

/** A facility's objection to a rejection or a reduction, with what it adds; decided by somebody else than the first decider. */
export interface Appeal {
  /** 1, 2 … within the authorization */
  n: number;
  state: AppealState;
  at: Moment;
  /** who appealed, by name */
  by: string;
  text: string;
  attachments: Attachment[];
  /** account that made the decision appealed against: it may not decide again; null: a rule did */
  against: string | null;
  /** when it must be answered: the same clock as the request had */
  dueAt: Moment;
  warnedAt: Moment | null;
  breachedAt: Moment | null;
  decided: { at: Moment; by: string; name: string; reasons: GivenReason[]; sentence: string } | null;
}
