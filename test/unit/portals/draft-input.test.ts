import { expect, test } from 'vitest';
import { type DraftAction, type DraftSent, withStep } from '../../../worker/portals/provider/draft-input.ts';
import { sampleDraft } from '../views/provider/drafts.ts';

const sent = (texts: Record<string, string>, action: DraftAction = { kind: 'save' }): DraftSent => ({
  version: 4,
  action,
  autosave: false,
  texts: new Map(Object.entries(texts)),
});
const { body } = sampleDraft;
const lines = (texts: Record<string, string>, action?: DraftAction) =>
  withStep(body, 'lines', sent(texts, action))?.lines;

test('a step changes its own fields and leaves the others as they are', () => {
  const changed = withStep(body, 'patient', sent({ memberId: 'X', 'diagnoses.0.code': 'I10' }));
  expect(changed).toMatchObject({
    memberId: 'X',
    practitionerName: body.practitionerName,
    lines: body.lines,
  });
  expect(changed?.diagnoses).toEqual([{ code: 'I10' }]);
});

test('an unticked box is no, a ticked one is yes', () => {
  expect(withStep({ ...body, accident: true }, 'patient', sent({}))?.accident).toBe(false);
  expect(withStep(body, 'patient', sent({ accident: '1' }))?.accident).toBe(true);
});

test('rows keep their order whatever gaps script has left between their numbers', () => {
  const rows = lines({ 'lines.12.service': 'B', 'lines.3.service': 'A', 'lines.12.quantity': '2' });
  expect(rows?.map((row) => [row.service, row.quantity])).toEqual([
    ['A', ''],
    ['B', '2'],
  ]);
});

test('a row more, a row less, and a row with what was chosen', () => {
  const texts = { 'lines.0.service': 'A', 'lines.1.service': 'mal' };
  expect(lines(texts, { kind: 'add', list: 'lines' })).toHaveLength(3);
  expect(lines(texts, { kind: 'remove', list: 'lines', index: 0 })).toMatchObject([{ service: 'mal' }]);
  expect(lines(texts, { kind: 'pick', field: 'lines.1.service', value: 'CON-001' })).toMatchObject([
    { service: 'A' },
    { service: 'CON-001' },
  ]);
});

test('names that are no fields of a draft are left alone', () => {
  expect(lines({ 'lines.0.__proto__': 'x', 'lines.99999.service': 'x', 'other.0.service': 'x' })).toEqual([]);
});

test('more than a draft may hold is no draft', () => {
  const many = Object.fromEntries(Array.from({ length: 101 }, (_, row) => [`lines.${row}.service`, 'A']));
  expect(withStep(body, 'lines', sent(many))).toBeNull();
  expect(withStep(body, 'patient', sent({ memberId: 'x'.repeat(61) }))).toBeNull();
});
