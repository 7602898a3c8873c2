import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Attempt } from '../../../durable-objects/actor/parts.ts';
import { dateIn, day_ms } from '../../../schema/domain/dates.ts';
import { clientToldAt } from '../../../schema/domain/members/client-news.ts';
import type { Sending } from '../../../schema/domain/notifications/sending.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { capturedMails } from '../../../worker/notifications/captured-mail.ts';
import { messengerOf } from '../../../worker/notifications/messenger.ts';
import { inWorld, type World } from './a-desk.ts';
import { rows } from './a-risk-world.ts';
import { email } from './a-sending.ts';
import { command, done } from './a-tenant.ts';
import { answers, emergency, enrolled, withPortal } from './an-alert.ts';

const lagos = 'Africa/Lagos';
const birthDate = '1984-02-03';
const contact = (role: string, address: string) => ({ name: 'C', role, email: address, phone: null });

/** Somebody who is covered through a company, with a portal of their own. */
interface Employee {
  self: Principal;
  memberId: string;
}
async function anEmployee(world: World, hr: string): Promise<Employee> {
  const sys = world.people.system;
  const contacts = [contact('Finance', 'money@dangira.example'), contact('HR', hr)];
  done(await world.send(command(sys, 'PutClient', { code: 'DANG', name: 'Dangira', contacts })));
  done(await world.send(command(sys, 'PutChannels', { email, sms: null })));
  const memberId = await enrolled(world, { birthDate, clientCode: 'DANG', firstName: 'Halima' });
  return { self: await withPortal(world, memberId), memberId };
}

/** Reports an emergency in somebody's name as not theirs. */
async function deniesRequest(world: World, { self, memberId }: Employee) {
  const number = await emergency(world, { memberId, birthDate });
  done(await answers(world, self, number, 'NOT_ME', { reason: 'I am in Kano.' }));
  return number;
}
/** The same of a check-in. */
async function deniesVisit(world: World, { self, memberId }: Employee) {
  const clerk = { ...world.people.facility, permissions: ['facility.checkin.create'] as const };
  const visit = done(await world.send(command(clerk, 'CheckIn', { memberId, birthDate })));
  const number = 'number' in visit ? String(visit.number) : '';
  done(await world.send(command(self, 'AnswerVisit', { number, mine: false })));
}
const kept = (world: World) =>
  rows(
    world,
    "select data ->> '$.to' as client, data ->> '$.about' as about, state from sendings where id like 'client-%' order by id",
  );
const monthOf = (world: World) => dateIn(lagos, world.now()).slice(0, 7);

test('a client hears once, when the month is over, how many visits of it were reported: no name, place or day', async () => {
  const hr = `hr-${crypto.randomUUID()}@dangira.example`;
  const mails = async () => (await capturedMails(env)).filter(({ to }) => to === hr);
  await inWorld(
    async (world) => {
      const employee = await anEmployee(world, hr);
      const month = monthOf(world);
      const number = await deniesRequest(world, employee);
      done(await answers(world, employee.self, number, 'NOT_ME'));
      await deniesVisit(world, employee);
      expect(await kept(world)).toEqual([{ client: 'DANG', about: `${month}:2`, state: 'WAITING' }]);
      expect(world.desk.works.nextAt()).toBeLessThanOrEqual(clientToldAt(lagos, world.now()));
      world.later(clientToldAt(lagos, world.now()) - world.now() - 60_000);
      await world.desk.rang();
      expect(await mails()).toEqual([]);
      world.later(120_000);
      // whoever wakes then
      const woken = world.another();
      await woken.cycle.start();
      await woken.rang();
      await expect.poll(() => kept(world)).toEqual([{ client: 'DANG', about: `${month}:2`, state: 'SENT' }]);
      await woken.rang();
      const sent = await mails();
      expect(sent).toHaveLength(1);
      const said = `${sent[0]?.subject} ${sent[0]?.text}`;
      expect(said).toMatch(/^2 visits of/);
      for (const told of ['Halima', employee.memberId, number, 'Kano', 'Clinic', 'B50'])
        expect(said).not.toContain(told);
    },
    { messenger: messengerOf(env) },
  );
});

test('one more of a month that was told is told of by itself', async () => {
  const sent: Sending[] = [];
  const messenger = () => ({
    send: async (sending: Sending): Promise<Attempt> => {
      sent.push(sending);
      return { outcome: 'sent', fault: null };
    },
  });
  await inWorld(
    async (world) => {
      const employee = await anEmployee(world, 'hr@dangira.example');
      const month = monthOf(world);
      await deniesRequest(world, employee);
      const late = await emergency(world, { memberId: employee.memberId, birthDate });
      world.later(40 * day_ms);
      await world.desk.rang();
      await expect.poll(() => kept(world)).toMatchObject([{ about: `${month}:1`, state: 'SENT' }]);
      done(await answers(world, employee.self, late, 'NOT_ME'));
      expect(await kept(world)).toMatchObject([
        { about: `${month}:1`, state: 'SENT' },
        { about: `${month}:1`, state: 'WAITING' },
      ]);
      world.later(40 * day_ms);
      await world.desk.rang();
      await expect.poll(() => kept(world)).toMatchObject([{ state: 'SENT' }, { state: 'SENT' }]);
      expect(sent.filter(({ kind }) => kind === 'client')).toHaveLength(2);
      expect(await world.findings()).toEqual([]);
    },
    { messenger },
  );
});

test('a client that has no address, or no e-mail to be sent, is for the staff to call', () =>
  inWorld(
    async (world) => {
      const employee = await anEmployee(world, 'hr@dangira.example');
      const change = { code: 'DANG', name: 'Dangira', contacts: [] };
      done(await world.send(command(world.people.system, 'PutClient', change)));
      await deniesRequest(world, employee);
      world.later(40 * day_ms);
      await world.desk.rang();
      await expect.poll(() => kept(world)).toMatchObject([{ client: 'DANG', state: 'FAILED' }]);
      expect(
        await rows(world, "select audience, subject, data from notices where kind = 'client-not-told'"),
      ).toEqual([{ audience: 'client.update', subject: 'DANG', data: '{"channel":"email"}' }]);
    },
    { messenger: messengerOf(env) },
  ));

test('who has no employer has nobody who is told', () =>
  inWorld(async (world) => {
    const self = await withPortal(world);
    const number = await emergency(world);
    done(await answers(world, self, number, 'NOT_ME'));
    expect(await kept(world)).toEqual([]);
  }));
