import { expect, test } from 'vitest';
import {
  type CorrectionFacts,
  comparedLines,
  correctedLines,
} from '../../../../schema/domain/claims/correct.ts';
import { groupsOf } from '../../../../schema/domain/claims/lines.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { aClaim, someFacts, tuesday } from './a-claim.ts';

const service = (name: string) => ({ name, active: true, group: 'g' });
const facts: CorrectionFacts = {
  ...someFacts(),
  at: tuesday,
  services: new Map([
    ['S1', service('Service 1')],
    ['S3', service('Service 3')],
    ['S4', { ...service('Service 4'), active: false }],
  ]),
  priceOf: ({ unitPrice }) => ({ price: unitPrice - 1, source: 'link' }),
};
const claim = aClaim('QUERIED', { serviceDate: '2026-11-20' });
const [first, second] = claim.lines;
if (!first || !second) throw new Error('two lines');

const one = { line: 1, service: 'S1', quantity: 1, unitPrice: 500_000 };
const two = { line: 2, service: 'S2', quantity: 2, unitPrice: 150_000 };
const correct = (lines: Parameters<typeof correctedLines>[1]['lines'], own: Partial<CorrectionFacts> = {}) =>
  correctedLines(
    claim,
    { lines, total: lines.reduce((sum, each) => sum + each.quantity * each.unitPrice, 0) },
    { ...facts, ...own },
  );
const errorsOf = (made: ReturnType<typeof correct>) => (isRefusal(made) ? made.errors : made);

test('lines as they are, in whatever order, correct nothing', () => {
  expect(correct([one, two])).toBeNull();
  expect(correct([two, one])).toBeNull();
});

test('a line added has a number that none had, one changed is priced anew, one left alone is as it was', () => {
  const made = correct([{ ...one, quantity: 3 }, two, { service: 'S3', quantity: 1, unitPrice: 100 }]);
  expect(made).toEqual([
    { ...first, quantity: 3, claimed: 1_500_000, price: { price: 499_999, source: 'link' } },
    second,
    expect.objectContaining({ line: 3, service: 'S3', name: 'Service 3', serviceDate: '2026-11-20' }),
  ]);
  const before = aClaim('QUERIED', {
    corrections: [{ at: 1, by: 'Chi', claimed: 1, lines: [{ ...first, line: 7 }] }],
  });
  const sent = { lines: [{ service: 'S3', quantity: 1, unitPrice: 100 }], total: 100 };
  expect(correctedLines(before, sent, facts)).toMatchObject([{ line: 8 }]);
});

test('a line removed is not there; its neighbours keep their numbers', () => {
  expect(correct([two])).toEqual([second]);
});

test('intake speaks of what is new or changed alone: the old line is of a service no longer in use', () => {
  expect(errorsOf(correct([one, two, { service: 'S4', quantity: 1, unitPrice: 1 }]))).toEqual([
    { field: 'lines.2.service', message: 'No service in use has the code S4.' },
  ]);
  expect(errorsOf(correct([one, { ...two, quantity: 1 }]))).toEqual([
    { field: 'lines.1.service', message: 'No service in use has the code S2.' },
  ]);
});

test('every field’s error comes at once', () => {
  const lines = [
    { ...one, serviceDate: '2027-01-01' },
    { ...two, line: 9 },
    { ...one, line: 1, serviceDate: '1980-01-01' },
  ];
  const made = correctedLines(claim, { lines, total: 5 }, facts);
  const fields = (errorsOf(made) ?? []).map((error) => ('field' in error ? error.field : ''));
  expect(fields).toEqual([
    'lines.1.line',
    'lines.2.line',
    'lines.0.serviceDate',
    'lines.2.serviceDate',
    'lines.1.service',
    'total',
  ]);
});

test('before and after stand side by side', () => {
  const changed = { ...first, quantity: 3 };
  const added = { ...second, line: 3 };
  expect(comparedLines([first, second], [changed, added])).toEqual([
    { before: first, after: changed, change: 'changed' },
    { before: null, after: added, change: 'added' },
    { before: second, after: null, change: 'removed' },
  ]);
  expect(comparedLines([first], [first])).toEqual([{ before: first, after: first, change: 'same' }]);
});

test('groups are named once, of services that there are', () => {
  expect(groupsOf([{ service: 'S1' }, { service: 'S3' }, { service: 'none' }], facts)).toEqual(['g']);
});
