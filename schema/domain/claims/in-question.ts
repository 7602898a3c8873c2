import type { ClaimInQuestion } from '../adjudication/facts.ts';
import { dateIn } from '../dates.ts';
import type { Claim } from './claim.ts';

/** A filed claim as the engine judges it. */
export function inQuestion(claim: Claim, zone: string): ClaimInQuestion {
  const { id, encounterType, diagnoses, referral, accident, otherPayer, serviceDate, replaces, lines } =
    claim;
  return {
    id,
    encounterType,
    startDate: serviceDate,
    endDate: dateIn(zone, claim.endedAt),
    diagnoses,
    referral,
    accident,
    otherPayer,
    replaces,
    lines,
  };
}

/** The visit a claim belongs to: the day it began and, if the sender names one, its encounter. An id alone may be a folder's. */
export const visitOf = (claim: { encounterId: string | null; serviceDate: string }): string =>
  `${claim.serviceDate}:${claim.encounterId ?? ''}`;
