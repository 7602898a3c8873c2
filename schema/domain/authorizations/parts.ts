import type { GivenReason } from '../claims/given-reason.ts';
import type { CalendarDate, Moment } from '../dates.ts';
import type { Minor } from '../money.ts';

/** One entry of the conversation between the tenant's staff and the facility; entries are only ever added. */
export interface AuthorizationMessage {
  at: Moment;
  from: 'tenant' | 'facility';
  /** the person's name as it was */
  by: string;
  kind: 'note' | 'query' | 'answer' | 'decision' | 'appeal';
  text: string;
}

/** What happened to it, for its history. */
export interface AuthorizationStep {
  at: Moment;
  what:
    | 'requested'
    | 'queried'
    | 'answered'
    | 'proposed'
    | 'approved'
    | 'approved in part'
    | 'rejected'
    | 'cancelled'
    | 'extended'
    | 'discharged'
    | 'due soon'
    | 'breached'
    | 'used'
    | 'expired'
    | 'released'
    | 'appealed'
    | 'upheld'
    | 'overturned'
    | 'confirmed by the enrollee'
    | 'denied by the enrollee'
    | 'held'
    | 'let go'
    | 'judged again';
  by: string;
  /** an auth code, a reference, a date: no sentence of anybody's */
  detail: string;
}

/** That no answer came in time. */
export interface Breach {
  at: Moment;
  /** adjudication accepts it in place of a code; null where the scheme does not let the facility proceed */
  reference: string | null;
}

/** An admission: one authorization, extended by day, closed by the discharge. */
export interface Admission {
  from: CalendarDate;
  /** days granted so far, from the first on; null until it is decided */
  days: number | null;
  dischargedOn: CalendarDate | null;
}

/** What a line was granted until its enrollee moved to another plan: services of those days are honoured by it. */
export interface EarlierGrant {
  /** the last day before the move */
  to: CalendarDate;
  /** the plan it was judged by then */
  under: string | null;
  quantity: number;
  amount: Minor;
}

/** That an open code was judged again, because its enrollee moved to another plan (members.md, Clients and enrollees). */
export interface PlanMoved {
  /** the day of the move: it is judged by the plan of that day, where it was planned for an earlier one */
  on: CalendarDate;
  at: Moment;
  from: string;
  to: string;
  /** granted before it, and since */
  before: Minor;
  after: Minor;
  /** whether the new plan covers less: a decision like any other, that can be appealed */
  lowered: boolean;
}

/** A decision above the decider's ceiling, which waits for a second person. */
export interface AuthorizationProposal {
  /** what waits: a decision on the request, further days of an admission, or a new decision upon an appeal */
  what: 'decision' | 'extension' | 'appeal';
  at: Moment;
  /** account, and the name as it was */
  by: string;
  name: string;
  /** the recommendation it was made on: confirming runs the engine again */
  recommendation: string;
  /** what would be granted in all */
  approved: Minor;
  /** further days, of an extension */
  days: number | null;
  /** coded reasons, of a new decision upon an appeal */
  reasons: GivenReason[];
  lines: {
    line: number;
    approvedQuantity: number;
    approved: Minor;
    reasons: GivenReason[];
    override: string | null;
  }[];
  validTo: CalendarDate | null;
  /** for the provider; '' where none was written */
  sentence: string;
  /** who sent it back, and what they said to the proposer; null while it waits */
  declined: { by: string; name: string; at: Moment; sentence: string } | null;
}

/** A claim that names it, with what it bills under it. */
export interface NamedBy {
  /** the claim's number */
  claim: string;
  lines: { service: string; quantity: number; claimed: Minor }[];
}

/** So many claims are kept with the code that they name, the newest: nobody needs more of one code honestly. */
export const namedBy_max = 50;
