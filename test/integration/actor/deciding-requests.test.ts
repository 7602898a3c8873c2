import { expect, test } from 'vitest';
import { isAuthCode } from '../../../schema/domain/authorizations/auth-code.ts';
import { dateIn } from '../../../schema/domain/dates.ts';
import { inWorld, type World } from './a-desk.ts';
import { aFamily, claimOf } from './a-family.ts';
import {
  balancesOf,
  filedRequest,
  granting,
  recommendedFor,
  requestOf,
  reservedEntries,
  rowsOf,
} from './a-request.ts';
import { command, done, refusedAs } from './a-tenant.ts';

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const rejection = (number: string, version = 1) => ({
  verdict: 'reject' as const,
  number,
  version,
  reasons: ['50'],
  sentence: 'Try the cheaper test first.',
});

test('granted as recommended: a code, its days, and the benefit reserved in the same batch', () =>
  inWorld(async (world) => {
    const number = await filedRequest(world);
    const granted = done(await world.send(await granting(world, number, { sentence: 'Go ahead.' })));
    if (!('code' in granted) || granted.code === undefined) throw new Error('it has no code');
    expect(granted).toMatchObject({ number, state: 'APPROVED', version: 2 });
    expect(isAuthCode(granted.code)).toBe(true);
    const today = dateIn('Africa/Lagos', world.now());
    expect(granted.code.slice(0, 14)).toBe(`TST-PA-${today.slice(2).replaceAll('-', '')}-`);
    expect(await requestOf(world, number)).toMatchObject({
      state: 'APPROVED',
      approved: 800_000,
      decidedBy: 'ada',
      dueAt: null,
      validFrom: today,
      lines: [
        {
          approvedQuantity: 1,
          approved: 500_000,
          reservation: { plan: 'FULL', benefit: 'ALL', visits: 1, daily: false },
        },
        { approvedQuantity: 2, approved: 300_000, reservation: { visits: 0 } },
      ],
    });
    const common = { kind: 'RESERVE', benefit: 'ALL', claim_id: null, authorization: granted.code };
    expect(await reservedEntries(world)).toEqual([
      { ...common, line: 1, amount: 500_000, units: 1, visits: 1 },
      { ...common, line: 2, amount: 300_000, units: 2, visits: 0 },
    ]);
    expect(await balancesOf(world)).toEqual({ reserved: 800_000, used: 0 });
    const [entry] = await rowsOf(world, 'select data, sealed from journal order by seq desc limit 1');
    expect(entry?.data).not.toMatch(/Go ahead|Ngozi|B50/);
    expect(entry?.sealed).not.toBeNull();
    expect(await world.findings()).toEqual([]);
  }));

test('granted in part, line by line: less with a coded reason, never more than was asked', () =>
  inWorld(async (world) => {
    const number = await filedRequest(world);
    const line = { line: 2, approvedQuantity: 1, approved: 150_000, reasons: ['151'] };
    const tooMuch = await granting(world, number, { lines: [{ ...line, approvedQuantity: 3 }] });
    expect(await world.send(tooMuch)).toMatchObject({
      code: 'invalid',
      errors: [{ field: 'lines.0.approvedQuantity', message: 'At most 2 were asked for on line 2.' }],
    });
    const unsaid = await granting(world, number, { lines: [{ ...line, reasons: [] }] });
    expect(await world.send(unsaid)).toMatchObject({ errors: [{ field: 'lines.0.reasons' }] });
    expect(done(await world.send(await granting(world, number, { lines: [line] })))).toMatchObject({
      state: 'PARTIALLY_APPROVED',
    });
    expect(await balancesOf(world)).toEqual({ reserved: 650_000, used: 0 });
    expect(await world.findings()).toEqual([]);
  }));

test('beyond what is recommended takes a sentence', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const prices = [{ service: 'CONS', from: '2020-01-01', price: 400_000 }];
    done(await send(command(people.system, 'PutPrices', { tariff: 'standard', prices })));
    const number = await filedRequest(world);
    const line = { line: 1, approvedQuantity: 1, approved: 500_000, reasons: [] };
    expect(await send(await granting(world, number, { lines: [line] }))).toMatchObject({
      errors: [{ field: 'lines.0.override' }],
    });
    const lines = [{ ...line, override: 'Agreed by telephone.' }];
    expect(done(await send(await granting(world, number, { lines })))).toMatchObject({ state: 'APPROVED' });
    expect(await balancesOf(world)).toEqual({ reserved: 800_000, used: 0 });
  }));

test('a rejection takes a reason of the table and a sentence, and reserves nothing', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const number = await filedRequest(world);
    const unknown = command(people.staff, 'DecideAuthorization', { ...rejection(number), reasons: ['XX'] });
    expect(await send(unknown)).toMatchObject({ errors: [{ field: 'reasons' }] });
    const answer = await send(command(people.staff, 'DecideAuthorization', rejection(number)));
    expect(done(answer)).toEqual({ number, state: 'REJECTED', version: 2 });
    expect(await requestOf(world, number)).toMatchObject({
      state: 'REJECTED',
      approved: 0,
      code: null,
      reasons: [{ code: '50', group: 'CO' }],
      conversation: [{ kind: 'decision', text: 'Try the cheaper test first.' }],
    });
    expect(await reservedEntries(world)).toEqual([]);
    expect(refusedAs(await send(await granting(world, number, { version: 2 })))).toBe('wrong_state');
  }));

