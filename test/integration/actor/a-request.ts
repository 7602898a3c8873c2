import { env } from 'cloudflare:workers';
import {
  authorizationKey,
  authorizationKind,
} from '../../../durable-objects/tenant/memory/authorizations.ts';
import { fingerprintOf } from '../../../schema/domain/adjudication/fingerprint.ts';
import {
  type Authorization,
  authorizationIdOf,
} from '../../../schema/domain/authorizations/authorization.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import type { DecideAuthorization } from '../../../schema/forms/decide-authorization.ts';
import type { RequestAuthorizationInput } from '../../../schema/forms/request-authorization.ts';
import { freshId } from '../../../worker/command.ts';
import { connect } from '../../../worker/databases/connect.ts';
import type { World } from './a-desk.ts';
import { command, done } from './a-tenant.ts';
import { requestForm } from './authorization-inputs.ts';

export const rowsOf = async ({ people }: Pick<World, 'people'>, sql: string) =>
  (await connect(env, `tenant-${people.id}`).execute(sql)).rows.map((row) => ({ ...row }));

/** What is kept of a request: the aggregate, read back. */
export async function requestOf(world: Pick<World, 'people'>, number: string): Promise<Authorization> {
  const { sql, args } = authorizationKind.read([authorizationKey.id(authorizationIdOf(number) ?? 0)]);
  const { rows } = await connect(env, `tenant-${world.people.id}`).execute({ sql, args: [...args] });
  const [found] = authorizationKind.parse(String(rows[0]?.[0]));
  if (!found) throw new Error(`there is no ${number}`);
  return found;
}

/** A request that was filed by the facility; its number. */
export async function filedRequest(
  world: Pick<World, 'people' | 'send'>,
  changes: Partial<RequestAuthorizationInput> = {},
  by: Principal = world.people.facility,
): Promise<string> {
  const outcome = done(await world.send(command(by, 'RequestAuthorization', requestForm(changes))));
  return 'number' in outcome ? outcome.number : '';
}

/** What was recommended for a request when it was filed. */
export async function recommendedFor(world: Pick<World, 'people'>, number: string): Promise<string> {
  const { lines } = await requestOf(world, number);
  return fingerprintOf(lines.flatMap(({ judged }) => judged ?? []));
}

/** The command that grants a request, as recommended unless said otherwise; Ada decides. */
export async function granting(
  world: Pick<World, 'people'>,
  number: string,
  own: Partial<Extract<DecideAuthorization, { verdict: 'grant' }>> = {},
  by: Principal = world.people.staff,
  id = freshId(),
) {
  const recommendation = await recommendedFor(world, number);
  const input = { verdict: 'grant' as const, number, version: 1, recommendation, ...own };
  return command(by, 'DecideAuthorization', input, id);
}

/** A request that was granted, and its code. */
export async function grantedRequest(
  world: World,
  changes: Partial<RequestAuthorizationInput> = {},
): Promise<{ number: string; code: string; version: number }> {
  const number = await filedRequest(world, changes);
  done(await world.send(await granting(world, number)));
  const { code, version } = await requestOf(world, number);
  if (code === null) throw new Error('it has no code');
  return { number, code, version };
}

/** What the ledger says of codes, entry by entry. */
export const reservedEntries = (world: World) =>
  rowsOf(
    world,
    'select kind, line, benefit, amount, units, visits, claim_id, authorization from ledger order by seq, n',
  );

/** What the accounts have reserved and used in all. */
export async function balancesOf(world: World): Promise<{ reserved: number; used: number }> {
  const [row] = await rowsOf(
    world,
    `select coalesce(sum(b.value->>'reserved'), 0) reserved, coalesce(sum(b.value->>'used'), 0) used
      from accounts a, json_each(a.people) p, json_each(p.value) plan, json_each(plan.value) b`,
  );
  return { reserved: Number(row?.reserved), used: Number(row?.used) };
}
