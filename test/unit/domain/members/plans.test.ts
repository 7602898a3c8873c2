import { describe, expect, test } from 'vitest';
import { whyNotDependant } from '../../../../schema/domain/members/dependants.ts';
import { decideMove } from '../../../../schema/domain/members/family-move.ts';
import { planRulesOn, whyNotPlan } from '../../../../schema/domain/members/plan-choice.ts';
import { moveDate, movePlan, movesIn, planStanding } from '../../../../schema/domain/members/plan-move.ts';
import { choosePrimaryFacility } from '../../../../schema/domain/members/primary-facility.ts';
import { client, everybody, person, plan, step, today } from './samples.ts';

describe('a plan says who may be covered', () => {
  const ask = (over: Partial<Parameters<typeof whyNotDependant>[2]>, rules = everybody) =>
    whyNotDependant('Gold', rules, {
      relation: 'child',
      birthDate: '2010-01-01',
      on: today,
      others: 0,
      ...over,
    });

  test('and refuses with its rule in words', () => {
    expect(ask({})).toBeNull();
    expect(ask({ relation: 'principal', others: 99 })).toBeNull();
    expect(ask({ relation: 'spouse' }, { ...everybody, spouse: false })).toBe('Gold covers no spouse.');
    expect(ask({ relation: 'other' }, { ...everybody, other: false })).toMatch(/no dependants but spouse/);
    expect(ask({}, { ...everybody, childrenUnder: null })).toBe('Gold covers no children.');
    expect(ask({ others: 4 })).toBe('Gold covers at most 4 dependants; this family has 4.');
    expect(ask({ others: 1 }, { ...everybody, most: 1 })).toMatch(/1 dependant;/);
    expect(ask({ others: 99 }, { ...everybody, most: null })).toBeNull();
  });

  test('to the day of the birthday, on 29 February too', () => {
    expect(ask({ birthDate: '2005-11-26' })).toBeNull();
    expect(ask({ birthDate: '2005-11-25' })).toBe('Gold covers children under 21; this one is 21.');
    expect(ask({ birthDate: '2008-02-29', on: '2029-02-28' })).toBeNull();
    expect(ask({ birthDate: '2008-02-29', on: '2029-03-01' })).not.toBeNull();
  });
});

describe('a plan can be chosen', () => {
  test('once it is published and in force, until it is retired, and where the client offers it', () => {
    const gold = plan('GOLD');
    expect(whyNotPlan('GOLD', gold, client, today)).toBeNull();
    expect(whyNotPlan('GOLD', null, client, today)).toBe('There is no plan GOLD.');
    expect(whyNotPlan('GOLD', plan('GOLD', {}, '2027-01-01'), client, today)).toMatch(/publish/);
    expect(whyNotPlan('GOLD', { ...gold, versions: [] }, client, today)).toMatch(/publish/);
    const retired = { ...gold, plan: { ...gold.plan, retiredFrom: today } };
    expect(whyNotPlan('GOLD', retired, client, today)).toMatch(/retired/);
    const offers = [{ plan: 'SILVER', premium: 1, per: 'year' } as const];
    expect(whyNotPlan('GOLD', gold, { ...client, offers }, today)).toBe(
      'Dangira does not offer GOLD. It offers SILVER.',
    );
  });

  test('and is judged by the version in force, or by its first', () => {
    expect(planRulesOn(plan('GOLD', { most: 1 }), today)?.dependants.most).toBe(1);
    expect(planRulesOn(plan('GOLD', { most: 2 }, '2027-01-01'), today)?.dependants.most).toBe(2);
    expect(planRulesOn({ ...plan('GOLD'), versions: [] }, today)).toBeNull();
  });
});

describe('a move of plan', () => {
  const gold = [{ from: '2026-01-01', plan: 'GOLD' }];

  test('takes effect on the first of the next month, at month ends and in leap years', () => {
    expect(movePlan(gold, 'SILVER', '2026-11-30').at(-1)).toEqual({ from: '2026-12-01', plan: 'SILVER' });
    expect(movePlan(gold, 'SILVER', '2026-12-31').at(-1)?.from).toBe('2027-01-01');
    expect(movePlan(gold, 'SILVER', '2028-02-29').at(-1)?.from).toBe('2028-03-01');
  });

  test('that is pending is replaced, or taken back', () => {
    const moving = movePlan(gold, 'SILVER', today);
    expect(movePlan(moving, 'BRONZE', today)).toEqual([...gold, { from: '2026-12-01', plan: 'BRONZE' }]);
    expect(movePlan(moving, 'GOLD', today)).toEqual(gold);
  });

  test('is found in what was recorded; who is new has moved nowhere, and a first day that was corrected is no move', () => {
    const moving = movePlan(gold, 'SILVER', today);
    expect(movesIn(gold, moving)).toEqual(['2026-12-01']);
    expect(movesIn(moving, movePlan(moving, 'BRONZE', today))).toEqual(['2026-12-01']);
    expect(movesIn(moving, [...moving, { from: '2027-01-01', plan: 'BRONZE' }])).toEqual(['2027-01-01']);
    expect(movesIn(moving, gold)).toEqual([]);
    expect(movesIn(gold, [])).toEqual([]);
    expect(movesIn(null, gold)).toEqual([]);
    expect(movesIn(null, moving)).toEqual(['2026-12-01']);
    expect(movesIn([], gold)).toEqual(['2026-01-01']);
    expect(movesIn(gold, [{ from: '2026-02-01', plan: 'GOLD' }])).toEqual([]);
    expect(movesIn(gold, [{ from: '2026-01-01', plan: 'BRONZE' }])).toEqual(['2026-01-01']);
  });

  test('before the first plan begins changes that one', () => {
    const coming = [{ from: '2027-01-15', plan: 'GOLD' }];
    expect(planStanding(coming, today)).toEqual({ now: null, next: coming[0] });
    expect(moveDate(coming, today)).toBe('2027-01-15');
    expect(movePlan(coming, 'SILVER', today)).toEqual([{ from: '2027-01-15', plan: 'SILVER' }]);
  });
});

