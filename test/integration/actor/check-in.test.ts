import { expect, test } from 'vitest';
import type { Answer, Envelope, TenantCommand } from '../../../schema/commands.ts';
import { slotAt } from '../../../schema/domain/members/card-code.ts';
import { portalIdOf } from '../../../schema/domain/members/portal-id.ts';
import { enrolleePermissions, type Principal } from '../../../schema/domain/permissions.ts';
import type { CheckIn } from '../../../schema/forms/visits.ts';
import { inWorld } from './a-desk.ts';
import { command, done, refusedAs } from './a-tenant.ts';

const memberId = 'TST-INDV-00001-P';
const birthDate = '1990-05-17';
const publicKey = 'x'.repeat(87);
const device = 'device-01';

/** A tenant with one member, who has a portal; and a desk that may check people in. */
const atDesk = (
  what: (world: {
    send: (envelope: Envelope<TenantCommand>) => Promise<Answer<object>>;
    checkIn: (input: CheckIn) => Promise<{ number: string; again: boolean }>;
    later: (ms: number) => void;
    clerk: Principal;
    self: Principal;
    now: () => number;
  }) => Promise<void>,
) =>
  inWorld(async ({ people, send, later, now }) => {
    const account = { memberId, accountId: 'own', email: 'own@people.example', state: 'ACTIVE' } as const;
    const put = done(await send(command(people.system, 'PutPortalAccount', account)));
    const enrolleeId = 'enrolleeId' in put ? put.enrolleeId : '';
    const self: Principal = {
      id: 'own',
      name: 'Ngozi Ade',
      via: 'session',
      organisation: { kind: 'enrollee', id: portalIdOf({ tenantId: people.id, enrolleeId }) },
      permissions: enrolleePermissions,
    };
    const clerk = { ...people.facility, permissions: ['facility.checkin.create'] as const };
    const checkIn = async (input: CheckIn) => {
      const outcome = done(await send(command(clerk, 'CheckIn', input)));
      if (!('again' in outcome)) throw new Error('nobody was checked in');
      return outcome;
    };
    await what({ send, checkIn, later, clerk, self, now });
  });

test('whoever is checked in by member id and birth date has a visit; twice within hours it is the same', () =>
  atDesk(async ({ checkIn, later }) => {
    const first = await checkIn({ memberId, birthDate });
    expect(first).toEqual({ number: 'VIS-26-000001', again: false });
    later(3_600_000);
    expect(await checkIn({ memberId, birthDate })).toEqual({
      number: 'VIS-26-000001',
      again: true,
    });
    later(6 * 3_600_000);
    expect(await checkIn({ memberId, birthDate })).toMatchObject({
      again: false,
    });
  }));

test('a wrong birth date checks nobody in, nor does a facility without the permission', () =>
  atDesk(async ({ send, clerk }) => {
    const wrong = { memberId, birthDate: '1991-05-17' };
    expect(refusedAs(await send(command(clerk, 'CheckIn', wrong)))).toBe('invalid');
    const without = { ...clerk, permissions: ['facility.claim.view'] as const };
    expect(refusedAs(await send(command(without, 'CheckIn', { memberId, birthDate })))).toBe('forbidden');
  }));

test("a card's code checks in once, while it is of now, and from a device that shows the card", () =>
  atDesk(async ({ send, checkIn, clerk, self, later, now }) => {
    const slot = slotAt(now());
    const card = (own: { device?: string; slot?: number } = {}) => ({
      memberId,
      card: { device, slot, ...own },
    });
    expect(refusedAs(await send(command(clerk, 'CheckIn', card())))).toBe('invalid');
    done(await send(command(self, 'PutCardDevice', { deviceId: device, publicKey })));
    expect(await checkIn(card())).toMatchObject({ again: false });
    const used = await send(command(clerk, 'CheckIn', card()));
    expect(used).toMatchObject({ code: 'invalid', message: expect.stringContaining('used already') });
    later(3_600_000);
    const old = await send(command(clerk, 'CheckIn', card({ slot: slot + 1 })));
    expect(old).toMatchObject({ code: 'invalid', message: expect.stringContaining('too old') });
    expect(await checkIn(card({ slot: slot + 120 }))).toMatchObject({
      again: true,
    });
  }));

test('the enrollee says that it was not them: once, from wherever; nobody else can', () =>
  atDesk(async ({ send, checkIn, clerk, self }) => {
    const { number } = await checkIn({ memberId, birthDate });
    const not = { number, mine: false };
    const [one, other] = await Promise.all([
      send(command(self, 'AnswerVisit', not)),
      send(command(self, 'AnswerVisit', not)),
    ]);
    expect(done(one)).toEqual({ number, state: 'DENIED' });
    expect(done(other)).toEqual({ number, state: 'DENIED' });
    expect(done(await send(command(self, 'AnswerVisit', { number, mine: true })))).toEqual({
      number,
      state: 'DENIED',
    });
    const stranger = { ...self, id: 'somebody' };
    expect(refusedAs(await send(command(stranger, 'AnswerVisit', not)))).toBe('not_found');
    expect(refusedAs(await send(command(clerk, 'AnswerVisit', not)))).toBe('forbidden');
  }));
