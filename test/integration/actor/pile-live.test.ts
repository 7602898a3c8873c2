import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { pileTopic } from '../../../schema/domain/piles/pile.ts';
import { inWorld, type World } from './a-desk.ts';
import { tell } from './a-family.ts';
import { aPile } from './a-pile.ts';
import { command, done, openTenant } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';
import { listen } from './listening.ts';

/** Oldest due moments as the rows say them. */
const oldest = (world: World) =>
  tell(
    world,
    `select facility_id as facilityId, billing_month as month, min(due_at) as dueAt from claims
     where state in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'RESUBMITTED') and due_at is not null group by 1, 2 order by 3, 1, 2`,
  );

test('the oldest due moment of a pile is that of its claims, before and after it is written, and after waking', () =>
  inWorld(async (world) => {
    const { send, people, desk, state } = world;
    const pile = await aPile(world, 3);
    await world.taken();
    const { facilityId, month, numbers } = pile;
    const key = { facilityId, month };
    const dueNow = async (on = desk) => (await on.overview.pileDues([key]))[0];
    const said = async () => (await oldest(world)).find((row) => row.month === month)?.dueAt ?? null;
    expect(await dueNow()).toBe(await said());
    const [first = '', second = ''] = numbers;
    done(await send(command(people.staff, 'TakeClaim', { number: first })));
    done(await send(await world.approval(first)));
    done(await send(command(people.staff, 'TakeClaim', { number: second })));
    done(await send(command(people.staff, 'QueryClaim', { number: second, version: 2, question: 'Why?' })));
    expect(await dueNow()).toBe(await said());
    await desk.rang();
    expect(await desk.overview.pilesByDue({ limit: 10 })).toEqual(await oldest(world));
    // What came last was not written down by whoever is gone.
    done(await send(command(people.staff, 'TakeClaim', { number: numbers[2] ?? '' })));
    done(await send(await world.approval(numbers[2] ?? '')));
    const woken = world.another();
    await woken.isWhole();
    expect(await dueNow(woken)).toBe(await said());
    expect(await dueNow(woken)).toBe(null);
    await woken.rang();
    expect(await woken.overview.pilesByDue({ limit: 10 })).toEqual(await oldest(world));
    // A lost view is read again, page by page.
    for (const table of ['queue', 'pile_dues', 'leases', 'marks', 'parked'])
      state.storage.sql.exec(`drop table ${table}`);
    const rebuilt = world.another();
    await rebuilt.isWhole();
    expect(await rebuilt.overview.pilesByDue({ limit: 10 })).toEqual(await oldest(world));
  }));

test('whoever looks at a pile sees it move, and whoever was away hears how far it is', async () => {
  const people = await openTenant();
  const actor = env.TENANT.get(env.TENANT.idFromName(people.id));
  const file = async (nth: number) => {
    const startedAt = new Date(Date.now() - 35 * 86_400_000 + nth * 60_000).toISOString();
    const answer = done(
      await actor.execute(command(people.facility, 'SubmitClaim', claimForm({ startedAt }))),
    );
    return 'number' in answer ? String(answer.number) : '';
  };
  const number = await file(0);
  const month = new Date(Date.now() - 35 * 86_400_000).toISOString().slice(0, 7);
  const see = pileTopic({ facilityId: people.facility.organisation.id, month });
  const { seq: since } = await actor.counts();
  const early = await listen(actor, people.staff, { see, since });
  await file(1);
  const heard = await early.until((frames) => frames.some(({ html }) => html.includes('0 of 2 decided')));
  expect(heard.some(({ html }) => html.includes('arrived'))).toBe(true);
  done(await actor.execute(command(people.staff, 'TakeClaim', { number })));
  const no = { number, version: 2, reasons: ['50'], sentence: 'Not needed.' };
  done(await actor.execute(command(people.staff, 'RejectClaim', no)));
  await early.until((frames) => frames.some(({ html }) => html.includes('1 of 2 decided')));
  const late = await listen(actor, people.other, { see, since });
  await late.until((frames) => frames.some(({ html }) => html.includes('1 of 2 decided')));
  early.close();
  late.close();
});
