import { expect, test } from 'vitest';
import type { SubmitClaim, SubmitClaimInput } from '../../../schema/forms/submit-claim.ts';
import { fullCover } from '../../support/full-cover.ts';
import { inWorld, type World } from './a-desk.ts';
import { all, approvedOf, person } from './a-family.ts';
import { aCodeOf, comeTo, inDays, moved, movers, nextMonth, reservedByPlan } from './a-move.ts';
import { balancesOf, filedRequest, granting, requestOf, rowsOf } from './a-request.ts';
import { command, done } from './a-tenant.ts';
import { withPortal } from './an-alert.ts';
import { claimForm } from './claim-form.ts';

const born = '1991-05-17';
const consultation = { service: 'CONS', quantity: 1, unitPrice: 500_000 };
const tests = { service: 'LAB-MP', quantity: 2, unitPrice: 150_000 };

/** A claim of somebody's two tests an hour ago by the world's clock, under a code or none. */
function billed(
  world: World,
  enrolleeExternalId: string,
  code: string | null,
  own: Partial<SubmitClaimInput> = {},
): SubmitClaim {
  const line = { ...tests, ...(code === null ? {} : { authorization: code }) };
  const startedAt = new Date(world.now() - 3_600_000).toISOString();
  const given = { lines: [line], total: 300_000, birthDate: born, startedAt, ...own };
  const { memberId: _, ...form } = claimForm(given);
  return { ...form, enrolleeExternalId };
}

/** What is recommended of each line, and what is said of it first. */
async function judged(world: World, input: SubmitClaim) {
  const answered = await world.desk.inquiries.dryRun({ principal: world.people.facility, input });
  if ('refused' in answered) throw new Error(answered.message);
  return answered.lines.map(({ approved, findings }) => [approved, findings[0]?.figures.found]);
}

/** A claim that was filed and approved as recommended. */
async function approvedClaim(world: World, input: SubmitClaim): Promise<string> {
  const { send, people } = world;
  const outcome = done(await send(command(people.facility, 'SubmitClaim', input)));
  const number = 'number' in outcome ? outcome.number : '';
  done(await send(command(people.staff, 'TakeClaim', { number })));
  done(await send(await world.approval(number)));
  return number;
}

const ends = (
  world: World,
  externalId: string,
  days: number,
  change: 'terminate' | 'suspend' = 'terminate',
) =>
  world.send(
    command(world.people.system, 'SetEnrolleeCover', {
      externalId,
      change,
      from: inDays(world, days),
      reason: 'Left.',
    }),
  );

test('a code that was issued before an end of cover was recorded is honoured; nothing else is', () =>
  inWorld(async (world) => {
    await movers(world, 'bola');
    const { number, code } = await aCodeOf(world, 'bola');
    done(await ends(world, 'bola', -3));
    expect(await judged(world, billed(world, 'bola', null))).toEqual([[0, 'terminated']]);
    expect(await judged(world, billed(world, 'bola', code))).toEqual([[300_000, 'honoured']]);
    await approvedClaim(world, billed(world, 'bola', code));
    expect((await requestOf(world, number)).lines).toMatchObject([
      { usedQuantity: 0 },
      { usedQuantity: 2, used: 300_000 },
    ]);
    expect(await balancesOf(world)).toEqual({ reserved: 800_000, used: 300_000 });
    expect(await world.findings()).toEqual([]);
  }));

test('so is one of somebody whose client was suspended, or whose cover is suspended', () =>
  inWorld(async (world) => {
    await movers(world, 'bola', 'tayo');
    const [hers, his] = [await aCodeOf(world, 'bola'), await aCodeOf(world, 'tayo')];
    done(await ends(world, 'bola', 0, 'suspend'));
    expect(await judged(world, billed(world, 'bola', hers.code))).toEqual([[300_000, 'honoured']]);
    const input = { code: 'INDV', change: 'suspend' as const, from: inDays(world, 0), reason: 'Unpaid.' };
    done(await world.send(command(world.people.system, 'SetClientCover', input)));
    expect(await judged(world, billed(world, 'tayo', null))).toEqual([[0, 'client not covered']]);
    expect(await judged(world, billed(world, 'tayo', his.code))).toEqual([[300_000, 'honoured']]);
  }));

