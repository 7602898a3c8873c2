import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { enrolleeView } from '../../../schema/api/member-views.ts';
import { facilityView, serviceView } from '../../../schema/api/network-views.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { anInsurer, ask, type Insurer } from './an-integrator.ts';

let insurer: Insurer;
beforeAll(async () => {
  insurer = await anInsurer();
});

const put = (path: string, body: unknown) => ask('PUT', path, { key: insurer.key, body });
const get = (path: string) => ask('GET', path, { key: insurer.key });
const entries = async () =>
  Number(
    (await connect(env, `tenant-${insurer.tenantId}`).execute('select max(seq) as n from journal')).rows[0]
      ?.n,
  );

interface Thing {
  noun: string;
  view: z.ZodType;
  body: Record<string, unknown>;
  change: Record<string, unknown>;
  /** what is laid over the body, and the field that is then refused */
  wrong: readonly (readonly [Record<string, unknown>, string])[];
}

const things: readonly Thing[] = [
  {
    noun: 'facilities',
    view: facilityView,
    body: {
      name: 'Lagoon',
      kind: 'hospital',
      level: 'secondary',
      city: 'Ikeja',
      latitude: 6.6,
      longitude: 3.35,
    },
    change: { name: 'Lagoon General' },
    wrong: [
      [{ kind: 'spa' }, 'kind'],
      [{ name: ' ' }, 'name'],
      [{ externalId: 'x' }, 'externalId'],
      [{ level: null }, 'level'],
      [{ latitude: 90.1 }, 'latitude'],
      [{ longitude: -180.1 }, 'longitude'],
      [{ latitude: '6.6' }, 'latitude'],
      [{ latitude: undefined }, 'latitude'],
      [{ longitude: undefined }, 'longitude'],
    ],
  },
  {
    noun: 'services',
    view: serviceView,
    body: {
      name: 'Smear',
      group: 'laboratory',
      unit: 'each',
      sex: 'female',
      ageFrom: 15,
      ageTo: 50,
      minIntervalDays: 30,
      price: 250_000,
      currency: 'NGN',
    },
    change: { price: 260_000 },
    wrong: [
      [{ price: 1.5 }, 'price'],
      [{ price: -1 }, 'price'],
      [{ price: '1' }, 'price'],
      [{ currency: 'USD' }, 'currency'],
      [{ group: 'magic' }, 'group'],
      [{ ageTo: 14 }, 'ageTo'],
      [{ minIntervalDays: 0 }, 'minIntervalDays'],
      [{ consultationLevel: 6 }, 'consultationLevel'],
      [{ parts: ['CONS'] }, 'parts'],
      [{ unit: 'package', parts: ['CONS', 'NONE'] }, 'parts.1'],
      [{ code: 'a b' }, 'code'],
    ],
  },
  {
    noun: 'enrollees',
    view: enrolleeView,
    body: {
      firstName: 'Chidi',
      lastName: 'Eze',
      birthDate: '1988-04-17',
      sex: 'male',
      coverFrom: '2026-01-01',
      phone: '+234 803 555 0142',
    },
    change: { lastName: 'Eze-Obi' },
    wrong: [
      [{ birthDate: '1988-02-30' }, 'birthDate'],
      [{ sex: 'x' }, 'sex'],
      [{ email: 'nobody' }, 'email'],
      [{ relation: 'child' }, 'principalExternalId'],
      [{ clientCode: 'NONE' }, 'clientCode'],
      [{ memberId: 'TST-INDV-00009-P' }, 'memberId'],
    ],
  },
];

describe.each(things)('$noun', ({ noun, view, body, change, wrong }) => {
  const path = (externalId: string) => `/v1/${noun}/${externalId}`;

  test('are created once, read as they were sent, and changed', async () => {
    const created = await put(path('one'), body);
    expect([created.status, created.headers.get('location')]).toEqual([201, path('one')]);
    expect(view.parse(created.body)).toMatchObject({ externalId: 'one', ...body });
    expect(await get(path('one'))).toMatchObject({ status: 200, body: created.body });

    const changed = await put(path('one'), { ...body, ...change });
    expect([changed.status, changed.body]).toEqual([200, { ...created.body, ...change }]);
    expect((await get(path('one'))).body).toEqual(changed.body);
  });

  test('sent again as they are, write nothing', async () => {
    const first = await put(path('two'), body);
    const before = await entries();
    const again = await put(path('two'), body);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await entries()).toBe(before);
  });

  test('go from A to B and back to A', async () => {
    for (const each of [body, { ...body, ...change }, body]) {
      await put(path('three'), each);
      expect((await get(path('three'))).body).toMatchObject(each);
    }
  });

  test('are emptied of what is left out', async () => {
    const [last] = Object.entries(body).filter(([name]) => ['city', 'phone', 'price'].includes(name));
    const name = last?.[0] ?? '';
    await put(path('four'), body);
    const { [name]: _, currency, ...less }: Record<string, unknown> = body;
    const changed = await put(path('four'), less);
    expect(changed.status).toBe(200);
    expect(changed.body[name]).toBeNull();
    expect((await get(path('four'))).body).toEqual(changed.body);
  });

  test('are created once however often they are sent at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => put(path('storm'), body)));
    expect(answers.filter((each) => each.status === 201)).toHaveLength(1);
    expect(answers.every((each) => each.status < 300)).toBe(true);
  });

  test.each(wrong)('with %j are refused by the field', async (mistake, field) => {
    const before = await entries();
    const refused = await put(path('wrong'), { ...body, ...mistake });
    expect([refused.status, refused.body.code]).toEqual([422, 'invalid']);
    expect(refused.body.errors.map((error) => error.field)).toContain(field);
    expect(await entries()).toBe(before);
    expect((await get(path('wrong'))).status).toBe(404);
  });

  test.each(['%20', 'a%2Fb', '-a', 'x'.repeat(129), '%F0%9F%98%80'])(
    'are not named %s',
    async (externalId) => {
      const refused = await put(path(externalId), body);
      expect(refused.status).toBe(422);
      expect(refused.body.errors[0]?.field).toBe('externalId');
    },
  );

  test('of another tenant are not there', async () => {
    await put(path('mine'), body);
    const stranger = await anInsurer();
    expect((await ask('GET', path('mine'), { key: stranger.key })).status).toBe(404);
  });
});

test('a dependant follows their principal', async () => {
  const person = { lastName: 'Eze', birthDate: '2015-04-17', sex: 'female', coverFrom: '2026-01-01' };
  await put('/v1/enrollees/father', { ...person, firstName: 'Obi', birthDate: '1980-01-01', sex: 'male' });
  const child = await put('/v1/enrollees/child', {
    ...person,
    firstName: 'Ada',
    relation: 'child',
    principalExternalId: 'father',
  });
  expect(child.status).toBe(201);
  expect(child.body.memberId).toMatch(/-C1$/);
  expect(await get('/v1/enrollees/child')).toMatchObject({ status: 200, body: child.body });
});
