import { env } from 'cloudflare:workers';
import { parseClaims, readClaims } from '../../../durable-objects/tenant/memory/claims.ts';
import type { TenantCommands } from '../../../schema/commands.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import type { SubmitClaimInput } from '../../../schema/forms/submit-claim.ts';
import { connect } from '../../../worker/databases/connect.ts';
import type { World } from './a-desk.ts';
import { command, done } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

/** Rows of the tenant's database, as plain objects. */
export async function rows({ people }: World, sql: string): Promise<Record<string, unknown>[]> {
  const found = await connect(env, `tenant-${people.id}`).execute(sql);
  return found.rows.map((row) => Object.fromEntries(found.columns.map((name) => [name, row[name]])));
}

/** A claim as it durably is. */
export async function claimOf({ people }: World, number: string): Promise<Claim> {
  const found = await connect(env, `tenant-${people.id}`).execute(readClaims([claimIdOf(number) ?? 0]));
  const [claim] = parseClaims(String(found.rows[0]?.[0] ?? '[]'));
  if (!claim) throw new Error(`there is no claim ${number}`);
  return claim;
}

/** Files a claim by a facility, the world's own or another; its number. */
export async function filed(
  { send, people }: World,
  changes: Partial<SubmitClaimInput> = {},
  by = people.facility,
): Promise<string> {
  const outcome = done(await send(command(by, 'SubmitClaim', claimForm(changes))));
  return 'version' in outcome && 'number' in outcome ? String(outcome.number) : '';
}

/** Sends a command as a claims manager would; its outcome. */
export async function manages<Type extends keyof TenantCommands>(
  world: World,
  type: Type,
  input: TenantCommands[Type]['input'],
) {
  return done(await world.send(command(world.people.system, type, input)));
}

/** Opens an investigation of these claims; its number. */
export async function investigating(world: World, claims: string[]): Promise<string> {
  const opened = await manages(world, 'OpenInvestigation', { title: 'Looked into', events: [], claims });
  return 'number' in opened ? String(opened.number) : '';
}
