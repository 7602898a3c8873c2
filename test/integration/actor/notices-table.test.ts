import { expect, test } from 'vitest';
import type { Permission } from '../../../schema/domain/permissions.ts';
import { seededRoles } from '../../../schema/domain/roles.ts';
import { filedRequest, granting, recommendedFor } from './a-request.ts';
import { command, done } from './a-tenant.ts';
import { answers, emergency } from './an-alert.ts';
import { birthDate, heard, type Scene } from './who-heard.ts';

const minute = 60_000;

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
