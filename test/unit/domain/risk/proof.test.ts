import { describe, expect, test } from 'vitest';
import { run } from '../../../risk/engine.ts';
import { figuresOf } from '../../../risk/figures.ts';
import { generate } from '../../../risk/generator/generate.ts';

/** A fifth of what `npm run risk:report` runs: the bounds are those that so few claims allow. */
describe('frauds among four thousand honest claims', () => {
  const sent = generate(1, 4_000);
  const scored = run(sent);
  const figures = figuresOf(scored);

  test('the same seed tells the same story', () => {
    const again = generate(1, 4_000);
    expect(again.map(({ claim }) => claim)).toEqual(sent.map(({ claim }) => claim));
  });
  test('frauds of every kind are planted, and come in among the others in the order of submission', () => {
    expect(new Set(figures.rules.map(({ rule }) => rule)).size).toBe(14);
    const moments = sent.map(({ claim }) => claim.submittedAt);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
  });
  test('a fraud scores higher than an honest claim', () => expect(figures.areaPerFraud).toBeGreaterThan(0.9));
  test('hardly any honest claim scores over 60', () => expect(figures.honestOver60).toBeLessThan(0.01));
  test('what can be read off the claim and the person is found nearly always', () => {
    const recall = new Map(figures.rules.map((one) => [one.rule, one.recallByAny]));
    for (const rule of ['duplicate', 'impossible_dates', 'sex_age_mismatch', 'unbundling', 'family_size'])
      expect(recall.get(rule), rule).toBeGreaterThan(0.8);
  });
  test('baselines stay small', () => expect(scored.baselines.largest).toBeLessThan(2_000));
  test('evidence names no person', () => {
    for (const { findings, claim } of scored.scored)
      for (const { evidence } of findings) expect(evidence).not.toContain(claim.practitionerName);
  });
});
