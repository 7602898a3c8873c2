import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { LocalStore } from '../../../durable-objects/actor/local-store.ts';
import { openStore, type Statement, type Store } from '../../../durable-objects/actor/store.ts';
import { start } from '../../../durable-objects/tenant/place.ts';
import { claimsById } from '../../../durable-objects/tenant/read-claims.ts';
import { Rebuild } from '../../../durable-objects/tenant/rebuild.ts';
import { View } from '../../../durable-objects/tenant/view.ts';
import { openStates } from '../../../schema/domain/claims/claim.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld, type World } from './a-desk.ts';

const claims = 7;

/** Claims in the rows, two of them in another state, and a view that knows nothing of them. */
async function lost({ people, desk, state, taken }: World) {
  for (let nth = 0; nth < claims; nth += 1) await taken();
  await desk.rang();
  const database = connect(env, `tenant-${people.id}`);
  await database.execute("update claims set state = 'RESUBMITTED' where id in (2, 5)");
  for (const table of ['queue', 'leases', 'marks', 'parked']) state.storage.sql.exec(`drop table ${table}`);
  const { rows } = await database.execute('select id from claims order by rank_at, id');
  const store = openStore(database);
  const asked: Statement[] = [];
  /** The database as it answers the first so many questions; from then on as `then` says. */
  const answering = (times: number, then: () => Promise<never>): Store => ({
    ...store,
    read: (statements) => {
      asked.push(...statements);
      return asked.length > times ? then() : store.read(statements);
    },
  });
  const view = () => new View(new LocalStore(state.storage));
  const found = () =>
    view()
      .page({ states: openStates, after: start }, 50)
      .places.map(({ id }) => id);
  return { store, answering, asked, view, found, all: rows.map(({ id }) => id) };
}

const rebuilding = (store: Store, view: View) =>
  new Rebuild({ store, view, clock: () => Date.now(), page_rows: 2 });

test('a rebuild that is cut off goes on where it stood, and leaves nothing out', () =>
  inWorld(async (world) => {
    const { answering, store, asked, view, found, all } = await lost(world);
    const cut = view();
    const reached = Promise.withResolvers<void>();
    rebuilding(
      answering(4, () => {
        reached.resolve();
        return new Promise<never>(() => {});
      }),
      cut,
    ).run();
    await reached.promise;
    const awake = view();
    expect(awake.complete).toBe(false);
    const filled = awake.filledTo;
    expect(filled.nth).toBeGreaterThan(0);
    const [, , , , last] = asked;
    expect(last?.args.slice(0, 2)).toEqual([filled.rankAt, filled.id]);
    const again = rebuilding(store, awake);
    expect(again.nextAt()).toBeGreaterThan(Date.now());
    again.run();
    await again.isDone();
    expect(awake.complete).toBe(true);
    expect(again.nextAt()).toBeNull();
    expect(found()).toEqual(all);
  }));

test('a rebuild goes on after a failure, and when its alarm rings', () =>
  inWorld(async (world) => {
    const { answering, asked, view, found, all } = await lost(world);
    let failures = 0;
    const awake = view();
    const rebuild = rebuilding(
      answering(3, async () => {
        failures += 1;
        asked.length = 0;
        throw new Error('the database is away');
      }),
      awake,
    );
    await rebuild.ring();
    await rebuild.isDone();
    expect(failures).toBeGreaterThan(0);
    expect(awake.complete).toBe(true);
    expect(found()).toEqual(all);
  }));

test('what changes while its page is read is not put back as it was', () =>
  inWorld(async (world) => {
    const { store, view, found, all } = await lost(world);
    const [claim] = await claimsById(store, [1]);
    if (!claim) throw new Error('it was filed');
    const awake = view();
    let pages = 0;
    const decidedMeanwhile: Store = {
      ...store,
      read: async (statements) => {
        const answer = await store.read(statements);
        pages += 1;
        if (JSON.stringify(answer).includes('\\"id\\":1,')) {
          awake.apply({ ...claim, state: 'APPROVED' });
          awake.flush(1);
        }
        return answer;
      },
    };
    const rebuild = rebuilding(decidedMeanwhile, awake);
    rebuild.run();
    await rebuild.isDone();
    expect(pages).toBeGreaterThan(3);
    expect(found()).toEqual(all.filter((id) => id !== 1));
    expect(found()).toHaveLength(all.length - 1);
  }));
