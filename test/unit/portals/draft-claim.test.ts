import { expect, test } from 'vitest';
import type { DraftBody } from '../../../schema/forms/draft.ts';
import { claimOfDraft, type DraftKnown } from '../../../worker/portals/provider/draft-claim.ts';
import { blankDraft, sampleDraft } from '../views/provider/drafts.ts';

const known: DraftKnown = {
  tenant: sampleDraft.tenant,
  enrolleeAgrees: true,
  diagnoses: sampleDraft.meanings,
  services: { 'CON-001': {} },
};
const read = (changes: Partial<DraftBody>, more: Partial<DraftKnown> = {}) =>
  claimOfDraft('d1', { ...sampleDraft.body, ...changes }, { ...known, ...more });

test('a draft in which everything is right is the claim it asks to be, in minor units and moments', () => {
  expect(read({}).claim).toMatchObject({
    draftId: 'd1',
    memberId: 'MER-DANG-00042-P',
    currency: 'NGN',
    total: 1_500_000,
    startedAt: '2026-11-23T08:30:00.000Z',
    lines: [{ service: 'CON-001', quantity: 1, unitPrice: 1_500_000 }],
  });
});

test('an empty draft says everything that is missing, in words for people', () => {
  const { errors = {} } = claimOfDraft('d1', blankDraft.body, {
    tenant: null,
    enrolleeAgrees: false,
    diagnoses: {},
    services: {},
  });
  expect(Object.keys(errors).sort()).toEqual(
    [
      'birthDate',
      'diagnoses.0.code',
      'encounterType',
      'lines.0.service',
      'memberId',
      'practitionerName',
      'startedAt',
      'tenantId',
    ].sort(),
  );
  expect(JSON.stringify(errors)).not.toMatch(/ISO|minor unit|undefined/);
});

test('rows left blank are not sent, and errors name the row that was typed', () => {
  const blank = { service: '', quantity: '', unitPrice: '', serviceDate: '' };
  const lines = [blank, { service: 'CON-001', quantity: 'two', unitPrice: 'x', serviceDate: '' }];
  const { errors = {} } = read({ lines, diagnoses: [{ code: '' }, { code: 'B50.9' }] });
  expect(Object.keys(errors).sort()).toEqual(['lines.1.quantity', 'lines.1.unitPrice']);
  expect(read({ diagnoses: [{ code: '' }, { code: 'B50.9' }] }).claim?.diagnoses).toHaveLength(1);
});

test.each([
  [{ memberId: 'MER-DANG-00043-P' }, { enrolleeAgrees: false }, 'memberId'],
  [{ diagnoses: [{ code: 'malaria' }] }, {}, 'diagnoses.0.code'],
  [{ lines: [{ service: 'XXX', quantity: '1', unitPrice: '1', serviceDate: '' }] }, {}, 'lines.0.service'],
  [{ endedAt: '2026-11-22T09:30' }, {}, 'endedAt'],
  [{ endedAt: 'later' }, {}, 'endedAt'],
  [{ startedAt: '2026-02-30T09:30' }, {}, 'startedAt'],
  [{ birthDate: '' }, {}, 'birthDate'],
])('%j is refused at its own field', (changes, more, field) => {
  expect(read(changes, more).errors).toHaveProperty([field]);
});
