import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import type { OrganisationKind } from '../../../schema/domain/permissions.ts';
import { accounts, memberships } from '../../../schema/tables/directory/accounts.ts';
import { sessions } from '../../../schema/tables/directory/sessions.ts';
import { openDirectory } from '../../../worker/directory/directory.ts';
import { anOrganisation, aPerson, post, signedIn } from '../directory/people.ts';
import { anEnrollee, enrolled } from '../portals/an-enrollee.ts';
import { command } from './machine.ts';
import { aHouse, aKey, type House } from './organisations.ts';
import type { World } from './world.ts';

/** Somebody who has no business with the victims' things, and how they come. */
export interface Stranger {
  who: string;
  headers: Record<string, string>;
  /** `person`: signed in; `key`: with a valid key; `nobody`: with nothing that is worth anything */
  as: 'nobody' | 'person' | 'key';
  /** whom they act for */
  kind?: OrganisationKind;
  /** of the victims themselves, but without the permission */
  lacks?: true;
  /** covered by the victims' own insurer, whose name they know */
  neighbour?: true;
}

const directory = await openDirectory(env);

async function person(who: string, kind: OrganisationKind): Promise<Stranger> {
  const organisation = await anOrganisation(kind);
  const cookie = await signedIn(await aPerson([{ organisation, role: 'owner' }]));
  return { who, headers: { cookie }, as: 'person', kind };
}

/** One of the victims' own people whose role holds nothing. */
async function powerless(house: House): Promise<Stranger> {
  const own = await aPerson([]);
  const row = {
    accountId: own.id,
    kind: house.kind,
    organisationId: house.id,
    roleKey: 'none',
    roleName: 'None',
  };
  await directory.insert(memberships).values({ ...row, permissions: [], state: 'ACTIVE' });
  const who = `the ${house.kind}'s own person without the permission`;
  return { who, headers: { cookie: await signedIn(own) }, as: 'person', kind: house.kind, lacks: true };
}

/** Sessions of one who may do everything with the victims, each no longer worth anything. */
async function spentSessions(world: World): Promise<Stranger[]> {
  const insider = async (change: (accountId: string, cookie: string) => Promise<unknown>) => {
    const own = await aPerson([{ organisation: { ...world.tenant, name: '' }, role: 'admin' }]);
    const cookie = await signedIn(own);
    await change(own.id, cookie);
    return { cookie };
  };
  const long_ago = Date.now() - 24 * 3_600_000;
  const set = (row: object) => (id: string) =>
    directory.update(sessions).set(row).where(eq(sessions.accountId, id));
  return [
    {
      who: 'a signed-out session',
      as: 'nobody',
      headers: await insider((_, cookie) => post('/sign-out', {}, { cookie })),
    },
    { who: 'an expired session', as: 'nobody', headers: await insider(set({ expiresAt: long_ago })) },
    { who: 'an idle session', as: 'nobody', headers: await insider(set({ seenAt: long_ago })) },
    {
      who: 'a suspended account',
      as: 'nobody',
      headers: await insider((id) =>
        directory.update(accounts).set({ state: 'SUSPENDED' }).where(eq(accounts.id, id)),
      ),
    },
  ];
}

/** Enrollees with portals of their own: of the victims' insurer, and of another one. */
async function enrollees(world: World, other: House): Promise<Stranger[]> {
  const at = async ({ id }: House): Promise<Stranger> => {
    const client = { code: 'OTHC', name: 'Other Mills' };
    await command({ kind: 'tenant', id }, [{ type: 'PutClient', input: client }]);
    const own = { clientCode: 'OTHC', firstName: 'Own', lastName: 'Person' };
    const { cookie } = await anEnrollee({ id }, await enrolled({ id }, own));
    return { who: 'another enrollee', headers: { cookie }, as: 'person', kind: 'enrollee' };
  };
  return [
    { ...(await at(world.tenant)), who: 'another enrollee of the same insurer', neighbour: true },
    await at(other),
  ];
}

async function keys(world: World, others: readonly House[]): Promise<Stranger[]> {
  const revoked = await aKey(world.tenant, world.tenant.principal.permissions);
  await command(world.tenant, [{ type: 'RevokeApiKey', input: { id: revoked.id } }]);
  const weak = async (house: House, scope: 'report.view' | 'facility.audit.view'): Promise<Stranger> => {
    const { key } = await aKey(house, [scope]);
    return {
      who: `the ${house.kind}'s own key without the scope`,
      headers: { 'x-api-key': key },
      as: 'key',
      kind: house.kind,
      lacks: true,
    };
  };
  return [
    { who: 'a revoked key', headers: { 'x-api-key': revoked.key }, as: 'nobody' },
    {
      who: 'a key that never was',
      headers: { 'x-api-key': `vk_${'0'.repeat(22)}_${'x'.repeat(43)}` },
      as: 'nobody',
    },
    await weak(world.tenant, 'report.view'),
    await weak(world.facility, 'facility.audit.view'),
    ...others.map((house) => ({
      who: `another ${house.kind}'s key`,
      headers: { 'x-api-key': house.key },
      as: 'key' as const,
      kind: house.kind,
    })),
  ];
}

/** Every kind of stranger. */
export async function makeStrangers(world: World): Promise<Stranger[]> {
  const other = await aHouse('tenant', 'Other');
  const others = [other, await aHouse('facility', 'Other')];
  const staff = others.map(
    (house): Stranger => ({
      who: `another ${house.kind}'s person`,
      headers: { cookie: house.cookie },
      as: 'person',
      kind: house.kind,
    }),
  );
  return [
    { who: 'nobody', headers: {}, as: 'nobody' },
    ...(await spentSessions(world)),
    ...staff,
    await person("a client's person", 'client'),
    ...(await enrollees(world, other)),
    await person("the platform's person", 'platform'),
    await powerless(world.tenant),
    await powerless(world.facility),
    ...(await keys(world, others)),
  ];
}