test('a decision names what it saw: another version or other figures are refused with what is now', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const number = await filedRequest(world);
    expect(refusedAs(await send(await granting(world, number, { version: 2 })))).toBe('stale');
    const seen = await granting(world, number);
    const prices = [{ service: 'LAB-MP', from: '2020-01-01', price: 100_000 }];
    done(await send(command(people.system, 'PutPrices', { tariff: 'standard', prices })));
    await aFamily(world);
    // the price was found when it was asked; what is covered may have changed since
    expect(done(await send(seen))).toMatchObject({ state: 'APPROVED' });
    const other = await granting(world, await filedRequest(world), { recommendation: 'nothing' });
    expect(await send(other)).toMatchObject({ code: 'stale', message: expect.stringContaining('700000') });
  }));

test('sent twice it is done once, and after a lost answer too', () =>
  inWorld(async (world) => {
    const { send, database } = world;
    const number = await filedRequest(world);
    const deciding = await granting(world, number);
    database.mood = 'lost';
    const first = done(await send(deciding));
    database.mood = 'well';
    expect(done(await send(deciding))).toEqual(first);
    expect(done(await send(deciding, world.another()))).toEqual(first);
    expect(await reservedEntries(world)).toHaveLength(2);
    expect(await balancesOf(world)).toEqual({ reserved: 800_000, used: 0 });
    expect(await world.findings()).toEqual([]);
  }));

test('a code that another request has is drawn again', () =>
  inWorld(
    async (world) => {
      const codes: unknown[] = [];
      for (const serviceDate of [
        tomorrow(),
        new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
      ]) {
        const number = await filedRequest(world, { serviceDate });
        const outcome = done(await world.send(await granting(world, number)));
        codes.push('code' in outcome ? outcome.code : null);
      }
      expect(new Set(codes).size).toBe(2);
    },
    {
      // The first codes drawn are all the same.
      random: (() => {
        let draws = 0;
        return (count: number) => {
          const bytes = crypto.getRandomValues(new Uint8Array(count));
          if (count !== 32) return bytes;
          draws += 1;
          return draws < 4 ? new Uint8Array(count) : bytes;
        };
      })(),
    },
  ));

test('nobody grants what they entered', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const changes = {
      facilityId: people.facility.organisation.id,
      caller: 'Chi Clerk',
      calledAt: new Date(world.now() - 60_000).toISOString(),
    };
    const manager = { accountId: 'ada', name: 'Ada Obi', email: 'ada@x.example', roleKey: 'claims-manager' };
    done(await send(command(people.system, 'PutStaff', { ...manager, state: 'ACTIVE' })));
    const number = await filedRequest(world, changes as never, people.staff);
    expect(refusedAs(await send(await granting(world, number)))).toBe('forbidden');
    expect(done(await send(await granting(world, number, {}, people.other)))).toMatchObject({
      state: 'APPROVED',
    });
  }));

/** A limit of ₦10,000 a year for a family: one request and one claim for nearly all of it. */
async function rivals(world: World) {
  await aFamily(world);
  const number = await filedRequest(world, {
    memberId: undefined,
    enrolleeExternalId: 'bola',
    lines: [{ service: 'CONS', quantity: 1, unitPrice: 900_000 }],
  });
  const { people, send } = world;
  const filed = done(await send(command(people.facility, 'SubmitClaim', claimOf('tayo', 900_000, 'c'))));
  const claim = 'number' in filed ? filed.number : '';
  done(await send(command(people.other, 'TakeClaim', { number: claim })));
  return {
    number,
    claim,
    reserve: await granting(world, number),
    consume: await world.approval(claim, { by: people.other }),
  };
}

test('a reservation and a claim for the last of a benefit, in one cycle: exactly one gets it', async () => {
  for (const first of ['reserve', 'consume'] as const)
    await inWorld(async (world) => {
      const { number, claim, reserve, consume } = await rivals(world);
      // What both look at is in memory: neither has to wait for the other's cycle.
      expect(refusedAs(await world.send(await granting(world, number, { version: 9 })))).toBe('stale');
      expect(
        refusedAs(await world.send(await world.approval(claim, { version: 9, by: world.people.other }))),
      ).toBe('stale');
      const sent = first === 'reserve' ? [reserve, consume] : [consume, reserve];
      const answers = await Promise.all(sent.map((each) => world.send(each)));
      expect(answers.map((answer) => answer.refused === true)).toEqual([false, true]);
      expect(answers[1]).toMatchObject({ code: 'stale', message: expect.stringContaining('100000') });
      const { reserved, used } = await balancesOf(world);
      expect([reserved, used].sort()).toEqual([0, 900_000]);
      expect(await world.findings()).toEqual([]);
    });
});

test('… and in two cycles', async () => {
  for (const first of ['reserve', 'consume'] as const)
    await inWorld(async (world) => {
      const { reserve, consume } = await rivals(world);
      const sent = first === 'reserve' ? [reserve, consume] : [consume, reserve];
      const answers = [];
      for (const each of sent) answers.push(await world.send(each));
      expect(answers.map((answer) => answer.refused === true)).toEqual([false, true]);
      const { reserved, used } = await balancesOf(world);
      expect(reserved + used).toBe(900_000);
      expect(await world.findings()).toEqual([]);
    });
});

test('what is recommended is held against what codes have reserved', () =>
  inWorld(async (world) => {
    const { number } = await rivals(world);
    done(await world.send(await granting(world, number)));
    const second = await filedRequest(world, {
      memberId: undefined,
      enrolleeExternalId: 'tayo',
      birthDate: '1990-05-17',
      lines: [{ service: 'CONS', quantity: 1, unitPrice: 900_000 }],
    });
    expect(await requestOf(world, second)).toMatchObject({ lines: [{ judged: { approved: 100_000 } }] });
    expect(await recommendedFor(world, second)).not.toBe(await recommendedFor(world, number));
  }));
