import type { EligibilityAnswer } from '../../../../durable-objects/tenant/questions.ts';
import type { EligibilityView } from '../../../../schema/api/eligibility-view.ts';
import { viewOfCover } from '../view-of-judgement.ts';

/** Eligibility in the API's words. */
export function viewOfEligibility(answer: EligibilityAnswer): EligibilityView {
  const { person, eligibility, network, primaryFacilityName, planName, currency } = answer;
  const { enrolleeId: _, ...shown } = person;
  const { on, cover, plan, atPrimary, benefits, overall } = eligibility;
  return {
    date: on,
    currency,
    person: shown,
    cover: viewOfCover(cover),
    plan: plan === null ? null : { ...plan, name: planName },
    network,
    primaryFacility: primaryFacilityName === null ? null : { name: primaryFacilityName, here: atPrimary },
    benefits: benefits.map(
      ({ code, name, category, not, coPay, deductibleLeft, where, authorization, balance }) => ({
        code,
        name,
        category,
        usable: not === null,
        not: not === null ? null : { rule: not.rule, from: not.from, sentence: not.words },
        coPay,
        deductibleLeft,
        referral: where.referral,
        authorization,
        balance,
      }),
    ),
    overall: [...overall],
  };
}
