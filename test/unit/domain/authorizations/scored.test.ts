import { expect, test } from 'vitest';
import { requestRules, scoredRequest } from '../../../../schema/domain/authorizations/scored.ts';
import { defaultRisk } from '../../../../schema/domain/risk/settings.ts';
import { requestOf } from './sample.ts';

test('a request is scored as a claim of its planned day, which lies in the future without being wrong', () => {
  const one = scoredRequest(requestOf({ practitionerName: 'Dr Bello' }), 'Africa/Lagos');
  const noon = Date.UTC(2026, 10, 27, 11);
  expect(one).toMatchObject({
    startedAt: noon,
    endedAt: noon,
    submittedAt: noon,
    claimed: 1_000_000,
    practitionerName: 'Dr Bello',
    lines: [{ service: 'SVC-1', serviceDate: '2026-11-27', claimed: 1_000_000 }],
  });
  const happenedAt = Date.UTC(2026, 10, 25, 3);
  const emergency = requestOf({ happenedAt });
  expect(scoredRequest(emergency, 'Africa/Lagos')).toMatchObject({
    startedAt: happenedAt,
    submittedAt: emergency.requestedAt,
    practitionerName: '',
  });
});

test('rules that count what was billed are off for requests; the others stay as the tenant has them', () => {
  const rules = requestRules({ ...defaultRisk, frequency: { ...defaultRisk.frequency, on: false } });
  expect(rules.rapid_fire.on).toBe(false);
  expect(rules.unbundling.on).toBe(false);
  expect(rules.sex_age_mismatch).toEqual(defaultRisk.sex_age_mismatch);
  expect(rules.frequency.on).toBe(false);
});
