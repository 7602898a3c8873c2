import { expect, test } from 'vitest';
import type { Consent } from '../../../../schema/domain/members/enrollee.ts';
import { hasConsented, maySee, seenByPrincipal } from '../../../../schema/domain/members/may-see.ts';

const today = '2026-11-26';
const principal = { id: 'mother', principalId: null, birthDate: '1980-01-01', consents: [] };
const dependant = (birthDate: string, consents: readonly Consent[] = [], principalId = 'mother') => ({
  id: 'child',
  principalId,
  birthDate,
  consents,
});
const given = (to: string, endedAt: number | null = null): Consent => ({ to, version: '1', at: 1, endedAt });

test('everybody sees what is their own', () => {
  expect(maySee(principal, principal, today)).toBe(true);
});

test('a principal sees dependants until the day they are 18', () => {
  expect(maySee(principal, dependant('2008-11-27'), today)).toBe(true);
  expect(maySee(principal, dependant('2008-11-26'), today)).toBe(false);
});

test('a dependant of full age is seen while they agree to it', () => {
  const grown = '2000-01-01';
  expect(maySee(principal, dependant(grown, [given(seenByPrincipal)]), today)).toBe(true);
  expect(maySee(principal, dependant(grown, [given('something else')]), today)).toBe(false);
  expect(maySee(principal, dependant(grown, [given(seenByPrincipal, 5)]), today)).toBe(false);
});

test('what was taken back can be given again: the last word counts', () => {
  const consents = [given('x', 5), given('x')];
  expect([hasConsented({ consents }, 'x'), hasConsented({ consents: consents.toReversed() }, 'x')]).toEqual([
    true,
    false,
  ]);
});

test('nobody sees a principal, a sibling or another family', () => {
  const child = { id: 'child' };
  expect(maySee(child, principal, today)).toBe(false);
  expect(maySee(child, { ...dependant('2015-01-01'), id: 'sister' }, today)).toBe(false);
  expect(maySee(principal, dependant('2015-01-01', [], 'somebody'), today)).toBe(false);
});
