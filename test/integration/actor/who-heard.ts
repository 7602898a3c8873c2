import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import type { Sending } from '../../../schema/domain/notifications/sending.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld, type World } from './a-desk.ts';
import { anOpenFacility } from './a-facility.ts';
import { rows } from './a-risk-world.ts';
import { email } from './a-sending.ts';
import { command, done } from './a-tenant.ts';
import { withPortal } from './an-alert.ts';

export const birthDate = '1984-02-03';

/** Who has heard of something, and by what: a row of the table in people.md (Notifications). */
interface Told {
  /** under the staff's bell: what of, and who of them by what they may do */
  staff: string[];
  /** under the facility's bell */
  facility: string[];
  /** under the enrollee's bell */
  enrollee: string[];
  /** out of the product, to the enrollee */
  sent: string[];
  /** to the client's HR */
  client: string[];
}
const nobody: Told = { staff: [], facility: [], enrollee: [], sent: [], client: [] };

/** A tenant with a facility that has its portal, and an employee who has theirs, wants e-mail and agreed to be pushed to. */
export interface Scene extends World {
  self: Principal;
  memberId: string;
  facilityId: string;
  sent: Sending[];
}

async function anEmployee(world: World): Promise<string> {
  const by = world.people.system;
  const contacts = [{ name: 'H', role: 'HR', email: 'hr@dangira.example', phone: null }];
  done(await world.send(command(by, 'PutClient', { code: 'DANG', name: 'Dangira', contacts })));
  const person = {
    plan: 'FULL',
    clientCode: 'DANG',
    relation: 'principal',
    firstName: 'Halima',
    lastName: 'Sani',
    birthDate,
    sex: 'female',
    coverFrom: '2020-01-01',
    email: 'halima@people.example',
  } as const;
  const enrolled = done(await world.send(command(by, 'PutEnrollee', person)));
  return 'memberId' in enrolled ? String(enrolled.memberId) : '';
}

async function set(world: World, sent: Sending[]): Promise<Scene> {
  const { people, send } = world;
  const { facilityId } = await anOpenFacility(people);
  const profile = { name: 'Sunrise Clinic', kind: 'clinic' } as const;
  done(await send(command(people.system, 'LinkFacility', { facilityId, profile })));
  for (const accountId of ['ada', 'ben'])
    done(
      await send(
        command(people.system, 'PutStaff', {
          accountId,
          name: accountId,
          email: `${accountId}@x.example`,
          roleKey: 'claims-manager',
          state: 'ACTIVE',
        }),
      ),
    );
  done(await send(command(people.system, 'PutChannels', { email, sms: null })));
  const memberId = await anEmployee(world);
  const self = await withPortal(world, memberId);
  done(await send(command(self, 'PutNoticePreferences', { off: [], mail: ['authorizations'] })));
  const browser = { endpoint: 'https://push.example/1', p256dh: 'k', auth: 'a' };
  done(await send(command(self, 'PutPushSubscription', browser)));
  return { ...world, self, memberId, facilityId, sent };
}

async function toldIn(scene: Scene): Promise<Told> {
  const { rows: bell } = await connect(env, `facility-${scene.facilityId}`).execute(
    'select kind, audience from notices order by seq',
  );
  return {
    staff: (await rows(scene, 'select kind, audience from notices order by seq')).map(
      ({ kind, audience }) => `${kind} ${audience}`,
    ),
    facility: bell.map(({ kind, audience }) => `${kind} ${audience}`),
    enrollee: (await rows(scene, 'select topic, what from member_notices order by seq')).map(
      ({ topic, what }) => `${topic} ${what}`,
    ),
    sent: scene.sent.map(({ kind, channel }) => `${kind} ${channel}`),
    client: (await rows(scene, "select id from sendings where id like 'client-%'")).map(({ id }) =>
      String(id).slice(0, 11),
    ),
  };
}

const since = (before: Told, after: Told): Told => ({
  staff: after.staff.slice(before.staff.length),
  facility: after.facility.slice(before.facility.length),
  enrollee: after.enrollee.slice(before.enrollee.length),
  // each goes out by itself, in no order
  sent: after.sent.slice(before.sent.length).sort(),
  client: after.client.slice(before.client.length),
});

/** Something happens, after what had to come before it: who hears of it, and nobody besides. */
export function heard(
  happens: (scene: Scene, number: string) => Promise<unknown>,
  expected: Partial<Told>,
  before: (scene: Scene) => Promise<string> = async () => '',
): Promise<void> {
  const sent: Sending[] = [];
  const messenger = () => ({
    send: async (sending: Sending) => {
      sent.push(sending);
      return { outcome: 'sent', fault: null } as const;
    },
  });
  const facility = (id: string) => env.FACILITY.get(env.FACILITY.idFromName(id));
  return inWorld(
    async (world) => {
      const scene = await set(world, sent);
      const number = await before(scene);
      await scene.desk.rang();
      const already = await toldIn(scene);
      await happens(scene, number);
      await scene.desk.rang();
      await expect
        .poll(async () => since(already, await toldIn(scene)), { timeout: 10_000 })
        .toEqual({ ...nobody, ...expected });
    },
    { messenger, facility },
  );
}
