import type { Answer, Envelope, TenantCommand, TenantCommands } from '../../schema/commands.ts';
import type { TenantDoor } from '../actor/parts.ts';

/** Sends one command to a tenant's actor, and types the answer by the command (RPC stubs lose that). */
export async function executeOn<Type extends keyof TenantCommands>(
  tenant: TenantDoor,
  envelope: Envelope<Extract<TenantCommand, { type: Type }>>,
): Promise<Answer<TenantCommands[Type]['outcome']>> {
  return tenant.execute(envelope) as Promise<Answer<TenantCommands[Type]['outcome']>>;
}
