import { describe, expect, test } from 'vitest';
import type { Baseline, CourseBaseline } from '../../../../schema/domain/risk/baseline.ts';
import { learn } from '../../../../schema/domain/risk/baselines.ts';
import { foreignOf, withCourse } from '../../../../schema/domain/risk/courses.ts';
import { groupOf } from '../../../../schema/domain/risk/means.ts';
import { defaultRisk } from '../../../../schema/domain/risk/settings.ts';
import { aClaim, aLine, findingsOf, known, meansOf, someFacts } from './builders.ts';

const linesOf = (services: readonly string[]) =>
  services.map((service, i) => aLine(service, { line: i + 1 }));
const factsOf = (services: readonly string[], given: Parameters<typeof aClaim>[0] = {}) =>
  someFacts({ claim: aClaim({ lines: linesOf(services), ...given }) });

/** So many claims of twelve facilities, each with these services. */
function course(
  many: number,
  services: readonly string[],
  before: CourseBaseline | null = null,
): CourseBaseline {
  let found = before ?? { is: 'course' as const, claims: [0, 0, 0, 0, 0], services: [] };
  for (let i = 0; i < many; i++) found = withCourse(found, factsOf(services, { facilityId: `G${i % 12}` }));
  return found;
}
const claimsOf = ({ claims }: CourseBaseline) => claims.reduce((all, n) => all + n, 0);
/** The same without the facility's own group: what others say of it. */
const othersOf = (usual: CourseBaseline, facilityId = 'F1') =>
  claimsOf(usual) - (usual.claims[groupOf(facilityId)] ?? 0);
const foreign = (services: readonly string[], usual: CourseBaseline | null, given = {}) =>
  foreignOf({ ...factsOf(services, given), baselines: known(usual ? { 'course:B54': usual } : {}) });

describe('what is billed with a diagnosis', () => {
  test('is counted once a claim, and of a claim without one, or with several, not at all', () => {
    const usual = withCourse(null, factsOf(['CON', 'LAB', 'CON']));
    expect(claimsOf(usual)).toBe(1);
    expect(usual).toMatchObject({
      services: [
        ['CON', 1, expect.any(Number)],
        ['LAB', 1, expect.any(Number)],
      ],
    });
    const learned = (codes: readonly string[]) =>
      [...learn(factsOf(['CON'], { diagnoses: codes.map((code) => ({ code })) }), defaultRisk).keys()].filter(
        (key) => key.startsWith('course'),
      );
    expect([learned(['B54']), learned(['B54', 'I10']), learned([])]).toEqual([['course:B54'], [], []]);
  });
  test('is usual from one in a hundred claims on', () => {
    const usual = course(2, ['CON', 'ECG'], course(298, ['CON']));
    expect(foreign(['CON', 'ECG', 'MRI'], usual)).toEqual({
      services: ['ECG', 'MRI'],
      claims: othersOf(usual),
    });
    expect(foreign(['CON', 'ECG'], course(2, ['ECG'], usual))?.services).toEqual([]);
  });
  test('is not usual by what facilities of the own group bill alone', () => {
    let usual = course(60, ['CON']);
    for (let i = 0; i < 30; i++) usual = withCourse(usual, factsOf(['CON', 'ECG'], { facilityId: 'F1' }));
    expect(foreign(['CON', 'ECG'], usual)?.services).toEqual(['ECG']);
    const others = Array.from(
      { length: 12 },
      (_, i) => foreign(['ECG'], usual, { facilityId: `G${i}` })?.services.length,
    );
    expect(others).toContain(0);
  });
  test('nobody can say of what one facility alone has seen, however often', () => {
    let usual = course(39, ['CON']);
    for (let i = 0; i < 200; i++) usual = withCourse(usual, factsOf(['CON', 'ECG'], { facilityId: 'F1' }));
    expect(foreign(['CON', 'ECG'], usual)).toBeNull();
  });
  test('nobody can say by fewer than forty claims of others, nor what of several diagnoses a service is for', () => {
    expect(foreign(['MRI'], course(39, ['CON']))).toBeNull();
    expect(foreign(['MRI'], null)).toBeNull();
    expect(
      foreign(['MRI'], course(60, ['CON']), { diagnoses: [{ code: 'B54' }, { code: 'I10' }] }),
    ).toBeNull();
  });
  test('is forgotten by halves, and stays small', () => {
    const rare = course(1, ['MRI'], course(399, ['CON']));
    expect(claimsOf(rare)).toBe(400);
    const after = course(1, ['CON'], rare);
    expect(after).toMatchObject({ services: [['CON', 200, expect.any(Number)]] });
    expect(claimsOf(after)).toBeGreaterThanOrEqual(199);
    expect(claimsOf(after)).toBeLessThanOrEqual(201);
    let many: CourseBaseline | null = null;
    for (let i = 0; i < 300; i++) many = withCourse(many, factsOf([`S${i}`]));
    expect(many?.services).toHaveLength(40);
    expect(JSON.stringify(many).length).toBeLessThan(700);
  });
});

describe('a claim of what is hardly ever billed with its diagnosis', () => {
  const usualCourse = course(60, ['CON', 'LAB']);
  const found = (services: readonly string[], claimed: number, baselines: Record<string, Baseline>) =>
    findingsOf('diagnosis_outlier', {
      ...factsOf(services, { claimed }),
      baselines: known({ 'course:B54': usualCourse, ...baselines }),
    });
  test('is found by two of them, dear or not, also where nothing is known of its amount', () => {
    for (const baselines of [{ 'diagnosis:B54:outpatient': meansOf(60) }, {}])
      expect(found(['CON', 'ECG', 'MRI'], 1_000_000, baselines)).toMatchObject([
        {
          weight: 0.15,
          evidence: `Of ${othersOf(usualCourse)} claims of other facilities with the same diagnosis alone hardly any bill ECG, MRI.`,
        },
      ]);
    expect(found(['CON', 'ECG'], 1_000_000, { 'diagnosis:B54:outpatient': meansOf(60) })).toEqual([]);
  });
  test('with one it must be dear as well; a dear claim of what is usual weighs half', () => {
    const baselines = { 'diagnosis:B54:outpatient': meansOf(60) };
    expect(found(['CON', 'ECG'], 1_800_000, baselines)).toMatchObject([
      {
        weight: 0.15,
        evidence: expect.stringMatching(/^₦ 18,000.00 is 1.8 times .* hardly any bill ECG\.$/),
      },
    ]);
    expect(found(['CON', 'LAB'], 1_800_000, baselines)).toMatchObject([{ weight: 0.075 }]);
  });
});