/** Somebody on a plan that asks for permission above ₦2,000 only. */
async function aMember({ send, people }: World): Promise<void> {
  const benefits = [{ ...all, authorization: { need: 'above' as const, above: 200_000 } }];
  const plan = { ...fullCover, code: 'ABOVE', rules: { ...fullCover.rules, benefits } };
  done(await send(command(people.system, 'PutPlanVersion', plan)));
  const own = person('bola', { plan: 'ABOVE', birthDate: born });
  done(await send(command(people.system, 'PutEnrollee', own)));
}

test('an approved claim goes back to people for what of it no code promised', () =>
  inWorld(async (world) => {
    await aMember(world);
    const { code } = await aCodeOf(world, 'bola');
    const whole = await approvedClaim(world, billed(world, 'bola', code));
    world.later(86_400_000);
    const lines = [
      { ...consultation, authorization: code },
      { ...tests, quantity: 1 },
    ];
    const part = await approvedClaim(world, billed(world, 'bola', code, { lines, total: 650_000 }));
    done(await ends(world, 'bola', -3));
    await world.desk.outbox.drain();
    expect(await approvedOf(world, whole)).toEqual({ state: 'APPROVED', approved: 300_000 });
    expect(await approvedOf(world, part)).toMatchObject({ state: 'IN_REVIEW' });
    expect(await world.desk.inquiries.judgement(part)).toMatchObject({
      judgement: { lines: [{ approved: 500_000 }, { approved: 0, reasons: [{ code: '27' }] }] },
    });
    expect(await world.findings()).toEqual([]);
  }));

/** A child of Bola's on the rich plan who comes of age in five days. */
async function aChild(world: World) {
  const { send, people } = world;
  await movers(world, 'bola');
  const birthDate = `${Number(inDays(world, 5).slice(0, 4)) - 18}${inDays(world, 5).slice(4)}`;
  const own = { birthDate, relation: 'child' as const, principalExternalId: 'bola', plan: 'RICH' };
  done(await send(command(people.system, 'PutEnrollee', person('tobi', own))));
  const ask = { enrolleeExternalId: 'tobi', memberId: undefined, birthDate, serviceDate: inDays(world, 1) };
  return { birthDate, ask: () => filedRequest(world, ask) };
}

test('a child who comes of age: a code is good until the day before unless somebody says more, and that is honoured', () =>
  inWorld(async (world) => {
    const { ask, birthDate } = await aChild(world);
    const [usual, longer] = [await ask(), await ask()];
    done(await world.send(await granting(world, usual)));
    expect((await requestOf(world, usual)).validTo).toBe(inDays(world, 4));
    done(await world.send(await granting(world, longer, { validTo: inDays(world, 20) })));
    const { code } = await requestOf(world, longer);
    world.later(7 * 86_400_000);
    const own = { birthDate };
    expect(await judged(world, billed(world, 'tobi', null, own))).toEqual([[0, 'dependant not allowed']]);
    expect(await judged(world, billed(world, 'tobi', code, own))).toEqual([[300_000, 'honoured']]);
    expect(await world.findings()).toEqual([]);
  }));

test('a child who comes of age while a request waits is told of its answer, and no longer the principal', () =>
  inWorld(async (world) => {
    const { ask } = await aChild(world);
    const [before, after] = [await ask(), await ask()];
    const { memberId, enrolleeId } = await requestOf(world, before);
    await withPortal(world, memberId);
    const [bola] = await rowsOf(world, "select id, member_id from enrollees where external_id = 'bola'");
    await withPortal(world, String(bola?.member_id));
    const told = () =>
      rowsOf(
        world,
        "select enrollee_id, about from member_notices where topic = 'authorizations' order by seq",
      );
    done(await world.send(await granting(world, before)));
    expect(await told()).toEqual([{ enrollee_id: bola?.id, about: before }]);
    world.later(6 * 86_400_000);
    const no = {
      number: after,
      version: (await requestOf(world, after)).version,
      sentence: 'Not covered any more.',
    };
    done(
      await world.send(
        command(world.people.staff, 'DecideAuthorization', { verdict: 'reject', reasons: ['32'], ...no }),
      ),
    );
    expect((await told())[1]).toEqual({ enrollee_id: enrolleeId, about: after });
  }));

const flagsOf = async (world: World, number: string) =>
  (await rowsOf(world, `select rule from risk_events where number = '${number}'`)).map(({ rule }) => rule);

