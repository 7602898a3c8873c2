import { ofClaim, type Rule } from '../found.ts';
import { busyDays } from '../procedures.ts';

/**
 * More procedures by one practitioner on one day than anybody can do (claims.md, Risk), over all facilities where the licence is
 * named.
 */
export const busyPractitioner: Rule = (facts, settings) =>
  [...busyDays(facts, settings)].map(([day, many]) =>
    ofClaim(
      `The practitioner's procedures of ${day} are ${many} with this claim; ${settings.busy_practitioner.proceduresMax} is the most for one day.`,
    ),
  );
