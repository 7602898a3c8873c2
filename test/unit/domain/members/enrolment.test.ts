import { describe, expect, test } from 'vitest';
import { decideEnrolment, type Enrolled } from '../../../../schema/domain/members/enrolment.ts';
import type { Enrolment, EnrolmentFacts } from '../../../../schema/domain/members/enrolment-facts.ts';
import { planMeant } from '../../../../schema/domain/members/plan-stated.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { childForm, client, facts, form, person, plan, today } from './samples.ts';

function done(over: Partial<Enrolment> = {}, given: Partial<EnrolmentFacts> = {}, of = form): Enrolled {
  const decided = decideEnrolment({ ...of, ...over }, { ...facts, ...given });
  if (isRefusal(decided)) throw new Error(JSON.stringify(decided.errors));
  return decided;
}

function fields(over: Partial<Enrolment> = {}, given: Partial<EnrolmentFacts> = {}, of = form): string[] {
  const decided = decideEnrolment({ ...of, ...over }, { ...facts, ...given });
  return isRefusal(decided) ? (decided.errors ?? []).map(({ field }) => field) : ['done'];
}

function message(over: Partial<Enrolment>, given: Partial<EnrolmentFacts>, of = form): string {
  const decided = decideEnrolment({ ...of, ...over }, { ...facts, ...given });
  return isRefusal(decided) ? decided.message : 'done';
}

const family = { principal: person, client, plan: plan('GOLD') };

describe('a new person', () => {
  test('is created with what was said, and cover from its first day', () => {
    const { outcome, person: made } = done({ coverTo: '2026-12-31', nin: '12345678901', transferred: true });
    expect(outcome).toBe('created');
    expect(made).toMatchObject({
      clientCode: 'DANG',
      principalId: null,
      nin: '12345678901',
      transferred: true,
    });
    expect(made.cover.map(({ from, state }) => [from, state])).toEqual([
      ['2026-01-01', 'ACTIVE'],
      ['2027-01-01', 'TERMINATED'],
    ]);
  });

  test('has every mistake named by its field at once', () => {
    const wrong = {
      birthDate: '2027-01-01',
      phone: '12',
      nin: '123',
      nhiaNumber: '!',
      coverFrom: '2026-06-01',
      coverTo: '2026-01-01',
      deathDate: '2027-01-01',
    };
    expect(fields(wrong)).toEqual([
      'birthDate',
      'deathDate',
      'phone',
      'nin',
      'nhiaNumber',
      'coverFrom',
      'coverTo',
    ]);
    expect(fields({ birthDate: '1890-01-01' })).toEqual(['birthDate']);
    expect(fields({ deathDate: '1980-01-01' })).toEqual(['deathDate']);
    expect(fields({ phone: '+234 803 555 0142', nhiaNumber: 'NG-123/45', coverTo: '2025-12-31' })).toEqual([
      'done',
    ]);
  });

  test('belongs to a client that is there, and to a principal if they are a dependant', () => {
    expect(fields({}, { client: null })).toEqual(['clientCode']);
    expect(fields({ principalExternalId: 'staff-1' })).toEqual(['principalExternalId']);
    expect(fields({ principalExternalId: undefined }, {}, childForm)).toContain('principalExternalId');
    expect(fields({}, {}, childForm)).toContain('principalExternalId');
    expect(fields({ principalExternalId: undefined, principalMemberId: 'X' }, {}, childForm)).toEqual([
      'principalMemberId',
    ]);
    expect(fields({}, { principal: { ...person, relation: 'child' } }, childForm)).toEqual([
      'principalExternalId',
    ]);
    expect(fields({ memberId: 'MER-DANG-00009-P' })).toEqual(['memberId']);
  });

  test('follows the principal to their client, and is younger as a child', () => {
    const child = done({ clientCode: 'INDV' }, family, childForm).person;
    expect(child).toMatchObject({ clientCode: 'DANG', principalId: 'p-1' });
    expect(fields({ birthDate: '1984-01-01' }, family, childForm)).toEqual(['birthDate']);
  });
});

