import type { Condition, Usual } from './conditions.ts';

const ward: readonly Usual[] = [
  ['RND', 0.8],
  ['CAN', 0.9],
  ['FLU', 0.8, 6],
];

export const admissions: readonly Condition[] = [
  {
    codes: ['B50.8', 'B50.0'],
    type: 'inpatient',
    kinds: ['hospital', 'clinic'],
    rate: 0.02,
    severity: 0.8,
    anyHour: true,
    season: [4, 9, 2],
    nights: 3,
    lines: [...ward, ['MPS', 0.9, 2], ['FBC', 0.9, 2], ['EUC', 0.5]],
  },
  {
    codes: ['J18.9'],
    type: 'inpatient',
    kinds: ['hospital'],
    rate: 0.012,
    severity: 1,
    anyHour: true,
    nights: 4,
    lines: [...ward, ['XCH', 0.9], ['CEF', 0.9, 8], ['FBC', 0.9, 2]],
  },
  {
    codes: ['K35.8'],
    type: 'inpatient',
    kinds: ['hospital'],
    rate: 0.005,
    severity: 1,
    anyHour: true,
    nights: 4,
    lines: [...ward, ['APP', 1], ['USA', 0.7], ['CEF', 0.9, 6]],
  },
  {
    codes: ['K40.9'],
    type: 'inpatient',
    kinds: ['hospital'],
    rate: 0.006,
    ageFrom: 30,
    sex: 'male',
    severity: 1,
    nights: 2,
    lines: [
      ['HER', 1],
      ['CEF', 0.8, 4],
    ],
  },
  {
    codes: ['D25.9'],
    type: 'inpatient',
    kinds: ['hospital'],
    rate: 0.008,
    ageFrom: 28,
    ageTo: 50,
    sex: 'female',
    severity: 1.2,
    nights: 4,
    lines: [
      ['MYO', 1],
      ['FBC', 0.9],
      ['CEF', 0.8, 6],
      ['USA', 0.8],
    ],
  },
  {
    codes: ['I64', 'I63.9'],
    type: 'inpatient',
    kinds: ['hospital'],
    rate: 0.008,
    ageFrom: 45,
    severity: 1.5,
    anyHour: true,
    nights: 7,
    lines: [...ward, ['CTS', 0.7], ['ECG', 0.8], ['EUC', 0.9, 3]],
  },
];

/** What people live with: how many of those of that age have it, and what each visit of theirs is billed for. */
export const chronic: readonly {
  codes: readonly string[];
  share: number;
  ageFrom: number;
  drugs: readonly Usual[];
  checks: readonly Usual[];
}[] = [
  {
    codes: ['I10'],
    share: 0.2,
    ageFrom: 38,
    drugs: [
      ['AML', 0.9],
      ['LIS', 0.5],
      ['ATO', 0.3],
    ],
    checks: [
      ['EUC', 0.5],
      ['LIP', 0.5],
      ['ECG', 0.2],
      ['ECH', 0.04],
    ],
  },
  {
    codes: ['E11.9', 'E11.6'],
    share: 0.08,
    ageFrom: 38,
    drugs: [
      ['MET', 0.9],
      ['GLI', 0.4],
      ['INS', 0.2],
    ],
    checks: [
      ['FBS', 0.9],
      ['HBA', 0.6],
      ['EUC', 0.4],
    ],
  },
  {
    codes: ['J45.4'],
    share: 0.03,
    ageFrom: 6,
    drugs: [
      ['BUD', 0.8],
      ['SAL', 0.7],
    ],
    checks: [],
  },
  {
    codes: ['N18.6'],
    share: 0.002,
    ageFrom: 30,
    drugs: [['IRO', 0.8]],
    checks: [
      ['EUC', 0.9],
      ['FBC', 0.9],
    ],
  },
];
