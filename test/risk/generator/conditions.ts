import type { EncounterType } from '../../../schema/domain/claims/claim.ts';

/** A service that is billed with some probability, in up to so many units. */
export type Usual = readonly [service: string, probability: number, most?: number];

/** Why people go to a facility, and what is done there. */
export interface Condition {
  codes: readonly string[];
  type: EncounterType;
  kinds: readonly string[];
  /** episodes per person and year, among those it is for */
  rate: number;
  ageFrom?: number;
  ageTo?: number;
  sex?: 'female' | 'male';
  /** months (0–11) in which it is so many times as frequent */
  season?: readonly [from: number, to: number, times: number];
  /** how much higher the level of the consultation; null: there is none */
  severity: number | null;
  lines: readonly Usual[];
  /** nights of an admission: the median */
  nights?: number;
  /** hours at which it begins: by day, or at any */
  anyHour?: boolean;
  /** sessions of the same that follow: at most so many, so many days apart */
  series?: { service: string; most: number; gap: readonly [number, number] };
}

const general = ['clinic', 'hospital'];
export const acute: readonly Condition[] = [
  {
    codes: ['B50.9', 'B54'],
    type: 'outpatient',
    kinds: general,
    rate: 0.55,
    season: [4, 9, 2.2],
    severity: 0,
    lines: [
      ['MPS', 0.95],
      ['FBC', 0.4],
      ['ACT', 0.9],
      ['PCM', 0.8],
      ['WID', 0.15],
    ],
  },
  {
    codes: ['J06.9', 'J02.9', 'J20.9'],
    type: 'outpatient',
    kinds: general,
    rate: 0.45,
    season: [10, 2, 1.8],
    severity: -0.2,
    lines: [
      ['PCM', 0.6],
      ['AMX', 0.5],
      ['CET', 0.4],
      ['AZI', 0.2],
      ['FBC', 0.1],
    ],
  },
  {
    codes: ['A09', 'K52.9'],
    type: 'outpatient',
    kinds: general,
    rate: 0.2,
    severity: 0,
    lines: [
      ['ORS', 0.8],
      ['STO', 0.4],
      ['FBC', 0.3],
      ['FLU', 0.2, 2],
      ['CAN', 0.15],
    ],
  },
  {
    codes: ['N39.0'],
    type: 'outpatient',
    kinds: general,
    rate: 0.12,
    ageFrom: 16,
    severity: 0.2,
    lines: [
      ['URN', 0.9],
      ['CUL', 0.4],
      ['AMX', 0.6],
      ['USA', 0.12],
    ],
  },
  {
    codes: ['K29.7', 'K21.9'],
    type: 'outpatient',
    kinds: general,
    rate: 0.12,
    ageFrom: 18,
    severity: 0.3,
    lines: [
      ['OME', 0.9],
      ['USA', 0.15],
      ['END', 0.05],
      ['FBC', 0.3],
    ],
  },
  {
    codes: ['S61.0', 'S01.8', 'S52.5'],
    type: 'emergency',
    kinds: ['hospital', 'clinic'],
    rate: 0.09,
    severity: 0.4,
    anyHour: true,
    lines: [
      ['SUT', 0.6],
      ['XLI', 0.5],
      ['CAS', 0.2],
      ['IBU', 0.7],
    ],
    series: { service: 'DRE', most: 4, gap: [2, 3] },
  },
  {
    codes: ['J45.9'],
    type: 'emergency',
    kinds: general,
    rate: 0.05,
    severity: 0.4,
    anyHour: true,
    lines: [
      ['NEB', 0.9, 3],
      ['SAL', 0.7],
      ['XCH', 0.2],
    ],
  },
  {
    codes: ['M54.5', 'M25.5'],
    type: 'outpatient',
    kinds: ['hospital', 'clinic'],
    rate: 0.12,
    ageFrom: 25,
    severity: 0.3,
    lines: [
      ['IBU', 0.8],
      ['XLI', 0.35],
      ['MRI', 0.04],
    ],
    series: { service: 'PHY', most: 8, gap: [2, 4] },
  },
  {
    codes: ['L30.9', 'B35.4'],
    type: 'outpatient',
    kinds: general,
    rate: 0.12,
    severity: 0,
    lines: [['CET', 0.7]],
  },
  {
    codes: ['L02.4'],
    type: 'outpatient',
    kinds: general,
    rate: 0.03,
    severity: 0.2,
    lines: [
      ['IND', 0.9],
      ['AMX', 0.8],
    ],
    series: { service: 'DRE', most: 5, gap: [1, 2] },
  },
  {
    codes: ['Z00.129'],
    type: 'outpatient',
    kinds: general,
    rate: 0.3,
    ageTo: 5,
    severity: -0.4,
    lines: [['IMM', 0.9]],
  },
  {
    codes: ['N40.0'],
    type: 'outpatient',
    kinds: ['hospital'],
    rate: 0.3,
    ageFrom: 50,
    sex: 'male',
    severity: 0.8,
    lines: [
      ['PSA', 0.5],
      ['USA', 0.4],
      ['TAM', 0.8],
    ],
  },
  {
    codes: ['N92.0', 'D25.9', 'N76.0'],
    type: 'outpatient',
    kinds: ['hospital', 'clinic'],
    rate: 0.15,
    ageFrom: 18,
    ageTo: 55,
    sex: 'female',
    severity: 0.6,
    lines: [
      ['USA', 0.5],
      ['PAP', 0.2],
      ['FBC', 0.5],
      ['IRO', 0.4],
    ],
  },
  {
    codes: ['K02.9', 'K04.7'],
    type: 'dental',
    kinds: ['dentist'],
    rate: 0.2,
    ageFrom: 5,
    severity: null,
    lines: [
      ['DCK', 0.9],
      ['XDE', 0.4],
      ['FIL', 0.5, 2],
      ['EXT', 0.25],
      ['RCT', 0.12],
      ['SCA', 0.15],
    ],
  },
  {
    codes: ['H52.1', 'H52.4'],
    type: 'optical',
    kinds: ['optician'],
    rate: 0.16,
    ageFrom: 8,
    severity: null,
    lines: [
      ['EYE', 0.95],
      ['LEN', 0.6],
      ['FRA', 0.5],
    ],
  },
];
