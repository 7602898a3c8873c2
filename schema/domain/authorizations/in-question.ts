import type { ClaimInQuestion } from '../adjudication/facts.ts';
import type { Authorization } from './authorization.ts';

interface Asked extends Pick<Authorization, 'encounterType' | 'serviceDate' | 'referral' | 'lines'> {
  diagnoses: ClaimInQuestion['diagnoses'];
}

/** A request as the engine judges it: like a claim of its planned day, of which no line has to name a code yet. */
export function inQuestion({
  encounterType,
  serviceDate,
  diagnoses,
  referral,
  lines,
}: Asked): ClaimInQuestion {
  return {
    id: null,
    asksForPermission: true,
    encounterType,
    startDate: serviceDate,
    endDate: serviceDate,
    diagnoses,
    referral,
    accident: false,
    otherPayer: null,
    lines: lines.map(({ line, service, quantity, unitPrice, requested, price }) => ({
      line,
      service,
      serviceDate,
      quantity,
      unitPrice,
      claimed: requested,
      authorization: null,
      price,
    })),
  };
}
