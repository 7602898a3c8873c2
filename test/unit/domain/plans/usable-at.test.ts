import { expect, test } from 'vitest';
import { blankBenefit } from '../../../../schema/domain/plans/blank-rules.ts';
import { usableAt } from '../../../../schema/domain/plans/usable-at.ts';

const anywhere = blankBenefit('A', 'Visits', 'outpatient');
const hospital = { ...anywhere, code: 'B', where: { ...anywhere.where, levels: ['secondary'] as const } };
const primary = { ...anywhere, code: 'C', where: { ...anywhere.where, primaryOnly: true } };
const rules = { benefits: [anywhere, hospital, primary] };

test.each([
  [{ level: 'secondary', isPrimary: true } as const, 3],
  [{ level: 'secondary', isPrimary: false } as const, 2],
  [{ level: 'primary', isPrimary: false } as const, 1],
  [{ level: null, isPrimary: true }, 2],
])('at %j so many of three benefits can be used: %i', (facility, usable) =>
  expect(usableAt(rules, facility)).toEqual({ usable, of: 3 }),
);
