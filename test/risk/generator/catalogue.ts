import type { CatalogueService } from '../../../schema/domain/plans/plan.ts';

type Terms = Partial<
  Pick<CatalogueService, 'sex' | 'ageFrom' | 'ageTo' | 'minIntervalDays' | 'consultationLevel' | 'parts'>
>;
type Row = readonly [code: string, naira: number, terms?: Terms];

const level = (consultationLevel: number): Terms => ({ consultationLevel });
const every = (minIntervalDays: number): Terms => ({ minIntervalDays });
const fertile: Terms = { sex: 'female', ageFrom: 12, ageTo: 55 };
const surgery = ['THE', 'ANA', 'NUR'];

/** What is billed for, with usual prices in whole naira. */
const priceList: Readonly<Record<string, readonly Row[]>> = {
  consultation: [
    ['CON-1', 6_000, level(1)],
    ['CON-2', 9_000, level(2)],
    ['CON-3', 14_000, level(3)],
    ['CON-4', 22_000, level(4)],
    ['CON-5', 32_000, level(5)],
    ['CON-P', 9_500, { ...level(2), ageTo: 15 }],
    ['EYE', 11_000, every(180)],
  ],
  laboratory: [
    ['MPS', 2_500],
    ['FBC', 5_000],
    ['URN', 2_000],
    ['FBS', 2_000],
    ['HBA', 11_000, every(80)],
    ['LIP', 11_000, every(80)],
    ['EUC', 7_500],
    ['LFT', 12_000],
    ['TFT', 20_000, every(60)],
    ['WID', 3_500],
    ['STO', 3_500],
    ['BGP', 3_000],
    ['GEN', 4_500],
    ['CUL', 14_000],
    ['PSA', 14_000, { sex: 'male', ageFrom: 40, ...every(180) }],
    ['PAP', 17_000, { sex: 'female', ageFrom: 21, ageTo: 65, ...every(365) }],
    ['PRG', 2_500, fertile],
  ],
  imaging: [
    ['XCH', 9_500],
    ['XLI', 9_500],
    ['USA', 14_000],
    ['USO', 11_000, fertile],
    ['ECG', 9_500],
    ['ECH', 42_000, every(90)],
    ['CTS', 90_000],
    ['MRI', 145_000],
    ['MAM', 33_000, { sex: 'female', ageFrom: 40, ...every(365) }],
  ],
  drug: [
    ['ACT', 4_200],
    ['PCM', 900],
    ['AMX', 8_000],
    ['AZI', 4_500],
    ['CEF', 4_800],
    ['AML', 4_500, every(25)],
    ['LIS', 5_500, every(25)],
    ['ATO', 9_500, every(25)],
    ['MET', 6_500, every(25)],
    ['GLI', 7_500, every(25)],
    ['INS', 18_000, every(25)],
    ['SAL', 6_500],
    ['BUD', 23_000, every(25)],
    ['OME', 5_000],
    ['ORS', 1_800],
    ['CET', 1_800],
    ['IBU', 2_000],
    ['IRO', 2_500],
    ['TAM', 12_500, { sex: 'male', ...every(25) }],
  ],
  procedure: [
    ['SUT', 12_000],
    ['DRE', 4_500],
    ['CAS', 28_000],
    ['NEB', 4_500],
    ['PHY', 9_000],
    ['IND', 24_000],
    ['DIA', 65_000],
    ['END', 95_000],
    ['THE', 90_000],
    ['ANA', 70_000],
    ['APP', 480_000, { parts: surgery }],
    ['HER', 420_000, { parts: surgery }],
    ['MYO', 820_000, { sex: 'female', ageFrom: 18, parts: surgery }],
    ['CAT', 250_000, { parts: ['ANA'] }],
  ],
  admission: [
    ['WRD', 22_000],
    ['PRV', 45_000],
    ['NUR', 7_000],
    ['RND', 9_000],
  ],
  consumable: [
    ['CAN', 3_500],
    ['FLU', 2_800],
  ],
  maternity: [
    ['ANC', 7_000, fertile],
    ['ANB', 35_000, { ...fertile, parts: ['FBC', 'URN', 'BGP', 'GEN'] }],
    ['DEL', 240_000, { ...fertile, parts: ['NUR', 'CAN'] }],
    ['CSE', 720_000, { ...fertile, parts: [...surgery, 'CAN', 'FLU'] }],
    ['PNC', 7_000, fertile],
  ],
  dental: [
    ['SCA', 17_000, every(180)],
    ['FIL', 21_000],
    ['EXT', 17_000],
    ['RCT', 60_000],
    ['XDE', 8_000],
    ['DCK', 4_000],
  ],
  optical: [
    ['LEN', 24_000, every(365)],
    ['BIF', 38_000, every(365)],
    ['FRA', 20_000, every(730)],
  ],
  other: [
    ['IMM', 5_000],
    ['SCR', 60_000, { ...every(330), parts: ['FBC', 'FBS', 'LIP', 'URN', 'ECG'] }],
  ],
};

export const services: ReadonlyMap<string, CatalogueService> = new Map(
  Object.entries(priceList).flatMap(([group, rows]) =>
    rows.map(([code, , terms]): [string, CatalogueService] => [
      code,
      {
        code,
        name: code,
        group,
        unit: 'each',
        active: true,
        sex: null,
        ageFrom: null,
        ageTo: null,
        minIntervalDays: null,
        consultationLevel: null,
        parts: [],
        ...terms,
      },
    ]),
  ),
);

const naira = new Map(Object.values(priceList).flatMap((rows) => rows.map(([code, price]) => [code, price])));

/** The usual price of a service in kobo. */
export const usualPrice = (code: string): number => (naira.get(code) ?? 0) * 100;
