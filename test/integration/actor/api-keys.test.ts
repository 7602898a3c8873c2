import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { FacilityCommand } from '../../../schema/commands.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { freshId } from '../../../worker/command.ts';
import { makeApiKey } from '../../../worker/directory/make-api-key.ts';
import { anOpenFacility } from './a-facility.ts';
import { done, openTenant } from './a-tenant.ts';

test('nobody gives a key what they may not do themselves', async () => {
  const { facilityId, clerk } = await anOpenFacility(await openTenant());
  const facility = env.FACILITY.get(env.FACILITY.idFromName(facilityId));
  const send = (principal: Principal, command: FacilityCommand) =>
    facility.execute({ id: freshId(), principal, command });
  const issue = (principal: Principal, scopes: string[]) => {
    const { id, secretHash } = makeApiKey();
    return send(principal, { type: 'IssueApiKey', input: { id, name: 'Key', scopes, secretHash } });
  };
  const admin: Principal = { ...clerk, id: 'admin', name: 'Ama Admin' };
  const system: Principal = { ...clerk, id: 'system', name: 'Vetra', via: 'system' };
  const email = `admin@${facilityId}.example`;
  const input = { accountId: 'admin', name: 'Ama Admin', email, roleKey: 'admin', state: 'ACTIVE' } as const;
  done(await send(system, { type: 'PutStaff', input }));

  // A facility's administrator may do everything but change roles.
  expect(await issue(admin, ['facility.claim.view', 'facility.role.update'])).toMatchObject({
    code: 'invalid',
    errors: [{ field: 'scopes' }],
  });
  done(await issue(admin, ['facility.claim.view', 'facility.claim.submit']));
  expect(await issue(clerk, ['facility.claim.view'])).toMatchObject({ code: 'forbidden' });
});
