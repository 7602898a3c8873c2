import { expect, test } from 'vitest';
import { dateIn } from '../../../schema/domain/dates.ts';
import {
  answerQueryForm,
  approveClaimForm,
  queryClaimForm,
  rejectClaimForm,
  takeClaimForm,
} from '../../../schema/forms/decide-claim.ts';
import { demoClaims } from '../../../selfhost/demo/claims.ts';
import { batchesOf, type Happening, sentFor } from '../../../selfhost/demo/course-of-events.ts';
import { demoEnrollees } from '../../../selfhost/demo/enrollees.ts';
import { householdOf } from '../../../selfhost/demo/household.ts';
import { demoFacility, demoTenant } from '../../../selfhost/demo/organisations.ts';
import { actingAs } from '../../../selfhost/demo/principals.ts';

const today = '2026-11-23';
const claims = demoClaims(today);
const batches = batchesOf(claims);
const memberIds = new Map(
  demoEnrollees(today).map(({ externalId }, index) => [externalId, `MER-PALM-${index}-P`]),
);
const known = { number: 'CLM-26-000001', version: 3, state: 'RECEIVED' };
const judged = {
  fingerprint: 'f',
  approved: 1000,
  lines: [{ line: 1, approvedQuantity: 1, approved: 1000, reasons: [] }],
};

test('everything that happened is told once, day after day, and of each claim in the order in which it did', () => {
  const told = batches.flat();
  expect(told).toHaveLength(claims.length + claims.reduce((sum, { steps }) => sum + steps.length, 0));
  const inOrder = (moments: (string | number)[]) => expect(moments).toEqual(moments.toSorted());
  inOrder(told.map(({ at }) => dateIn('Africa/Lagos', at)));
  for (const those of Map.groupBy(told, ({ claim }) => claim).values()) inOrder(those.map(({ at }) => at));
});

test('no family comes twice in a batch, and the steps of a claim follow its submission', () => {
  const family = ({ claim }: Happening) => householdOf(claim.input.enrolleeExternalId);
  for (const batch of batches) expect(new Set(batch.map(family)).size).toBe(batch.length);
  const submitted = new Set<unknown>();
  for (const { claim, step } of batches.flat()) {
    expect(submitted.has(claim)).toBe(step !== null);
    submitted.add(claim);
  }
});

test('every command fits its form and carries an id of its own', () => {
  const forms = {
    TakeClaim: takeClaimForm,
    QueryClaim: queryClaimForm,
    AnswerQuery: answerQueryForm,
    ApproveClaim: approveClaimForm,
    RejectClaim: rejectClaimForm,
  };
  const sent = batches.flat().map((happening) => sentFor(happening, { known, judged }, memberIds));
  expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length);
  for (const { id, command } of sent) {
    expect(id).toMatch(/^[A-Za-z0-9-]{1,64}$/);
    if (command.type in forms)
      expect(
        forms[command.type as keyof typeof forms].safeParse(command.input).error?.issues,
      ).toBeUndefined();
  }
});

test('a facility submits in the name of its own person, by member id', () => {
  const first = batches[0]?.[0];
  if (!first) throw new Error('no claims');
  const { principal, command } = sentFor(first, {}, memberIds);
  expect(principal).toMatchObject({
    via: 'system',
    id: first.claim.by,
    organisation: { kind: 'facility', id: demoFacility(first.claim.facility).id },
  });
  expect(command).toMatchObject({
    type: 'SubmitClaim',
    input: { memberId: memberIds.get(first.claim.input.enrolleeExternalId) },
  });
  expect(command.input).not.toHaveProperty('enrolleeExternalId');
});

test('what is decided before the claim has a number is a mistake', () => {
  const later = batches.flat().find(({ step }) => step !== null);
  expect(() => later && sentFor(later, {}, memberIds)).toThrow('has no number yet');
});

test('what is decided without a recommendation is a mistake', () => {
  const decided = batches.flat().find(({ step }) => step?.type === 'DecideClaim');
  expect(() => decided && sentFor(decided, { known }, memberIds)).toThrow('was not judged');
});

test('somebody acts with the permissions of the role they have there, and nowhere else', () => {
  const reviewer = batches.flat().find(({ step }) => step?.type === 'TakeClaim')?.step?.by ?? '';
  const principal = actingAs(reviewer, 'meridian');
  expect(principal.organisation).toEqual({ kind: 'tenant', id: demoTenant.id });
  expect(principal.permissions).toContain('claim.approve');
  expect(() => actingAs(reviewer, 'marigold')).toThrow('nobody with account');
});
