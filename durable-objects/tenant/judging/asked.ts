import type { ClaimInQuestion, LineInQuestion } from '../../../schema/domain/adjudication/facts.ts';
import type { Claim, claimStates } from '../../../schema/domain/claims/claim.ts';
import { inQuestion, visitOf } from '../../../schema/domain/claims/in-question.ts';
import type { CalendarDate } from '../../../schema/domain/dates.ts';
import type { SubmitClaim } from '../../../schema/forms/submit-claim.ts';
import { enrolleeKey } from '../memory/enrollees.ts';

/** What is judged, and what its facts are found by. A price left out is found in the tariffs. */
export interface Asked {
  /** of the shelf of enrollees */
  enrollee: string;
  facilityId: string;
  visit: string;
  claim: Omit<ClaimInQuestion, 'lines'> & { lines: readonly LineAsked[] };
}

/** A line that may not have its price yet. */
export type LineAsked = Omit<LineInQuestion, 'price'> & Partial<Pick<LineInQuestion, 'price'>>;

/** Lines as somebody sends them; one without a date of service is of the encounter's first day. */
export const linesAsked = (
  lines: readonly Pick<
    SubmitClaim['lines'][number],
    'service' | 'serviceDate' | 'quantity' | 'unitPrice' | 'authorization'
  >[],
  firstDay: CalendarDate,
): LineAsked[] =>
  lines.map(({ service, serviceDate = firstDay, quantity, unitPrice, authorization = null }, i) => ({
    line: i + 1,
    service,
    serviceDate,
    quantity,
    unitPrice,
    claimed: quantity * unitPrice,
    authorization,
  }));

/** A claim is asked about with every look at memory on its way; what it asks follows from it and the zone alone. */
const made = new WeakMap<Claim, { zone: string; asked: Asked }>();

/** A filed claim as it is asked about: its lines have their prices. */
export function askedOf(claim: Claim, zone: string): Asked {
  const before = made.get(claim);
  if (before?.zone === zone) return before.asked;
  const asked = {
    enrollee: enrolleeKey.id(claim.enrolleeId),
    facilityId: claim.facilityId,
    visit: visitOf(claim),
    claim: inQuestion(claim, zone),
  };
  made.set(claim, { zone, asked });
  return asked;
}

const dead: readonly (typeof claimStates)[number][] = ['REJECTED', 'WITHDRAWN'];

/** Whether a claim still counts against another: it was neither rejected nor withdrawn. */
export const isLive = (claim: Claim): boolean => !dead.includes(claim.state);
