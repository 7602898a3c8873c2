import { describe, expect, test } from 'vitest';
import type {
  Baseline,
  FacilityBaseline,
  Means,
  PeersBaseline,
} from '../../../../schema/domain/risk/baseline.ts';
import { withAmount } from '../../../../schema/domain/risk/means.ts';
import { peerMix } from '../../../../schema/domain/risk/peers.ts';
import { defaultRisk } from '../../../../schema/domain/risk/settings.ts';
import { aClaim, aLine, aService, catalogue, saidBy, someFacts } from './builders.ts';

const { submittedAt } = aClaim();
const tenDays = Math.floor(submittedAt / 864_000_000);
const fiveDays = Math.floor(submittedAt / 432_000_000);
const window = Math.floor(submittedAt / 600_000);

const aFacility = (given: Partial<FacilityBaseline> = {}): FacilityBaseline => ({
  is: 'facility',
  window: { at: 0, count: 0, before: 0 },
  peaks: [],
  levels: [],
  prices: [],
  placed: null,
  amounts: [],
  ...given,
});
const peers = (given: Partial<PeersBaseline>): PeersBaseline => ({
  is: 'peers',
  levels: [],
  amounts: [],
  ...given,
});
const known = (given: Record<string, Baseline>) => new Map(Object.entries(given));

/** Amounts of many other facilities. */
function means(amounts: readonly number[]): Means {
  let found: Means = { is: 'means', spans: [] };
  for (let i = 0; i < 120; i++)
    found = withAmount(found, {
      facilityId: `G${i % 12}`,
      at: submittedAt,
      amount: amounts[i % amounts.length] ?? 0,
      isNear: false,
    });
  return found;
}

describe('price outlier', () => {
  const said = (unitPrice: number, facility?: FacilityBaseline) =>
    saidBy(
      'price_outlier',
      someFacts({
        claim: aClaim({ lines: [aLine('CON', { unitPrice })] }),
        baselines: known({
          'price:CON:clinic': means([1_000_000]),
          ...(facility ? { 'facility:F1': facility } : {}),
        }),
      }),
    );
  test('more than one and a half times the mean of others, with the figures', () => {
    expect(said(1_500_000)).toEqual([]);
    expect(said(1_800_000)[0]).toMatch(
      /^CON at ₦ 18,000.00 is 1.8 times ₦ 10,000.00, the mean of \d+ prices at other facilities of the kind in twelve months.$/,
    );
  });
  test('a facility that is usually dear stands out by what is a quarter above its own', () => {
    const dear = aFacility({ prices: [[tenDays, 40, 40 * 140]] });
    expect(said(1_700_000, dear)).toEqual([]);
    expect(said(1_800_000, dear)).toHaveLength(1);
    expect(said(1_600_000, aFacility({ prices: [[tenDays, 19, 19 * 140]] }))).toHaveLength(1);
  });
  test('one that is twice as dear in everything gains nothing from it', () =>
    expect(said(2_000_000, aFacility({ prices: [[tenDays, 400, 400 * 200]] }))).toHaveLength(1));
  test('nothing to compare with says nothing', () => {
    const claim = aClaim({ lines: [aLine('CON', { unitPrice: 9_000_000 })] });
    expect(saidBy('price_outlier', someFacts({ claim }))).toEqual([]);
    const thin = known({ 'price:CON:clinic': { is: 'means', spans: [] } });
    expect(saidBy('price_outlier', someFacts({ claim, baselines: thin }))).toEqual([]);
  });
});

describe('diagnosis outlier', () => {
  const said = (claimed: number, usual: Means | null, diagnoses = [{ code: 'B54' }]) =>
    saidBy(
      'diagnosis_outlier',
      someFacts({
        claim: aClaim({ claimed, diagnoses }),
        baselines: usual ? known({ 'diagnosis:B54:outpatient': usual }) : new Map(),
      }),
    );
  test('more than one and a half times the mean, without the diagnosis named', () => {
    expect(said(1_500_000, means([1_000_000]))).toEqual([]);
    expect(said(1_800_000, means([1_000_000]))[0]).toMatch(
      /^₦ 18,000.00 is 1.8 times ₦ 10,000.00, the mean of \d+/,
    );
  });
  test('where amounts differ widely by themselves it says nothing', () =>
    expect(said(1_800_000, means([300_000, 1_700_000]))).toEqual([]));
  test('without a diagnosis or anything known of it it says nothing', () => {
    expect(said(9_000_000, means([1_000_000]), [])).toEqual([]);
    expect(said(9_000_000, null)).toEqual([]);
  });
});

