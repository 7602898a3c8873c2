import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import {
  enrolleePermissions,
  facilityPermissions,
  type OrganisationKind,
  type Permission,
  tenantPermissions,
} from '../../../schema/domain/permissions.ts';
import { memberships } from '../../../schema/tables/directory/accounts.ts';
import { app } from '../../../worker/app.ts';
import { openDirectory } from '../../../worker/directory/directory.ts';
import { kindOf } from '../../../worker/middleware/guard.ts';
import { doorOf } from '../../support/doors.ts';
import { aPerson, ask, origin, signedIn } from '../directory/people.ts';
import type { Call } from './call.ts';
import { callsOf } from './calls.ts';
import { aKey } from './organisations.ts';
import { makeWorld } from './world.ts';

const world = await makeWorld();
const calls = callsOf(world);
const directory = await openDirectory(env);
const catalogues = {
  tenant: tenantPermissions,
  facility: facilityPermissions,
  enrollee: enrolleePermissions,
} as const;

/** Somebody of a house whose permissions can be changed from one request to the next. */
async function changeable({ kind, id }: { kind: keyof typeof catalogues; id: string }) {
  const organisation = { kind, id, slug: null, name: '' };
  const person = await aPerson([{ organisation, role: 'read-only' }]);
  const cookie = await signedIn(person);
  const may = (permissions: Permission[]) =>
    directory.update(memberships).set({ permissions }).where(eq(memberships.accountId, person.id));
  return { headers: { cookie }, may };
}
const people = {
  tenant: await changeable(world.tenant),
  facility: await changeable(world.facility),
  enrollee: await changeable({ kind: 'enrollee', id: world.enrollee.portalId }),
};

const guarded = app.routes.flatMap((route) => {
  const name = `${route.method} ${route.path}`;
  return (doorOf(route)?.guards ?? []).map((permission) => ({ name, permission, kind: kindOf(permission) }));
});
const isHouse = (kind: OrganisationKind): kind is 'tenant' | 'facility' =>
  kind === 'tenant' || kind === 'facility';
const isKnown = (kind: OrganisationKind): kind is keyof typeof catalogues =>
  isHouse(kind) || kind === 'enrollee';

const guardsOf = (name: string) =>
  guarded.filter((each) => each.name === name).map(({ permission }) => permission);
const withoutDoor = (kind: keyof typeof catalogues, name: string): Permission[] =>
  catalogues[kind].filter((permission) => !guardsOf(name).includes(permission));

async function knock(name: string, call: Call, headers: Record<string, string>) {
  const init = { method: name.split(' ')[0] ?? 'GET', body: call.body ?? null };
  const sent = call.area === 'api' ? {} : { origin };
  const response = await ask(call.path, { ...init, headers: { ...sent, ...call.headers, ...headers } });
  const stream = response.headers.get('content-type')?.includes('event-stream') ?? false;
  if (stream) await response.body?.cancel();
  return { status: response.status, text: stream ? '' : await response.text() };
}

const pages = guarded.filter(({ name }) => calls[name]?.area !== 'api');
const operations = guarded.filter(({ name }) => calls[name]?.area === 'api');

test.each(pages)(
  '$name asks for $permission: with it one gets in, with everything else one does not',
  async ({ name, permission, kind }) => {
    const call = calls[name];
    if (!call || !isKnown(kind))
      throw new Error(`${name} is of a kind of organisation that the walk does not know`);
    const { headers, may } = people[kind];
    const refusal = 'Your role does not allow this. An administrator of your organisation can change it.';

    await may(withoutDoor(kind, name));
    const denied = await knock(name, call, headers);
    expect([denied.status, denied.text.includes(refusal)]).toEqual([403, true]);

    // The very next request: nothing is remembered of what one may do.
    await may(call.besides === undefined ? [permission] : [permission, call.besides]);
    const allowed = await knock(name, { ...call, ...call.wanting?.[permission] }, headers);
    expect([allowed.status === 401, allowed.text.includes(refusal)]).toEqual([false, false]);
    if (call.asks !== undefined && call.asks !== permission) expect(allowed.status).toBe(403);
    else if (call.absent) expect(allowed.status).toBe(404);
    else if (name.startsWith('GET ')) expect([200, 303]).toContain(allowed.status);
  },
);

test.each(pages.filter(({ name }) => calls[name]?.besides !== undefined))(
  'past the door of $name more is asked for: with everything else there is nothing',
  async ({ name, kind }) => {
    const call = calls[name];
    if (!call || !isKnown(kind)) throw new Error(`nobody knocks at ${name}`);
    const { headers, may } = people[kind];
    await may(catalogues[kind].filter((permission) => permission !== call.besides));
    expect((await knock(name, call, headers)).status).toBe(404);
  },
);

test.each(operations)(
  '$name asks a key for $permission: with that scope it is served, with every other it is not',
  async ({ name, permission, kind }) => {
    const call = calls[name];
    if (!call || !isHouse(kind))
      throw new Error(`${name} is of a kind of organisation that the walk does not know`);
    const without = await aKey(world[kind], withoutDoor(kind, name));
    expect((await knock(name, call, { 'x-api-key': without.key })).status).toBe(403);
    const only = await aKey(world[kind], [permission]);
    const wanting = { ...call, ...call.wanting?.[permission] };
    const { status } = await knock(name, wanting, { 'x-api-key': only.key });
    if (call.asks !== undefined && call.asks !== permission) {
      expect(status).toBe(403);
      return;
    }
    expect([401, 403]).not.toContain(status);
    if (name.startsWith('GET ')) expect(status).toBe(200);
  },
);
