import { expect, test } from 'vitest';
import { alwaysInForce } from '../../../../schema/domain/network/link.ts';
import { notEligibleOn, papersOn } from '../../../../schema/domain/network/standing.ts';

test.each([
  ['2026-09-01', 'valid'],
  ['2026-10-31', 'valid'],
  ['2026-11-01', 'ending'],
  ['2026-12-31', 'ending'],
  ['2027-01-01', 'expired'],
])('on %s a licence until 31 December 2026 is %s', (on, standing) => {
  expect(papersOn({ licenceUntil: '2026-12-31' }, on)).toEqual([
    { what: 'licence', until: '2026-12-31', standing },
  ]);
});

test('no papers, nothing to warn of', () => {
  expect(papersOn({}, '2026-11-25')).toEqual([]);
});

test.each([
  ['no link', null, 'The facility has no active link with this insurer.'],
  ['never in force', { inForce: [], profile: {} }, 'The facility has no active link with this insurer.'],
  [
    'not in force that day',
    { inForce: [{ from: '2026-12-01', to: null }], profile: {} },
    "The facility's link with this insurer was not in force on 2026-11-25.",
  ],
  [
    'accredited no more',
    { ...alwaysInForce, profile: { licenceUntil: '2027-01-01', accreditedUntil: '2026-11-24' } },
    "The facility's accreditation on record ended on 2026-11-24, before 2026-11-25.",
  ],
  ['all in order', { ...alwaysInForce, profile: { accreditedUntil: '2026-11-25' } }, null],
])('%s', (_, link, message) => {
  expect(notEligibleOn(link, '2026-11-25')).toBe(message);
});
