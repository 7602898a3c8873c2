import { expect, test } from 'vitest';
import { type Disposal, dispose as disposeOf } from '../../../../schema/domain/risk/dispose.ts';
import { raiseFlags, riskOf } from '../../../../schema/domain/risk/raise.ts';
import { aClaim, ada, tuesday } from '../claims/a-claim.ts';

const flagged = raiseFlags(
  aClaim('IN_REVIEW'),
  [
    { rule: 'duplicate', weight: 0.6, evidence: 'E', claims: [], line: 1 },
    { rule: 'frequency', weight: 0.3, evidence: 'E', claims: [], line: 1 },
  ],
  tuesday,
);
const dispose = (claim: typeof flagged, disposal: Disposal, by: typeof ada) =>
  disposeOf(claim, disposal, by, ({ flags }) => riskOf(flags));
const reason = 'Two visits on one day.';

test('dismissed, an event counts no more, and says who said so and why; the version stays', () => {
  const after = dispose(flagged, { n: 1, verdict: 'DISMISSED', reason }, ada);
  expect(after).toMatchObject({
    risk: 30,
    version: flagged.version,
    flags: [
      { n: 1, state: 'DISMISSED', disposed: { by: 'ada', name: 'Ada Obi', reason } },
      { state: 'OPEN' },
    ],
  });
});

test('confirmed, it counts on', () => {
  expect(dispose(flagged, { n: 2, verdict: 'CONFIRMED', reason }, ada)).toMatchObject({ risk: 72 });
});

test('an event is disposed of once', () => {
  const after = dispose(flagged, { n: 1, verdict: 'DISMISSED', reason }, ada);
  if ('refused' in after) throw new Error(after.message);
  expect(dispose(after, { n: 1, verdict: 'CONFIRMED', reason }, ada)).toMatchObject({
    code: 'wrong_state',
    message: 'Ada Obi has already dismissed this risk event of CLM-26-000017.',
  });
  const nobody = { ...after, flags: after.flags.map((flag) => ({ ...flag, disposed: null })) };
  expect(dispose(nobody, { n: 1, verdict: 'CONFIRMED', reason }, ada)).toMatchObject({
    message: 'Somebody has already dismissed this risk event of CLM-26-000017.',
  });
});

test('an event that is not there', () => {
  expect(dispose(flagged, { n: 7, verdict: 'CONFIRMED', reason }, ada)).toMatchObject({ code: 'not_found' });
});