describe('the plan', () => {
  const meant = (over: object, of: Partial<Enrolment> = {}) =>
    planMeant(of, { before: null, principal: null, client, today, ...over });
  const offers = [{ plan: 'GOLD', premium: 1, per: 'year' } as const];

  test('is the one that is named, the principal’s, or the only one the client offers', () => {
    expect(meant({}, { plan: 'SILVER' })).toBe('SILVER');
    expect(meant({ principal: person })).toBe('GOLD');
    expect(meant({ client: { ...client, offers } })).toBe('GOLD');
    expect(
      meant({ client: { ...client, offers: [...offers, { ...offers[0], plan: 'SILVER' }] } }),
    ).toBeNull();
    expect(meant({ client: null })).toBeNull();
    expect(meant({ before: person })).toBeNull();
    expect(meant({ principal: { ...person, plans: [] } })).toBeNull();
  });

  test('holds from the first day of cover', () => {
    expect(done({ plan: 'GOLD' }, { plan: plan('GOLD') }).person.plans).toEqual([
      { from: '2026-01-01', plan: 'GOLD' },
    ]);
  });

  test('takes an inheriting dependant along where the principal is about to move', () => {
    const moving = { ...person, plans: [...person.plans, { from: '2026-12-01', plan: 'SILVER' }] };
    const given = { client, principal: moving, plan: plan('GOLD') };
    expect(done({}, given, childForm).person.plans).toEqual(moving.plans);
    expect(done({ plan: 'GOLD' }, given, childForm).person.plans).toHaveLength(1);
  });

  test('refuses with its rule in words', () => {
    const given = { ...family, plan: plan('GOLD', { childrenUnder: 10 }) };
    expect(message({}, given, childForm)).toBe('GOLD covers children under 10; this one is 11.');
    const others = [
      { id: 'x', relation: 'child', coverTo: null } as const,
      { id: 'y', relation: 'child', coverTo: '2026-11-24' } as const,
    ];
    const one = { ...family, plan: plan('GOLD', { most: 1 }) };
    expect(message({}, { ...one, family: others }, childForm)).toMatch(
      /at most 1 dependant; this family has 1/,
    );
    expect(message({}, { ...one, family: others.slice(1) }, childForm)).toBe('done');
    expect(fields({ plan: 'NONE' })).toEqual(['plan']);
    expect(fields({ plan: 'GOLD' }, { client: null })).toEqual(['clientCode']);
  });
});