describe('upcoding', () => {
  const services = catalogue(
    aService('CON', { consultationLevel: 4 }),
    aService('LOW', { consultationLevel: 2 }),
  );
  const group = peers({
    levels: [
      [16, 1],
      [17, 3],
      [18, 3],
      [20, 1],
      [36, 1],
    ],
  });
  const high = aFacility({ levels: [[tenDays, 30, 108]], placed: 36 });
  const said = (facility: FacilityBaseline | null, group_: PeersBaseline | null, service = 'CON') =>
    saidBy(
      'upcoding',
      someFacts({
        services,
        claim: aClaim({ lines: [aLine(service)] }),
        baselines: known({
          ...(facility ? { 'facility:F1': facility } : {}),
          ...(group_ ? { 'peers:clinic:primary': group_ } : {}),
        }),
      }),
    );
  test('a mix of levels far above the peers’', () =>
    expect(said(high, group)).toEqual([
      "The facility's 30 consultations of the last 90 days have a mean level of 3.6; the median of 8 peers is 1.7, 12.8 deviations below.",
    ]));
  test('an ordinary mix, too few consultations, too few peers, or nothing known is none', () => {
    expect(said(aFacility({ levels: [[tenDays, 30, 54]], placed: 18 }), group)).toEqual([]);
    expect(said(aFacility({ levels: [[tenDays, 29, 104]] }), group)).toEqual([]);
    expect(
      said(
        high,
        peers({
          levels: [
            [17, 4],
            [36, 1],
          ],
        }),
      ),
    ).toEqual([]);
    expect(said(high, null)).toEqual([]);
    expect(said(null, group)).toEqual([]);
    expect(said(aFacility(), peers({}))).toEqual([]);
  });
  test('where 90 days have too few consultations, 180 days count', () => {
    const levels = [
      [tenDays - 12, 20, 72],
      [tenDays, 10, 36],
    ];
    expect(said(aFacility({ levels, placed: 36 }), group)[0]).toContain(
      '30 consultations of the last 180 days',
    );
  });
  test('a low consultation of such a facility was not coded up, and a claim without one neither', () => {
    expect(said(high, group, 'LOW')).toEqual([]);
    expect(said(high, group, 'LAB')).toEqual([]);
  });
  test('nobody’s mix is measured more finely than a tenth', () =>
    expect(peerMix([[20, 9]], null)).toEqual({ n: 9, median: 20, deviation: 1 }));
  test('without peers there is no middle', () =>
    expect(peerMix([], null)).toMatchObject({ n: 0, median: 0 }));
});

describe('rapid fire', () => {
  const usual = [[fiveDays, 1, 30, 5, 5]];
  const bursting = (count: number, peaks = usual) =>
    aFacility({ window: { at: window, count, before: 0 }, peaks });
  const said = (facility: FacilityBaseline | null, learned = false) =>
    saidBy(
      'rapid_fire',
      someFacts({ learned, baselines: facility ? known({ 'facility:F1': facility }) : new Map() }),
    );
  test('more than four times the usual peak, and twenty at least', () => {
    expect(said(bursting(20))).toEqual([
      'The facility submitted 21 claims within ten minutes; its usual peak is 5 (95% of the 35 times it submitted in the last 30 days).',
    ]);
    expect(said(bursting(19))).toEqual([]);
    expect(said(bursting(18, [[fiveDays, 1, 30]]))).toEqual([]);
    expect(said(bursting(19, [[fiveDays, 1, 30]]))).toHaveLength(1);
  });
  test('too few windows, an unknown facility, or a claim that is scored again is none', () => {
    expect(said(bursting(90, [[fiveDays, 1, 2]]))).toEqual([]);
    expect(said(null)).toEqual([]);
    expect(said(bursting(90), true)).toEqual([]);
  });
});

