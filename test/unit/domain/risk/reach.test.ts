import { describe, expect, test } from 'vitest';
import type { Baseline } from '../../../../schema/domain/risk/baseline.ts';
import { learn } from '../../../../schema/domain/risk/baselines.ts';
import { detect } from '../../../../schema/domain/risk/detect.ts';
import type { RiskFacts } from '../../../../schema/domain/risk/facts.ts';
import type { RiskRule } from '../../../../schema/domain/risk/flag.ts';
import { mayReach, reachOf } from '../../../../schema/domain/risk/reach.ts';
import { defaultRisk } from '../../../../schema/domain/risk/settings.ts';
import { type Raised, tracesIn } from '../../../../schema/domain/risk/traces.ts';
import { aClaim, aFacility, aLine, aNear, aService, catalogue, known, someFacts, spans } from './builders.ts';

const { submittedAt } = aClaim();
const { tenDays, fiveDays, window } = spans;
const lately = { at: window, count: 1, before: 0 };
const peer = { kind: 'clinic', level: 'primary' };

/** Claims 7 and 9, each with a mark. */
const traces = (mark = 0) => [7, mark, 2, mark];

const found = (facts: RiskFacts) => {
  const findings = detect(facts, defaultRisk);
  return reachOf(facts, defaultRisk, findings);
};
const idsOf = (facts: RiskFacts, rule: RiskRule) =>
  found(facts).flatMap(({ id, finding }) => (finding.rule === rule ? [id] : []));
const mayReachIds = ({ claim, baselines }: RiskFacts) => mayReach(baselines, claim, peer, defaultRisk);
const learned = (facts: RiskFacts, raised?: Raised) => learn(facts, defaultRisk, raised);
const tracesAfter = (facts: RiskFacts, raised?: Raised) => {
  const after = learned(facts, raised).get('facility:F1');
  return after?.is === 'facility' ? after.traces : undefined;
};
const nothing = new Set<number>();

/** A burst of the facility, of which two earlier claims are remembered. */
const bursting = aFacility({
  window: { at: window, count: 20, before: 0 },
  peaks: [[fiveDays, 1, 30]],
  traces: { rapid_fire: traces() },
});
const inBurst = someFacts({ baselines: known({ 'facility:F1': bursting }) });

describe('a burst', () => {
  test('reaches the claims that came before it could be seen, and says with which it was found', () => {
    expect(found(inBurst)).toMatchObject([
      { id: 7, finding: { rule: 'rapid_fire', weight: 0.4, claims: [], line: null } },
      {
        id: 9,
        finding: { evidence: expect.stringMatching(/^Found with CLM-26-000100: The facility submitted 21/) },
      },
    ]);
  });
  test('whoever files has them at hand, and nobody while there is no burst', () => {
    expect(mayReachIds(inBurst)).toEqual([7, 9]);
    const quiet = { ...bursting, window: { ...bursting.window, count: 5 } };
    expect(mayReachIds({ ...inBurst, baselines: known({ 'facility:F1': quiet }) })).toEqual([]);
    expect(mayReachIds(someFacts())).toEqual([]);
    const { traces: _, ...without } = bursting;
    expect(mayReachIds({ ...inBurst, baselines: known({ 'facility:F1': without }) })).toEqual([]);
    expect(found({ ...inBurst, baselines: known({ 'facility:F1': without }) })).toEqual([]);
  });
  test('each is reached once; one that was not at hand is reached by the next', () => {
    const raised = { findings: [{ rule: 'rapid_fire' as const }], unreached: nothing };
    expect(tracesAfter(inBurst, raised)?.rapid_fire).toEqual([]);
    expect(tracesIn(tracesAfter(inBurst, { ...raised, unreached: new Set([9]) })?.rapid_fire)).toEqual([
      [9, 0],
    ]);
  });
  test('a claim on which nothing is found is remembered, until the facility pauses', () => {
    expect(tracesIn(tracesAfter(inBurst)?.rapid_fire)).toEqual([
      [7, 0],
      [9, 0],
      [100, 0],
    ]);
    const later = { ...inBurst, claim: aClaim({ submittedAt: submittedAt + 1_800_000 }) };
    expect(tracesIn(tracesAfter(later)?.rapid_fire)).toEqual([[100, 0]]);
    const odd = { ...inBurst, claim: aClaim({ number: 'X' }) };
    expect(tracesAfter(odd)?.rapid_fire).toEqual(traces());
  });
  test('sixty are remembered at most, the latest', () => {
    let baselines = known({});
    for (let n = 1; n <= 70; n += 1) {
      const claim = aClaim({ number: `CLM-26-${String(n).padStart(6, '0')}` });
      baselines = new Map([...baselines, ...learned(someFacts({ claim, baselines }))]);
    }
    const facility = baselines.get('facility:F1');
    const kept = tracesIn(facility?.is === 'facility' ? facility.traces?.rapid_fire : []);
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([60, [11, 0], [70, 0]]);
  });
});

