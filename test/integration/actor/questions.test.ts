import { expect, test } from 'vitest';
import { inWorld } from './a-desk.ts';
import { aFamily, claimOf, filed, inReview, tell } from './a-family.ts';
import { command, done } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

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
