import type { ClaimState } from '../../schema/domain/claims/claim.ts';
import type { BillingMonth, Moment } from '../../schema/domain/dates.ts';
import type { Counts, Lease } from '../actor/live-event.ts';

/** A page of the queue, in rank order. Only open states are in it. */
export interface QueueQuestion {
  /** left out: every open state */
  states?: ClaimState[];
  facilityId?: string;
  /** with a facility: one pile */
  billingMonth?: BillingMonth;
  clientCode?: string;
  planCode?: string;
  /** lowest risk score, 0–100 */
  riskMin?: number;
  /** only claims this account holds now */
  mine?: string;
  /** only claims past their due moment */
  late?: boolean;
  /** only claims not late yet, with a quarter of their time left or less */
  soon?: boolean;
  /** only claims not late yet, due within so many working hours */
  dueWithinHours?: number;
  /** only claims that an investigation holds */
  held?: boolean;
  /** only claims with a risk event nobody has disposed of */
  flagged?: boolean;
  /** only claims of which every line passes, without an open risk event, and not held */
  clean?: true;
  /** `next` of the page before */
  after?: string;
  /** 1–200 */
  limit: number;
}

/** One claim's place. Names and amounts are read from the database by `id`. */
export interface QueueRow {
  id: number;
  state: ClaimState;
  rankAt: Moment;
  /** 0–100 */
  risk: number;
  openFlags: number;
  /** by an investigation */
  held: boolean;
  lease: Lease | null;
  /** it waits for a second person */
  proposed: boolean;
}

export interface QueuePage {
  rows: QueueRow[];
  /** hand it back as `after`; null: the end. With fewer rows than the limit: so many were looked at, and it goes on there */
  next: string | null;
  /** how the claims stand; its journal number is what all this is as of: read rows after asking, and listen from it */
  counts: Counts;
  /** the actor's own view is being made anew: until it is whole, pages are read from the database */
  rebuilding: boolean;
}
