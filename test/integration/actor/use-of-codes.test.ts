import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { openStore } from '../../../durable-objects/actor/store.ts';
import { claimsById } from '../../../durable-objects/tenant/read-claims.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import type { PutEnrollee } from '../../../schema/forms/put-enrollee.ts';
import type { SubmitClaim, SubmitClaimInput } from '../../../schema/forms/submit-claim.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { fullCover } from '../../support/full-cover.ts';
import { inWorld, type World } from './a-desk.ts';
import { all, person } from './a-family.ts';
import { balancesOf, filedRequest, grantedRequest, requestOf } from './a-request.ts';
import { command, done } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

const today = () => new Date().toISOString().slice(0, 10);
const tests = { service: 'LAB-MP', quantity: 2, unitPrice: 150_000 };

/** A plan under which everything needs permission. */
const strict = {
  ...fullCover,
  code: 'STRICT',
  rules: {
    ...fullCover.rules,
    benefits: [{ ...all, authorization: { need: 'always' as const, above: null } }],
  },
};

const who = { enrolleeExternalId: 'bola', birthDate: '1991-05-17' } as const;

/** Somebody under that plan. */
async function aMember({ send, people }: World, scheme: 'private' | 'nhia', own: Partial<PutEnrollee> = {}) {
  done(await send(command(people.system, 'PutPlanVersion', { ...strict, scheme })));
  const plan = { plan: strict.code, birthDate: who.birthDate };
  done(await send(command(people.system, 'PutEnrollee', person('bola', { ...plan, ...own }))));
}

/** A claim of one service, so many of it, under a code or none. */
function under(
  code: string | null,
  own: Partial<SubmitClaimInput> & { quantity?: number } = {},
): SubmitClaim {
  const { quantity = 2, ...more } = own;
  const line = { ...tests, quantity, ...(code === null ? {} : { authorization: code }) };
  const { memberId: _, ...form } = claimForm({
    lines: [line],
    total: quantity * tests.unitPrice,
    birthDate: who.birthDate,
    ...more,
  });
  return { ...form, enrolleeExternalId: who.enrolleeExternalId };
}

/** The claim as it is kept, after it was filed. */
async function filed(world: World, input: SubmitClaim, by = world.people.facility): Promise<Claim> {
  const outcome = done(await world.send(command(by, 'SubmitClaim', input)));
  return claimOf(world, 'number' in outcome ? outcome.number : '');
}

async function claimOf(world: World, number: string): Promise<Claim> {
  const store = openStore(connect(env, `tenant-${world.people.id}`));
  const [claim] = await claimsById(store, [claimIdOf(number) ?? 0]);
  if (!claim) throw new Error(`there is no ${number}`);
  return claim;
}

/** What is recommended of a claim's lines, and why not more. */
async function judged(world: World, input: SubmitClaim, by = world.people.facility) {
  const answered = await world.desk.inquiries.dryRun({ principal: by, input });
  if ('refused' in answered) throw new Error(answered.message);
  return answered.lines.map(({ approved, approvedQuantity, reasons }) => ({
    approved,
    approvedQuantity,
    reasons: reasons.map(({ code }) => code),
  }));
}

async function approved(world: World, number: string): Promise<void> {
  done(await world.send(command(world.people.staff, 'TakeClaim', { number })));
  done(await world.send(await world.approval(number)));
}

const asked = { ...who, memberId: undefined, lines: [tests] };

async function aCode(world: World) {
  await aMember(world, 'private');
  return grantedRequest(world, { ...asked, serviceDate: today() });
}

test('a line that needs permission is refused without a code, and paid under one', () =>
  inWorld(async (world) => {
    const { code } = await aCode(world);
    expect(await judged(world, under(null))).toEqual([
      { approved: 0, approvedQuantity: 0, reasons: ['197'] },
    ]);
    expect(await judged(world, under(code))).toEqual([
      { approved: 300_000, approvedQuantity: 2, reasons: [] },
    ]);
    expect(await judged(world, under(code.toLowerCase()))).toMatchObject([{ approved: 300_000 }]);
  }));

