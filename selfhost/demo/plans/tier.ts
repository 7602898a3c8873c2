/** The figures that tell one tier of Meridian's from another, in whole naira; null: no limit, or none of it. */
export interface Tier {
  code: 'BRONZE' | 'SILVER' | 'GOLD';
  name: string;
  overall: { person: number; family: number };
  deductible: number | null;
  childrenUnder: number;
  dependantsMost: number;
  /** only facilities of these levels, but for emergencies; empty: any */
  levels: readonly ('primary' | 'secondary' | 'tertiary')[];
  consultationCoPay: number | null;
  drugCoPay: { percent: number; cap: number } | null;
  referrals: boolean;
  outpatientFamily: number | null;
  drugs: number;
  chronic: number;
  laboratory: number;
  imaging: number;
  imagingAuthorizedAbove: number;
  preventive: number;
  emergencyVisit: number | null;
  inpatient: number;
  wardDays: number;
  surgery: number;
  surgeryAuthorizedAbove: number;
  maternity: number;
  maternityWaitingDays: number;
  dental: number;
  /** null: eyes are not covered */
  optical: number | null;
  physiotherapySessions: number;
  /** null: not covered */
  mental: number | null;
  privateRoom: boolean;
}

/** Care near home, with a deductible and co-pays. */
export const bronze: Tier = {
  code: 'BRONZE',
  name: 'Meridian Bronze',
  overall: { person: 1_200_000, family: 2_500_000 },
  deductible: 5_000,
  childrenUnder: 18,
  dependantsMost: 5,
  levels: ['primary', 'secondary'],
  consultationCoPay: 1_000,
  drugCoPay: { percent: 10, cap: 3_000 },
  referrals: true,
  outpatientFamily: 300_000,
  drugs: 40_000,
  chronic: 80_000,
  laboratory: 40_000,
  imaging: 60_000,
  imagingAuthorizedAbove: 50_000,
  preventive: 30_000,
  emergencyVisit: 60_000,
  inpatient: 800_000,
  wardDays: 20,
  surgery: 600_000,
  surgeryAuthorizedAbove: 300_000,
  maternity: 300_000,
  maternityWaitingDays: 300,
  dental: 30_000,
  optical: null,
  physiotherapySessions: 4,
  mental: null,
  privateRoom: false,
};

/** What most companies buy. */
export const silver: Tier = {
  code: 'SILVER',
  name: 'Meridian Silver',
  overall: { person: 3_000_000, family: 6_000_000 },
  deductible: null,
  childrenUnder: 21,
  dependantsMost: 5,
  levels: [],
  consultationCoPay: 500,
  drugCoPay: null,
  referrals: true,
  outpatientFamily: 900_000,
  drugs: 100_000,
  chronic: 180_000,
  laboratory: 120_000,
  imaging: 150_000,
  imagingAuthorizedAbove: 60_000,
  preventive: 60_000,
  emergencyVisit: 150_000,
  inpatient: 1_500_000,
  wardDays: 30,
  surgery: 900_000,
  surgeryAuthorizedAbove: 420_000,
  maternity: 600_000,
  maternityWaitingDays: 270,
  dental: 60_000,
  optical: 50_000,
  physiotherapySessions: 10,
  mental: 100_000,
  privateRoom: false,
};

/** Nearly everything, anywhere. */
export const gold: Tier = {
  code: 'GOLD',
  name: 'Meridian Gold',
  overall: { person: 8_000_000, family: 16_000_000 },
  deductible: null,
  childrenUnder: 25,
  dependantsMost: 7,
  levels: [],
  consultationCoPay: null,
  drugCoPay: null,
  referrals: false,
  outpatientFamily: null,
  drugs: 400_000,
  chronic: 600_000,
  laboratory: 400_000,
  imaging: 500_000,
  imagingAuthorizedAbove: 120_000,
  preventive: 150_000,
  emergencyVisit: null,
  inpatient: 5_000_000,
  wardDays: 60,
  surgery: 3_000_000,
  surgeryAuthorizedAbove: 500_000,
  maternity: 1_200_000,
  maternityWaitingDays: 270,
  dental: 200_000,
  optical: 120_000,
  physiotherapySessions: 20,
  mental: 300_000,
  privateRoom: true,
};
