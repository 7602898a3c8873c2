import type { Moment } from '../dates.ts';
import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import type { Claim, ClaimState, Message } from './claim.ts';
import type { GivenReason } from './given-reason.ts';
import type { ReasonCode } from './reason-codes.ts';

/** Who decides, when. */
export interface Decider {
  at: Moment;
  /** account id, key id or `system` */
  id: string;
  /** the name as it is now, for the claim's history */
  name: string;
}

/** The tenant's reason codes that are active, by code. */
export type ReasonTable = ReadonlyMap<string, ReasonCode>;

/** The claim one step on: new state, next version, the step in its history; a proposal that waited on it falls away. */
export function stepped(claim: Claim, state: ClaimState, decider: Decider): Claim {
  const history = [...claim.history, { at: decider.at, state, by: decider.name }];
  const after = { ...claim, state, version: claim.version + 1, history, proposal: null };
  // Of what is not paid nothing can be held.
  return state === 'REJECTED' || state === 'WITHDRAWN' ? { ...after, holds: [], heldAt: null } : after;
}

/** The claim with one more entry in its conversation. */
export function said(
  claim: Claim,
  decider: Decider,
  entry: Pick<Message, 'from' | 'kind' | 'text'>,
): Message[] {
  return [...claim.conversation, { at: decider.at, by: decider.name, ...entry }];
}

/** The reasons with their groups; a code that the tenant's table does not have, or has no longer, is an error at `field`. */
export function givenReasons(
  codes: readonly string[],
  table: ReasonTable,
  field: string,
): { reasons: GivenReason[]; errors: FieldError[] } {
  const reasons: GivenReason[] = [];
  const errors: FieldError[] = [];
  for (const code of new Set(codes)) {
    const known = table.get(code);
    if (known) reasons.push({ code, group: known.group });
    else errors.push({ field, message: `Reason ${code} is not in the table of reasons in use.` });
  }
  return { reasons, errors };
}

/** `invalid`, with every field's error. */
export function refuseFields(errors: [FieldError, ...FieldError[]]): Refusal {
  return refuse('invalid', errors[0].message, errors);
}