describe('a known person', () => {
  const known = { before: person, named: person };

  test('is unchanged where nothing differs, whatever of it was left out', () => {
    expect(done({}, known).outcome).toBe('unchanged');
    expect(done({ plan: 'GOLD', transferred: false }, known).outcome).toBe('unchanged');
    const numbered = { ...person, nin: '12345678901', transferred: true };
    expect(done({}, { before: numbered }).outcome).toBe('unchanged');
    expect(done({ nin: null }, { before: numbered }).person.nin).toBeNull();
  });

  test('is changed where something does, and empties what is left out', () => {
    const before = { ...person, phone: '+234 803 555 0142' };
    const { outcome, person: after } = done({ firstName: 'Adaeze' }, { before });
    expect([outcome, after.firstName, after.phone]).toEqual(['changed', 'Adaeze', null]);
  });

  test('stays who they are', () => {
    expect(fields({ clientCode: 'OTHER' }, known)).toEqual(['clientCode']);
    expect(
      fields({ relation: 'spouse', principalExternalId: 's' }, { ...known, principal: person }),
    ).toContain('relation');
    const child = { ...person, id: 'c-1', relation: 'child', principalId: 'p-2' } as const;
    expect(fields({}, { ...family, before: child }, childForm)).toContain('principalExternalId');
  });

  test('is given an id of an integrator once, and no other person’s', () => {
    const by = { memberId: person.memberId };
    expect(fields({ ...by, externalId: 'other' }, { before: person, named: null })).toEqual(['externalId']);
    const unnamed = { ...person, externalId: null };
    expect(fields({ ...by, externalId: 'new' }, { before: unnamed, named: { id: 'x' } })).toEqual([
      'externalId',
    ]);
    expect(done({ ...by, externalId: 'new' }, { before: unnamed, named: null }).person.externalId).toBe(
      'new',
    );
    expect(done({ ...by, externalId: undefined }, { before: person, named: null }).outcome).toBe('unchanged');
  });

  test('moves to another plan from the next month, if one may, and gets a first one from the first day', () => {
    const silver = { ...known, plan: plan('SILVER') };
    expect(done({ plan: 'SILVER' }, silver).person.plans.at(-1)).toEqual({
      from: '2026-12-01',
      plan: 'SILVER',
    });
    expect(fields({ plan: 'SILVER' }, { ...silver, may: () => false })).toEqual(['plan']);
    const planless = { ...person, plans: [] };
    const first = done({ plan: 'SILVER' }, { ...silver, before: planless, may: () => false });
    expect(first.person.plans).toEqual([{ from: '2026-01-01', plan: 'SILVER' }]);
  });

  test('moves from the next month as well where the plan was the principal’s: never back to the first day of cover', () => {
    const before = { ...person, id: 'c-1', relation: 'child', principalId: 'p-1', plans: [] } as const;
    const given = { ...family, before, named: before, plan: plan('SILVER') };
    const { externalId: _, ...form } = childForm;
    expect(done({ ...form, plan: 'SILVER' }, given, childForm).person.plans).toEqual([
      { from: '2026-12-01', plan: 'SILVER' },
    ]);
    expect(fields({ ...form, plan: 'SILVER' }, { ...given, may: () => false }, childForm)).toEqual(['plan']);
    const planless = { ...given, principal: { ...person, plans: [] } };
    expect(done({ ...form, plan: 'SILVER' }, planless, childForm).person.plans).toEqual([
      { from: '2026-01-01', plan: 'SILVER' },
    ]);
  });

  test('takes the first plan along when cover begins on another day', () => {
    const cover = [{ from: '2026-11-20', state: 'ACTIVE', reason: 'R', at: 0 } as const];
    const before = { ...person, cover, plans: [{ from: '2026-11-20', plan: 'GOLD' }] };
    const { person: after, reviewFrom } = done({ coverFrom: '2026-11-10' }, { before });
    expect(after.plans).toEqual([{ from: '2026-11-10', plan: 'GOLD' }]);
    expect(reviewFrom).toBe('2026-11-10');
    const moved = { ...before, plans: [...before.plans, { from: '2026-12-01', plan: 'SILVER' }] };
    expect(done({ coverFrom: '2026-12-05' }, { before: moved }).person.plans).toEqual(moved.plans);
  });

  test('changes the primary facility by its own rule', () => {
    const of = { primaryFacilityExternalId: 'clinic' };
    expect(fields(of, known)).toEqual(['primaryFacilityExternalId']);
    expect(fields({ primaryFacilityId: 'f-1' }, known)).toEqual(['primaryFacilityId']);
    const first = done(of, { ...known, facilityId: 'f-1' }).person;
    expect(first.primaryFacilities).toEqual([{ from: today, facilityId: 'f-1' }]);
    const before = { ...person, primaryFacilities: first.primaryFacilities };
    expect(done(of, { before, facilityId: 'f-1' }).outcome).toBe('unchanged');
    const changed = [
      { from: '2026-01-01', facilityId: 'f-0' },
      { from: '2026-10-01', facilityId: 'f-1' },
    ];
    expect(fields(of, { before: { ...person, primaryFacilities: changed }, facilityId: 'f-2' })).toEqual([
      'primaryFacilityExternalId',
    ]);
  });
});
