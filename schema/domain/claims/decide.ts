import type { Refusal } from '../refusal.ts';
import { type Approval, type ApprovalFacts, approve } from './approve.ts';
import type { Claim } from './claim.ts';
import type { Decider, ReasonTable } from './deciding.ts';
import { expireQuery } from './falling-due.ts';
import { type Answer, type AnswerFacts, answer, type Query, query } from './query.ts';
import type { Clock, Ranking } from './rank.ts';
import { type Rejection, reject } from './reject.ts';
import { reopen } from './reopen.ts';
import { receive, take } from './review.ts';
import { withdraw } from './withdraw.ts';

/** A command on a claim that exists. */
export type ClaimCommand =
  | { type: 'ReceiveClaim' }
  | { type: 'TakeClaim' }
  | { type: 'QueryClaim'; input: Query }
  | { type: 'AnswerQuery'; input: Answer; isHere?: AnswerFacts['isHere'] }
  | { type: 'WithdrawClaim' }
  | { type: 'ExpireQuery' }
  | ({ type: 'ApproveClaim'; input: Approval } & Omit<ApprovalFacts, 'reasons'>)
  | { type: 'RejectClaim'; input: Rejection }
  | { type: 'ReopenClaim'; input: { version: number; reason: string } };

/** The tenant's own rules for deciding. */
export interface DecidingRules extends Clock, Ranking {
  reasons: ReasonTable;
}

/**
 * What a command makes of a claim: the claim one version on, or why not. Pure: clock and names are handed in.
 * A lease is not its matter (lease.ts), nor a permission.
 */
export function decide(
  claim: Claim,
  command: ClaimCommand,
  decider: Decider,
  rules: DecidingRules,
): Claim | Refusal {
  switch (command.type) {
    case 'ReceiveClaim':
      return receive(claim, decider, rules);
    case 'TakeClaim':
      return take(claim, decider);
    case 'QueryClaim':
      return query(claim, command.input, decider);
    case 'AnswerQuery':
      return answer(claim, command.input, decider, { ...rules, isHere: command.isHere });
    case 'WithdrawClaim':
      return withdraw(claim, decider);
    case 'ExpireQuery':
      return expireQuery(claim, decider);
    case 'ApproveClaim':
      return approve(claim, command.input, decider, { ...command, reasons: rules.reasons });
    case 'RejectClaim':
      return reject(claim, command.input, decider, rules.reasons);
    case 'ReopenClaim':
      return reopen(claim, command.input, decider, rules);
    default:
      return command satisfies never;
  }
}
