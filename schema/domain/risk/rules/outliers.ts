import { formatMoney } from '../../money.ts';
import { type Foreign, foreignOf } from '../courses.ts';
import { type Found, ofClaim, ofLine, type Rule } from '../found.ts';
import { baselineAt, diagnosisKey, facilityKey, priceKey } from '../keys.ts';
import { usualFor } from '../means.ts';
import { dearnessOf } from '../peers.ts';

/** What is only dear for the facility itself, or for its diagnosis without anything strange on it, is a slight case. */
const slightPart = 0.5;

/**
 * A line's price is far above the twelve-month mean of the same service at other facilities of the kind (claims.md, Risk). Facilities
 * differ in price without harm: one that is usually dear, by the factor at most, is found by what stands out there as well. What stands out
 * at one that is not, and would not among others, weighs half.
 */
export const priceOutlier: Rule = (
  { claim, facility, baselines },
  { price_outlier: { factor, observationsMin, aboveOwn } },
) => {
  const known = baselineAt(baselines, facilityKey(claim.facilityId), 'facility');
  const dearness = known && dearnessOf(known, claim.submittedAt, observationsMin);
  const most = dearness === null || aboveOwn === 1 ? factor : aboveOwn * Math.min(factor, dearness);
  return claim.lines.flatMap(({ line, service, unitPrice }): Found[] => {
    const means = baselineAt(baselines, priceKey(service, facility), 'means');
    const usual = means && usualFor(means, claim.facilityId, claim.submittedAt, observationsMin);
    if (!usual || unitPrice <= most * usual.mean) return [];
    const { n, mean } = usual;
    const money = (minor: number) => formatMoney(Math.round(minor), claim.currency, { symbol: true });
    const evidence = `${service} at ${money(unitPrice)} is ${(unitPrice / mean).toFixed(1)} times ${money(mean)}, the mean of ${n} prices at other facilities of the kind in twelve months`;
    if (unitPrice > factor * mean) return [ofLine(line, `${evidence}.`)];
    const own = `${evidence}; what the facility asks otherwise is ${(most / aboveOwn).toFixed(2)} times such means.`;
    return [{ ...ofLine(line, own), part: slightPart }];
  });
};

/** So many services that hardly anybody bills with a diagnosis are no chance. */
const foreignMin = 2;

const strangeness = ({ services, claims }: Foreign): string =>
  `Of ${claims} claims of other facilities with the same diagnosis alone hardly any bill ${services.join(', ')}.`;

/**
 * The claim's amount is far above the twelve-month mean of the same main diagnosis and kind of encounter at other facilities
 * (claims.md, Risk), and also outside what such claims spread over: where amounts differ widely by themselves, one and a
 * half times their mean says nothing. Where all that is billed is usual for the diagnosis, the amount weighs half: the case was a grave one. What
 * hardly anybody bills with it is found by that alone, also where it takes a visit for an admission.
 */
export const diagnosisOutlier: Rule = (facts, { diagnosis_outlier }) => {
  const { claim, baselines } = facts;
  const { factor, observationsMin, deviations } = diagnosis_outlier;
  const foreign = foreignOf(facts);
  const key = diagnosisKey(claim);
  const means = key === null ? null : baselineAt(baselines, key, 'means');
  const usual = means && usualFor(means, claim.facilityId, claim.submittedAt, observationsMin);
  const isDear =
    usual !== null &&
    claim.claimed > Math.max(factor * usual.mean, usual.mean + deviations * usual.deviation);
  if (!isDear)
    return foreign !== null && foreign.services.length >= foreignMin ? [ofClaim(strangeness(foreign))] : [];
  const { n, mean } = usual;
  const money = (minor: number) => formatMoney(Math.round(minor), claim.currency, { symbol: true });
  const evidence = `${money(claim.claimed)} is ${(claim.claimed / mean).toFixed(1)} times ${money(mean)}, the mean of ${n} claims of other facilities with the same main diagnosis and kind of encounter in twelve months.`;
  if (foreign === null) return [ofClaim(evidence)];
  return foreign.services.length === 0
    ? [{ ...ofClaim(evidence), part: slightPart }]
    : [ofClaim(`${evidence} ${strangeness(foreign)}`)];
};