describe('coding up', () => {
  const services = catalogue(aService('CON', { consultationLevel: 4 }));
  const high = aFacility({
    window: lately,
    levels: [[tenDays, 30, 108]],
    placed: 36,
    traces: { upcoding: [7, 2, 2, 4, 1, 1] },
  });
  const peers: Baseline = {
    is: 'peers',
    levels: [
      [17, 7],
      [36, 1],
    ],
    amounts: [],
  };
  const facts = someFacts({
    services,
    baselines: known({ 'facility:F1': high, 'peers:clinic:primary': peers }),
  });
  test('reaches consultations of what was to be expected with half the weight, those above in full, and no others', () => {
    expect(found(facts).map(({ id, finding }) => [id, finding.weight])).toEqual([
      [7, 0.175],
      [9, 0.35],
    ]);
    expect(mayReachIds(facts)).toEqual([7, 9, 10]);
  });
  test('a facility of which its peers are not known reaches nobody', () => {
    const alone = { ...facts, baselines: known({ 'facility:F1': high }) };
    expect(mayReachIds(alone)).toEqual([]);
    const finding = { rule: 'upcoding' as const, weight: 0.35, evidence: 'So.', claims: [], line: null };
    expect(reachOf(alone, defaultRisk, [finding])).toEqual([]);
    expect(reachOf(someFacts(), defaultRisk, [finding])).toEqual([]);
  });
  test('what is above the facility’s own mean is remembered with its level, and nothing that corrects another claim', () => {
    const own = (placed: number | null, given = {}) =>
      tracesIn(
        tracesAfter({
          ...facts,
          claim: aClaim(given),
          baselines: known({ 'facility:F1': aFacility({ placed }) }),
        })?.upcoding,
      );
    expect(own(36)).toEqual([[100, 4]]);
    expect(own(null)).toEqual([[100, 4]]);
    expect(own(40)).toEqual([]);
    expect(own(36, { replaces: 'CLM-26-000001' })).toEqual([]);
  });
});

test('hugging a ceiling reaches the claims just under it', () => {
  const hugging = aFacility({
    window: lately,
    amounts: [[tenDays, 40, 10]],
    traces: { threshold_hugging: traces() },
  });
  const peers: Baseline = { is: 'peers', levels: [], amounts: [[tenDays, 440, 30]] };
  const claim = aClaim({ claimed: 2_450_000 });
  const baselines = known({ 'facility:F1': hugging, 'peers:clinic:primary': peers });
  const facts = someFacts({ claim, ceilings: [2_500_000], baselines });
  expect(idsOf(facts, 'threshold_hugging')).toEqual([7, 9]);
  expect(mayReachIds(facts)).toEqual([7, 9]);
  expect(tracesIn(tracesAfter(facts)?.threshold_hugging)).toHaveLength(3);
  expect(tracesIn(tracesAfter({ ...facts, ceilings: [] })?.threshold_hugging)).toHaveLength(2);
  const correction = { ...facts, claim: { ...claim, replaces: 'CLM-26-000001' } };
  expect(tracesIn(tracesAfter(correction)?.threshold_hugging)).toHaveLength(2);
});

