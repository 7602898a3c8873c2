import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkIntake } from '../../../../schema/domain/claims/intake.ts';
import type { Submission } from '../../../../schema/domain/claims/submission.ts';
import type { FilingFacts } from '../../../../schema/domain/claims/submit.ts';
import { aSubmission, someFacts, tuesday } from './a-claim.ts';

/** Every objection as `field reason`. */
const objections = (form: Partial<Submission>, facts: Partial<FilingFacts> = {}) =>
  checkIntake(aSubmission(form), { ...someFacts(facts), at: tuesday }).map(({ field, reason }) =>
    `${field} ${reason ?? ''}`.trim(),
  );

const sunrise = { facilityId: 'sunrise', name: 'Sunrise Clinic' };
/** In force until the 20th of November, and again from the 24th on. */
const link = {
  ...sunrise,
  inForce: [
    { from: '2026-01-01', to: '2026-11-20' },
    { from: '2026-11-24', to: null },
  ],
  profile: {},
};
const lineOn = (serviceDate?: string) => ({ service: 'CONS', quantity: 1, unitPrice: 800_000, serviceDate });
const enrollee = {
  id: 'e1',
  clientCode: 'INDV',
  memberId: 'TST-INDV-00001-P',
  firstName: 'Ngozi Ada',
  lastName: 'Adé-Bello',
  birthDate: '1990-05-17',
};

const cases: [string, Partial<Submission>, Partial<FilingFacts>, string[]][] = [
  ['all in order', {}, {}, []],
  ['no link', {}, { link: null }, ['B7']],
  [
    'a link that was only asked for',
    { facilityExternalId: 'SUN' },
    { link: { ...link, inForce: [] } },
    ['facilityExternalId B7'],
  ],
  ['the last day of a link', {}, { link }, []],
  ['the day after', { startedAt: '2026-11-21T08:30:00Z' }, { link }, ['startedAt B7']],
  ['the day on which it came into force again', { startedAt: '2026-11-24T08:30:00Z' }, { link }, []],
  [
    'the day before it began',
    { startedAt: '2025-12-31T08:30:00Z' },
    { link, filingWindowDays: null },
    ['startedAt B7'],
  ],
  [
    'a stay that the link did not outlast: the lines afterwards',
    { lines: [lineOn(), lineOn('2026-11-21')], total: 1_600_000 },
    { link },
    ['lines.1.serviceDate B7'],
  ],
  [
    'a stay that began before the link was in force: only the day of arrival',
    { startedAt: '2026-11-23T08:30:00Z', lines: [lineOn('2026-11-24')], total: 800_000 },
    { link },
    [],
  ],
  [
    'the last day of a licence',
    {},
    { link: { ...link, profile: { licenceUntil: '2026-11-20', accreditedUntil: '2026-12-31' } } },
    [],
  ],
  [
    'a licence that had ended',
    {},
    { link: { ...link, profile: { licenceUntil: '2026-11-19' } } },
    ['startedAt B7'],
  ],
  [
    'an accreditation that had ended',
    {},
    { link: { ...link, profile: { accreditedUntil: '2026-11-19' } } },
    ['startedAt B7'],
  ],
  ['an unknown member by member id', {}, { enrollee: null }, ['memberId 31']],
  [
    'an unknown member by external id',
    { memberId: undefined, enrolleeExternalId: 'X' },
    { enrollee: null },
    ['enrolleeExternalId 31'],
  ],
  ['another birth date', { birthDate: '1990-05-18' }, {}, ['birthDate 140']],
  ['the birth date right, the name misspelt', { enrolleeName: 'Gnozi Eda' }, {}, []],
  ['the name only, right', { birthDate: undefined, enrolleeName: 'Ade, Ngozi' }, {}, []],
  [
    'the name only, without its accents and middle name',
    { birthDate: undefined, enrolleeName: 'NGOZI ADE BELLO' },
    { enrollee },
    [],
  ],
  ['the name only, another', { birthDate: undefined, enrolleeName: 'Bola Ade' }, {}, ['enrolleeName 140']],
  ['half a name', { birthDate: undefined, enrolleeName: 'Ngozi' }, {}, ['enrolleeName 140']],
  ['neither name nor birth date', { birthDate: undefined }, {}, ['enrolleeName 140']],
  ['a visit tomorrow', { startedAt: '2026-11-25T08:00:00Z' }, {}, ['startedAt']],
  ['a visit that ends tomorrow', { endedAt: '2026-11-25T08:00:00Z' }, {}, ['endedAt']],
  ['late this evening in Lagos is still today', { startedAt: '2026-11-24T22:59:00Z' }, {}, []],
  ['after midnight in Lagos is tomorrow', { startedAt: '2026-11-24T23:01:00Z' }, {}, ['startedAt']],
  ['before birth', { startedAt: '1990-05-16T08:00:00Z' }, { filingWindowDays: null }, ['startedAt']],
  ['91 days ago', { startedAt: '2026-08-25T08:00:00Z' }, {}, ['startedAt 29']],
  ['90 days ago', { startedAt: '2026-08-26T08:00:00Z' }, {}, []],
  [
    '91 days ago, ended 80 days ago',
    { startedAt: '2026-08-25T08:00:00Z', endedAt: '2026-09-05T08:00:00Z' },
    {},
    [],
  ],
  [
    'ended 91 days ago',
    { startedAt: '2026-08-20T08:00:00Z', endedAt: '2026-08-25T08:00:00Z' },
    {},
    ['endedAt 29'],
  ],
  ['years ago, the window off', { startedAt: '2020-08-20T08:00:00Z' }, { filingWindowDays: null }, []],
  ['another currency', { currency: 'USD' }, {}, ['currency']],
  ['a total that is not the sum', { total: 800_001 }, {}, ['total']],
  ['the same external id again', { externalId: 'A-1' }, { filedAs: 'CLM-26-000003' }, ['externalId 18']],
];

