import type { ClaimState } from '../../schema/domain/claims/claim.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { SubmitClaimInput } from '../../schema/forms/submit-claim.ts';
import type { FacilityKey } from './organisations.ts';
import type { DemoStep } from './story.ts';

/** A claim of the demo: what was submitted, when, by whom and from where, and what happened to it until the day of the demo. */
export interface DemoClaim {
  facility: FacilityKey;
  /** account of the person who submitted it */
  by: string;
  at: Moment;
  input: SubmitClaimInput & { externalId: string; enrolleeExternalId: string };
  steps: DemoStep[];
}

/** The state that a claim is in after its steps; how it was decided follows from what was recommended then. */
export function stateOf(claim: DemoClaim): ClaimState | 'DECIDED' {
  const after = {
    TakeClaim: 'IN_REVIEW',
    QueryClaim: 'QUERIED',
    AnswerQuery: 'RESUBMITTED',
    DecideClaim: 'DECIDED',
  } as const;
  const last = claim.steps.at(-1);
  return last ? after[last.type] : 'RECEIVED';
}
