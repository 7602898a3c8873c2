import { describe, expect, test } from 'vitest';
import type {
  Baseline,
  FacilityBaseline,
  Means,
  PeersBaseline,
} from '../../../../schema/domain/risk/baseline.ts';
import { defaultRisk } from '../../../../schema/domain/risk/settings.ts';
import {
  aClaim,
  aFacility,
  aLine,
  aService,
  catalogue,
  findingsOf,
  known,
  meansOf,
  saidBy,
  someFacts,
  spans,
  thePeers,
} from './builders.ts';

const { submittedAt } = aClaim();
const { tenDays } = spans;

/** Amounts of many other facilities. */
const means = (amounts: readonly number[]) =>
  meansOf(120, (i) => ({ at: submittedAt, amount: amounts[i % amounts.length] ?? 0 }));

describe('price outlier', () => {
  const found = (unitPrice: number, facility?: FacilityBaseline, settings = defaultRisk) =>
    findingsOf(
      'price_outlier',
      someFacts({
        claim: aClaim({ lines: [aLine('CON', { unitPrice })] }),
        baselines: known({
          'price:CON:clinic': means([1_000_000]),
          ...(facility ? { 'facility:F1': facility } : {}),
        }),
      }),
      settings,
    );
  const said = (unitPrice: number, facility?: FacilityBaseline) =>
    found(unitPrice, facility).map(({ evidence }) => evidence);
  test('more than one and a half times the mean of others, with the figures', () => {
    expect(said(1_500_000)).toEqual([]);
    expect(said(1_800_000)[0]).toMatch(
      /^CON at ₦ 18,000.00 is 1.8 times ₦ 10,000.00, the mean of \d+ prices at other facilities of the kind in twelve months.$/,
    );
  });
  test('a facility that is usually dear stands out by what is three tenths above its own', () => {
    const dear = aFacility({ prices: [[tenDays, 40, 40 * 140]] });
    expect(said(1_800_000, dear)).toEqual([]);
    expect(said(1_900_000, dear)).toHaveLength(1);
    expect(said(1_600_000, aFacility({ prices: [[tenDays, 19, 19 * 140]] }))).toHaveLength(1);
  });
  test('one that is cheap stands out by the same, which weighs half until it is dear among others', () => {
    const cheap = aFacility({ prices: [[tenDays, 40, 40 * 90]] });
    expect(said(1_150_000, cheap)).toEqual([]);
    expect(said(1_300_000, cheap)[0]).toMatch(
      /^CON at ₦ 13,000.00 is 1.3 times .* in twelve months; what the facility asks otherwise is 0.90 times such means.$/,
    );
    expect(said(1_600_000, cheap)[0]).toMatch(/twelve months\.$/);
    const parts = [1_300_000, 1_600_000].map((unitPrice) => found(unitPrice, cheap)[0]?.weight);
    expect(parts).toEqual([0.125, 0.25]);
    const { price_outlier } = defaultRisk;
    const off = { ...defaultRisk, price_outlier: { ...price_outlier, aboveOwn: 1 } };
    expect(found(1_300_000, cheap, off)).toEqual([]);
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
  const group = thePeers({ amounts: [[tenDays, 440, 30]] });
  test('just under a ceiling, at a facility where far more is so than at its peers', () =>
    expect(said(2_500_000, hugging, group)).toEqual([
      "Like 25.0% of the facility's 40 claims of the last 90 days, it lies within 5% under a ceiling (here ₦ 25,000.00); of its peers' claims 5.0% do.",
    ]));
  test('above the ceiling, well under it, or without one', () => {
    expect(said(2_500_001, hugging, group)).toEqual([]);
    expect(said(2_250_000, hugging, group)).toEqual([]);
    expect(said(9_700_000, hugging, group)).toHaveLength(1);
    expect(saidBy('threshold_hugging', someFacts())).toEqual([]);
  });
  test('a little farther under it weighs half', () => {
    expect(said(2_375_000, hugging, group)).toEqual([
      "It lies a little farther under ₦ 25,000.00; 25.0% of the facility's 40 claims of the last 90 days lie within 5% under a ceiling, of its peers' 5.0%.",
    ]);
    const claim = aClaim({ claimed: 2_300_000 });
    const baselines = known({ 'facility:F1': hugging, 'peers:clinic:primary': group });
    expect(findingsOf('threshold_hugging', someFacts({ ceilings, claim, baselines }))).toMatchObject([
      { weight: 0.125 },
    ]);
  });
  test('what was found there is no measure of what is to be expected', () => {
    // Peers count 30 without the ten that were found of this one; twenty of the others' remain, of 400.
    const found = aFacility({ amounts: [[tenDays, 40, 10, 10]] });
    expect(said(2_500_000, found, thePeers({ amounts: [[tenDays, 440, 20]] }))[0]).toContain(
      'claims 5.0% do',
    );
  });
  test('a facility like its peers, or with too few claims, or with nothing to compare it with', () => {
    expect(said(2_500_000, aFacility({ amounts: [[tenDays, 40, 5]] }), group)).toEqual([]);
    expect(said(2_500_000, aFacility({ amounts: [[tenDays, 14, 10]] }), group)).toEqual([]);
    expect(said(2_500_000, aFacility({ amounts: [[tenDays, 40, 3]] }), group)).toEqual([]);
    expect(said(2_500_000, hugging, thePeers({ amounts: [[tenDays, 50, 12]] }))).toEqual([]);
    expect(said(2_500_000, hugging, null)).toEqual([]);
    expect(said(2_500_000, null, group)).toEqual([]);
  });
  test('what is older than 90 days does not count', () =>
    expect(said(2_500_000, aFacility({ amounts: [[tenDays - 9, 40, 10]] }), group)).toEqual([]));
});

test('every rule is on by default, with the weight of the specification', () => {
  expect(Object.values(defaultRisk).every(({ on }) => on)).toBe(true);
});
