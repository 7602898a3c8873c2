import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { portalIdOf } from '../../../schema/domain/members/portal-id.ts';
import { enrolleePermissions, type Principal } from '../../../schema/domain/permissions.ts';
import { accounts, memberships } from '../../../schema/tables/directory/accounts.ts';
import { openDirectory } from '../../../worker/directory/directory.ts';
import { command, done, openTenant, refusedAs } from './a-tenant.ts';

const directory = await openDirectory(env);

async function withAccount() {
  const people = await openTenant();
  const tenant = env.TENANT.get(env.TENANT.idFromName(people.id));
  const accountId = `acc-${people.id.slice(-10)}`;
  const email = `${accountId}@people.example`;
  await directory
    .insert(accounts)
    .values({ id: accountId, email, name: 'Ngozi Ade', demo: false, state: 'ACTIVE', createdAt: 1 });
  const put = (state: 'ACTIVE' | 'SUSPENDED') =>
    executeOn(
      tenant,
      command(people.system, 'PutPortalAccount', { memberId: 'TST-INDV-00001-P', accountId, email, state }),
    );
  const { enrolleeId } = done(await put('ACTIVE'));
  const id = portalIdOf({ tenantId: people.id, enrolleeId });
  const stateOf = async () =>
    (
      await directory
        .select({ state: memberships.state, permissions: memberships.permissions })
        .from(memberships)
        .where(and(eq(memberships.accountId, accountId), eq(memberships.organisationId, id)))
    )[0];
  const self: Principal = {
    id: accountId,
    name: 'Ngozi Ade',
    via: 'session',
    organisation: { kind: 'enrollee', id },
    permissions: enrolleePermissions,
  };
  return { people, tenant, put, stateOf, self };
}

test('the directory knows whose portal an account opens, and that it was ended', async () => {
  const { put, stateOf } = await withAccount();
  expect(await stateOf()).toEqual({ state: 'ACTIVE', permissions: [...enrolleePermissions] });
  done(await put('SUSPENDED'));
  expect(await stateOf()).toMatchObject({ state: 'SUSPENDED' });
});

test('an enrollee finds nothing but what is meant for enrollees', async () => {
  const { tenant, self } = await withAccount();
  const sent = command(self, 'WithdrawClaim', { number: 'CLM-26-000001' });
  expect(refusedAs(await executeOn(tenant, sent))).toBe('not_found');
});
