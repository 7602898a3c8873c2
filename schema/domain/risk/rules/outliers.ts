import { formatMoney } from '../../money.ts';
import { ofClaim, ofLine, type Rule } from '../found.ts';
import { baselineAt, diagnosisKey, facilityKey, priceKey } from '../keys.ts';
import { usualFor } from '../means.ts';
import { dearnessOf } from '../peers.ts';

/**
 * A line's price is far above the twelve-month mean of the same service at other facilities of the kind (claims.md, Risk). Facilities
 * differ in price without harm: one that is usually dear, by the factor at most, is found by what stands out there as well.
 */
export const priceOutlier: Rule = (
  { claim, facility, baselines },
  { price_outlier: { factor, observationsMin, aboveOwn } },
) => {
  const known = baselineAt(baselines, facilityKey(claim.facilityId), 'facility');
  const dearness = known ? dearnessOf(known, claim.submittedAt, observationsMin) : 1;
  const most = Math.max(factor, aboveOwn * Math.min(factor, dearness));
  return claim.lines.flatMap(({ line, service, unitPrice }) => {
    const means = baselineAt(baselines, priceKey(service, facility), 'means');
    const usual = means && usualFor(means, claim.facilityId, claim.submittedAt, observationsMin);
    if (!usual || unitPrice <= most * usual.mean) return [];
    const money = (minor: number) => formatMoney(Math.round(minor), claim.currency, { symbol: true });
    const evidence = `${service} at ${money(unitPrice)} is ${(unitPrice / usual.mean).toFixed(1)} times ${money(usual.mean)}, the mean of ${usual.n} prices at other facilities of the kind in twelve months.`;
    return [ofLine(line, evidence)];
  });
};

/**
 * The claim's amount is far above the twelve-month mean of the same main diagnosis and kind of encounter at other facilities
 * (claims.md, Risk), and also outside what such claims spread over: where amounts differ widely by themselves, one and a
 * half times their mean says nothing.
 */
export const diagnosisOutlier: Rule = ({ claim, baselines }, { diagnosis_outlier }) => {
  const { factor, observationsMin, deviations } = diagnosis_outlier;
  const key = diagnosisKey(claim);
  const means = key === null ? null : baselineAt(baselines, key, 'means');
  const usual = means && usualFor(means, claim.facilityId, claim.submittedAt, observationsMin);
  if (!usual) return [];
  const { n, mean, deviation } = usual;
  if (claim.claimed <= factor * mean || claim.claimed <= mean + deviations * deviation) return [];
  const money = (minor: number) => formatMoney(Math.round(minor), claim.currency, { symbol: true });
  return [
    ofClaim(
      `${money(claim.claimed)} is ${(claim.claimed / mean).toFixed(1)} times ${money(mean)}, the mean of ${n} claims of other facilities with the same main diagnosis and kind of encounter in twelve months.`,
    ),
  ];
};