describe('busy practitioner', () => {
  const services = catalogue(aService('SUT', { group: 'procedure' }));
  const claim = aClaim({ lines: [aLine('SUT', { quantity: 3 }), aLine('CON', { line: 2, quantity: 90 })] });
  const said = (done: number, given: Parameters<typeof someFacts>[0] = {}) =>
    saidBy(
      'busy_practitioner',
      someFacts({
        services,
        claim,
        baselines: known({
          'practitioner:LIC-1:2026-03': { is: 'practitioner', days: { '2026-03-10': done } },
        }),
        ...given,
      }),
    );
  test('more than fifty procedures on one day; other services do not count', () => {
    expect(said(47)).toEqual([]);
    expect(said(48)).toEqual([
      "The practitioner's procedures of 2026-03-10 are 51 with this claim; 50 is the most for one day.",
    ]);
  });
  test('what is counted already is not counted again', () => {
    expect(said(50, { learned: true })).toEqual([]);
    expect(said(51, { learned: true })).toHaveLength(1);
    expect(said(50, { claim: { ...claim, replaces: 'CLM-26-000001' } })).toEqual([]);
  });
  test('a day or a practitioner of whom nothing is known begins at none', () => {
    const days: Baseline = { is: 'practitioner', days: {} };
    expect(said(0, { baselines: known({ 'practitioner:LIC-1:2026-03': days }) })).toEqual([]);
    expect(said(0, { baselines: new Map() })).toEqual([]);
  });
});

describe('threshold hugging', () => {
  const ceilings = [2_500_000, 10_000_000];
  const said = (claimed: number, facility: FacilityBaseline | null, group: PeersBaseline | null) =>
    saidBy(
      'threshold_hugging',
      someFacts({
        ceilings,
        claim: aClaim({ claimed }),
        baselines: known({
          ...(facility ? { 'facility:F1': facility } : {}),
          ...(group ? { 'peers:clinic:primary': group } : {}),
        }),
      }),
    );
  const hugging = aFacility({ amounts: [[tenDays, 40, 10]] });
  const group = peers({ amounts: [[tenDays, 440, 30]] });
  test('just under a ceiling, at a facility where far more is so than at its peers', () =>
    expect(said(2_500_000, hugging, group)).toEqual([
      "Like 25.0% of the facility's 40 claims of the last 90 days, it lies within 5% under a ceiling (here ₦ 25,000.00); of its peers' claims 5.0% do.",
    ]));
  test('above the ceiling, well under it, or without one', () => {
    expect(said(2_500_001, hugging, group)).toEqual([]);
    expect(said(2_375_000, hugging, group)).toEqual([]);
    expect(said(9_700_000, hugging, group)).toHaveLength(1);
    expect(saidBy('threshold_hugging', someFacts())).toEqual([]);
  });
  test('a facility like its peers, or with too few claims, or with nothing to compare it with', () => {
    expect(said(2_500_000, aFacility({ amounts: [[tenDays, 40, 5]] }), group)).toEqual([]);
    expect(said(2_500_000, aFacility({ amounts: [[tenDays, 14, 10]] }), group)).toEqual([]);
    expect(said(2_500_000, aFacility({ amounts: [[tenDays, 40, 3]] }), group)).toEqual([]);
    expect(said(2_500_000, hugging, peers({ amounts: [[tenDays, 50, 12]] }))).toEqual([]);
    expect(said(2_500_000, hugging, null)).toEqual([]);
    expect(said(2_500_000, null, group)).toEqual([]);
  });
  test('what is older than 90 days does not count', () =>
    expect(said(2_500_000, aFacility({ amounts: [[tenDays - 9, 40, 10]] }), group)).toEqual([]));
});

test('every rule is on by default, with the weight of the specification', () => {
  expect(Object.values(defaultRisk).every(({ on }) => on)).toBe(true);
});
