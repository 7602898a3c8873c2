import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { PutEnrollee } from '../../../schema/forms/put-enrollee.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { fullCover } from '../../support/full-cover.ts';
import { inWorld, type World } from './a-desk.ts';
import { command, done } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

const family = 1_000_000;
const [all] = fullCover.rules.benefits;
if (!all) throw new Error('the plan has no benefit');

/** ₦10,000 a plan year for a family, of everything. */
const shared = {
  ...fullCover,
  code: 'FAMILY',
  rules: {
    ...fullCover.rules,
    benefits: [{ ...all, limits: { ...all.limits, period: family, sharedBy: 'family' as const } }],
  },
};

const person = (externalId: string, own: Partial<PutEnrollee> = {}): PutEnrollee => ({
  externalId,
  clientCode: 'INDV',
  relation: 'principal',
  firstName: 'Bola',
  lastName: 'Ade',
  birthDate: '1990-05-17',
  sex: 'female',
  coverFrom: '2020-01-01',
  plan: 'FAMILY',
  ...own,
});

/** A family of two under the shared limit. */
async function aFamily({ send, people }: World): Promise<void> {
  done(await send(command(people.system, 'PutPlanVersion', shared)));
  done(await send(command(people.system, 'PutEnrollee', person('bola'))));
  const spouse = person('tayo', { relation: 'spouse', principalExternalId: 'bola', sex: 'male' });
  done(await send(command(people.system, 'PutEnrollee', spouse)));
}

const claimOf = (enrolleeExternalId: string, unitPrice: number, externalId: string) => {
  const lines = [{ service: 'CONS', quantity: 1, unitPrice }];
  // each on a day of its own, so that none is another's duplicate
  const daysAgo = externalId.charCodeAt(0) - 'a'.charCodeAt(0);
  const startedAt = new Date(Date.now() - daysAgo * 86_400_000 - 3_600_000).toISOString();
  const { memberId: _, ...form } = claimForm({ lines, total: unitPrice, externalId, startedAt });
  return { ...form, enrolleeExternalId };
};

async function filed({ send, people }: World, who: string, price: number, id: string): Promise<string> {
  const outcome = done(await send(command(people.facility, 'SubmitClaim', claimOf(who, price, id))));
  return 'number' in outcome ? outcome.number : '';
}

async function inReview(world: World, who: string, price: number, id: string): Promise<string> {
  const number = await filed(world, who, price, id);
  done(await world.send(command(world.people.staff, 'TakeClaim', { number })));
  return number;
}

const tell = async ({ people }: World, sql: string) =>
  (await connect(env, `tenant-${people.id}`).execute(sql)).rows.map((row) => ({ ...row }));

const ledger = (world: World) =>
  tell(world, 'select kind, amount, claim_id as claim, line from ledger order by seq, n');
const approvedOf = async (world: World, number: string) =>
  (await tell(world, `select state, approved from claims where number = '${number}'`))[0];

test('two claims of one family, decided in one cycle, share what is left', async () => {
  await inWorld(async (world) => {
    await aFamily(world);
    const { send, people, findings } = world;
    const [hers, his] = [
      await inReview(world, 'bola', 700_000, 'a'),
      await inReview(world, 'tayo', 700_000, 'b'),
    ];
    await Promise.all(
      [hers, his].map(async (number) =>
        done(await send(command(people.system, 'ApproveClaim', { number, version: 2 }))),
      ),
    );
    expect(await approvedOf(world, hers)).toEqual({ state: 'APPROVED', approved: 700_000 });
    expect(await approvedOf(world, his)).toEqual({ state: 'APPROVED', approved: 300_000 });
    expect(await ledger(world)).toEqual([
      { kind: 'CONSUME', amount: 700_000, claim: 1, line: 1 },
      { kind: 'CONSUME', amount: 300_000, claim: 2, line: 1 },
    ]);
    expect(await findings()).toEqual([]);
  });
});

test('a decision on figures that another decision has changed is refused, and says what is recommended now', async () => {
  await inWorld(async (world) => {
    await aFamily(world);
    const { send, people, desk } = world;
    const [hers, his] = [
      await inReview(world, 'bola', 700_000, 'a'),
      await inReview(world, 'tayo', 700_000, 'b'),
    ];
    const seen = await desk.inquiries.judgement(his);
    if (isRefusal(seen)) throw new Error(seen.message);
    expect(seen).toMatchObject({ version: 2, judgement: { approved: 700_000 } });
    done(await send(await world.approval(hers)));
    const { fingerprint: recommendation } = seen.judgement;
    const late = await send(
      command(people.staff, 'ApproveClaim', { number: his, version: 2, recommendation }),
    );
    expect(late).toMatchObject({ code: 'stale', message: expect.stringContaining('300000 minor units now') });
    const now = await desk.inquiries.judgement(his);
    expect(now).toMatchObject({ judgement: { approved: 300_000, enrolleeShare: 400_000 } });
  });
});

