import type { Moment } from '../dates.ts';

/** What came of asking the enrollee: nobody has answered, the visit is theirs, it is not. */
const alertStates = ['ASKED', 'CONFIRMED', 'DENIED'] as const;
/** One of them. */
export type AlertState = (typeof alertStates)[number];

/** Ways by which somebody can be told. `call`: there is none, so that staff are to ring them. */
export const alertChannels = ['screen', 'push', 'email', 'sms', 'call'] as const;
/** One of them. */
export type AlertChannel = (typeof alertChannels)[number];

/** That somebody was asked *Is this visit yours?* (authorizations.md, Ghost-patient alerts). */
export interface Alert {
  state: AlertState;
  at: Moment;
  /** whom it is put to, by enrollee id: the enrollee, for a minor the principal */
  to: string;
  channels: AlertChannel[];
  /** from where it was answered, by whom (enrollee id); null: not yet */
  answered: { at: Moment; by: string; through: AlertChannel; reason: string | null } | null;
  /** the investigation that a denial opened, by number */
  investigation: string | null;
}
