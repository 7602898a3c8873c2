import { expect, test } from 'vitest';
import {
  holdersOf,
  holdSubject,
  licenceKey,
  requestSubject,
  subjectsOf,
  sweepBegun,
  sweepMoved,
} from '../../../../schema/domain/investigations/hold-subject.ts';

test('a practitioner is known by the licence, however it was typed', () => {
  expect(licenceKey(' mdcn/12-3.45 ')).toBe('MDCN12345');
  expect(licenceKey(' - ')).toBeNull();
  expect(licenceKey(null)).toBeNull();
});

test('what a hold is found by', () => {
  expect(holdSubject('INV-000001', { on: 'facility', of: 'sunrise' })).toBe('f:sunrise');
  expect(holdSubject('INV-000001', { on: 'practitioner', of: 'M1' })).toBe('p:M1');
  expect(holdSubject('INV-000001', { on: 'claims', of: '' })).toBe('i:INV-000001');
  expect(requestSubject('PA-26-000001')).toBe('a:PA-26-000001');
  expect(subjectsOf({ facilityId: 'sunrise', practitionerLicence: 'm-1' })).toEqual(['f:sunrise', 'p:M1']);
  expect(subjectsOf({ facilityId: 'sunrise', practitionerLicence: null })).toEqual(['f:sunrise']);
});

test('a hold is placed, swept to the end, lifted, and gone; others stay as they are', () => {
  const other = { investigation: 'INV-000002', sweep: null, since: 3, after: 0 };
  const none = { subject: 'f:sunrise', holds: [other] };
  const placing = sweepBegun(none, { investigation: 'INV-000001', sweep: 'PLACING', since: 9 });
  expect(holdersOf(placing)).toEqual(['INV-000002', 'INV-000001']);
  const half = sweepMoved(placing, 'INV-000001', 50);
  expect(half.holds[1]).toMatchObject({ sweep: 'PLACING', after: 50 });
  const placed = sweepMoved(half, 'INV-000001', null);
  expect(placed.holds[1]).toMatchObject({ sweep: null });
  const lifting = sweepBegun(placed, { investigation: 'INV-000001', sweep: 'LIFTING', since: 12 });
  expect(lifting.holds[1]).toMatchObject({ after: 0, since: 12 });
  expect(holdersOf(lifting)).toEqual(['INV-000002']);
  expect(sweepMoved(lifting, 'INV-000001', null)).toEqual(none);
});