test('what was approved and is reopened is given back, and taken again when it is approved again', async () => {
  await inWorld(async (world) => {
    await aFamily(world);
    const { send, people, findings } = world;
    const number = await inReview(world, 'bola', 700_000, 'a');
    done(await send(await world.approval(number)));
    const reopening = { number, version: 3, reason: 'Cover ended before the visit.' };
    done(await send(command(people.system, 'ReopenClaim', reopening)));
    expect(await approvedOf(world, number)).toEqual({ state: 'IN_REVIEW', approved: null });
    expect(await tell(world, 'select people from accounts')).toEqual([{ people: '{}' }]);
    const next = await inReview(world, 'tayo', 900_000, 'b');
    done(await send(await world.approval(next)));
    done(await send(command(people.staff, 'TakeClaim', { number })));
    done(await send(await world.approval(number, { version: 4 })));
    expect(await approvedOf(world, number)).toEqual({ state: 'APPROVED', approved: 100_000 });
    expect(await ledger(world)).toEqual([
      { kind: 'CONSUME', amount: 700_000, claim: 1, line: 1 },
      { kind: 'REVERSE', amount: 700_000, claim: 1, line: 1 },
      { kind: 'CONSUME', amount: 900_000, claim: 2, line: 1 },
      { kind: 'CONSUME', amount: 100_000, claim: 1, line: 1 },
    ]);
    expect(await findings()).toEqual([]);
  });
});

test('an account that is not the sum of its ledger is found', async () => {
  await inWorld(async (world) => {
    await aFamily(world);
    const { send, findings } = world;
    const number = await inReview(world, 'bola', 700_000, 'a');
    done(await send(await world.approval(number)));
    await tell(world, `update accounts set people = replace(people, '"used":700000', '"used":600000')`);
    const found = await findings();
    expect(found.map(({ check }) => check)).toEqual(['benefits', 'benefits']);
    expect(found[0]?.message).toContain('used 700000');
  });
});

test('a dry run says what filing then says, and writes nothing', async () => {
  await inWorld(async (world) => {
    await aFamily(world);
    const { desk, people, journal } = world;
    const before = await journal();
    const input = claimOf('bola', 1_200_000, 'a');
    const dry = await desk.inquiries.dryRun({ principal: people.facility, input });
    expect(dry).toMatchObject({ approved: 1_000_000, enrolleeShare: 200_000, claimed: 1_200_000 });
    expect(await journal()).toEqual(before);
    const number = await filed(world, 'bola', 1_200_000, 'a');
    expect(await desk.inquiries.judgement(number)).toMatchObject({ judgement: dry, version: 1 });
  });
});

test('a dry run tells every objection of intake', async () => {
  await inWorld(async (world) => {
    const input = claimForm({ birthDate: '1990-05-18', currency: 'USD' });
    const answer = await world.desk.inquiries.dryRun({ principal: world.people.facility, input });
    expect(answer).toMatchObject({
      code: 'invalid',
      errors: [{ field: 'birthDate' }, { field: 'currency' }],
    });
  });
});

test('the same claim filed twice: the one that came first stands', async () => {
  await inWorld(async (world) => {
    const { desk, people, send } = world;
    const form = claimForm();
    done(await send(command(people.facility, 'SubmitClaim', { ...form, externalId: 'a' })));
    const again = done(await send(command(people.facility, 'SubmitClaim', { ...form, externalId: 'b' })));
    const number = 'number' in again ? again.number : '';
    expect(await desk.inquiries.judgement(number)).toMatchObject({
      judgement: { approved: 0, lines: [{ reasons: [{ code: '18' }] }, { reasons: [{ code: '18' }] }] },
    });
    const first = number.replace('000002', '000001');
    expect(await desk.inquiries.judgement(first)).toMatchObject({ judgement: { approved: 800_000 } });
  });
});