for (const [name, form, facts, expected] of cases)
  test(`given ${name}, then ${expected.length === 0 ? 'nothing is objected' : expected.join(', ')}`, () => {
    expect(objections(form, facts)).toEqual(expected);
  });

test('lines have their own dates and services, and their own errors', () => {
  const lines = [
    { service: 'CONS', quantity: 1, unitPrice: 1, serviceDate: '2026-11-25' },
    { service: 'NONE', quantity: 1, unitPrice: 1, serviceDate: '1990-01-01' },
    { service: 'OLD', quantity: 1, unitPrice: 1 },
  ];
  const services = new Map([
    ['CONS', { name: 'Consultation', active: true, group: 'consultation' }],
    ['OLD', { name: 'Old', active: false, group: 'other' }],
  ]);
  expect(objections({ lines, total: 3 }, { services })).toEqual([
    'lines.0.serviceDate',
    'lines.1.serviceDate',
    'lines.1.service',
    'lines.2.service',
  ]);
});

test('an unknown member has no birth to be before', () => {
  expect(
    objections({ startedAt: '1900-01-01T08:00:00Z' }, { enrollee: null, filingWindowDays: null }),
  ).toEqual(['memberId 31']);
});

test('everything that is wrong is said at once, in the order of the rules', () => {
  const wrong = {
    startedAt: '2026-11-30T08:00:00Z',
    currency: 'USD',
    total: 1,
    lines: [{ service: 'NONE', quantity: 1, unitPrice: 5 }],
  };
  expect(objections(wrong, { link: null, enrollee: null, filedAs: 'CLM-26-000003' })).toEqual([
    'B7',
    'memberId 31',
    'startedAt',
    'lines.0.service',
    'currency',
    'total',
    'externalId 18',
  ]);
});

test('a name agrees however its words are ordered and written', () => {
  const word = fc.constantFrom('Ngozi', 'Ada', 'Bello', 'Okafor', 'Chidi');
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 4 }), fc.boolean(), (parts, upper) => {
      const [firstName = '', ...rest] = parts;
      const given = [...parts].reverse().join(' ');
      const person = { ...enrollee, firstName, lastName: rest.join(' ') };
      expect(
        objections(
          { birthDate: undefined, enrolleeName: upper ? given.toUpperCase() : given },
          { enrollee: person },
        ),
      ).toEqual([]);
    }),
  );
});
