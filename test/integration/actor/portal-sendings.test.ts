import { expect, test } from 'vitest';
import type { Attempt } from '../../../durable-objects/actor/parts.ts';
import type { Sending } from '../../../schema/domain/notifications/sending.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { ngoziAde } from '../../support/ngozi-ade.ts';
import { inWorld, type World } from './a-desk.ts';
import { rows } from './a-risk-world.ts';
import { attempts, email, sms } from './a-sending.ts';
import { command, done } from './a-tenant.ts';
import { enrolled, ngozi, withPortal } from './an-alert.ts';

const today = () => new Date().toISOString().slice(0, 10);

/** A mail server that is up or down. */
function aServer() {
  const sent: Sending[] = [];
  const state: { answer: () => Promise<Attempt> } = {
    answer: async () => ({ outcome: 'sent', fault: null }),
  };
  const messenger = () => ({
    send: (sending: Sending) => {
      sent.push(sending);
      return state.answer();
    },
  });
  return { messenger, sent, state };
}

const does = async (world: World, ...sent: Parameters<typeof command>) =>
  done(await world.send(command(...sent)));
const channelsOn = (world: World, ways: { email: typeof email | null; sms: typeof sms | null }) =>
  does(world, world.people.system, 'PutChannels', ways);
const chooses = (world: World, self: Principal, mail: ('claims' | 'coverage')[], off: 'coverage'[] = []) =>
  does(world, self, 'PutNoticePreferences', { off, mail });
const suspends = (world: World, memberId = ngozi) =>
  does(world, world.people.system, 'SetEnrolleeCover', {
    memberId,
    change: 'suspend',
    from: today(),
    reason: 'Premium not paid',
  });
const addressed = (world: World) =>
  does(world, world.people.system, 'PutEnrollee', {
    memberId: ngozi,
    clientCode: 'INDV',
    relation: 'principal',
    ...ngoziAde,
    email: 'ngozi@people.example',
  });
const kept = (world: World) =>
  rows(
    world,
    "select data ->> '$.kind' as kind, data ->> '$.channel' as channel, state from sendings order by id",
  );

async function aReader(world: World, mail: ('claims' | 'coverage')[] = ['coverage']) {
  await channelsOn(world, { email, sms: null });
  await addressed(world);
  const self = await withPortal(world);
  await chooses(world, self, mail);
  return self;
}

test('who chose e-mail for a kind gets one an event, and the bell all the same', async () => {
  const { messenger, sent } = aServer();
  await inWorld(
    async (world) => {
      await aReader(world);
      await suspends(world);
      await expect.poll(() => kept(world)).toEqual([{ kind: 'notice', channel: 'email', state: 'SENT' }]);
      await world.desk.rang();
      const again = world.another();
      await again.cycle.start();
      await again.rang();
      expect(sent).toHaveLength(1);
      expect(sent[0]?.about).toMatch(/^coverage\|/);
      expect(await rows(world, 'select topic, what from member_notices')).toEqual([
        { topic: 'coverage', what: 'suspend' },
      ]);
    },
    { messenger },
  );
});

test('what is not chosen, or off, or cannot be mailed, is no e-mail', async () => {
  const { messenger, sent } = aServer();
  await inWorld(
    async (world) => {
      const self = await aReader(world, ['claims']);
      await suspends(world);
      await chooses(world, self, ['coverage'], ['coverage']);
      const change = { memberId: ngozi, change: 'reinstate', from: today(), reason: 'Paid' } as const;
      await does(world, world.people.system, 'SetEnrolleeCover', change);
      await chooses(world, self, ['coverage']);
      await channelsOn(world, { email: null, sms });
      await suspends(world);
      expect([await kept(world), sent]).toEqual([[], []]);
    },
    { messenger },
  );
});

test('a mail server that is down is tried again, under the same id, and staff are not bothered with notices', async () => {
  const { messenger, sent, state } = aServer();
  state.answer = async () => ({ outcome: 'again', fault: 'unreachable' });
  await inWorld(
    async (world) => {
      await aReader(world);
      await suspends(world);
      await expect.poll(() => attempts(world)).toBe(1);
      state.answer = async () => ({ outcome: 'sent', fault: null });
      world.later(3_000);
      await expect
        .poll(async () => {
          await world.desk.rang();
          return kept(world);
        })
        .toEqual([{ kind: 'notice', channel: 'email', state: 'SENT' }]);
      expect([sent.length, new Set(sent.map(({ id }) => id)).size]).toEqual([2, 1]);
      state.answer = async () => ({ outcome: 'refused', fault: '550' });
      const change = { memberId: ngozi, change: 'reinstate', from: today(), reason: 'Paid' } as const;
      await does(world, world.people.system, 'SetEnrolleeCover', change);
      await expect
        .poll(async () => (await kept(world)).map((each) => each.state).sort())
        .toEqual(['FAILED', 'SENT']);
      expect(await rows(world, "select kind from notices where kind like '%not-sent'")).toEqual([]);
    },
    { messenger },
  );
});

test('an e-mail that a crash cut off goes out when the actor wakes', async () => {
  const { messenger, sent, state } = aServer();
  state.answer = () => new Promise(() => undefined);
  await inWorld(
    async (world) => {
      await aReader(world);
      await suspends(world);
      await expect.poll(() => sent.length).toBe(1);
      state.answer = async () => ({ outcome: 'sent', fault: null });
      await world.another().cycle.start();
      await expect.poll(() => kept(world)).toEqual([{ kind: 'notice', channel: 'email', state: 'SENT' }]);
    },
    { messenger },
  );
});

test('a new dependant is told to the principal, once', () =>
  inWorld(async (world) => {
    await withPortal(world);
    await enrolled(world, { birthDate: '2020-01-01', principalId: ngozi });
    expect(await rows(world, 'select topic, what from member_notices')).toEqual([
      { topic: 'coverage', what: 'family' },
    ]);
  }));

const invites = (world: World, memberId: string, secretId = 'c-1') =>
  does(world, world.people.system, 'InviteEnrollee', { memberId, tokenHash: '0'.repeat(64), secretId });

test('an invitation goes by e-mail, by text message where there is none, or is handed over', async () => {
  const { messenger, sent } = aServer();
  await inWorld(
    async (world) => {
      const own = { birthDate: '1985-01-01', email: 'tobi@people.example', phone: '+2348012345678' };
      const memberId = await enrolled(world, own);
      expect(await invites(world, memberId)).toMatchObject({ sent: null });
      await channelsOn(world, { email: null, sms });
      expect(await invites(world, memberId, 'c-2')).toMatchObject({ sent: 'sms' });
      await channelsOn(world, { email, sms });
      expect(await invites(world, memberId, 'c-3')).toMatchObject({ sent: 'email' });
      await expect
        .poll(() => sent.map(({ channel, about }) => [channel, about]))
        .toEqual([
          ['sms', 'c-2'],
          ['email', 'c-3'],
        ]);
    },
    { messenger },
  );
});

test('staff hear of an invitation that nobody takes', async () => {
  const { messenger, state } = aServer();
  state.answer = async () => ({ outcome: 'refused', fault: '550' });
  await inWorld(
    async (world) => {
      await channelsOn(world, { email, sms: null });
      const memberId = await enrolled(world, { birthDate: '1985-01-01', email: 'tobi@people.example' });
      await invites(world, memberId);
      await expect
        .poll(() => rows(world, "select subject, audience from notices where kind = 'invitation-not-sent'"))
        .toEqual([{ subject: memberId, audience: 'enrollee.update' }]);
    },
    { messenger },
  );
});