test('services before a move are paid as they were granted, after the code was judged again; undone, what is left stands under the new plan', () =>
  inWorld(async (world) => {
    await movers(world, 'bola');
    const { number, code } = await aCodeOf(world, 'bola');
    await moved(world, 'bola');
    comeTo(world, nextMonth(world));
    await world.desk.rang();
    expect(await reservedByPlan(world)).toEqual({ RICH: 0, LEAN: 300_000 });
    const lines = [
      { ...consultation, authorization: code },
      { ...tests, quantity: 4, authorization: code },
    ];
    const since = billed(world, 'bola', code, {
      lines,
      total: 1_100_000,
      startedAt: new Date(world.now()).toISOString(),
    });
    expect((await judged(world, since)).map(([approved]) => approved)).toEqual([0, 300_000]);
    const startedAt = new Date(world.now() - 3 * 3_600_000).toISOString();
    const claim = await approvedClaim(world, { ...since, startedAt });
    expect(await approvedOf(world, claim)).toEqual({ state: 'APPROVED', approved: 1_100_000 });
    expect(await flagsOf(world, claim)).not.toContain('authorization_reuse');
    expect(await requestOf(world, number)).toMatchObject({
      state: 'USED',
      lines: [{ used: 500_000 }, { used: 600_000 }],
    });
    expect(await reservedByPlan(world)).toEqual({ RICH: 0, LEAN: 0 });
    expect(await world.findings()).toEqual([]);
    const again = { number: claim, version: 3, reason: 'Again.' };
    done(await world.send(command(world.people.system, 'ReopenClaim', again)));
    expect(await reservedByPlan(world)).toEqual({ RICH: 0, LEAN: 300_000 });
    expect(await requestOf(world, number)).toMatchObject({
      state: 'PARTIALLY_APPROVED',
      lines: [{ used: 0 }, { used: 0 }],
    });
    expect(await balancesOf(world)).toEqual({ reserved: 300_000, used: 0 });
    expect(await world.findings()).toEqual([]);
  }));

test('what was drawn before the move and is given back after it is left by the new plan', () =>
  inWorld(async (world) => {
    await movers(world, 'bola');
    const { number, code } = await aCodeOf(world, 'bola');
    const claim = await approvedClaim(world, billed(world, 'bola', code));
    await moved(world, 'bola');
    comeTo(world, nextMonth(world));
    await world.desk.rang();
    expect((await requestOf(world, number)).lines).toMatchObject([
      { approved: 0 },
      { approvedQuantity: 4, used: 300_000 },
    ]);
    expect(await world.findings()).toEqual([]);
    done(
      await world.send(
        command(world.people.system, 'ReopenClaim', { number: claim, version: 3, reason: 'Again.' }),
      ),
    );
    expect((await requestOf(world, number)).lines).toMatchObject([
      { approved: 0 },
      { usedQuantity: 0, used: 0 },
    ]);
    expect(await world.findings()).toEqual([]);
  }));

test('a code that outlasts the contract of the client is honoured, in the plan year it began in', () =>
  inWorld(async (world) => {
    const { send, people } = world;
    await movers(world);
    const contract = {
      from: `${Number(inDays(world, 0).slice(0, 4)) - 1}${inDays(world, 3).slice(4)}`,
      to: inDays(world, 2),
    };
    const client = {
      code: 'AAA',
      name: 'A',
      contracts: [contract],
      offers: [{ plan: 'RICH', premium: 1, per: 'year' as const }],
    };
    done(await send(command(people.system, 'PutClient', client)));
    const own = { plan: 'RICH', birthDate: born, clientCode: 'AAA', coverFrom: contract.from };
    done(await send(command(people.system, 'PutEnrollee', person('bola', own))));
    const { number, code } = await aCodeOf(world, 'bola');
    const before = await rowsOf(world, 'select period from ledger');
    world.later(4 * 86_400_000);
    expect(await judged(world, billed(world, 'bola', null))).toEqual([[0, 'contract ended']]);
    await approvedClaim(world, billed(world, 'bola', code));
    expect((await requestOf(world, number)).lines).toMatchObject([
      { used: 0 },
      { usedQuantity: 2, used: 300_000 },
    ]);
    const periods = new Set((await rowsOf(world, 'select period from ledger')).map(({ period }) => period));
    expect([...periods]).toEqual([before[0]?.period]);
    expect(await balancesOf(world)).toEqual({ reserved: 800_000, used: 300_000 });
    expect(await world.findings()).toEqual([]);
  }));
