import { type Decider, refuseFields } from '../claims/deciding.ts';
import { type CalendarDate, daysBetween } from '../dates.ts';
import type { Refusal } from '../refusal.ts';
import type { Authorization, AuthorizationLine } from './authorization.ts';
import { grantedIn } from './decide.ts';
import { refuseUnlessPossible, refuseUnlessSeen } from './life.ts';
import { stepped } from './stepped.ts';
import { reservedUntil, type ValidityTerms } from './validity.ts';

/** The end of an admission, on the version that was seen. */
export interface Discharge {
  version: number;
  dischargedOn: CalendarDate;
}

/** What a discharge is recorded with. */
export type DischargeFacts = Pick<ValidityTerms, 'today' | 'filingWindowDays'> & {
  isDaily: (service: string) => boolean;
};

/** Nights from the first day to the last; a stay that ends on its first day is one day. */
export const daysStayed = (from: CalendarDate, to: CalendarDate): number =>
  Math.max(1, daysBetween(from, to));

/** A line billed per day, less the days after the discharge; what was drawn already stays. */
function shortened(line: AuthorizationLine, stayed: number): AuthorizationLine {
  const { approvedQuantity, approved, quantity, usedQuantity, used, unitPrice, requested } = line;
  const granted = approvedQuantity ?? 0;
  const freed = granted - Math.max(stayed, usedQuantity);
  if (freed <= 0) return line;
  const left = granted - freed;
  return {
    ...line,
    quantity: quantity - freed,
    requested: requested - freed * unitPrice,
    approvedQuantity: left,
    approved: Math.max(used, Math.floor(((approved ?? 0) * left) / granted)),
  };
}

/**
 * An admission closed by its discharge (authorizations.md): days after it are no longer asked for, granted or reserved, and the
 * code ends with it. What was drawn stays. Refused: a day before the admission, or one to come.
 */
export function discharge(
  authorization: Authorization,
  { version, dischargedOn }: Discharge,
  decider: Decider,
  facts: DischargeFacts,
): Authorization | Refusal {
  const no = refuseUnlessPossible(authorization, 'discharge') ?? refuseUnlessSeen(authorization, version);
  if (no) return no;
  // An admission begins on the day of service.
  const { serviceDate: from } = authorization;
  if (dischargedOn < from || dischargedOn > facts.today) {
    const message = `Enter a day from the admission on ${from} until today.`;
    return refuseFields([{ field: 'dischargedOn', message }]);
  }
  const stayed = daysStayed(from, dischargedOn);
  const lines = authorization.lines.map((line) =>
    facts.isDaily(line.service) ? shortened(line, stayed) : line,
  );
  const { validTo, admission } = authorization;
  const until = validTo !== null && validTo < dischargedOn ? validTo : dischargedOn;
  return {
    ...stepped(authorization, decider, 'discharged', { detail: dischargedOn }),
    lines,
    requested: lines.reduce((so, { requested }) => so + requested, 0),
    approved: grantedIn(lines),
    admission: admission && { ...admission, dischargedOn },
    validTo: until,
    reservedTo: reservedUntil(until, facts),
  };
}
