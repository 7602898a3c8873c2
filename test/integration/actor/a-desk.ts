import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { TenantParts } from '../../../durable-objects/actor/parts.ts';
import { verifyOrganisation } from '../../../durable-objects/actor/verify.ts';
import { TenantDesk } from '../../../durable-objects/tenant/desk.ts';
import type { Envelope, TenantCommand } from '../../../schema/commands.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { openDirectory } from '../../../worker/directory/directory.ts';
import { command, done, openingOf, type Tenant, tenantPeople } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';
import { HostileDatabase } from './hostile-database.ts';

/** A tenant's desk in hand, on a real actor's storage, with a clock of its own and a database that can misbehave. */
export interface World {
  people: Tenant;
  desk: TenantDesk;
  state: DurableObjectState;
  database: HostileDatabase;
  /** moves the clock on */
  later: (ms: number) => void;
  now: () => number;
  /** another instance of the same tenant on the same storage: as after an eviction, or as a stale one */
  another: (parts?: Partial<TenantParts>) => TenantDesk;
  send: (envelope: Envelope<TenantCommand>, to?: TenantDesk) => ReturnType<TenantDesk['cycle']['submit']>;
  /** files a claim and has it taken; its number */
  taken: () => Promise<string>;
  /** the command that approves a claim on what is recommended for it now */
  approval: (number: string, own?: Approving) => Promise<ReturnType<typeof command<'ApproveClaim'>>>;
  journal: () => Promise<{ seq: number; action: string; command_id: string }[]>;
  findings: () => ReturnType<typeof verifyOrganisation>;
}

/** Who approves which version, under which command id; left out: Ada, the version after taking. */
interface Approving {
  by?: Principal;
  version?: number;
  id?: string;
}

/** Runs a trial inside an actor of a new tenant. `parts` replaces what its desk is handed. */
export async function inWorld(
  trial: (world: World) => Promise<void>,
  parts: Partial<TenantParts> = {},
): Promise<void> {
  await openDirectory(env);
  const people = tenantPeople();
  const stub = env.TENANT.get(env.TENANT.idFromName(people.id));
  await runInDurableObject(stub, async (_, state) => trial(await aWorld(state, people, parts)));
}

async function aWorld(
  state: DurableObjectState,
  people: Tenant,
  parts: Partial<TenantParts>,
): Promise<World> {
  const database = new HostileDatabase(`tenant-${people.id}`);
  let ahead_ms = 0;
  let nth = 0;
  const now = () => Date.now() + ahead_ms;
  const given: TenantParts = {
    clock: now,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    connect: (name) => (name === `tenant-${people.id}` ? database.client : connect(env, name)),
    createDatabase: async () => {},
    frames: () => [],
    facility: () => ({ deliver: async () => ({ seq: 0 }) }),
    member: () => ({ deliver: async () => ({ seq: 0 }), endAll: async () => {} }),
    messenger: () => ({ send: async () => ({ outcome: 'sent', fault: null }) }),
    cursorKey: () => new Uint8Array(16),
    // How fast this machine is just now is not what is asked: what is not answered in time, the database's mood says.
    batch_ms_max: 60_000,
    ...parts,
  };
  const desk = new TenantDesk(state, given, people.id);
  const send = (envelope: Envelope<TenantCommand>, to = desk) => to.cycle.submit(envelope);
  for (const envelope of openingOf(people)) done(await send(envelope));
  const rows = async () => {
    const { rows: found } = await connect(env, `tenant-${people.id}`).execute(
      'select seq, action, command_id from journal order by seq',
    );
    return found.map((row) => ({
      seq: Number(row.seq),
      action: String(row.action),
      command_id: String(row.command_id),
    }));
  };
  return {
    people,
    desk,
    state,
    database,
    now,
    later: (ms) => {
      ahead_ms += ms;
    },
    another: (other = {}) => new TenantDesk(state, { ...given, ...other }, people.id),
    send,
    taken: async () => {
      // each on a day of its own, so that none is another's duplicate, nor near to one
      nth += 1;
      const startedAt = new Date(Date.now() - nth * 3 * 86_400_000).toISOString();
      const filed = done(await send(command(people.facility, 'SubmitClaim', claimForm({ startedAt }))));
      const number = 'number' in filed ? filed.number : '';
      done(await send(command(people.staff, 'TakeClaim', { number })));
      return number;
    },
    approval: async (number, { by = people.staff, version = 2, id } = {}) => {
      const seen = await desk.inquiries.judgement(number);
      if (isRefusal(seen)) throw new Error(seen.message);
      const input = { number, version, recommendation: seen.judgement.fingerprint };
      return command(by, 'ApproveClaim', input, id);
    },
    journal: rows,
    findings: () => verifyOrganisation('tenant', connect(env, `tenant-${people.id}`)),
  };
}
