import { expect, test } from 'vitest';
import type { Claim } from '../../../../schema/domain/claims/claim.ts';
import {
  checkReplacement,
  type ReplacedFacts,
  replaceableLines,
} from '../../../../schema/domain/claims/replacement.ts';
import { submit } from '../../../../schema/domain/claims/submit.ts';
import { aClaim, aSubmission, clerk, hour, someFacts, tuesday } from './a-claim.ts';

const number = 'CLM-26-000017';
const day = 24 * hour;
const rejected = aClaim('REJECTED', { decidedAt: tuesday - 30 * day });

const partial = (own: Partial<Claim> = {}) => {
  const claim = aClaim('APPROVED', { outcome: 'PARTIAL', decidedAt: tuesday, ...own });
  const lines = claim.lines.map((line) => ({ ...line, approved: line.line === 1 ? line.claimed : 0 }));
  return { ...claim, lines };
};

const check = (claim: Claim | null, own: Partial<ReplacedFacts> = {}, services = ['S1']) =>
  checkReplacement(
    {
      replaces: number,
      lines: services.map((service) => ({ service, quantity: 1, unitPrice: 1 })),
    },
    { at: tuesday, zone: 'Africa/Lagos', claim, facilityId: 'sunrise', enrolleeId: 'e1', ...own },
  );
const says = (text: string) => [{ field: 'replaces', message: expect.stringContaining(text) }];

test('a rejected claim of the same facility and member can be replaced for thirty days', () => {
  expect(check(rejected)).toEqual([]);
  expect(check({ ...rejected, decidedAt: tuesday - 31 * day })).toEqual(says('decided 31 days ago'));
});

test('of a claim approved in part only what was refused can be claimed again, each line once', () => {
  expect(check(partial(), {}, ['S2'])).toEqual([]);
  expect(check(partial(), {}, ['S2', 'S1', 'S2'])).toEqual([
    { field: 'lines.1.service', message: expect.stringContaining('S1 is none of them') },
    { field: 'lines.2.service', message: expect.stringContaining('S2 is none of them') },
  ]);
  expect(replaceableLines(partial()).map(({ line }) => line)).toEqual([2]);
  expect(replaceableLines(rejected).map(({ line }) => line)).toEqual([1, 2]);
});

test('what cannot be replaced is refused at the field, with why', () => {
  expect(check(null)).toEqual(says(`There is no claim ${number} of this facility.`));
  expect(check({ ...rejected, facilityId: 'other' })).toEqual(says('There is no claim'));
  expect(check({ ...rejected, enrolleeId: 'e2' })).toEqual(says('is of another member'));
  expect(check({ ...rejected, enrolleeId: 'e2' }, { enrolleeId: null })).toEqual([]);
  expect(check({ ...rejected, replacedBy: 'CLM-26-000018' })).toEqual(says('before, by CLM-26-000018'));
  expect(check(aClaim('IN_REVIEW'))).toEqual(says('is in review: only what was rejected'));
  expect(check(partial({ outcome: 'FULL' }))).toEqual(says('is approved in full'));
  expect(
    checkReplacement({ lines: [] }, { ...someFacts(), at: 0, claim: null, facilityId: '', enrolleeId: '' }),
  ).toEqual(says('There is no claim'));
});

test('a correction is filed outside of the filing window, and names what it corrects', () => {
  const old = { startedAt: '2026-05-20T08:30:00Z', replaces: number };
  const replaced = { claim: rejected, facilityId: 'sunrise', enrolleeId: 'e1' };
  expect(submit(aSubmission(old), clerk, someFacts({ replaced }))).toMatchObject({ replaces: number });
  expect(submit(aSubmission({ startedAt: old.startedAt }), clerk, someFacts())).toMatchObject({
    errors: [{ reason: '29' }],
  });
  expect(
    submit(aSubmission(old), clerk, someFacts({ replaced: { ...replaced, claim: null } })),
  ).toMatchObject({ code: 'invalid', errors: [{ field: 'replaces' }] });
});

test('what the tenant’s own people enter says who did', () => {
  expect(submit(aSubmission(), clerk, someFacts({ isEntry: true }))).toMatchObject({
    enteredBy: 'Chi Clerk',
  });
  expect(submit(aSubmission(), clerk, someFacts())).toMatchObject({ enteredBy: null, replaces: null });
});
