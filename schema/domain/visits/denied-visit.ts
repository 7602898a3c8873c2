import type { Claim } from '../claims/claim.ts';
import type { CalendarDate, Moment } from '../dates.ts';
import type { DeniedVisit } from '../members/at-desk.ts';
import type { RiskFlag } from '../risk/flag.ts';

/** Where and when care is said to have been given. */
export interface Given {
  facilityId: string;
  days: readonly CalendarDate[];
}

/** The days that a claim bills. */
export const givenOf = ({
  facilityId,
  serviceDate,
  lines,
}: Pick<Claim, 'facilityId' | 'serviceDate'> & {
  lines: readonly Pick<Claim['lines'][number], 'serviceDate'>[];
}): Given => ({ facilityId, days: [serviceDate, ...lines.map((line) => line.serviceDate)] });

/** The denied check-ins that this is of: at its facility, on one of its days. */
export const visitsMeant = ({ facilityId, days }: Given, denied: readonly DeniedVisit[]): DeniedVisit[] =>
  denied.filter((visit) => visit.facilityId === facilityId && days.includes(visit.date));

/** What the event says. */
const evidenceOf = ({ number }: DeniedVisit): string =>
  `The enrollee says that the check-in ${number} was not theirs.`;

/** Whether it has the event already. */
export const saysDenied = ({ flags }: Pick<Claim, 'flags'>, visit: DeniedVisit): boolean =>
  flags.some((flag) => flag.rule === 'not_me' && flag.evidence === evidenceOf(visit));

/**
 * A claim or request of a day on which the enrollee was checked in there and says that it was not them: a `not me` event, once
 * (claims.md, Risk). `weight` null: the tenant's rule is off. The same object where nothing of it changes.
 */
export function withDeniedVisit<T extends Pick<Claim, 'flags'>>(
  one: T,
  [visit]: readonly DeniedVisit[],
  { weight, at }: { weight: number | null; at: Moment },
  riskOf: (after: T) => number,
): T {
  if (!visit || weight === null || saysDenied(one, visit)) return one;
  const n = one.flags.reduce((most, flag) => Math.max(most, flag.n), 0) + 1;
  const raised: RiskFlag = {
    n,
    rule: 'not_me',
    weight,
    evidence: evidenceOf(visit),
    claims: [],
    line: null,
    at,
    state: 'OPEN',
    disposed: null,
  };
  const after = { ...one, flags: [...one.flags, raised] };
  return { ...after, risk: riskOf(after) };
}
