import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Sending } from '../../../schema/domain/notifications/sending.ts';
import type { Permission, Principal } from '../../../schema/domain/permissions.ts';
import { seededRoles } from '../../../schema/domain/roles.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld, type World } from './a-desk.ts';
import { anOpenFacility } from './a-facility.ts';
import { filedRequest, granting, recommendedFor } from './a-request.ts';
import { rows } from './a-risk-world.ts';
import { command, done } from './a-tenant.ts';
import { answers, emergency, withPortal } from './an-alert.ts';

const minute = 60_000;
const birthDate = '1984-02-03';

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
interface Scene extends World {
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
  const mail = { host: 'smtp.x.example', port: 465, security: 'tls', user: null, secret: null } as const;
  const channels = { email: { ...mail, from: 'care@tst.example' }, sms: null };
  done(await send(command(people.system, 'PutChannels', channels)));
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
function heard(
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

const asked = ({ memberId, ...scene }: Scene) => filedRequest(scene, { memberId, birthDate });
const granted = async (scene: Scene, number: string) => done(await scene.send(await granting(scene, number)));
const rejected = async ({ send, people }: Scene, number: string) => {
  const verdict = { verdict: 'reject' as const, version: 1, reasons: ['50'], sentence: 'No.' };
  done(await send(command(people.staff, 'DecideAuthorization', { ...verdict, number })));
};
const appealed = async ({ send, people }: Scene, number: string) =>
  done(await send(command(people.facility, 'AppealAuthorization', { number, text: 'It was tried.' })));
const rejectedFirst = async (scene: Scene) => {
  const number = await asked(scene);
  await rejected(scene, number);
  return number;
};
const appealedFirst = async (scene: Scene) => {
  const number = await rejectedFirst(scene);
  await appealed(scene, number);
  return number;
};

const facilitys = (kind: string) => [`authorization-${kind} facility.authorization.view`];
const mailed = ['notice email'];

test('a request that is submitted: who may decide', () =>
  heard(asked, { staff: ['authorization-requested authorization.decide'] }));

test('approved: who may decide, the facility, the enrollee', () =>
  heard(
    granted,
    {
      staff: ['authorization-decided authorization.decide'],
      facility: facilitys('approved'),
      enrollee: ['authorizations APPROVED'],
      sent: mailed,
    },
    asked,
  ));

test('rejected: the same', () =>
  heard(
    rejected,
    {
      staff: ['authorization-decided authorization.decide'],
      facility: facilitys('rejected'),
      enrollee: ['authorizations REJECTED'],
      sent: mailed,
    },
    asked,
  ));

test('appealed: who may decide appeals', () =>
  heard(appealed, { staff: ['authorization-appealed authorization.appeal_decide'] }, rejectedFirst));

test('an appeal that is upheld: who may decide appeals, and the facility; nothing has become different for the enrollee', () =>
  heard(
    async ({ send, people }, number) => {
      const verdict = { verdict: 'uphold' as const, version: 3, reasons: ['193'], sentence: 'No.' };
      done(await send(command(people.other, 'DecideAppeal', { ...verdict, number })));
    },
    {
      staff: ['authorization-appeal-decided authorization.appeal_decide'],
      facility: facilitys('upheld'),
    },
    appealedFirst,
  ));

const overturned = async (scene: Scene, number: string) => {
  const recommendation = await recommendedFor(scene, number);
  const verdict = { verdict: 'overturn' as const, version: 3, recommendation };
  const lines = [{ line: 2, approvedQuantity: 1, approved: 150_000, reasons: ['50'] }];
  const said = { lines, reasons: ['193'], sentence: 'You are right.' };
  const input = { ...verdict, ...said, number };
  done(await scene.send(command(scene.people.other, 'DecideAppeal', input)));
};

test.each([
  ['a rejection', appealedFirst],
  [
    'a reduction',
    async (scene: Scene) => {
      const number = await asked(scene);
      const lines = [{ line: 2, approvedQuantity: 0, approved: 0, reasons: ['50'] }];
      done(await scene.send(await granting(scene, number, { lines, sentence: 'One will do.' })));
      await appealed(scene, number);
      return number;
    },
  ],
])('an appeal of %s that is overturned: the enrollee too', (_, before) =>
  heard(
    overturned,
    {
      staff: ['authorization-appeal-decided authorization.appeal_decide'],
      facility: facilitys('overturned'),
      enrollee: ['authorizations PARTIALLY_APPROVED'],
      sent: mailed,
    },
    before,
  ),
);

test('a clock at its last quarter: who may decide; at its end: who gives out work', async () => {
  const soon = async ({ later }: Scene) => later(3 * 60 * minute + minute);
  await heard(soon, { staff: ['authorization-due-soon authorization.decide'] }, asked);
  await heard(
    async ({ later }) => later(61 * minute),
    { staff: ['authorization-late claim.reassign'] },
    async (scene) => {
      const number = await asked(scene);
      await soon(scene);
      return number;
    },
  );
});

test('where the scheme lets it, the facility hears that it may proceed', () =>
  heard(
    async ({ later }) => later(90 * minute),
    { staff: ['authorization-late claim.reassign'], facility: facilitys('may-proceed') },
    async (scene) => {
      const plan = { code: 'FULL', name: 'Full', scheme: 'nhia' } as const;
      done(await scene.send(command(scene.people.system, 'ChangePlan', plan)));
      return asked(scene);
    },
  ));

test('an emergency: who may decide, and the enrollee at once, on every screen, by push and by e-mail', () =>
  heard((scene) => emergency(scene, { memberId: scene.memberId, birthDate }), {
    staff: ['authorization-requested authorization.decide'],
    enrollee: ['alerts asked'],
    sent: ['alert email', 'alert push'],
  }));

test('Not me: who looks at risk, and the client of the month; never the facility', () =>
  heard(
    async (scene, number) => done(await answers(scene, scene.self, number, 'NOT_ME')),
    { staff: ['not-me risk.view'], client: ['client-DANG'] },
    (scene) => emergency(scene, { memberId: scene.memberId, birthDate }),
  ));

test('Yes, it is mine: nobody', () =>
  heard(
    async (scene, number) => done(await answers(scene, scene.self, number, 'YES')),
    {},
    (scene) => emergency(scene, { memberId: scene.memberId, birthDate }),
  ));

const checkedIn = async ({ people, send, memberId }: Scene) => {
  const clerk = { ...people.facility, permissions: ['facility.checkin.create'] as const };
  const visit = done(await send(command(clerk, 'CheckIn', { memberId, birthDate })));
  return 'number' in visit ? String(visit.number) : '';
};

test('a check-in: the enrollee; denied, who looks at risk and the client', async () => {
  await heard(checkedIn, { enrollee: ['check-ins CHECKED_IN'] });
  await heard(
    async ({ send, self }, number) => done(await send(command(self, 'AnswerVisit', { number, mine: false }))),
    { staff: ['visit-denied risk.view'], client: ['client-DANG'] },
    checkedIn,
  );
});

/** Whom the table means by what they may do. */
test.each<[Permission, string[]]>([
  ['authorization.decide', ['admin', 'claims-manager', 'adjudicator']],
  ['authorization.appeal_decide', ['admin', 'claims-manager']],
  ['claim.reassign', ['admin', 'claims-manager']],
])('who has %s: %j', (permission, roles) => {
  const having = seededRoles.tenant.filter(({ permissions }) => permissions.includes(permission));
  expect(having.map(({ key }) => key)).toEqual(roles);
});
