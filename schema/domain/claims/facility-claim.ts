import type { Moment } from '../dates.ts';
import type { Claim } from './claim.ts';

/** What a facility is told of its claim: enough for its lists over all tenants; the rest is read from the tenant. */
export type FacilityClaim = Pick<
  Claim,
  | 'number'
  | 'state'
  | 'outcome'
  | 'version'
  | 'memberId'
  | 'enrolleeName'
  | 'encounterType'
  | 'serviceDate'
  | 'currency'
  | 'claimed'
  | 'approved'
  | 'submittedAt'
  | 'draftId'
> & { changedAt: Moment };

/** What happened, as the facility's people are told of it. */
export type FacilityNews =
  | 'submitted'
  | 'received'
  | 'taken'
  | 'queried'
  | 'reminded'
  | 'answered'
  | 'approved'
  | 'rejected'
  | 'reopened'
  | 'withdrawn';

/** One message of a tenant's actor to a facility's; `seq` is its number in the tenant's journal. */
export interface ClaimChanged {
  seq: number;
  kind: 'ClaimChanged';
  news: FacilityNews;
  claim: FacilityClaim;
}

/** The part of a claim that its facility is told, as it is now. */
export function facilityClaimOf(claim: Claim, changedAt: Moment): FacilityClaim {
  return {
    number: claim.number,
    state: claim.state,
    outcome: claim.outcome,
    version: claim.version,
    memberId: claim.memberId,
    enrolleeName: claim.enrolleeName,
    encounterType: claim.encounterType,
    serviceDate: claim.serviceDate,
    currency: claim.currency,
    claimed: claim.claimed,
    approved: claim.approved,
    submittedAt: claim.submittedAt,
    draftId: claim.draftId,
    changedAt,
  };
}
