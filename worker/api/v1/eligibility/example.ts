import type { EligibilityView } from '../../../../schema/api/eligibility-view.ts';

/** The eligibility of the reference's examples. */
export const exampleEligibility: EligibilityView = {
  date: '2026-11-20',
  currency: 'NGN',
  person: {
    memberId: 'MER-DANG-00042-P',
    firstName: 'Chidinma',
    lastName: 'Eze',
    birthDate: '1988-04-17',
    sex: 'female',
    relation: 'principal',
  },
  cover: { covered: true, plan: 'GOLD', because: null, since: '2026-01-01', until: '2026-12-31' },
  plan: { code: 'GOLD', name: 'Gold', version: 2, yearFrom: '2026-01-01', yearTo: '2026-12-31' },
  network: { inNetwork: true, since: '2025-06-01', until: null, tariff: 'link' },
  primaryFacility: { name: 'Lagoon Hospital, Ikeja', here: true },
  benefits: [
    {
      code: 'OPD',
      name: 'Out-patient care',
      category: 'outpatient',
      usable: true,
      not: null,
      coPay: { flat: null, percent: 10, cap: 200_000 },
      deductibleLeft: 0,
      referral: false,
      authorization: { need: 'above', above: 10_000_000 },
      balance: {
        plan: 'GOLD',
        benefit: 'OPD',
        name: 'Out-patient care',
        period: '2026-01-01',
        limit: 20_000_000,
        sharedBy: 'family',
        usedBefore: 10_000_000,
        reserved: 0,
        leftBefore: 10_000_000,
        usedAfter: 10_000_000,
        leftAfter: 10_000_000,
        count: null,
      },
    },
  ],
  overall: [],
};
