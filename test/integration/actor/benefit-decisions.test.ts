import { expect, test } from 'vitest';
import { fullCover } from '../../support/full-cover.ts';
import { inWorld, type World } from './a-desk.ts';
import { aFamily, all, person, tell } from './a-family.ts';
import { command, done } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

/** Everything but laboratory tests; the first ₦5,000 of a plan year are the enrollee's. */
const deductible = {
  ...fullCover,
  code: 'FIRST',
  rules: {
    ...fullCover.rules,
    benefits: [{ ...all, groups: all.groups.filter((group) => group !== 'laboratory'), deductible: 500_000 }],
  },
};

/** A claim of two services in review, of somebody under that plan; the person who decides may override. */
async function twoServices({ send, people }: World, second: string) {
  done(await send(command(people.system, 'PutPlanVersion', deductible)));
  done(await send(command(people.system, 'PutEnrollee', person('dede', { plan: 'FIRST' }))));
  const manager = { accountId: 'ada', name: 'Ada Obi', email: 'ada@x.example', roleKey: 'claims-manager' };
  done(await send(command(people.system, 'PutStaff', { ...manager, state: 'ACTIVE' })));
  const service = { externalId: 'PROC', name: 'Dressing', group: 'procedure', unit: 'each' as const };
  done(await send(command(people.system, 'PutService', { ...service, active: true })));
  const lines = ['CONS', second].map((code) => ({ service: code, quantity: 1, unitPrice: 1_000_000 }));
  const { memberId: _, ...form } = claimForm({ lines, total: 2_000_000 });
  const input = { ...form, enrolleeExternalId: 'dede' };
  const filedAs = done(await send(command(people.facility, 'SubmitClaim', input)));
  const number = 'number' in filedAs ? filedAs.number : '';
  done(await send(command(people.staff, 'TakeClaim', { number })));
  return number;
}

const linesOf = (world: World) =>
  tell(
    world,
    `select value->>'approved' approved, coalesce(value->>'enrolleeShare', 0) enrollee, coalesce(value->>'facilityShare', 0) facility
      from claims, json_each(body, '$.lines')`,
  );

test('a line refused by a person takes no deductible: the next one bears it, and the ledger says so', async () => {
  await inWorld(async (world) => {
    const number = await twoServices(world, 'PROC');
    const { command: asSeen } = await world.approval(number);
    const lines = [{ line: 1, approvedQuantity: 0, approved: 0, reasons: ['50'] }];
    const approval = { ...asSeen.input, lines };
    done(await world.send(command(world.people.staff, 'ApproveClaim', approval)));
    expect(await linesOf(world)).toEqual([
      { approved: 0, enrollee: 0, facility: 1_000_000 },
      { approved: 500_000, enrollee: 500_000, facility: 0 },
    ]);
    expect(await tell(world, 'select amount, deductible, line from ledger')).toEqual([
      { amount: 500_000, deductible: 500_000, line: 2 },
    ]);
    expect(await world.findings()).toEqual([]);
  });
});

test('an override takes of what is left: the lines after it are held against that', async () => {
  await inWorld(async (world) => {
    await aFamily(world);
    const manager = { accountId: 'ada', name: 'Ada Obi', email: 'ada@x.example', roleKey: 'claims-manager' };
    const { send, people } = world;
    done(await send(command(people.system, 'PutStaff', { ...manager, state: 'ACTIVE' })));
    const prices = [{ service: 'CONS', from: '2020-01-01', price: 400_000 }];
    done(await send(command(people.system, 'PutPrices', { tariff: 'standard', prices })));
    const lines = ['CONS', 'LAB-MP'].map((code) => ({ service: code, quantity: 1, unitPrice: 600_000 }));
    const { memberId: _, ...form } = claimForm({ lines, total: 1_200_000 });
    const filedAs = done(
      await send(command(people.facility, 'SubmitClaim', { ...form, enrolleeExternalId: 'bola' })),
    );
    const number = 'number' in filedAs ? filedAs.number : '';
    done(await send(command(people.staff, 'TakeClaim', { number })));
    const { command: asSeen } = await world.approval(number);
    const override = 'Agreed by telephone.';
    const beyond = [{ line: 1, approvedQuantity: 1, approved: 600_000, reasons: [], override }];
    done(await send(command(people.staff, 'ApproveClaim', { ...asSeen.input, lines: beyond })));
    expect(await linesOf(world)).toEqual([
      { approved: 600_000, enrollee: 0, facility: 0 },
      { approved: 400_000, enrollee: 200_000, facility: 0 },
    ]);
    expect(await world.findings()).toEqual([]);
  });
});

test('what is approved of a service without a benefit counts under the overall limits', async () => {
  await inWorld(async (world) => {
    const number = await twoServices(world, 'LAB-MP');
    const { command: asSeen } = await world.approval(number);
    const override = 'As a goodwill gesture.';
    const lines = [{ line: 2, approvedQuantity: 1, approved: 300_000, reasons: [], override }];
    done(await world.send(command(world.people.staff, 'ApproveClaim', { ...asSeen.input, lines })));
    expect(await tell(world, 'select benefit, amount from ledger order by n')).toEqual([
      { benefit: 'ALL', amount: 500_000 },
      { benefit: '*', amount: 300_000 },
    ]);
    expect(await world.findings()).toEqual([]);
  });
});
