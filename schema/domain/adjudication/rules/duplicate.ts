import type { CalendarDate } from '../../dates.ts';
import type { EarlierUse } from '../facts.ts';
import { note, refusal } from '../finding.ts';
import type { Finding } from '../judgement.ts';

/** What makes two lines the same, besides the enrollee and the service. */
export interface SameLine {
  /** null: not filed yet, later than all that are */
  claimId: number | null;
  serviceDate: CalendarDate;
  facilityId: string;
  /** the claim it corrects, by number */
  replaces: string | null;
}

/**
 * Not the exact duplicate of a live line: same enrollee, service, date and facility, in a claim it does not replace. The
 * smaller claim number stands, whichever is decided first (claims.md, Adjudication, 9): reason 18; but what has been approved
 * on a later claim is not paid again: B13. A line that was refused blocks nothing; nor does one of the claim that is replaced,
 * unless it was paid.
 */
export function notDuplicate(others: readonly EarlierUse[], own: SameLine): Finding | null {
  const same = others.filter(
    ({ number, serviceDate, facilityId, approvedQuantity }) =>
      serviceDate === own.serviceDate &&
      facilityId === own.facilityId &&
      approvedQuantity !== 0 &&
      (approvedQuantity !== null || number !== own.replaces),
  );
  const earlier = same.find(({ claimId }) => own.claimId === null || claimId < own.claimId);
  if (earlier) return refusal('duplicate', 'same', '18', { number: earlier.number, other: earlier.line });
  const paid = same.find(({ approvedQuantity }) => approvedQuantity !== null);
  return paid ? refusal('duplicate', 'paid', 'B13', { number: paid.number, other: paid.line }) : null;
}

/** What a package holds is not paid beside it, wherever it stands in the claim. Reason 97, the facility's. */
export function notPart(name: string, whole: string | undefined): Finding | null {
  return whole === undefined ? null : refusal('duplicate', 'part', '97', { name, whole });
}

/** Two lines of one claim may bill the same service on one day; a person should look whether they mean it. */
export function notTwice(other: number | undefined): Finding | null {
  return other === undefined ? null : note('duplicate', 'twice', { other });
}
