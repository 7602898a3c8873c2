import { baselineAt, practitionerKey, proceduresOf } from '../baselines.ts';
import { ofClaim, type Rule } from '../found.ts';

/**
 * More procedures by one practitioner on one day than anybody can do (claims.md, Risk), over all facilities where the licence is
 * named. What a claim corrects has been counted already.
 */
export const busyPractitioner: Rule = (facts, { busy_practitioner: { proceduresMax, groups } }) => {
  const { claim, baselines, learned } = facts;
  const isCounted = learned || claim.replaces !== null;
  return [...proceduresOf(facts, groups)].flatMap(([day, units]) => {
    const known = baselineAt(baselines, practitionerKey(claim, day), 'practitioner')?.days[day] ?? 0;
    const many = isCounted ? known : known + units;
    if (many <= proceduresMax) return [];
    return [
      ofClaim(
        `The practitioner's procedures of ${day} are ${many} with this claim; ${proceduresMax} is the most for one day.`,
      ),
    ];
  });
};
