import { describe, expect, test } from 'vitest';
import { defaultRisk } from '../../../../schema/domain/risk/settings.ts';
import { aClaim, aLine, aNear, aPerson, at, saidBy, someFacts } from './builders.ts';

const said = (given: Parameters<typeof someFacts>[0], settings = defaultRisk) =>
  saidBy('impossible_dates', someFacts(given), settings);

describe('dates that cannot be', () => {
  test('care on the day of submission is possible, a minute before midnight in Lagos as well', () => {
    const claim = aClaim({
      startedAt: at('2026-03-10T23:00'),
      endedAt: at('2026-03-10T23:59'),
      submittedAt: at('2026-03-10T23:59'),
    });
    expect(said({ claim })).toEqual([]);
  });
  test('in the future, by the end of the encounter or by a line', () => {
    const ends = aClaim({ endedAt: at('2026-03-12T00:30') });
    expect(said({ claim: ends })).toEqual([
      'It names 2026-03-12, but was submitted on 2026-03-11: care in the future.',
    ]);
    const line = aClaim({ lines: [aLine('CON', { serviceDate: '2026-03-20' }), aLine('CON')] });
    expect(said({ claim: line })).toHaveLength(1);
  });
  test('before birth, by the day of a line', () => {
    const claim = aClaim({ lines: [aLine('CON', { serviceDate: '2026-03-08' })] });
    expect(said({ claim, person: aPerson({ birthDate: '2026-03-09' }) })).toEqual([
      'It names 2026-03-08, before the person was born.',
    ]);
  });
  test('after death, but not on the day of it; the end of cover is not told beside it', () => {
    const died = (deathDate: string) => aPerson({ deathDate, coverEndsOn: '2026-03-01' });
    expect(said({ person: died('2026-03-09') })).toEqual(['It names 2026-03-10, after the person had died.']);
    expect(said({ person: aPerson({ deathDate: '2026-03-10' }) })).toEqual([]);
  });
  test('after cover has ended, but not of a stay that began before', () => {
    expect(said({ person: aPerson({ coverEndsOn: '2026-03-09' }) })).toEqual([
      "Care began on 2026-03-10; the person's cover ended on 2026-03-09.",
    ]);
    expect(said({ person: aPerson({ coverEndsOn: '2026-03-10' }) })).toEqual([]);
  });
  test('discharged before admitted', () =>
    expect(said({ claim: aClaim({ endedAt: at('2026-03-10T09:00') }) })).toEqual([
      'The discharge is earlier than the admission.',
    ]));
});

const stay = {
  encounterType: 'inpatient' as const,
  startedAt: at('2026-03-05T10:00'),
  endedAt: at('2026-03-10T10:00'),
};

describe('overlapping admissions', () => {
  const claim = aClaim(stay);
  test('a stay within another one elsewhere', () => {
    const other = aNear({ ...stay, facilityId: 'F2', startedAt: at('2026-03-08T10:00') });
    expect(said({ claim, others: [other] })).toEqual([
      'The admission lies 48 hours within the one at another facility in CLM-26-000050.',
    ]);
  });
  test('a discharge that is written down some hours after the next admission is a transfer', () => {
    const other = aNear({
      ...stay,
      facilityId: 'F2',
      startedAt: at('2026-03-10T05:00'),
      endedAt: at('2026-03-12T05:00'),
    });
    expect(said({ claim, others: [other] })).toEqual([]);
  });
  test('claims of one stay at one facility are parts of it, by its number or its beginning', () => {
    expect(said({ claim, others: [aNear({ ...stay })] })).toEqual([]);
    const numbered = aClaim({ ...stay, encounterId: 'V1' });
    const part = aNear({ ...stay, encounterId: 'V1', startedAt: at('2026-03-06T10:00') });
    expect(said({ claim: numbered, others: [part] })).toEqual([]);
    const second = aNear({ ...stay, startedAt: at('2026-03-06T10:00') });
    expect(said({ claim, others: [second] })).toEqual([
      'The admission lies 96 hours within the one at the same facility in CLM-26-000050.',
    ]);
  });
  test('a delivery that takes a day is a stay, a visit is none', () => {
    const birth = { ...stay, encounterType: 'maternity' as const, facilityId: 'F2' };
    expect(said({ claim, others: [aNear(birth)] })).toHaveLength(1);
    expect(said({ claim, others: [aNear({ ...birth, endedAt: at('2026-03-05T15:00') })] })).toEqual([]);
    expect(said({ claim: aClaim(), others: [aNear({ ...birth })] })).toEqual([]);
  });
});

const lagos = { lat: 6.52, lon: 3.38 };
const ibadan = { lat: 7.38, lon: 3.93 };
const here = { id: 'F1', kind: 'clinic', level: null, place: lagos };

describe('two facilities at one hour', () => {
  const other = aNear({
    facilityId: 'F2',
    place: ibadan,
    startedAt: at('2026-03-10T10:30'),
    endedAt: at('2026-03-10T10:40'),
  });
  test('over 50 km apart', () =>
    expect(said({ facility: here, others: [other] })).toEqual([
      'The person was in CLM-26-000050 at a facility 113 km away within the same hour.',
    ]));
  test('an hour between them is enough to be believed, unless the tenant asks for more', () => {
    const later = { ...other, startedAt: at('2026-03-10T12:00'), endedAt: at('2026-03-10T12:10') };
    expect(said({ facility: here, others: [later] })).toEqual([]);
    const strict = { ...defaultRisk, impossible_dates: { ...defaultRisk.impossible_dates, hours: 3 } };
    expect(said({ facility: here, others: [later] }, strict)).toEqual([
      'The person was in CLM-26-000050 at a facility 113 km away within 3 hours.',
    ]);
  });
  test('nearby, the same facility, or a place that nobody knows is nothing', () => {
    expect(said({ facility: here, others: [{ ...other, place: { lat: 6.6, lon: 3.35 } }] })).toEqual([]);
    expect(said({ facility: here, others: [{ ...other, facilityId: 'F1' }] })).toEqual([]);
    expect(said({ facility: here, others: [{ ...other, place: null }] })).toEqual([]);
    expect(said({ others: [other] })).toEqual([]);
  });
  test('samples and medicines travel without the person', () => {
    expect(said({ facility: here, others: [{ ...other, encounterType: 'laboratory' }] })).toEqual([]);
    const claim = aClaim({ encounterType: 'pharmacy' });
    expect(said({ facility: here, claim, others: [other] })).toEqual([]);
  });
  test('where stays overlap that is told, and the distance is not', () => {
    const away = aNear({ ...stay, facilityId: 'F2', place: ibadan });
    expect(said({ claim: aClaim(stay), facility: here, others: [away] })).toEqual([
      'The admission lies 120 hours within the one at another facility in CLM-26-000050.',
    ]);
  });
});
