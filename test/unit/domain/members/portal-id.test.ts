import { expect, test } from 'vitest';
import { enrolleeOf, portalIdOf } from '../../../../schema/domain/members/portal-id.ts';

test('a portal is named by the insurer and the person, and read back', () => {
  const covered = { tenantId: 'meridian', enrolleeId: '01x' };
  expect(enrolleeOf(portalIdOf(covered))).toEqual(covered);
});

test.each(['', 'meridian', '.x', 'meridian.', 'a.b.c'])('%j is none', (text) => {
  expect(enrolleeOf(text)).toBeNull();
});
