import { expect, test } from 'vitest';
import type { Permission } from '../../../schema/domain/permissions.ts';
import { seededRoles } from '../../../schema/domain/roles.ts';

const held = (kind: 'tenant' | 'facility', prefix: string) =>
  Object.fromEntries(
    seededRoles[kind].map(({ key, permissions }) => [
      key,
      permissions.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length)),
    ]),
  );

/** Who does what with requests for permission (people.md, Roles): whoever decides may take one by telephone as well. */
test('each of the insurer’s roles does with requests what its work is, and no more', () => {
  const looks = ['view', 'rule_view'];
  expect(held('tenant', 'authorization.')).toEqual({
    admin: ['view', 'create', 'decide', 'appeal_decide', 'rule_view', 'rule_update'],
    'claims-manager': expect.arrayContaining(['create', 'decide', 'appeal_decide', 'rule_update', ...looks]),
    adjudicator: [...looks, 'decide', 'create'],
    finance: looks,
    'provider-relations': looks,
    'read-only': looks,
  });
});

test('a facility’s front desk looks, its billing staff asks and appeals', () => {
  const all = ['view', 'request', 'appeal'];
  expect(held('facility', 'facility.authorization.')).toEqual({
    owner: all,
    admin: all,
    billing: all,
    'front-desk': ['view'],
    'read-only': ['view'],
  });
});

test('check-ins are for whoever receives patients', () => {
  const may = seededRoles.facility
    .filter(({ permissions }) => permissions.includes('facility.checkin.create' satisfies Permission))
    .map(({ key }) => key);
  expect(may).toEqual(['owner', 'admin', 'front-desk']);
});
