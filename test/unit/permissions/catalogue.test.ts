import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  can,
  clientPermissions,
  enrolleePermissions,
  facilityPermissions,
  type OrganisationKind,
  type Permission,
  type Principal,
  platformPermissions,
  reaches,
  tenantPermissions,
} from '../../../schema/domain/permissions.ts';
import { seededRoles } from '../../../schema/domain/roles.ts';
import { kindOf } from '../../../worker/middleware/guard.ts';

const catalogues: Record<OrganisationKind, readonly Permission[]> = {
  tenant: tenantPermissions,
  facility: facilityPermissions,
  client: clientPermissions,
  enrollee: enrolleePermissions,
  platform: platformPermissions,
};
const kinds = Object.keys(catalogues) as OrganisationKind[];
const all = kinds.flatMap((kind) => catalogues[kind]);

/** people.md, Permission catalogue: the names are part of the API. */
const promised = `
  dashboard.view
  client.view client.create client.update client.suspend client.invoice
  enrollee.view enrollee.view_clinical enrollee.create enrollee.update enrollee.import enrollee.move_plan enrollee.suspend enrollee.terminate enrollee.export
  plan.view plan.create plan.update plan.publish plan.retire
  network.view network.link network.unlink tariff.view tariff.update tariff.import
  authorization.view authorization.create authorization.decide authorization.appeal_decide authorization.rule_view authorization.rule_update
  claim.view claim.create claim.receive claim.review claim.query claim.approve claim.reject claim.override_line claim.reopen claim.reassign claim.attachment_view
  pile.view pile.vet pile.batch_decide
  risk.view risk.dispose risk.rule_update investigation.view investigation.manage
  settlement.view settlement.create settlement.approve settlement.pay remittance.view dispute.view dispute.resolve capitation.view capitation.run capitation.approve
  report.view report.export
  limit.view limit.update
  role.view role.update user.view user.invite user.update user.suspend
  audit.view audit.export
  settings.view settings.update branding.update integration.manage billing.view
`
  .split(/\s+/)
  .filter(Boolean);

describe('the catalogue', () => {
  test('holds all that was promised, at least 78', () => {
    expect(tenantPermissions.length).toBeGreaterThanOrEqual(78);
    expect(promised.filter((name) => !tenantPermissions.some((each) => each === name))).toEqual([]);
  });

  test('names nothing twice, in one form, and each permission says whose it is', () => {
    expect(new Set(all).size).toBe(all.length);
    for (const kind of kinds)
      for (const permission of catalogues[kind]) {
        expect(permission).toMatch(/^[a-z]+(\.[a-z_]+){1,2}$/);
        expect([permission, kindOf(permission)]).toEqual([permission, kind]);
      }
  });
});

describe('the seeded roles', () => {
  test('are those that each kind of organisation was promised', () => {
    const names = Object.fromEntries(kinds.map((kind) => [kind, seededRoles[kind].map(({ name }) => name)]));
    expect(names).toEqual({
      tenant: ['Admin', 'Claims Manager', 'Adjudicator', 'Finance', 'Provider Relations', 'Read-only'],
      client: ['HR Admin', 'Benefits Lead', 'Finance', 'Read-only'],
      facility: ['Owner', 'Admin', 'Billing Staff', 'Front Desk', 'Read-only'],
      platform: ['Operator', 'Support'],
      enrollee: [],
    });
  });

  test('hold permissions of their own kind of organisation only, each once, and not none', () => {
    for (const kind of kinds)
      for (const { key, permissions } of seededRoles[kind]) {
        expect([key, permissions.filter((each) => !catalogues[kind].includes(each))]).toEqual([key, []]);
        expect(new Set(permissions).size).toBe(permissions.length);
        expect(permissions.length).toBeGreaterThan(0);
      }
  });

  test('have one that may do everything there is', () => {
    for (const kind of kinds.filter((each) => each !== 'enrollee'))
      expect([...(seededRoles[kind][0]?.permissions ?? [])].sort()).toEqual([...catalogues[kind]].sort());
  });

  test('change nothing where they say read-only', () => {
    const changes =
      /\.(create|update|suspend|import|approve|reject|decide|receive|review|query|submit|answer|draft|manage|pay|run)$/;
    for (const kind of kinds)
      for (const { permissions } of seededRoles[kind].filter(({ key }) => key === 'read-only'))
        expect(permissions.filter((each) => changes.test(each))).toEqual([]);
  });
});

describe('can', () => {
  const organisation = fc.record({ kind: fc.constantFrom(...kinds), id: fc.constantFrom('a', 'b') });
  const principal: fc.Arbitrary<Principal> = fc.record({
    id: fc.constantFrom('ada', 'bola'),
    name: fc.constant('Ada'),
    via: fc.constantFrom('session' as const, 'key' as const, 'system' as const),
    organisation,
    permissions: fc.subarray(all),
  });
  const permission = fc.constantFrom(...all);

  test('absent means no', () => {
    fc.assert(
      fc.property(principal, permission, organisation, (who, what, where) => {
        const without = { ...who, permissions: who.permissions.filter((each) => each !== what) };
        expect(can(without, what, { organisation: where })).toBe(false);
      }),
    );
  });

  test('outside the own organisation everything is no, whatever one holds', () => {
    fc.assert(
      fc.property(principal, permission, organisation, (who, what, where) => {
        const own = who.organisation.kind === where.kind && who.organisation.id === where.id;
        const everywhere = { ...who, permissions: all };
        expect(can(everywhere, what, { organisation: where })).toBe(own);
        expect(reaches(everywhere, { organisation: where })).toBe(own);
      }),
    );
  });

  test('who holds it, in their own organisation, may; more permissions never take one away', () => {
    fc.assert(
      fc.property(principal, permission, fc.subarray(all), (who, what, more) => {
        const subject = { organisation: who.organisation };
        expect(can({ ...who, permissions: [...more, what] }, what, subject)).toBe(true);
      }),
    );
  });

  test('how somebody came makes no difference: not even the system holds what it was not given', () => {
    fc.assert(
      fc.property(principal, permission, (who, what) => {
        const subject = { organisation: who.organisation };
        expect(can({ ...who, via: 'system', permissions: [] }, what, subject)).toBe(false);
      }),
    );
  });
});
