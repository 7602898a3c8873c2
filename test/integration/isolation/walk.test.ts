import { expect, test, vi } from 'vitest';
import { app } from '../../../worker/app.ts';
import { doorOf } from '../../support/doors.ts';
import { ask, origin } from '../directory/people.ts';
import type { Call } from './call.ts';
import { callsOf } from './calls.ts';
import { makeStrangers, type Stranger } from './strangers.ts';
import { makeWorld, mark, records, untouched } from './world.ts';

const world = await makeWorld();
const calls = callsOf(world);
const strangers = await makeStrangers(world);
const routes = app.routes.filter(({ method }) => method !== 'ALL');
const names = [...new Set(routes.map(({ method, path }) => `${method} ${path}`))];
const permissionsOf = new Map(
  names.map((name) => [
    name,
    routes
      .filter(({ method, path }) => `${method} ${path}` === name)
      .flatMap((route) => doorOf(route)?.guards ?? []),
  ]),
);

let nth = 0;
async function knock(name: string, call: Call, headers: Record<string, string>) {
  const [method = 'GET'] = name.split(' ');
  nth += 1;
  // Each comes from an address of its own: how often one may come is tested elsewhere.
  const from = { 'cf-connecting-ip': `10.${nth >> 16}.${(nth >> 8) & 255}.${nth & 255}` };
  const sent = call.area === 'api' ? {} : { origin };
  const init = {
    method,
    headers: { ...sent, ...from, ...call.headers, ...headers },
    ...(call.body === undefined ? {} : { body: call.body }),
  };
  const response = await ask(call.path, init);
  const stream = response.headers.get('content-type')?.includes('event-stream') ?? false;
  if (stream) await response.body?.cancel();
  const body = stream ? '' : await response.text();
  return { status: response.status, text: body + JSON.stringify([...response.headers]) };
}

const kindOfArea = { staff: 'tenant', provider: 'facility', me: 'enrollee' } as const;

/** The statuses with which a stranger is turned away; null: they are let in to what is their own. */
function turnedAway(name: string, call: Call, { as, kind, lacks }: Stranger): readonly number[] | null {
  const asks = (permissionsOf.get(name) ?? []).length > 0;
  switch (call.area) {
    case 'public':
      return null;
    case 'machine':
      return [404];
    case 'live':
      if (as !== 'person') return [401];
      if (kind !== 'tenant' && kind !== 'facility' && kind !== 'enrollee') return [404];
      return lacks ? [403] : null;
    case 'api':
      if (as !== 'key') return [401];
      if (lacks) return [403, 404];
      return call.refused ?? null;
    case 'staff':
    case 'provider':
    case 'me':
      if (as !== 'person') return [401];
      if (kind !== kindOfArea[call.area]) return [404];
      if (lacks) return asks ? [403] : null;
      return call.refused ?? null;
    default:
      return call.area satisfies never;
  }
}

/** What a stranger may not read: an insider knows the names of their own house, and still nothing of its claims. */
const secretsFrom = ({ lacks, neighbour }: Stranger) =>
  lacks || neighbour ? [world.queried, 'Adeyemi', 'ZEBU-ZEBC'] : [mark.slice(0, 4)];

/** The secrets in an answer; the address that was asked for may come back, for it was no secret. */
function secretsIn(text: string, { path, body }: Call, stranger: Stranger): string[] {
  // What the stranger typed stands in a form that is shown again; it is theirs.
  const typed = body instanceof URLSearchParams ? [...body.values()].filter((value) => value.length > 8) : [];
  const own = [path, encodeURIComponent(path), path.replaceAll('&', '&amp;'), ...typed];
  const said = own.reduce((left, each) => left.replaceAll(each, ''), text).toLowerCase();
  return secretsFrom(stranger).filter((secret) => said.includes(secret.toLowerCase()));
}

test('every route of the app is known to the walk', () => {
  expect(Object.keys(calls).sort()).toEqual([...names].sort());
});

test('the victims themselves find their own: the walk knocks at real doors', async () => {
  await vi.waitFor(async () => {
    const { text } = await knock(
      'GET /provider/claims',
      { area: 'provider', path: '/provider/claims' },
      { cookie: world.facility.cookie },
    );
    expect(text).toContain(world.queried);
  });
  for (const [name, call] of Object.entries(calls)) {
    if (call.shows === undefined) continue;
    const { cookie, key = '' } = { key: undefined, ...world[call.shows] };
    const { status, text } = await knock(name, call, call.area === 'api' ? { 'x-api-key': key } : { cookie });
    expect([name, status, text.includes(mark)]).toEqual([name, 200, true]);
  }
});

test.each(strangers.map((stranger) => [stranger.who, stranger] as const))(
  '%s sees and changes nothing',
  async (_, stranger) => {
    const look = stranger.neighbour ? untouched : records;
    const before = await look(world);
    for (const [name, call] of Object.entries(calls)) {
      const { status, text } = await knock(name, call, stranger.headers);
      const expected = turnedAway(name, call, stranger);
      expect([name, expected === null || expected.includes(status) ? 'as expected' : status]).toEqual([
        name,
        'as expected',
      ]);
      expect([name, status < 500 ? '' : text]).toEqual([name, '']);
      expect([name, secretsIn(text, call, stranger)]).toEqual([name, []]);
    }
    expect(await look(world)).toEqual(before);
  },
);