describe('a family', () => {
  const child = {
    ...person,
    id: 'c-1',
    memberId: 'MER-DANG-00001-C1',
    principalId: 'p-1',
    relation: 'child',
    birthDate: '2015-01-01',
  } as const;
  const ask = (over: object = {}, move = { plan: 'SILVER', withFamily: true }, who = person) =>
    decideMove(who, move, { today, client, plan: plan('SILVER'), family: [child], ...over });

  test('moves with the principal where it stands as they do', () => {
    expect(ask()).toMatchObject({
      from: '2026-12-01',
      takenBack: false,
      people: [{ id: 'p-1' }, { id: 'c-1' }],
    });
    expect(ask({}, { plan: 'SILVER', withFamily: false })).toMatchObject({ people: [{ id: 'p-1' }] });
    const elsewhere = { ...child, plans: [{ from: '2026-01-01', plan: 'BRONZE' }] };
    const ended = { ...child, cover: [step('2026-01-01', 'ACTIVE'), step('2026-11-01', 'TERMINATED')] };
    for (const family of [[elsewhere], [ended]])
      expect(ask({ family })).toMatchObject({ people: [{ id: 'p-1' }] });
  });

  test('does not move to a plan that does not take one of them, or that is not offered', () => {
    expect(ask({ plan: plan('SILVER', { childrenUnder: null }) })).toMatchObject({
      field: 'plan',
      message: expect.stringContaining('MER-DANG-00001-C1: SILVER covers no children.'),
    });
    expect(ask({ plan: null })).toMatchObject({ field: 'plan' });
  });

  test('takes a move back together, and says what is so already', () => {
    const moving = (each: typeof person) => ({ ...each, plans: movePlan(each.plans, 'SILVER', today) });
    expect(ask({}, { plan: 'GOLD', withFamily: true })).toMatchObject({
      message: expect.stringMatching(/already/),
    });
    expect(ask({ family: [moving(child)] }, undefined, moving(person))).toMatchObject({
      message: 'The move to SILVER on 2026-12-01 is recorded already.',
    });
    const back = ask(
      { family: [moving(child)], plan: null },
      { plan: 'GOLD', withFamily: true },
      moving(person),
    );
    expect(back).toMatchObject({
      takenBack: true,
      people: [{ plans: person.plans }, { plans: child.plans }],
    });
  });

  test('does not move beyond the end of its cover', () => {
    const ending = { ...person, cover: [step('2026-01-01', 'ACTIVE'), step('2026-12-01', 'TERMINATED')] };
    expect(ask({}, undefined, ending)).toMatchObject({ message: expect.stringMatching(/there is no move/) });
  });
});

describe('a primary facility', () => {
  const choose = (steps: { from: string; facilityId: string }[], facilityId: string, on = today) =>
    choosePrimaryFacility(steps, facilityId, { today: on, coverFrom: '2026-01-01' });

  test('is chosen at once, or with cover, and changed from the next month', () => {
    expect(choose([], 'a')).toEqual([{ from: today, facilityId: 'a' }]);
    expect(choosePrimaryFacility([], 'a', { today, coverFrom: '2027-01-01' })).toEqual([
      { from: '2027-01-01', facilityId: 'a' },
    ]);
    const a = [{ from: '2026-01-01', facilityId: 'a' }];
    expect(choose(a, 'b')).toEqual([...a, { from: '2026-12-01', facilityId: 'b' }]);
  });

  test('changes once in six months, to the day; a pending change is replaced or taken back', () => {
    const changed = [
      { from: '2026-01-01', facilityId: 'a' },
      { from: '2026-06-01', facilityId: 'b' },
    ];
    expect(choose(changed, 'c', '2026-10-31')).toMatch(/from 2026-12-01 on/);
    expect(choose(changed, 'c', '2026-11-01')).toEqual([...changed, { from: '2026-12-01', facilityId: 'c' }]);
    const pending = [...changed, { from: '2026-12-01', facilityId: 'c' }];
    expect(choose(pending, 'd', '2026-11-20')).toEqual([...changed, { from: '2026-12-01', facilityId: 'd' }]);
    expect(choose(pending, 'b', '2026-11-20')).toEqual(changed);
  });
});
