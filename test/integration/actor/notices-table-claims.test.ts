import { test } from 'vitest';
import { command, done } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';
import { birthDate, heard, type Scene } from './who-heard.ts';

const submitted = async ({ people, send, memberId }: Scene) => {
  const claim = done(await send(command(people.facility, 'SubmitClaim', claimForm({ memberId, birthDate }))));
  return 'number' in claim ? String(claim.number) : '';
};
const taken = async ({ people, send }: Scene, number: string) =>
  done(await send(command(people.staff, 'TakeClaim', { number })));
const queried = async ({ people, send }: Scene, number: string) =>
  done(await send(command(people.staff, 'QueryClaim', { number, version: 2, question: 'Why?' })));

const takenFirst = async (scene: Scene) => {
  const number = await submitted(scene);
  await taken(scene, number);
  return number;
};
const queriedFirst = async (scene: Scene) => {
  const number = await takenFirst(scene);
  await queried(scene, number);
  return number;
};
const facilitys = (kind: string) => [`${kind} facility.claim.view`];

test('a claim that is submitted, and received by itself: staff, the facility, the enrollee', () =>
  heard(submitted, {
    staff: ['submitted claim.view'],
    facility: facilitys('received'),
    enrollee: ['claims SUBMITTED'],
  }));

test('queried: the facility and the enrollee', () =>
  heard(queried, { facility: facilitys('queried'), enrollee: ['claims QUERIED'] }, takenFirst));

test('resubmitted: staff', () =>
  heard(
    async ({ people, send }, number) =>
      done(await send(command(people.facility, 'AnswerQuery', { number, answer: 'So.' }))),
    { staff: ['resubmitted claim.view'] },
    queriedFirst,
  ));

test('approved: the facility and the enrollee', () =>
  heard(
    async ({ send, approval }, number) => done(await send(await approval(number))),
    { facility: facilitys('approved'), enrollee: ['claims APPROVED'] },
    takenFirst,
  ));

test('rejected: the facility and the enrollee', () =>
  heard(
    async ({ people, send }, number) => {
      const input = { number, version: 2, reasons: ['50'], sentence: 'Not shown to be needed.' };
      done(await send(command(people.staff, 'RejectClaim', input)));
    },
    { facility: facilitys('rejected'), enrollee: ['claims REJECTED'] },
    takenFirst,
  ));

test('cover that is suspended: the enrollee', () =>
  heard(
    async ({ people, send, memberId, now }) => {
      const from = new Date(now()).toISOString().slice(0, 10);
      const input = { memberId, change: 'suspend', from, reason: 'Premium not paid' } as const;
      done(await send(command(people.system, 'SetEnrolleeCover', input)));
    },
    { enrollee: ['coverage suspend'] },
  ));
