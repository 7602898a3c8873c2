import { expect, test } from 'vitest';
import type { TenantCommands } from '../../../schema/commands.ts';
import { inWorld, type World } from './a-desk.ts';
import { command, done, refusedAs } from './a-tenant.ts';

const enrollee = (externalId: string, change: Partial<TenantCommands['PutEnrollee']['input']> = {}) => ({
  externalId,
  clientCode: 'INDV',
  relation: 'principal' as const,
  firstName: 'Bola',
  lastName: 'Ade',
  birthDate: '1985-02-03',
  sex: 'male' as const,
  coverFrom: '2020-01-01',
  ...change,
});

const put =
  ({ people, send }: World) =>
  (input: TenantCommands['PutEnrollee']['input']) =>
    send(command(people.system, 'PutEnrollee', input));

const born = { birthDate: '2015-06-30' };

test('families and dependants are numbered without gaps, at once and after waking', () =>
  inWorld(async (world) => {
    const { people, send, another } = world;
    const send1 = put(world);
    const together = await Promise.all([
      send1(enrollee('P-2')),
      send1(enrollee('C-1', { ...born, relation: 'child', principalExternalId: 'P-2' })),
      send1(enrollee('S-1', { relation: 'spouse', principalExternalId: 'P-2' })),
      send1(enrollee('C-2', { ...born, relation: 'child', principalExternalId: 'P-2' })),
    ]);
    expect(together.map((answer) => done(answer))).toMatchObject([
      { memberId: 'TST-INDV-00002-P', created: true },
      { memberId: 'TST-INDV-00002-C1' },
      { memberId: 'TST-INDV-00002-S1' },
      { memberId: 'TST-INDV-00002-C2' },
    ]);
    const awake = another();
    const child = command(
      people.system,
      'PutEnrollee',
      enrollee('C-3', { ...born, relation: 'child', principalExternalId: 'P-2' }),
    );
    expect(done(await send(child, awake))).toMatchObject({ memberId: 'TST-INDV-00002-C3' });
    const family = command(people.system, 'PutEnrollee', enrollee('P-3'));
    expect(done(await send(family, awake))).toMatchObject({ memberId: 'TST-INDV-00003-P' });
    expect(await world.findings()).toEqual([]);
  }));

test('a person sent again keeps their member id, and who they are to whom', () =>
  inWorld(async (world) => {
    const send1 = put(world);
    const first = done(await send1(enrollee('P-2')));
    expect(done(await send1(enrollee('P-2', { firstName: 'Bolaji' })))).toEqual({
      ...first,
      created: false,
      outcome: 'changed',
    });
    for (const change of [
      { relation: 'child', principalExternalId: 'EMP-1' } as const,
      { clientCode: 'NEW' },
      { principalExternalId: 'EMP-1' },
      { relation: 'child' } as const,
      { relation: 'child', principalExternalId: 'NOBODY' } as const,
    ])
      expect(refusedAs(await send1(enrollee('P-2', change))), JSON.stringify(change)).toBe('invalid');
    expect(refusedAs(await send1(enrollee('P-9', { clientCode: 'NEW' })))).toBe('invalid');
  }));

test('services and facilities are found by the ids of integrators, and no id belongs to two', () =>
  inWorld(async ({ people, send }) => {
    const service = {
      externalId: 'X-1',
      code: 'XRAY',
      name: 'X-ray',
      group: 'imaging',
      unit: 'each',
      active: true,
    } as const;
    const sent = (input: TenantCommands['PutService']['input']) =>
      send(command(people.system, 'PutService', input));
    expect(done(await sent(service))).toEqual({ code: 'XRAY', created: true });
    expect(done(await sent({ ...service, price: 100, currency: 'NGN' }))).toEqual({
      code: 'XRAY',
      created: false,
    });
    for (const wrong of [
      { code: 'OTHER' },
      { externalId: 'X-2' },
      { price: 100 },
      { price: 100, currency: 'USD' },
    ])
      expect(refusedAs(await sent({ ...service, ...wrong })), JSON.stringify(wrong)).toBe('invalid');
    const profile = { name: 'North Clinic', kind: 'clinic' } as const;
    const facility = () => send(command(people.system, 'PutFacility', { externalId: 'N-1', ...profile }));
    const made = done(await facility());
    expect(done(await facility())).toEqual({ ...made, created: false });
    const link = { facilityId: 'someone-else', externalId: 'N-1', profile };
    expect(refusedAs(await send(command(people.system, 'LinkFacility', link)))).toBe('invalid');
  }));

test('a workspace is opened once, and nothing is done before', () =>
  inWorld(async ({ people, send, journal }) => {
    const again = {
      slug: 'again',
      name: 'Again',
      prefix: 'AGN',
      currency: 'NGN',
      zone: 'Africa/Lagos',
      filingWindowDays: 90,
    };
    expect(refusedAs(await send(command(people.system, 'OpenTenant', again)))).toBe('wrong_state');
    expect((await journal()).filter((entry) => entry.action === 'OpenTenant')).toHaveLength(1);
  }));

test('the same command id for another organisation is refused, not answered', () =>
  inWorld(async ({ people, send }) => {
    const own = command(people.staff, 'MarkNotices', { seq: 0 }, 'mark-0001');
    done(await send(own));
    const other = { ...own, principal: { ...people.facility, via: 'system' } as const };
    expect(refusedAs(await send(other))).toBe('id_reused');
  }));
