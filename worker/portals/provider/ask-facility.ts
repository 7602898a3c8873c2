import type { Context } from 'hono';
import type {
  Answer,
  FacilityCommand,
  FacilityCommands,
  TenantCommand,
  TenantCommands,
} from '../../../schema/commands.ts';
import { command, facilityActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';

type OfFacility<Type extends keyof FacilityCommands> = Extract<FacilityCommand, { type: Type }>;
type OfTenant<Type extends keyof TenantCommands> = Extract<TenantCommand, { type: Type }>;

/** Has the facility's own actor do a command, and types the answer by it (RPC stubs lose that). */
export async function askFacility<Type extends keyof FacilityCommands>(
  c: Context<AppEnv>,
  id: string,
  what: OfFacility<Type>,
): Promise<Answer<FacilityCommands[Type]['outcome']>> {
  const answered = facilityActor(c).execute(command(c, id, what));
  return answered as Promise<Answer<FacilityCommands[Type]['outcome']>>;
}

/** Has a tenant do a command, by way of the facility's actor, which checks the person and the link. */
export async function askTenant<Type extends keyof TenantCommands>(
  c: Context<AppEnv>,
  tenantId: string,
  id: string,
  what: OfTenant<Type>,
): Promise<Answer<TenantCommands[Type]['outcome']>> {
  const answered = facilityActor(c).forward(tenantId, command(c, id, what));
  return answered as Promise<Answer<TenantCommands[Type]['outcome']>>;
}
