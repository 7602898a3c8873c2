import type { Put, Terms } from './requests.ts';

/** The client whose people the patients are, and the plan they are on. */
export const CLIENT = 'SYNTH';
export const PLAN = 'SYNTHEA-CARE';

/** What the API takes of a benefit; whatever is left out is not stated. Amounts in minor units. */
type Benefit = Record<string, unknown> & { code: string; name: string; category: string };

const amount = (whole: number) => whole * 100;

const everyday: Benefit[] = [
  {
    code: 'VISITS',
    name: 'Visits and examinations',
    category: 'outpatient',
    groups: ['consultation'],
    coPay: { flat: amount(20) },
  },
  {
    code: 'DRUGS',
    name: 'Drugs',
    category: 'drugs',
    groups: ['drug'],
    limits: { visit: amount(300), period: amount(3_000) },
    coPay: { percent: 20, cap: amount(50) },
  },
  {
    code: 'VACCINES',
    name: 'Vaccines',
    category: 'preventive',
    services: ['CVX-08', 'CVX-52', 'CVX-62', 'CVX-113', 'CVX-140', 'SCT-399014008'],
    limits: { period: amount(3_000) },
  },
  {
    code: 'TESTS',
    name: 'Laboratory tests',
    category: 'laboratory',
    groups: ['laboratory'],
    limits: { visit: amount(4_000), period: amount(20_000) },
  },
  {
    code: 'IMAGING',
    name: 'Imaging',
    category: 'imaging',
    groups: ['imaging'],
    authorization: { need: 'above', above: amount(5_000) },
  },
  {
    code: 'PROCEDURES',
    name: 'Procedures and assessments',
    category: 'outpatient',
    groups: ['procedure'],
    limits: { visit: amount(10_000) },
  },
];

const seldom: Benefit[] = [
  {
    code: 'SURGERY',
    name: 'Operations',
    category: 'surgery',
    services: ['SCT-232717009', 'SCT-415070008', 'SCT-73761001', 'SCT-274031008'],
    where: { levels: ['secondary', 'tertiary'] },
    authorization: { need: 'above', above: amount(20_000) },
  },
  {
    code: 'HOSPITAL',
    name: 'Admissions',
    category: 'inpatient',
    groups: ['admission'],
    coPay: { percent: 10 },
    exclusions: [{ services: ['SCT-56876005'], wording: 'Rehabilitation from drugs.' }],
  },
  {
    code: 'MATERNITY',
    name: 'Pregnancy and birth',
    category: 'maternity',
    groups: ['maternity'],
    limits: { period: amount(60_000) },
    who: { sex: 'female', ageFrom: 15, ageTo: 50 },
    authorization: { need: 'above', above: amount(6_000) },
  },
];

/** Rules under which most of the data is paid and some of it is not. A certificate of death is in no benefit. */
const rules = {
  benefits: [...everyday, ...seldom],
  exclusions: [
    {
      diagnoses: [{ from: 'E66', to: 'E66' }],
      services: ['SCT-710824005'],
      wording: 'Treatment of overweight, and assessments of social needs.',
    },
  ],
};

const firstDay = (date: string) => `${date.slice(0, 4)}-01-01`;

/** The plan, in force since before the first visit, and the client with a contract over all of the data. */
export function coverOf(
  births: readonly string[],
  newest: string,
  { currency }: Terms,
): { plans: Put[]; clients: Put[] } {
  const from = firstDay(births.toSorted()[0] ?? newest);
  const to = `${Number(newest.slice(0, 4)) + 1}-12-31`;
  const plan = { name: `Synthea care (${currency})`, scheme: 'private', from, rules };
  const client = {
    name: 'Patients of Synthea',
    contracts: [{ from, to }],
    offers: [{ plan: PLAN, premium: amount(1_200), per: 'year' }],
  };
  return { plans: [{ externalId: PLAN, body: plan }], clients: [{ externalId: CLIENT, body: client }] };
}
