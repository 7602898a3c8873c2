import type { ClaimInQuestion } from '../adjudication/facts.ts';
import { type CalendarDate, later } from '../dates.ts';
import type { Authorization } from './authorization.ts';

interface Asked extends Pick<Authorization, 'encounterType' | 'serviceDate' | 'referral' | 'lines'> {
  diagnoses: ClaimInQuestion['diagnoses'];
  moved?: { on: CalendarDate } | null;
}

/** The day by whose plan a request is judged: the planned one, or that of a move to another plan since. */
export const judgedDay = ({ serviceDate, moved }: Pick<Asked, 'serviceDate' | 'moved'>): CalendarDate =>
  moved ? later(moved.on, serviceDate) : serviceDate;

/** A request as the engine judges it: like a claim of its planned day, of which no line has to name a code yet. */
export function inQuestion(asked: Asked): ClaimInQuestion {
  const { encounterType, diagnoses, referral, lines } = asked;
  const day = judgedDay(asked);
  return {
    id: null,
    asksForPermission: true,
    encounterType,
    startDate: day,
    endDate: day,
    diagnoses,
    referral,
    accident: false,
    otherPayer: null,
    lines: lines.map(({ line, service, quantity, unitPrice, requested, price }) => ({
      line,
      service,
      serviceDate: day,
      quantity,
      unitPrice,
      claimed: requested,
      authorization: null,
      price,
    })),
  };
}
