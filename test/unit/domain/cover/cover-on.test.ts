import { expect, test } from 'vitest';
import type { CoverStep } from '../../../../schema/domain/cover/cover.ts';
import { coverOn } from '../../../../schema/domain/cover/cover-on.ts';
import { firstPlanDay, joinedOn } from '../../../../schema/domain/cover/plan-on.ts';
import { aClient, aPerson } from '../adjudication/builders.ts';

const household = { person: aPerson({ relation: 'spouse' }), principal: aPerson(), client: aClient() };

test('without a look into the plan, dependants are covered as their principal is', () => {
  const cover = { covered: true, plan: 'GOLD', since: '2026-01-01', until: '2026-12-31' };
  expect(coverOn(household, '2026-06-01')).toEqual(cover);
});

test('somebody who never had a plan has no first day on one', () => {
  const person = aPerson({ plans: [] });
  expect(firstPlanDay({ ...household, person, principal: null })).toBeNull();
});

test('somebody whose cover has not begun has not joined', () => {
  expect(joinedOn(aPerson({ cover: ['2026-06-01 ACTIVE'] }), '2026-05-31')).toBeNull();
});

test('somebody enrolled as suspended joins when that is lifted', () => {
  const cover: CoverStep[] = aPerson({ cover: ['2026-01-01 SUSPENDED', '2026-02-01 ACTIVE'] }).cover.slice();
  expect(joinedOn({ ...aPerson(), cover }, '2026-06-01')).toBe('2026-02-01');
});
