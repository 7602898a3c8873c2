import { expect, test } from 'vitest';
import type { Attempt } from '../../../durable-objects/actor/parts.ts';
import type { Sending } from '../../../schema/domain/notifications/sending.ts';
import { inWorld, type World } from './a-desk.ts';
import { rows } from './a-risk-world.ts';
import { attempts, email, sms } from './a-sending.ts';
import { command, done, refusedAs } from './a-tenant.ts';
import { emergency, enrolled, requestAt, withPortal } from './an-alert.ts';

/** A messenger that answers as it is told, by channel. */
function aMessenger() {
  const sent: Sending[] = [];
  const answers = new Map<string, Attempt | (() => Promise<Attempt>)>();
  const messenger = () => ({
    send: async (sending: Sending): Promise<Attempt> => {
      sent.push(sending);
      const answer = answers.get(sending.endpoint ?? sending.channel) ?? { outcome: 'sent', fault: null };
      return typeof answer === 'function' ? answer() : answer;
    },
  });
  return { messenger, sent, answers };
}

const channelsOn = async (world: World) =>
  done(await world.send(command(world.people.system, 'PutChannels', { email, sms })));
const states = (world: World) =>
  rows(world, "select data ->> '$.channel' as channel, state from sendings order by channel, id");
const endpointOf = (n: number) => `https://push.example/${n}`;

test('by push to every browser that agreed, and by mail; the same messages are not sent again', async () => {
  const { messenger, sent } = aMessenger();
  await inWorld(
    async (world) => {
      const self = await withPortal(world);
      await channelsOn(world);
      for (const n of [1, 2])
        done(
          await world.send(
            command(self, 'PutPushSubscription', { endpoint: endpointOf(n), p256dh: 'k', auth: 'a' }),
          ),
        );
      const number = await emergency(world);
      expect((await requestAt(world, number)).alert?.channels).toEqual(['screen', 'push']);
      await expect
        .poll(() => states(world))
        .toEqual([
          { channel: 'push', state: 'SENT' },
          { channel: 'push', state: 'SENT' },
        ]);
      await world.desk.rang();
      expect(sent.map(({ endpoint, about }) => [endpoint, about]).sort()).toEqual([
        [endpointOf(1), number],
        [endpointOf(2), number],
      ]);
    },
    { messenger },
  );
});

test('a browser that is gone is forgotten, and one that does not answer holds up nobody', async () => {
  const { messenger, answers } = aMessenger();
  await inWorld(
    async (world) => {
      const self = await withPortal(world);
      for (const n of [1, 2, 3])
        done(
          await world.send(
            command(self, 'PutPushSubscription', { endpoint: endpointOf(n), p256dh: 'k', auth: 'a' }),
          ),
        );
      let answer: (attempt: Attempt) => void = () => undefined;
      const slow = new Promise<Attempt>((resolve) => {
        answer = resolve;
      });
      answers.set(endpointOf(1), () => slow);
      answers.set(endpointOf(2), { outcome: 'gone', fault: '410' });
      await emergency(world);
      await expect
        .poll(async () => (await states(world)).map(({ state }) => state).sort())
        .toEqual(['FAILED', 'SENT', 'WAITING']);
      await emergency(world);
      const [person] = await rows(
        world,
        "select json_array_length(data, '$.browsers') as n from push_subscriptions",
      );
      expect(person).toEqual({ n: 2 });
      answer({ outcome: 'sent', fault: null });
      await expect
        .poll(async () => (await states(world)).filter(({ state }) => state === 'WAITING'))
        .toEqual([]);
    },
    { messenger },
  );
});

test('a mail server that is down is tried again with growing pauses, and given up after a day, which staff are told', async () => {
  const { messenger, sent, answers } = aMessenger();
  await inWorld(
    async (world) => {
      await channelsOn(world);
      const birthDate = '1985-01-01';
      const memberId = await enrolled(world, { birthDate, email: 'tobi@people.example' });
      answers.set('email', { outcome: 'again', fault: 'unreachable' });
      const number = await emergency(world, { memberId, birthDate });
      expect((await requestAt(world, number)).alert?.channels).toEqual(['email']);
      await expect.poll(() => sent.length).toBe(1);
      await expect.poll(() => attempts(world)).toBe(1);
      await world.desk.rang();
      expect(sent).toHaveLength(1);
      world.later(3_000);
      await expect
        .poll(async () => {
          await world.desk.rang();
          return sent.length;
        })
        .toBe(2);
      await expect.poll(() => attempts(world)).toBe(2);
      expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
      world.later(86_400_000);
      await expect
        .poll(async () => {
          await world.desk.rang();
          return states(world);
        })
        .toEqual([{ channel: 'email', state: 'FAILED' }]);
      expect(await rows(world, "select audience, subject from notices where kind = 'not-sent'")).toEqual([
        { audience: 'settings.view', subject: number },
      ]);
    },
    { messenger },
  );
});

test('what was not sent before a crash is sent when the actor wakes', async () => {
  const { messenger, sent, answers } = aMessenger();
  await inWorld(
    async (world) => {
      await channelsOn(world);
      const birthDate = '1985-01-01';
      const memberId = await enrolled(world, { birthDate, phone: '+2348012345678' });
      answers.set('sms', () => new Promise(() => undefined));
      await emergency(world, { memberId, birthDate });
      await expect.poll(() => sent.length).toBe(1);
      answers.delete('sms');
      const again = world.another();
      await again.cycle.start();
      await expect.poll(() => states(world)).toEqual([{ channel: 'sms', state: 'SENT' }]);
    },
    { messenger },
  );
});

test('only the enrollee says which of their browsers are told', () =>
  inWorld(async (world) => {
    const self = await withPortal(world);
    const input = { endpoint: endpointOf(1), p256dh: 'k', auth: 'a' };
    expect(refusedAs(await world.send(command(world.people.facility, 'PutPushSubscription', input)))).toBe(
      'forbidden',
    );
    expect(done(await world.send(command(self, 'PutPushSubscription', input)))).toEqual({ browsers: 1 });
    expect(done(await world.send(command(self, 'RemovePushSubscription', input)))).toEqual({ browsers: 0 });
  }));
