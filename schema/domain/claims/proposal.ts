import type { Moment } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { LineApproval } from './line-approvals.ts';

/** A decision above its maker's ceiling, waiting for a second person (claims.md, Approval limits). */
export interface Proposal {
  /** account of who proposes; they cannot confirm it */
  by: string;
  name: string;
  at: Moment;
  /** the recommendation it was made on: confirming runs the engine again */
  recommendation: string;
  /** lines decided otherwise than recommended */
  lines: readonly LineApproval[];
  sentence: string | null;
  /** what would be paid */
  approved: Minor;
  /** who sent it back, and what they said to the proposer; null while it waits, and once it is confirmed */
  declined: { by: string; name: string; at: Moment; sentence: string } | null;
}
