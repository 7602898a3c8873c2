import type { AppealState } from '../../schema/domain/authorizations/appeal.ts';
import {
  type Authorization,
  type AuthorizationState,
  openAppeal,
  type Urgency,
} from '../../schema/domain/authorizations/authorization.ts';
import type { Shape, Tone } from '../ui/badge.tsx';

/** How soon an answer is needed, as people say it. */
export const urgencyWords: Readonly<Record<Urgency, string>> = {
  EMERGENCY: 'Emergency',
  URGENT: 'Urgent',
  ROUTINE: 'Routine',
};

/** Where a request stands for whoever looks at lists: its state, or that an appeal of it waits to be decided. */
export type Standing = AuthorizationState | 'APPEALED';

/** What a list shows of a request. */
export const standingOf = (one: Pick<Authorization, 'state' | 'appeals'>): Standing =>
  openAppeal(one) === null ? one.state : 'APPEALED';

/** How each standing looks: in words, a tone and a shape. */
export const standingLooks: Readonly<Record<Standing, { words: string; tone: Tone; shape: Shape }>> = {
  REQUESTED: { words: 'Requested', tone: 'info', shape: 'ring' },
  QUERIED: { words: 'Queried', tone: 'warn', shape: 'square' },
  APPROVED: { words: 'Approved', tone: 'ok', shape: 'dot' },
  PARTIALLY_APPROVED: { words: 'Approved in part', tone: 'ok', shape: 'ring' },
  REJECTED: { words: 'Rejected', tone: 'danger', shape: 'diamond' },
  CANCELLED: { words: 'Cancelled', tone: 'neutral', shape: 'diamond' },
  USED: { words: 'Used up', tone: 'neutral', shape: 'dot' },
  EXPIRED: { words: 'Expired', tone: 'neutral', shape: 'ring' },
  APPEALED: { words: 'Appealed', tone: 'warn', shape: 'ring' },
};

/** A standing in words, as lists, tabs and filters name it. */
export const standingWords = (standing: Standing): string => standingLooks[standing].words;

/** Where an appeal stands, in words. */
export const appealWords: Readonly<Record<AppealState, string>> = {
  OPEN: 'Waits for a decision',
  UPHELD: 'Upheld: the decision stands',
  OVERTURNED: 'Overturned: decided anew',
};
