import { blankBenefit, blankRules } from './blank-rules.ts';
import type { Benefit, PlanRules } from './plan.ts';

/** Plan tiers that a draft can begin from. */
export const planTiers = ['bronze', 'silver', 'gold'] as const;
/** One tier. */
export type PlanTier = (typeof planTiers)[number];

/** A figure for each tier, in whole units of the currency; null: no limit of its own. */
type PerTier = Readonly<Record<PlanTier, number | null>>;

const perTier = (bronze: number | null, silver: number | null, gold: number | null): PerTier => ({
  bronze,
  silver,
  gold,
});
const minor = (whole: number | null) => (whole === null ? null : whole * 100);

/** What of a template's benefit is not the same in every tier, and what is. */
interface Outline {
  base: Benefit;
  period: PerTier;
  days?: PerTier;
  above?: PerTier;
  percent?: PerTier;
  waiting?: PerTier;
}

const outlines: readonly Outline[] = [
  {
    base: { ...blankBenefit('OPD', 'Out-patient care', 'outpatient'), groups: ['consultation', 'other'] },
    period: perTier(150_000, 400_000, null),
  },
  {
    base: {
      ...blankBenefit('IPD', 'In-patient care', 'inpatient'),
      groups: ['admission', 'consumable'],
      authorization: { need: 'always', above: null },
    },
    period: perTier(500_000, 1_500_000, 4_000_000),
    days: perTier(15, 30, 60),
  },
  {
    base: { ...blankBenefit('SURG', 'Surgery and procedures', 'surgery'), groups: ['procedure'] },
    period: perTier(250_000, 1_000_000, 2_500_000),
    above: perTier(50_000, 100_000, 150_000),
  },
  {
    base: {
      ...blankBenefit('MAT', 'Maternity', 'maternity'),
      groups: ['maternity'],
      waitingDays: 270,
      who: { sex: 'female', ageFrom: 15, ageTo: 50, relations: ['principal', 'spouse'] },
    },
    period: perTier(150_000, 400_000, 800_000),
    above: perTier(50_000, 100_000, 150_000),
  },
  {
    base: { ...blankBenefit('DENT', 'Dental care', 'dental'), groups: ['dental'] },
    period: perTier(20_000, 60_000, 150_000),
    waiting: perTier(90, 30, 0),
  },
  {
    base: { ...blankBenefit('OPT', 'Optical care', 'optical'), groups: ['optical'] },
    period: perTier(15_000, 40_000, 100_000),
    waiting: perTier(90, 30, 0),
  },
  {
    base: { ...blankBenefit('DRUG', 'Drugs', 'drugs'), groups: ['drug'] },
    period: perTier(100_000, 300_000, null),
    percent: perTier(10, null, null),
  },
  {
    base: { ...blankBenefit('LAB', 'Laboratory tests', 'laboratory'), groups: ['laboratory'] },
    period: perTier(80_000, 250_000, null),
    above: perTier(30_000, 50_000, 100_000),
  },
  {
    base: { ...blankBenefit('IMG', 'Imaging', 'imaging'), groups: ['imaging'] },
    period: perTier(60_000, 200_000, null),
    above: perTier(30_000, 50_000, 100_000),
  },
];

function benefitFor(tier: PlanTier, { base, ...outline }: Outline): Benefit {
  const days = outline.days?.[tier] ?? null;
  const above = minor(outline.above?.[tier] ?? null);
  const percent = outline.percent?.[tier] ?? null;
  return {
    ...base,
    limits: { ...base.limits, period: minor(outline.period[tier]) },
    count: days === null ? null : { of: 'days', most: days },
    coPay: percent === null ? null : { flat: null, percent, cap: null },
    waitingDays: outline.waiting?.[tier] ?? base.waitingDays,
    authorization: above === null ? base.authorization : { need: 'above', above },
  };
}

/** Excluded by most private plans in Nigeria, in ICD-10. */
const usualExclusions: PlanRules['exclusions'] = [
  {
    services: [],
    groups: [],
    diagnoses: [{ from: 'Z41', to: 'Z41' }],
    wording: 'Cosmetic treatment, unless it repairs an injury.',
  },
  {
    services: [],
    groups: [],
    diagnoses: [
      { from: 'N46', to: 'N46' },
      { from: 'N97', to: 'N97' },
    ],
    wording: 'Treatment of infertility.',
  },
];

const people = perTier(1_000_000, 3_000_000, 8_000_000);
const families = perTier(2_500_000, 8_000_000, 20_000_000);

/**
 * Sensible rules to begin a tier with: out-patient, in-patient, surgery, maternity, dental, optical, drugs, laboratory
 * and imaging, for the groups that every tenant is seeded with. Figures are a starting point of private plans in Lagos.
 */
export function templateRules(tier: PlanTier): PlanRules {
  return {
    ...blankRules,
    benefits: outlines.map((outline) => benefitFor(tier, outline)),
    exclusions: usualExclusions,
    overall: { person: minor(people[tier]), family: minor(families[tier]) },
    dependants: { ...blankRules.dependants, most: 5 },
  };
}
