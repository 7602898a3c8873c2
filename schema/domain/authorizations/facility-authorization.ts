import type { Moment } from '../dates.ts';
import { type Authorization, openAppeal } from './authorization.ts';

/** What happened to a request, as its facility's people are told of it. */
export const authorizationNews = [
  'authorization-requested',
  'authorization-queried',
  'authorization-answered',
  'authorization-approved',
  'authorization-reduced',
  'authorization-rejected',
  'authorization-cancelled',
  'authorization-extended',
  'authorization-discharged',
  'authorization-may-proceed',
  'authorization-expired',
  'authorization-released',
  'authorization-used',
  'authorization-judged-again',
  'authorization-appealed',
  'authorization-upheld',
  'authorization-overturned',
] as const;
/** One of them. */
export type AuthorizationNews = (typeof authorizationNews)[number];

/**
 * What a facility is told of its request: enough for its lists over all tenants; the rest is read from the tenant. Nothing of
 * risk, holds, the enrollee's answer to an alert, or who of the staff decided.
 */
export interface FacilityAuthorization
  extends Pick<
    Authorization,
    | 'number'
    | 'state'
    | 'version'
    | 'memberId'
    | 'enrolleeName'
    | 'encounterType'
    | 'urgency'
    | 'serviceDate'
    | 'currency'
    | 'requested'
    | 'approved'
    | 'requestedAt'
    | 'dueAt'
    | 'clock_ms'
    | 'queriedAt'
    | 'code'
    | 'validTo'
  > {
  /** it may proceed, and names this in place of a code */
  breachReference: string | null;
  /** an appeal waits to be decided */
  appealed: boolean;
  changedAt: Moment;
}

/** One message of a tenant's actor to a facility's; `seq` is its number in the tenant's journal. */
export interface AuthorizationChanged {
  seq: number;
  kind: 'AuthorizationChanged';
  news: AuthorizationNews;
  authorization: FacilityAuthorization;
}

/** The part of a request that its facility is told, as it is now. */
export function facilityAuthorizationOf(one: Authorization): FacilityAuthorization {
  const { number, state, version, memberId, enrolleeName, encounterType, urgency, serviceDate } = one;
  const { currency, requested, approved, requestedAt, clock_ms, queriedAt, code, validTo } = one;
  const appeal = openAppeal(one);
  return {
    number,
    state,
    version,
    memberId,
    enrolleeName,
    encounterType,
    urgency,
    serviceDate,
    currency,
    requested,
    approved,
    requestedAt,
    dueAt: appeal?.dueAt ?? one.dueAt,
    clock_ms,
    queriedAt,
    code,
    validTo,
    breachReference: one.breach?.reference ?? null,
    appealed: appeal !== null,
    changedAt: one.history.at(-1)?.at ?? requestedAt,
  };
}