test('every mismatch has its own reason', () =>
  inWorld(async (world) => {
    const { number, code } = await aCode(world);
    const { people } = world;
    expect(await judged(world, under('TST-PA-260101-NOSUCH'))).toMatchObject([{ reasons: ['15'] }]);
    const ada = { plan: strict.code, birthDate: who.birthDate };
    done(await world.send(command(people.system, 'PutEnrollee', person('ada', ada))));
    expect(await judged(world, { ...under(code), enrolleeExternalId: 'ada' })).toMatchObject([
      { reasons: ['197'] },
    ]);
    const other = { service: 'CONS', quantity: 1, unitPrice: 500_000, authorization: code };
    expect(await judged(world, under(code, { lines: [other], total: 500_000 }))).toMatchObject([
      { reasons: ['284'] },
    ]);
    const earlier = new Date(Date.now() - 5 * 86_400_000).toISOString();
    expect(await judged(world, under(code, { startedAt: earlier }))).toMatchObject([{ reasons: ['302'] }]);
    const elsewhere = { ...people.facility, organisation: { kind: 'facility', id: 'fac-2' } } as const;
    const profile = { name: 'Elsewhere', kind: 'clinic' } as const;
    done(await world.send(command(people.system, 'LinkFacility', { facilityId: 'fac-2', profile })));
    expect(await judged(world, under(code), elsewhere)).toMatchObject([{ reasons: ['296'] }]);
    expect(await judged(world, under(code, { quantity: 3 }))).toMatchObject([
      { approvedQuantity: 2, approved: 300_000, reasons: ['198'] },
    ]);
    const dear = { ...tests, unitPrice: 200_000, authorization: code };
    expect(await judged(world, under(code, { lines: [dear], total: 400_000 }))).toMatchObject([
      { approved: 300_000, reasons: ['198'] },
    ]);
    done(await world.send(command(people.facility, 'CancelAuthorization', { number })));
    expect(await judged(world, under(code))).toMatchObject([{ approved: 0, reasons: ['15'] }]);
    const claim = await filed(world, under(code));
    const told = await world.desk.inquiries.judgement(claim.number);
    expect(JSON.stringify(told)).toContain('"found":"cancelled"');
  }));

test('an approved line draws on the code, and what it had reserved is free: balances stay the ledger’s sums', () =>
  inWorld(async (world) => {
    const { number, code } = await aCode(world);
    expect(await balancesOf(world)).toEqual({ reserved: 300_000, used: 0 });
    const first = await filed(world, under(code, { quantity: 1 }));
    await approved(world, first.number);
    expect(await balancesOf(world)).toEqual({ reserved: 150_000, used: 150_000 });
    expect(await requestOf(world, number)).toMatchObject({
      state: 'APPROVED',
      lines: [{ usedQuantity: 1, used: 150_000 }],
      claims: [{ claim: first.number }],
    });
    const yesterday = new Date(Date.now() - 60_000).toISOString();
    const second = await filed(world, under(code, { quantity: 1, startedAt: yesterday, encounterId: 'two' }));
    expect(await findings(world)).toEqual([]);
    expect(second.number).not.toBe(first.number);
  }));

const findings = async (world: World) => await world.findings();

test('with the last unit the code is used; a reopened claim gives back what it drew', () =>
  inWorld(async (world) => {
    const { number, code } = await aCode(world);
    const claim = await filed(world, under(code));
    await approved(world, claim.number);
    expect(await requestOf(world, number)).toMatchObject({ state: 'USED' });
    expect(await judged(world, under(code))).toMatchObject([{ reasons: expect.arrayContaining(['198']) }]);
    const { version } = await claimOf(world, claim.number);
    const manager = world.people.system;
    done(
      await world.send(command(manager, 'ReopenClaim', { number: claim.number, version, reason: 'Again.' })),
    );
    expect(await requestOf(world, number)).toMatchObject({
      state: 'APPROVED',
      lines: [{ usedQuantity: 0, used: 0, reservation: { benefit: 'ALL' } }],
    });
    expect(await balancesOf(world)).toEqual({ reserved: 300_000, used: 0 });
    expect(await findings(world)).toEqual([]);
  }));

test('a code beyond its quantity in two claims, and for somebody else, is a risk event', () =>
  inWorld(async (world) => {
    const { code } = await aCode(world);
    const first = await filed(world, under(code, { externalId: 'one' }));
    const again = await filed(world, under(code, { externalId: 'two' }));
    expect(first.flags.map(({ rule }) => rule)).not.toContain('authorization_reuse');
    expect(again.flags.find(({ rule }) => rule === 'authorization_reuse')).toMatchObject({
      weight: 0.5,
      claims: [first.number],
      evidence: expect.stringContaining('was given for 2, and 4 are billed'),
    });
    const other = person('tayo', { plan: strict.code, birthDate: who.birthDate });
    done(await world.send(command(world.people.system, 'PutEnrollee', other)));
    const theirs = await filed(world, { ...under(code), enrolleeExternalId: 'tayo' });
    expect(theirs.flags.find(({ rule }) => rule === 'authorization_reuse')?.evidence).toContain(
      'was given for another enrollee',
    );
  }));

test('the reference of a clock that ran out counts as a code, for as much as was asked', () =>
  inWorld(async (world) => {
    await aMember(world, 'nhia');
    const number = await filedRequest(world, { ...asked, serviceDate: today() });
    world.later(2 * 3_600_000);
    await world.desk.rang();
    const { breach } = await requestOf(world, number);
    const reference = breach?.reference ?? '';
    expect(reference).not.toBe('');
    expect(await judged(world, under(reference))).toEqual([
      { approved: 300_000, approvedQuantity: 2, reasons: [] },
    ]);
  }));
