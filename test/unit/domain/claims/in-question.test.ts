import { expect, test } from 'vitest';
import { inQuestion, visitOf } from '../../../../schema/domain/claims/in-question.ts';
import { aClaim, tuesday } from './a-claim.ts';

test('a claim is judged from the day it began to the day it ended, in the tenant’s time', () => {
  const claim = aClaim('IN_REVIEW', { endedAt: Date.parse('2026-11-26T23:30:00Z') });
  expect(inQuestion(claim, 'Africa/Lagos')).toEqual({
    id: 17,
    encounterType: 'outpatient',
    startDate: '2026-11-24',
    endDate: '2026-11-27',
    diagnoses: claim.diagnoses,
    referral: null,
    accident: false,
    otherPayer: null,
    replaces: null,
    lines: claim.lines,
  });
  expect(inQuestion(aClaim('IN_REVIEW', { endedAt: tuesday }), 'Africa/Lagos').endDate).toBe('2026-11-24');
});

test('claims of one day are one visit, unless their encounters are named and differ', () => {
  expect(visitOf(aClaim('APPROVED'))).toBe(visitOf(aClaim('IN_REVIEW')));
  expect(visitOf(aClaim('APPROVED', { encounterId: 'A' }))).not.toBe(
    visitOf(aClaim('IN_REVIEW', { encounterId: 'B' })),
  );
  expect(visitOf(aClaim('APPROVED', { encounterId: 'A', serviceDate: '2026-11-23' }))).not.toBe(
    visitOf(aClaim('IN_REVIEW', { encounterId: 'A' })),
  );
});
