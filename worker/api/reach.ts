import type { Context } from 'hono';
import type { TenantDoor } from '../../durable-objects/actor/parts.ts';
import { isRefusal, type Refusal, refuse } from '../../schema/domain/refusal.ts';
import { facilityActor, tenantActor } from '../command.ts';
import { connect } from '../databases/connect.ts';
import type { AppEnv } from '../env.ts';
import { linkedTenants } from '../queries/linked-tenants.ts';

/** What a key reaches: one tenant's database, whole (`facilityId` null) or one facility's part of it. */
export interface Reach {
  refused?: false;
  tenantId: string;
  facilityId: string | null;
}

const noSuchTenant = refuse('not_found', 'There is no such tenant, or the facility is not linked with it.');
const nameTenant = refuse('invalid', 'One mistake was found; nothing was done.', [
  { field: 'tenant', message: 'The facility has several tenants: name one by its short name.' },
]);

/** Which tenant a facility's key means: the one named, or the only one there is. */
async function tenantOfFacility(c: Context<AppEnv>, named: string | undefined): Promise<string | Refusal> {
  const linked = await linkedTenants(connect(c.env, `facility-${c.var.organisation.id}`));
  const current = linked.filter(({ state }) => state === 'APPROVED');
  const usual = current.length > 0 ? current : linked;
  const meant = named === undefined ? usual : linked.filter((tenant) => tenant.slug === named);
  if (meant.length > 1) return nameTenant;
  return meant[0]?.tenantId ?? noSuchTenant;
}

/** What this request's key reaches; `named` is the short name of a tenant where the request gives one. */
export async function reachOf(c: Context<AppEnv>, named: string | undefined): Promise<Reach | Refusal> {
  const { kind, id, slug } = c.var.organisation;
  if (kind === 'tenant')
    return named === undefined || named === slug ? { tenantId: id, facilityId: null } : noSuchTenant;
  const tenantId = await tenantOfFacility(c, named);
  return isRefusal(tenantId) ? tenantId : { tenantId, facilityId: id };
}

/** The database of the tenant that is reached. */
export const tenantDatabase = (c: Context<AppEnv>, { tenantId }: Reach) =>
  connect(c.env, `tenant-${tenantId}`);

/** Who takes commands for the tenant: its actor, or the facility's, which checks its own people and sends them on. */
export function commandDoor(c: Context<AppEnv>, { tenantId, facilityId }: Reach): TenantDoor {
  if (facilityId === null) return tenantActor(c, tenantId);
  return { execute: (envelope) => facilityActor(c).forward(tenantId, envelope) };
}

/** The database of the tenant whose key this is: for operations that only a tenant's key may call. */
export const ownTenantDatabase = (c: Context<AppEnv>) => connect(c.env, `tenant-${c.var.organisation.id}`);