test('straight through: a small clean claim is approved as it comes in, one in so many is left to a person', async () => {
  let drawn = 1;
  const random = (count: number) =>
    count === 2 ? Uint8Array.of(0, drawn) : crypto.getRandomValues(new Uint8Array(count));
  await inWorld(
    async (world) => {
      const { send, people, findings } = world;
      const standard = { service: 'CONS', from: '2020-01-01', price: 500_000 };
      done(await send(command(people.system, 'PutPrices', { tariff: 'standard', prices: [standard] })));
      const straightThrough = { on: true, name: 'Small', amountMax: 600_000, riskMax: 20, sampleOneIn: 20 };
      const rules = { filingWindowDays: 90, receivesAutomatically: true, straightThrough };
      done(await send(command(people.system, 'PutClaimRules', rules)));
      const state = async (price: number, id: string) => {
        const number = await filed(world, 'EMP-1', price, id);
        const [row] = await tell(
          world,
          `select state, approved, body->>'$.straightThrough' as mark from claims where number = '${number}'`,
        );
        return row;
      };
      const mark = (sampled: boolean) => JSON.stringify({ rule: 'Small', sampled });
      expect(await state(500_000, 'a')).toEqual({ state: 'APPROVED', approved: 500_000, mark: mark(false) });
      // above the tariff: a line that does not pass in full is for people
      expect(await state(550_000, 'b')).toEqual({ state: 'RECEIVED', approved: null, mark: null });
      drawn = 40;
      expect(await state(400_000, 'c')).toMatchObject({ state: 'RECEIVED' });
      expect(await findings()).toEqual([]);
    },
    { random },
  );
});

test('eligibility says what adjudication will apply, to a facility only with the birth date', async () => {
  await inWorld(async (world) => {
    await aFamily(world);
    const { desk, people, send } = world;
    const ask = (own: { birthDate?: string } = { birthDate: '1990-05-17' }) =>
      desk.inquiries.eligibility({
        principal: people.facility,
        enrolleeExternalId: 'tayo',
        on: new Date().toISOString().slice(0, 10),
        ...own,
      });
    const number = await inReview(world, 'bola', 700_000, 'a');
    done(await send(await world.approval(number)));
    expect(await ask()).toMatchObject({
      planName: 'Full cover',
      network: { inNetwork: true, tariff: 'none' },
      eligibility: {
        cover: { covered: true, plan: 'FAMILY' },
        benefits: [{ code: 'ALL', balance: { leftBefore: 300_000, sharedBy: 'family' } }],
      },
    });
    expect(await ask({})).toMatchObject({ code: 'invalid' });
    expect(await ask({ birthDate: '1990-05-18' })).toMatchObject({ errors: [{ reason: '140' }] });
  });
});

test('cover that is ended back-dated sends the approved claims after that day back to people', async () => {
  await inWorld(async (world) => {
    await aFamily(world);
    const { send, people, desk, findings } = world;
    const [today, longAgo] = [
      await inReview(world, 'tayo', 100_000, 'a'),
      await inReview(world, 'tayo', 100_000, 'h'),
    ];
    const hers = await inReview(world, 'bola', 100_000, 'b');
    for (const number of [today, longAgo, hers]) done(await send(await world.approval(number)));
    const from = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    const end = { externalId: 'tayo', change: 'terminate' as const, from, reason: 'Left the family.' };
    done(await send(command(people.system, 'SetEnrolleeCover', end)));
    await desk.outbox.drain();
    expect(await approvedOf(world, today)).toEqual({ state: 'IN_REVIEW', approved: null });
    expect(await approvedOf(world, longAgo)).toEqual({ state: 'APPROVED', approved: 100_000 });
    expect(await approvedOf(world, hers)).toEqual({ state: 'APPROVED', approved: 100_000 });
    expect(await desk.inquiries.judgement(today)).toMatchObject({
      judgement: { approved: 0, lines: [{ reasons: [{ code: '27' }] }] },
    });
    expect(await findings()).toEqual([]);
  });
});

test('a principal whose cover ends takes the dependants along, their claims too', async () => {
  await inWorld(async (world) => {
    await aFamily(world);
    const { send, people, desk } = world;
    const his = await inReview(world, 'tayo', 100_000, 'a');
    done(await send(await world.approval(his)));
    const from = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    const end = { externalId: 'bola', change: 'suspend' as const, from, reason: 'Unpaid.' };
    done(await send(command(people.system, 'SetEnrolleeCover', end)));
    await desk.outbox.drain();
    expect(await approvedOf(world, his)).toEqual({ state: 'IN_REVIEW', approved: null });
  });
});

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

test('a facility whose link has ended is told of nobody', async () => {
  await inWorld(async (world) => {
    const { send, people, desk } = world;
    const facilityId = people.facility.organisation.id;
    const end = { facilityId, reason: 'The contract is over.', version: 1 };
    done(await send(command(people.system, 'EndLink', end)));
    const on = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const question = { principal: people.facility, memberId: 'TST-INDV-00001-P', on };
    const answer = await desk.inquiries.eligibility({ ...question, birthDate: '1990-05-17' });
    expect(answer).toMatchObject({ code: 'invalid', errors: [{ reason: 'B7' }] });
    expect(await desk.inquiries.eligibility({ ...question, birthDate: '1990-05-18' })).toEqual(answer);
  });
});
