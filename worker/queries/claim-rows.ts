import { claims } from '../../schema/tables/tenant/claims.ts';

/** What a list shows of a claim: never its body, which is the larger part of the row. */
export const claimRowColumns = {
  id: claims.id,
  number: claims.number,
  state: claims.state,
  outcome: claims.outcome,
  enrolleeName: claims.enrolleeName,
  facilityName: claims.facilityName,
  serviceDate: claims.serviceDate,
  claimed: claims.claimed,
  dueAt: claims.dueAt,
  submittedAt: claims.submittedAt,
  facilityId: claims.facilityId,
  clientCode: claims.clientCode,
  planCode: claims.planCode,
  encounterType: claims.encounterType,
  risk: claims.risk,
};