describe('a day too full', () => {
  const services = catalogue(aService('SUT', { group: 'procedure' }));
  const claim = aClaim({ lines: [aLine('SUT', { quantity: 3 }), aLine('SUT', { line: 2, quantity: 2 })] });
  const key = 'practitioner:LIC-1:2026-03';
  const day = (done: number, given = {}): Baseline => ({
    is: 'practitioner',
    days: { '2026-03-10': done },
    ...given,
  });
  const full = someFacts({
    services,
    claim,
    baselines: known({ [key]: day(48, { traces: [7, 10, 2, 11] }) }),
  });
  test('reaches the claims of that day, and of no other', () => {
    expect(idsOf(full, 'busy_practitioner')).toEqual([7]);
    expect(mayReachIds(full)).toEqual([7]);
    expect(idsOf({ ...full, baselines: known({ [key]: day(48) }) }, 'busy_practitioner')).toEqual([]);
    expect(mayReachIds({ ...full, baselines: known({ [key]: day(4, { traces: [7, 10] }) }) })).toEqual([]);
    expect(mayReachIds({ ...full, baselines: known({ [key]: day(0), [`${key}x`]: day(9) }) })).toEqual([]);
    expect(mayReachIds({ ...full, baselines: known({ [key]: { is: 'practitioner', days: {} } }) })).toEqual(
      [],
    );
    const finding = {
      rule: 'busy_practitioner' as const,
      weight: 0.4,
      evidence: 'So.',
      claims: [],
      line: null,
    };
    const uncounted = {
      ...full,
      baselines: new Map(),
      claim: aClaim({ lines: [aLine('SUT', { quantity: 51 })] }),
    };
    expect(reachOf(uncounted, defaultRisk, [finding])).toEqual([]);
  });
  test('those of other days stay remembered, and one that was not at hand', () => {
    const after = (facts: RiskFacts, unreached: ReadonlySet<number>) => {
      const found_ = learned(facts, { findings: [], unreached }).get(key);
      return found_?.is === 'practitioner' ? tracesIn(found_.traces) : null;
    };
    expect(after(full, nothing)).toEqual([[9, 11]]);
    expect(after(full, new Set([7]))).toEqual([
      [7, 10],
      [9, 11],
    ]);
    const odd = { ...full, baselines: new Map(), claim: { ...claim, number: 'X' } };
    expect(after(odd, nothing)).toEqual([]);
  });
});

describe('a pair', () => {
  test('the first of two alike shows the link, once however many lines, and it weighs nothing', () => {
    const claim = aClaim({ lines: [aLine('CON'), aLine('LAB', { line: 2 })] });
    const lines = ['CON', 'LAB'].map((service) => ({ service, serviceDate: '2026-03-10' }));
    expect(found(someFacts({ claim, others: [aNear({ lines })] }))).toMatchObject([
      { id: 50, finding: { rule: 'duplicate', weight: 0, claims: ['CLM-26-000100'], line: null } },
    ]);
  });
  test('of two places at one hour either may be the false one', () => {
    const place = (lat: number) => ({ lat, lon: 3.4 });
    const facility = { id: 'F1', ...peer, place: place(6.5) };
    const other = aNear({
      facilityId: 'F2',
      place: place(9.1),
      startedAt: aClaim().startedAt,
      endedAt: aClaim().endedAt,
      lines: [],
    });
    expect(found(someFacts({ facility, others: [other] }))).toMatchObject([
      { id: 50, finding: { rule: 'impossible_dates', weight: 0.6 } },
    ]);
  });
  test('a number that is none reaches nobody', () => {
    const facts = someFacts({ others: [aNear({ number: 'elsewhere' })] });
    expect(found(facts)).toEqual([]);
  });
});
