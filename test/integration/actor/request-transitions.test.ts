import { expect, test } from 'vitest';
import type { TenantCommand } from '../../../schema/commands.ts';
import type { AuthorizationState } from '../../../schema/domain/authorizations/authorization.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { inWorld, type World } from './a-desk.ts';
import { filedRequest, grantedRequest, granting, recommendedFor, requestOf } from './a-request.ts';
import { command, done } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

const cons = { service: 'CONS', quantity: 1, unitPrice: 500_000 };

async function hire({ send, people }: World): Promise<Principal> {
  const roleKey = 'claims-manager';
  for (const [accountId, name] of [
    ['ada', 'Ada Obi'],
    ['meg', 'Meg Udo'],
  ] as const) {
    const person = { accountId, name, email: `${accountId}@x.example`, roleKey, state: 'ACTIVE' as const };
    done(await send(command(people.system, 'PutStaff', person)));
  }
  return { ...people.staff, id: 'meg', name: 'Meg Udo' };
}

/** A request in each state, by the way that leads there. */
const ways: Readonly<Record<AuthorizationState, (world: World) => Promise<string>>> = {
  REQUESTED: (world) => filedRequest(world),
  QUERIED: async (world) => {
    const number = await filedRequest(world);
    const { send, people } = world;
    done(await send(command(people.staff, 'QueryAuthorization', { number, version: 1, question: 'Why?' })));
    return number;
  },
  APPROVED: async (world) => (await grantedRequest(world)).number,
  PARTIALLY_APPROVED: async (world) => {
    const number = await filedRequest(world);
    const lines = [{ line: 2, approvedQuantity: 1, approved: 150_000, reasons: ['151'] }];
    done(await world.send(await granting(world, number, { lines })));
    return number;
  },
  REJECTED: async (world) => {
    const number = await filedRequest(world);
    const no = { verdict: 'reject' as const, number, version: 1, reasons: ['50'], sentence: 'No.' };
    done(await world.send(command(world.people.staff, 'DecideAuthorization', no)));
    return number;
  },
  CANCELLED: async (world) => {
    const { number } = await grantedRequest(world);
    done(await world.send(command(world.people.facility, 'CancelAuthorization', { number })));
    return number;
  },
  USED: async (world) => {
    const serviceDate = new Date().toISOString().slice(0, 10);
    const { number, code } = await grantedRequest(world, { serviceDate, lines: [cons] });
    const startedAt = new Date(Date.now() - 60_000).toISOString();
    const lines = [{ ...cons, authorization: code }];
    const form = claimForm({ startedAt, lines, total: cons.unitPrice });
    const filed = done(await world.send(command(world.people.facility, 'SubmitClaim', form)));
    const claim = 'number' in filed ? filed.number : '';
    done(await world.send(command(world.people.staff, 'TakeClaim', { number: claim })));
    done(await world.send(await world.approval(claim)));
    return number;
  },
  EXPIRED: async (world) => {
    const { number } = await grantedRequest(world);
    const { expiresAt } = await requestOf(world, number);
    world.later((expiresAt ?? 0) - world.now() + 1_000);
    await world.desk.rang();
    return number;
  },
};

const today = () => new Date().toISOString().slice(0, 10);

/** Every command that moves a request, by whoever may, as it would be sent by somebody who saw it as it is. */
function moves(world: World, meg: Principal, number: string, version: number, recommendation: string) {
  const { staff, facility } = world.people;
  const no = { number, version, reasons: ['50'], sentence: 'No.' };
  const by = <T extends TenantCommand['type']>(
    who: Principal,
    type: T,
    input: Extract<TenantCommand, { type: T }>['input'],
  ) => command(who, type, input);
  return {
    query: by(staff, 'QueryAuthorization', { number, version, question: 'Why?' }),
    answer: by(facility, 'AnswerAuthorization', { number, answer: 'So.' }),
    approve: by(staff, 'DecideAuthorization', { verdict: 'grant', number, version, recommendation }),
    reject: by(staff, 'DecideAuthorization', { verdict: 'reject', ...no }),
    cancel: by(facility, 'CancelAuthorization', { number }),
    'cancel by staff': by(staff, 'CancelAuthorization', { number, reason: 'Their wish.' }),
    extend: by(staff, 'ExtendAuthorization', { number, version, validTo: '2027-06-01' }),
    discharge: by(facility, 'DischargeAuthorization', { number, version, dischargedOn: today() }),
    appeal: by(facility, 'AppealAuthorization', { number, text: 'It was needed.' }),
    uphold: by(meg, 'DecideAppeal', { verdict: 'uphold', ...no }),
    overturn: by(meg, 'DecideAppeal', { verdict: 'overturn', recommendation, ...no }),
    confirm: by(meg, 'ConfirmAuthorizationProposal', { number, version }),
    decline: by(meg, 'DeclineAuthorizationProposal', { number, version, sentence: 'No.' }),
  };
}
type Move = keyof ReturnType<typeof moves>;

/** What leads on from a request of no admission, without an appeal or a proposal. */
const leadsOn: Readonly<Record<AuthorizationState, readonly Move[]>> = {
  REQUESTED: ['query', 'approve', 'reject', 'cancel', 'cancel by staff'],
  QUERIED: ['answer', 'approve', 'reject', 'cancel', 'cancel by staff'],
  APPROVED: ['cancel', 'cancel by staff', 'extend'],
  PARTIALLY_APPROVED: ['cancel', 'cancel by staff', 'extend', 'appeal'],
  REJECTED: ['appeal'],
  CANCELLED: [],
  USED: [],
  EXPIRED: ['extend'],
};
const states = Object.keys(leadsOn) as AuthorizationState[];

test.each(states)(
  'of what is %s nothing is done but what leads on from there, and no clock undoes it',
  (state) =>
    inWorld(async (world) => {
      const meg = await hire(world);
      const number = await ways[state](world);
      const before = await requestOf(world, number);
      expect(before.state).toBe(state);
      const sent = moves(world, meg, number, before.version, await recommendedFor(world, number));
      const entries = (await world.journal()).length;
      for (const [move, envelope] of Object.entries(sent))
        if (!leadsOn[state].some((each) => each === move)) {
          const answer = await world.send(envelope);
          expect([move, answer.refused === true && answer.code]).toEqual([move, 'wrong_state']);
        }
      await world.send(command(world.people.system, 'AdvanceAuthorization', { number }));
      expect(await requestOf(world, number)).toEqual(before);
      expect((await world.journal()).length - entries).toBeLessThanOrEqual(1);
      expect(await world.findings()).toEqual([]);
    }),
);

const allowed = states.flatMap((state) => leadsOn[state].map((move) => [state, move] as const));
const leadsTo: Readonly<Partial<Record<Move, readonly AuthorizationState[]>>> = {
  query: ['QUERIED'],
  answer: ['REQUESTED'],
  approve: ['APPROVED'],
  reject: ['REJECTED'],
  cancel: ['CANCELLED'],
  'cancel by staff': ['CANCELLED'],
};

test.each(allowed)('what is %s: %s leads on', (state, move) =>
  inWorld(async (world) => {
    const meg = await hire(world);
    const number = await ways[state](world);
    const { version } = await requestOf(world, number);
    const sent = moves(world, meg, number, version, await recommendedFor(world, number));
    const outcome = done(await world.send(sent[move]));
    const after = await requestOf(world, number);
    expect(outcome).toMatchObject({ number, state: after.state });
    expect([leadsTo[move] ?? [state, 'APPROVED']].flat()).toContain(after.state);
    expect(await world.findings()).toEqual([]);
  }),
);
